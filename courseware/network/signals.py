"""Grants follow the records in the same transaction: a removed partner has no minute left to edit."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import GroupPagePermission, Revision

from courseware.network import grants
from courseware.network.models import Institution, InstitutionPage, Membership, Partner, Person

RECORDS = (Institution, InstitutionPage, Membership, Partner, Person)


@receiver(post_save)
@receiver(post_delete)
def follow_records(sender, **kwargs):
    if sender in RECORDS and not kwargs.get("raw"):
        grants.synchronise()


@receiver(post_save, sender=Revision)
def follow_drafts(sender, instance, raw=False, **kwargs):
    """A partner named in a draft may work on it before it is published."""
    if raw or "partners" not in instance.content:
        return
    shared = GroupPagePermission.objects.filter(page_id=instance.object_id).exists()
    if instance.content["partners"] or shared:
        grants.synchronise()
