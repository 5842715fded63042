"""What one person may do with one page."""

from wagtail.locks import WorkflowLock
from wagtail.models import PagePermissionTester


class GatedPagePermissionTester(PagePermissionTester):
    """As stock, but nobody publishes: a page goes live when its review ends well.

    The grant "publish" means the rest of what stock ties to it: taking offline, restricting, deleting and moving what
    is public.
    """

    def can_publish(self) -> bool:
        # A translator's screen calls its button so; what it does is to submit (``page.publishing_submits``).
        return getattr(self.page, "publishing_submits", False) and self.can_edit() and not self.page_locked()

    def can_unpublish(self) -> bool:
        """Who answers for a branch (the grant "lock": lead teachers) takes its pages offline, even during a review."""
        if not self.user.is_active or not self.page.live or self.page_is_root:
            return False
        lock = self.page.get_lock()
        if lock and not isinstance(lock, WorkflowLock) and lock.for_user(self.user):
            return False
        return self.user.is_superuser or bool({"publish", "lock"} & set(self.permissions))

    def can_publish_subpage(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()
