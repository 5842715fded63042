"""Reviews follow the text."""

from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page

from courseware.review import services
from home import publication


@receiver(post_save)
def begin_anew_when_the_text_changes(sender, instance, raw=False, update_fields=None, **kwargs):
    # Not at the saving of the revision: the page does not yet know it as its newest one.
    if raw or not isinstance(instance, Page) or "latest_revision" not in (update_fields or ()):
        return
    running = instance.current_workflow_state
    if (
        running
        and running.current_task_state
        and running.current_task_state.revision_id != instance.latest_revision_id
    ):
        services.begin_anew(page=instance, by=instance.latest_revision.user)


@receiver(pre_save, sender=Page)
def guard_the_row(sender, instance, raw=False, update_fields=None, **kwargs):
    # Pages of our own kinds guard themselves; somebody may also hold one as a plain `Page`.
    if not raw and instance.depth != 1 and not publication.may_write(instance, update_fields):
        raise RuntimeError("A program that drafts must hold the page as its own kind: page.specific.")
