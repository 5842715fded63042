"""The case form in the order of the record, one tab for each part of the story."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface

from courseware.catalogue.enums import Stage
from courseware.catalogue.models.mixins import TeachingPage

IDENTITY = [
    MultiFieldPanel(
        [
            FieldPanel(
                "title", help_text=_("The presenting complaint, as a learner meets it. Never the diagnosis.")
            ),
            FieldPanel("case_no"),
            FieldPanel("summary"),
        ],
        heading=_("What the learner sees first"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("age_value"), FieldPanel("age_unit"), FieldPanel("sex")]),
            FieldRowPanel([FieldPanel("gestation_weeks"), FieldPanel("gestation_days")]),
            FieldRowPanel([FieldPanel("setting"), FieldPanel("complaint")]),
        ],
        heading=_("Patient"),
        help_text=_("No name, no date, no record number. Days are counted from presentation: D0, D+3."),
    ),
    FieldRowPanel([FieldPanel("difficulty"), FieldPanel("minutes"), FieldPanel("frequency")]),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("consent_kind"), FieldPanel("consent_year")]),
            FieldRowPanel([FieldPanel("consent_holder"), FieldPanel("ethics_no")]),
        ],
        heading=_("Consent"),
        help_text=_("The signed paper stays with the institution. Do not upload it."),
    ),
]
ANSWER = [
    MultiFieldPanel(
        [
            FieldPanel("title_teacher"),
            FieldRowPanel([FieldPanel("certainty"), FieldPanel("icd10"), FieldPanel("icd11")]),
        ],
        heading=_("The diagnosis"),
        help_text=_("Shown only when the stage of the diagnosis has been opened."),
    ),
    FieldPanel("teacher_notes"),
]


def _stages(first: Stage, last: Stage) -> list[FieldPanel]:
    return [FieldPanel(stage.field_name) for stage in Stage if first <= stage <= last]


CASE_FORM = TabbedInterface(
    [
        ObjectList(IDENTITY, heading=_("Case")),
        ObjectList(_stages(Stage.SETTING, Stage.EXAMINATION), heading=_("History and examination")),
        ObjectList(_stages(Stage.SUMMARY, Stage.TARGETED), heading=_("Reasoning and tests")),
        ObjectList([*_stages(Stage.DIAGNOSIS, Stage.TEACHING), *ANSWER], heading=_("Diagnosis and teaching")),
        ObjectList(
            [*TeachingPage.classification_panels, *TeachingPage.credit_panels],
            heading=_("Classification and credits"),
        ),
    ]
)
