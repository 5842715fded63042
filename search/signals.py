"""When the index changes: pages enter it after the commit, and leave it in the same transaction.

Addresses are not in the index, so a changed slug does not matter to it.
"""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.models import MediaTrack
from search import services
from search.documents import pages_with
from search.engines import current_engine
from search.models import SearchDocument


def _after_commit(service, page_id: int) -> None:
    # Robust: a fault of the index is logged and never undoes somebody's publishing.
    # No partial: Django logs the name of the function, and a partial has none.
    def bring_up_to_date() -> None:
        service(page_id=page_id)

    transaction.on_commit(bring_up_to_date, robust=True)


@receiver(page_published)
def enter_the_index(sender, instance, **kwargs) -> None:
    _after_commit(services.index_page, instance.pk)


@receiver(page_unpublished)
def leave_the_index(sender, instance, **kwargs) -> None:
    services.remove_page(page_id=instance.pk)


@receiver(post_page_move)
def follow_the_branch(sender, instance, **kwargs) -> None:
    _after_commit(services.index_branch, instance.pk)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def mind_the_restriction(sender, instance, **kwargs) -> None:
    _after_commit(services.index_branch, instance.page_id)


@receiver([post_save, post_delete], sender=MediaTrack)
def follow_the_captions(sender, instance, **kwargs) -> None:
    for page_id in pages_with(instance).values_list("pk", flat=True):
        _after_commit(services.index_page, page_id)


@receiver(post_delete, sender=SearchDocument)
def forget_the_tokens(sender, instance, **kwargs) -> None:
    # Also reached by the cascade when a page is deleted.
    current_engine().delete(instance.pk)
