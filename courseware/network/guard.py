"""Nobody learns the titles of another institution's drafts.

Stock Wagtail lets every editor open the explorer and the page chooser at any page by its number, and shows the
draft titles of what lies there (wagtail/admin/views/pages/listing.py, views/chooser.py).
"""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Page

from courseware.network.permissions import may_explore

CHOOSER = "wagtailadmin_choose_page_child"
PAGE_ARGUMENTS = ("page_id", "parent_page_id")


class TerritoryMiddleware:
    """Refuses admin addresses that name a page outside the user's territory."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        number = next((kwargs[name] for name in PAGE_ARGUMENTS if kwargs.get(name)), None)
        user = request.user
        if number is None or not request.path.startswith("/cms/") or not user.is_authenticated or user.is_superuser:
            return
        page = Page.objects.filter(pk=number).first()
        if page is None or may_explore(user, page):
            return
        # Published pages of others may be chosen (reuse is the point of the network), never browsed.
        if request.resolver_match.url_name == CHOOSER and (page.live or page.depth == 1):
            return
        task = page.current_workflow_task
        if task and task.specific.user_can_access_editor(page, user):
            return
        raise PermissionDenied(_("This page belongs to another institution."))
