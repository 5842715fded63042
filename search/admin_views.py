"""What readers sought in vain, for those who write the glossary."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import Concept, Sought


class SoughtReport(ReportView):
    """Queries of several days, the most frequent first."""

    model = Sought
    permission_policy = ModelPermissionPolicy(Concept)
    any_permission_required = ["change"]
    index_url_name = "sought_in_vain"
    index_results_url_name = "sought_in_vain_results"
    page_title = _("Sought in vain")
    header_icon = "search"
    default_ordering = "-days"
    columns = [
        Column("text", label=_("Sought"), accessor="text"),
        Column("language", label=_("Language"), accessor="get_language_display"),
        Column("days", label=_("Days"), accessor="days"),
        Column("last_day", label=_("Last sought on"), accessor="last_day"),
    ]

    def get_queryset(self):
        return Sought.objects.exclude(text="").order_by("-days", "text")
