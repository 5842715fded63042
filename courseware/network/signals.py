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
    if sender not in RECORDS or kwargs.get("raw"):
        return
    if sender is InstitutionPage and "created" in kwargs and _is_granted(kwargs["instance"]):
        return  # published once more: whose branch it is has not changed
    grants.synchronise()


def _is_granted(page: InstitutionPage) -> bool:
    owners = GroupPagePermission.objects.filter(page=page).values_list("group__grant__institution", flat=True)
    return set(owners) == {page.institution_id}


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
