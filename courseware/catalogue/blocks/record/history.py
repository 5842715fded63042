"""What is asked: setting, complaint, illness, and the background of the child."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from courseware.catalogue.blocks.record.base import FactsBlock, LabelledChoiceBlock, words


class SceneBlock(FactsBlock):
    """Where the story begins. A season, never a date; a region, never a place."""

    informant = LabelledChoiceBlock(
        label=_("Informant"),
        choices=[
            ("mother", _("mother")),
            ("father", _("father")),
            ("grandparent", _("grandparent")),
            ("guardian", _("other guardian")),
            ("child", _("the child")),
            ("staff", _("hospital staff")),
        ],
    )
    reliability = LabelledChoiceBlock(
        label=_("Reliability"),
        required=False,
        choices=[("good", _("good")), ("fair", _("fair")), ("poor", _("poor"))],
    )
    season = LabelledChoiceBlock(
        label=_("Season"),
        required=False,
        choices=[
            ("spring", _("spring")),
            ("summer", _("summer")),
            ("autumn", _("autumn")),
            ("winter", _("winter")),
        ],
    )
    region = words(_("Region (coarse)"))

    class Meta:
        icon = "home"
        label = _("Scene")


class ChiefComplaintBlock(blocks.StructBlock):
    complaint = blocks.CharBlock(
        label=_("Chief complaint"),
        max_length=120,
        help_text=_("In the carer's words; about 20 Chinese characters."),
    )
    duration = blocks.CharBlock(label=_("Duration"), max_length=60)

    class Meta:
        icon = "comment"
        label = _("Chief complaint")
        template = "blocks/record/chief_complaint.html"


class PertinentBlock(blocks.StructBlock):
    """Findings of the history that speak for or against something."""

    positives = blocks.ListBlock(blocks.CharBlock(max_length=200), label=_("Pertinent positives"), min_num=0)
    negatives = blocks.ListBlock(blocks.CharBlock(max_length=200), label=_("Pertinent negatives"), min_num=0)

    class Meta:
        icon = "list-ul"
        label = _("Pertinent positives and negatives")
        template = "blocks/record/pertinent.html"


class GeneralStateBlock(FactsBlock):
    spirits = words(_("Spirits"))
    appetite = words(_("Appetite"))
    sleep = words(_("Sleep"))
    excretion = words(_("Stool and urine"))
    weight_change = words(_("Weight"))

    class Meta:
        icon = "user"
        label = _("General state")


class PastBlock(FactsBlock):
    illnesses = words(_("Illnesses"))
    operations = words(_("Operations"))
    transfusions = words(_("Transfusions"))
    allergies = blocks.CharBlock(
        label=_("Allergies"), max_length=300, help_text=_("Say so if there are none.")
    )
    drugs = words(_("Drugs"))

    class Meta:
        icon = "history"
        label = _("Past history")


class BirthBlock(FactsBlock):
    gravida_para = words(_("Gravida / para"))
    pregnancy = words(_("Pregnancy"))
    gestation = words(_("Gestation"))
    delivery = LabelledChoiceBlock(
        label=_("Delivery"),
        required=False,
        choices=[
            ("vaginal", _("spontaneous vaginal")),
            ("instrumental", _("instrumental vaginal")),
            ("elective-cs", _("elective caesarean section")),
            ("emergency-cs", _("emergency caesarean section")),
        ],
    )
    birth_weight_g = blocks.IntegerBlock(
        label=_("Birth weight (g)"), required=False, min_value=300, max_value=7000
    )
    apgar = words(_("Apgar score"), help_text=_("At 1, 5 and 10 minutes."))
    asphyxia = words(_("Asphyxia and resuscitation"))
    jaundice = words(_("Jaundice"))
    neonatal_care = words(_("Neonatal care"))

    class Meta:
        icon = "calendar-alt"
        label = _("Birth history")


class FeedingBlock(FactsBlock):
    kind = LabelledChoiceBlock(
        label=_("Feeding"),
        choices=[
            ("breast", _("breast milk")),
            ("formula", _("formula")),
            ("mixed", _("mixed")),
            ("family", _("family food")),
        ],
    )
    complementary = words(_("Complementary foods"))
    vitamin_d = words(_("Vitamin D"))
    details = words(_("Details"))

    class Meta:
        icon = "pick"
        label = _("Feeding history")


class DevelopmentBlock(FactsBlock):
    gross_motor = words(_("Gross motor"))
    fine_motor = words(_("Fine motor"))
    language = words(_("Language"))
    social = words(_("Social"))
    screening = words(_("Screening tool and score"))
    school = words(_("Kindergarten or school"))

    class Meta:
        icon = "arrow-up"
        label = _("Development")


class ImmunisationBlock(FactsBlock):
    status = LabelledChoiceBlock(
        label=_("National programme"),
        choices=[("complete", _("up to date")), ("incomplete", _("incomplete")), ("unknown", _("unknown"))],
    )
    missing = words(_("Missing"))
    adverse_events = words(_("Adverse events"))

    class Meta:
        icon = "tick-inverse"
        label = _("Immunisation")


class FamilyBlock(FactsBlock):
    consanguinity = LabelledChoiceBlock(
        label=_("Consanguinity"),
        required=False,
        choices=[("no", _("no")), ("yes", _("yes")), ("unknown", _("unknown"))],
    )
    inherited = words(_("Inherited and similar diseases"))
    parents = words(_("Parents"))
    siblings = words(_("Siblings"))

    class Meta:
        icon = "group"
        label = _("Family history")


class SocialBlock(FactsBlock):
    carer = words(_("Carer"))
    home = words(pgettext_lazy("social history", "Home"))
    exposure = words(_("Exposure"))
    travel = words(_("Travel"))
    school = words(_("School and friends"))
    safeguarding = blocks.BooleanBlock(
        label=_("Safeguarding concern"), required=False, help_text=_("Makes the review stricter.")
    )

    class Meta:
        icon = "home"
        label = _("Personal and social history")


class SystemsReviewBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Review of systems"), rows=3)

    class Meta:
        icon = "list-ol"
        label = _("Review of systems")
        template = "blocks/record/systems_review.html"
