"""The outline of a course: modules in order, each with items in order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

ITEM_TYPES = ["catalogue.LessonPage", "catalogue.CasePage", "catalogue.LecturePage"]


class ModuleBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title of the module"), max_length=160)
    summary = blocks.TextBlock(label=_("What it is about"), required=False, rows=2)
    items = blocks.ListBlock(
        blocks.PageChooserBlock(page_type=ITEM_TYPES, label=_("Lesson, case or lecture")),
        label=_("Items"),
        min_num=0,
        help_text=_("Your own or another institution's: reused items are credited to their authors."),
    )

    class Meta:
        icon = "folder-open-inverse"
        label = _("Module")


class OutlineBlock(blocks.StreamBlock):
    module = ModuleBlock()

    class Meta:
        required = False
