"""wagtail-localize, on the way through the review.

Stock `TranslationSource.create_or_update_translation` writes the row of a live translation before it makes the
revision, publishes on commit without a user, and is reached with the right to submit translations alone
(wagtail_localize/models.py, views/update_translations.py). It offers no hook, so it is wrapped: what it would write to
readers becomes a draft, and what it would publish is submitted.
"""

from functools import wraps

from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from courseware.review import services
from home import publication


def install() -> None:
    """Wrap it once."""
    stock = TranslationSource.create_or_update_translation
    if hasattr(stock, "__wrapped__"):
        return

    @wraps(stock)
    def through_the_review(source, locale, user=None, publish=True, **options):
        with publication.drafting():
            target, created = stock(source, locale, user=user, publish=False, **options)
        if publish and isinstance(target, Page):
            services.submit(page=Page.objects.get(pk=target.pk).specific, by=user)
        return target, created

    TranslationSource.create_or_update_translation = through_the_review
