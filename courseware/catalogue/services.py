"""What others may write into pages of the catalogue."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from courseware.catalogue.enums import VersionKind
from courseware.catalogue.models import Version
from courseware.catalogue.models.mixins import TeachingPage

# Guidelines change: after two years a text is read again.
REVIEW_PERIOD = timedelta(days=730)


def record_version(
    *,
    page: Page,
    kind: VersionKind,
    institutions: int = 0,
    reviewers: Sequence[tuple[str, str]] = (),
    changed: Sequence[str] = (),
    reason: str = "",
) -> None:
    """Tell readers what became public today: by whom it was judged, what changed, when it is to be reviewed again.

    An urgent correction is no review: the dates stay as they were.
    """
    page = Page.objects.get(pk=page.pk).specific  # as it is now that it is published
    if not (isinstance(page, TeachingPage) and page.live):
        return
    today = timezone.localdate()
    Version.objects.create(
        page=page,
        published_on=today,
        kind=kind,
        institutions=institutions,
        reviewers=list(reviewers),
        changed=list(changed),
        reason=reason,
    )
    if kind != VersionKind.CORRECTION:
        type(page).objects.filter(pk=page.pk).update(reviewed_on=today, review_due=today + REVIEW_PERIOD)
