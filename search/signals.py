"""When the index changes: pages enter it after the commit, and leave it in the same transaction. Those
behind a restriction leave it after the commit, and are not found from the moment it is stored.

Addresses are not in the index, so a changed slug does not matter to it.
"""

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from courseware.catalogue.models import CoursePage, Keyword, Term
from courseware.network.models import Institution, InstitutionPage, Person
from home.models import MediaTrack, TeachingMedia
from search import services
from search.documents import pages_naming, pages_showing
from search.enums import Part
from search.models import Concept, Name, SearchDocument, Stamp
from search.tasks import bring_up_to_date


def _after_commit(service, page_id: int) -> None:
    # Robust: a fault of the index is logged and never undoes somebody's publishing.
    # No partial: Django logs the name of the function, and a partial has none.
    def follow() -> None:
        service(page_id=page_id)

    transaction.on_commit(follow, robust=True)


@receiver(page_published)
def enter_the_index(sender, instance, **kwargs) -> None:
    # The partners of a course are those of its lessons too, and the institution of a branch is that of its pages.
    is_branch = isinstance(instance, CoursePage) or (
        isinstance(instance, InstitutionPage)
        and not SearchDocument.objects.filter(pk=instance.pk, institutions=instance.institution.slug).exists()
    )
    _after_commit(services.index_branch if is_branch else services.index_page, instance.pk)


@receiver(page_unpublished)
def leave_the_index(sender, instance, **kwargs) -> None:
    services.remove_pages(page_ids=[instance.pk])


@receiver(post_page_move)
def follow_the_branch(sender, instance, **kwargs) -> None:
    _after_commit(services.index_branch, instance.pk)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def mind_the_restriction(sender, instance, **kwargs) -> None:
    _after_commit(services.index_branch, instance.page_id)


@receiver([post_save, post_delete], sender=MediaTrack)
def follow_the_captions(sender, instance, **kwargs) -> None:
    _index_pages_showing(instance.media)


@receiver(pre_delete, sender=TeachingMedia)
def forget_the_video(sender, instance, **kwargs) -> None:
    _index_pages_showing(instance)  # before: its references go with it


def _index_pages_showing(video: TeachingMedia) -> None:
    for page_id in pages_showing(video).values_list("pk", flat=True):
        _after_commit(services.index_page, page_id)


@receiver(post_save, sender=Institution)
@receiver(post_save, sender=Person)
@receiver(post_save, sender=Term)
@receiver(post_save, sender=Keyword)
def follow_the_name(sender, instance, created, **kwargs) -> None:
    if created or kwargs.get("raw"):
        return

    def follow() -> None:
        _bring_up_to_date(_live_pages_naming(instance))

    transaction.on_commit(follow, robust=True)


@receiver(pre_delete, sender=Institution)
@receiver(pre_delete, sender=Person)
@receiver(pre_delete, sender=Term)
@receiver(pre_delete, sender=Keyword)
def forget_the_name(sender, instance, **kwargs) -> None:
    # Before: afterwards nothing says any more where the name stood.
    page_ids = _live_pages_naming(instance)

    def follow() -> None:
        _bring_up_to_date(page_ids)

    transaction.on_commit(follow, robust=True)


def _live_pages_naming(thing: Model) -> list[int]:
    return list(pages_naming(thing).live().values_list("pk", flat=True))


def _bring_up_to_date(page_ids: list[int]) -> None:
    if page_ids:
        bring_up_to_date.enqueue(page_ids)


@receiver(pre_delete, sender=SearchDocument)
def forget_the_document(sender, instance, **kwargs) -> None:
    # Before: its captions still say which tokens are theirs. Also reached by the cascade when a
    # page is deleted.
    services.forget(instance)


@receiver([post_save, post_delete], sender=Concept)
@receiver([post_save, post_delete], sender=Name)
def renew_the_glossary(sender, instance, **kwargs) -> None:
    Stamp.renew(Part.GLOSSARY)
