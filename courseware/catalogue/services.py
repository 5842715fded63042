"""What others may write into pages of the catalogue."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from courseware.catalogue.models.mixins import TeachingPage

# Guidelines change: after two years a text is read again.
REVIEW_PERIOD = timedelta(days=730)


def record_review(*, page: Page) -> None:
    """Tell readers that a page was reviewed today, and when it is to be reviewed again."""
    page = Page.objects.get(pk=page.pk).specific  # as it is now that it is published
    if isinstance(page, TeachingPage) and page.live:
        today = timezone.localdate()
        type(page).objects.filter(pk=page.pk).update(reviewed_on=today, review_due=today + REVIEW_PERIOD)
