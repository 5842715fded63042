"""Nobody learns the titles of another institution's drafts.

Stock Wagtail lets every editor open the explorer, the page chooser, bulk actions and others at any page by its number,
and shows the draft titles of what lies there (wagtail/admin/views: pages/listing.py, pages/move.py, chooser.py,
bulk_action/, reports/page_types_usage.py). Its API of images and documents and wagtail-localize's report of
translations ask for no permission at all.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.views.chooser import page_models_from_string
from wagtail.models import Page
from wagtailmedia.permissions import permission_policy as media_policy

from courseware.network.permissions import explorable

# Choosers: published pages of others may be chosen (reuse is the point of the network), never browsed.
BROWSE, BROWSE_BELOW, SEARCH, CHOSEN = (
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_chosen_multiple",
)
# Lists of the whole site, for those who may translate anywhere.
UNFILTERED = (
    "wagtailadmin_api:images:",
    "wagtailadmin_api:documents:",
    "wagtail_localize:translations_report",
    "wagtailadmin_reports:site_history",  # names everybody who ever saved something
)
EVERYWHERE = "wagtail_localize.submit_translation"
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")


class TerritoryMiddleware:
    """Refuses admin addresses that name a page outside the user's territory, and filters three lists."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match, user = request.resolver_match, request.user
        if not _is_guarded(request):
            return
        if match.view_name.startswith(UNFILTERED) and not user.has_perm(EVERYWHERE):
            raise PermissionDenied(_("This page belongs to another institution."))
        if match.view_name == "wagtailmedia:media_usage" and not _may_change_media(user, kwargs["media_id"]):
            raise PermissionDenied(_("This page belongs to another institution."))
        if match.url_name == BROWSE:
            _start_in_the_open(request, kwargs)
        for page in Page.objects.filter(pk__in=_named_pages(request, kwargs)).exclude(
            pk__in=explorable(user)
        ):
            if match.url_name in (BROWSE_BELOW, CHOSEN) and (page.live or page.depth == 1):
                continue
            task = page.current_workflow_task
            if not (task and task.specific.user_can_access_editor(page, user)):
                raise PermissionDenied(_("This page belongs to another institution."))

    def process_template_response(self, request, response):
        match, context = request.resolver_match, response.context_data
        if match and context and _is_guarded(request):
            if match.url_name == "wagtail_bulk_action" and "items_with_no_access" in context:
                refused = context["items_with_no_access"]
                context["items_with_no_access"] = [entry for entry in refused if entry["can_edit"]]
            elif match.url_name in ("page_types_usage", "page_types_usage_results"):
                _hide_last_edited(context["object_list"], request.user)
            elif match.url_name == SEARCH:
                _hide_parents(context["pages"], request.user)
        return response


def _is_guarded(request) -> bool:
    return (
        request.path.startswith("/cms/") and request.user.is_authenticated and not request.user.is_superuser
    )


def _may_change_media(user, number: int) -> bool:
    # Stock asks only whether the user may change any medium at all (wagtailmedia/views/media.py: usage).
    return (
        media_policy.instances_user_has_any_permission_for(user, ["change", "delete"])
        .filter(pk=number)
        .exists()
    )


def _named_pages(request, kwargs) -> set[int]:
    """Numbers of the pages that an address of the admin names."""
    match = request.resolver_match
    numbers = {kwargs[name] for name in PAGE_ARGUMENTS if kwargs.get(name)}
    if match.view_name == "wagtailadmin_pages:revisions_compare":
        numbers.add(kwargs["pk"])
    if match.url_name == CHOSEN:
        numbers |= {number for number in request.GET.getlist("id") if number.isdecimal()}
    return numbers


def _start_in_the_open(request, kwargs) -> None:
    """Stock starts at the page above all pages of the wanted type, be it another institution's draft."""
    try:
        wanted = page_models_from_string(request.GET.get("page_type") or "wagtailcore.page")
    except (ValueError, LookupError):
        return  # the view's own 404
    start = Page.objects.type(*wanted).first_common_ancestor()
    if not start.live and not explorable(request.user).filter(pk=start.pk).exists():
        kwargs["parent_page_id"] = Page.get_first_root_node().pk


def _hide_last_edited(rows, user) -> None:
    """The report of page types names the page of each type that anybody edited last."""
    edited = {row.last_edited_page.pk for row in rows if row.last_edited_page}
    known = set(explorable(user).filter(pk__in=edited).values_list("pk", flat=True))
    for row in rows:
        if row.last_edited_page and row.last_edited_page.pk not in known:
            row.last_edited_page = None


def _hide_parents(pages, user) -> None:
    """The page above each search result by its public title, or none; stock asks for each and shows the draft's."""
    paths = {page.pk: page.path[: -Page.steplen] for page in pages}
    visible = Page.objects.filter(Q(live=True) | Q(pk__in=explorable(user)), path__in=set(paths.values()))
    parents = {parent.path: parent for parent in visible.specific(defer=True).select_related("locale")}
    for page in pages:
        page._cached_parent_obj = parents.get(paths[page.pk])
