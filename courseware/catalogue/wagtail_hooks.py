"""Registrations of the catalogue with Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from courseware.catalogue.dashboard import panels_for
from courseware.catalogue.models import Keyword, Term


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "tag"
    list_display = ["name_zh", "name_en", "code", "vocabulary"]
    list_filter = ["vocabulary"]
    search_fields = ["name_zh", "name_en", "code"]


class KeywordViewSet(SnippetViewSet):
    model = Keyword
    icon = "tag"
    list_display = ["name", "name_en"]
    search_fields = ["name", "name_en"]


@register_snippet
class VocabularyViewSetGroup(SnippetViewSetGroup):
    items = (TermViewSet, KeywordViewSet)
    menu_label = _("Vocabularies")
    menu_name = "vocabularies"
    menu_icon = "list-ul"
    menu_order = 160


@hooks.register("construct_homepage_panels")
def show_own_work(request, panels):
    """My work first; stock panels that repeat it go."""
    panels[:] = panels_for(request, panels)
