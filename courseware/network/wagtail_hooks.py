"""Registrations of the network with Wagtail's admin."""

from django.db.models import Q
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from courseware.network.guard import EVERYWHERE
from courseware.network.models import Agreement, Institution, Person, Section
from courseware.network.papers import agreement_paper
from courseware.network.permissions import TerritoryPagePermissionPolicy

policy = TerritoryPagePermissionPolicy(Page)
register_permission_policy(Page, policy)


@hooks.register("register_admin_urls")
def addresses_of_papers():
    return [path("agreements/<int:pk>/paper/", agreement_paper, name="agreement_paper")]


@hooks.register("construct_reports_menu")
def only_reports_that_open(request, items):
    """The guard refuses the history of the whole site to those who see only a part of it."""
    if not request.user.has_perm(EVERYWHERE):
        items[:] = [item for item in items if item.name != "site-history"]


@hooks.register("construct_page_chooser_queryset")
def choose_own_or_published(pages, request):
    """One's own territory, and what is published anywhere. `specific` makes the titles the public ones."""
    explorable = policy.explorable_instances(request.user).values("pk")
    return pages.filter(Q(pk__in=explorable) | Q(live=True)).specific(defer=True)


class InstitutionViewSet(SnippetViewSet):
    model = Institution
    icon = "home"
    list_display = ["name_zh", "name_en", "level", "get_kind_display", "get_region_display"]
    list_filter = ["kind", "region"]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    list_display = ["name_zh", "name_en", "title_zh", "account"]


class AgreementViewSet(SnippetViewSet):
    model = Agreement
    icon = "doc-full"
    list_display = ["__str__", "valid_from", "valid_to", "state"]


class SectionViewSet(SnippetViewSet):
    model = Section
    icon = "group"
    list_display = ["name_zh", "name_en"]


@register_snippet
class NetworkViewSetGroup(SnippetViewSetGroup):
    items = (InstitutionViewSet, PersonViewSet, SectionViewSet, AgreementViewSet)
    menu_label = _("Network")
    menu_name = "network"
    menu_icon = "site"
    menu_order = 150
