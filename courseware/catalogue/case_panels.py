"""The case form in the order of the record."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from courseware.catalogue.enums import Stage
from courseware.catalogue.models.mixins import TeachingPage

CASE_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("title", help_text=_("The presenting complaint, as a learner meets it. Never the diagnosis.")),
            FieldPanel("title_teacher"),
            FieldPanel("case_no"),
            FieldPanel("summary"),
        ],
        heading=_("Identity"),
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
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("difficulty"), FieldPanel("minutes"), FieldPanel("frequency")])],
        heading=_("For the learner"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("consent_kind"), FieldPanel("consent_year")]),
            FieldRowPanel([FieldPanel("consent_holder"), FieldPanel("ethics_no")]),
        ],
        heading=_("Consent"),
        help_text=_("The signed paper stays with the institution. Do not upload it."),
    ),
    *[FieldPanel(stage.field_name) for stage in Stage],
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("icd10"), FieldPanel("icd11"), FieldPanel("certainty")])],
        heading=_("Code and certainty of the diagnosis"),
    ),
    FieldPanel("teacher_notes"),
    *TeachingPage.classification_panels,
    *TeachingPage.credit_panels,
]
