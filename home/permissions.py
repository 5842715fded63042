"""What one person may do with one page."""

from wagtail.models import PagePermissionTester


class GatedPagePermissionTester(PagePermissionTester):
    """As stock, but nobody publishes: a page goes live when its review ends well.

    The grant "publish" means the rest of what stock ties to it: taking offline, restricting, deleting and moving what
    is public.
    """

    def can_publish(self) -> bool:
        # A translator's screen calls its button so; what it does is to submit (``page.publishing_submits``).
        return getattr(self.page, "publishing_submits", False) and self.can_edit() and not self.page_locked()

    def can_publish_subpage(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()
