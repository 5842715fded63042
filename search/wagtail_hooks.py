"""Registrations of the search with Wagtail's admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.admin_views import SoughtReport
from search.models import Concept
from search.services import index_page


class ConceptViewSet(SnippetViewSet):
    model = Concept
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 165
    add_to_admin_menu = True
    list_display = ["__str__", Column("all_names", label=_("Names"))]
    ordering = ["pk"]
    search_fields = ["names__text"]
    list_per_page = 50

    def get_queryset(self, request):
        return Concept.objects.prefetch_related("names")


register_snippet(ConceptViewSet)


class SoughtMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("search.change_concept")


@hooks.register("register_reports_menu_item")
def sought_in_vain():
    return SoughtMenuItem(
        _("Sought in vain"), reverse("sought_in_vain"), name="sought", icon_name="search", order=900
    )


@hooks.register("after_convert_alias_page")
def find_the_converted_page(request, page):
    """An alias that becomes a page of its own is published already, and so no signal is sent."""
    index_page(page_id=page.pk)


@hooks.register("register_admin_urls")
def address_of_the_report():
    return [
        path("reports/sought/", SoughtReport.as_view(), name="sought_in_vain"),
        path(
            "reports/sought/results/", SoughtReport.as_view(results_only=True), name="sought_in_vain_results"
        ),
    ]
