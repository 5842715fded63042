"""Learning objectives: what a learner can do afterwards."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from courseware.catalogue.enums import Bloom, Domain, RequiredLevel


class ObjectiveValue(blocks.StructValue):
    @property
    def bloom_label(self) -> str:
        return str(Bloom(self["bloom"]).label)

    @property
    def domain_label(self) -> str:
        return str(Domain(self["domain"]).label)

    @property
    def required_level_label(self) -> str:
        return str(RequiredLevel(self["required_level"]).label)


class ObjectiveBlock(blocks.StructBlock):
    statement = blocks.CharBlock(
        label=_("Objective"),
        max_length=300,
        help_text=_("Begin with a verb that can be observed: explain, calculate, recognise."),
    )
    bloom = blocks.ChoiceBlock(
        label=_("Cognitive level (Bloom)"), choices=Bloom.choices, default=Bloom.UNDERSTAND
    )
    domain = blocks.ChoiceBlock(label=_("Domain"), choices=Domain.choices, default=Domain.KNOWLEDGE)
    required_level = blocks.ChoiceBlock(
        label=_("Required level"), choices=RequiredLevel.choices, default=RequiredLevel.MASTER
    )
    competency = SnippetChooserBlock("catalogue.Term", label=_("Competency or EPA"), required=False)

    class Meta:
        icon = "tick"
        label = _("Learning objective")
        value_class = ObjectiveValue


class ObjectivesBlock(blocks.StreamBlock):
    """An ordered list of objectives."""

    objective = ObjectiveBlock()

    class Meta:
        required = False
