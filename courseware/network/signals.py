"""Grants follow the records in the same transaction: a removed partner has no minute left to edit."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import GroupPagePermission, Page

from courseware.network import grants
from courseware.network.models import Institution, InstitutionPage, Membership, Partner, Person

RECORDS = (Institution, InstitutionPage, Membership, Partner, Person)


@receiver(post_save)
@receiver(post_delete)
def follow_records(sender, **kwargs):
    if sender in RECORDS and not kwargs.get("raw"):
        grants.synchronise()


@receiver(post_save)
def follow_drafts(sender, instance, raw=False, update_fields=None, **kwargs):
    """A partner named in a draft may work on it before it is published.

    Not at the saving of the revision: the page does not yet know it as its newest one.
    """
    if raw or not isinstance(instance, Page) or "latest_revision" not in (update_fields or ()):
        return
    partners = instance.latest_revision.content.get("partners")
    if partners or (
        partners is not None and GroupPagePermission.objects.filter(page_id=instance.pk).exists()
    ):
        grants.synchronise()
