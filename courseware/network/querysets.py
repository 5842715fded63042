"""Adjectives for the tables of the network."""

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.utils import timezone


def valid_on(day) -> Q:
    """Rows whose period (`valid_from`, `valid_to`, both inclusive, both open) holds `day`."""
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    )


class PeriodQuerySet(models.QuerySet):
    """Rows that hold for a period of time."""

    def current(self, day=None) -> "PeriodQuerySet":
        return self.filter(valid_on(day or timezone.localdate()))


class MembershipQuerySet(PeriodQuerySet):
    def accounts(self) -> models.QuerySet:
        """The active accounts of those who hold one of these memberships, each once."""
        users = get_user_model().objects.filter(is_active=True, person__memberships__in=self)
        return users.distinct().order_by("pk")


class AgreementQuerySet(PeriodQuerySet):
    def of(self, institution) -> "AgreementQuerySet":
        """Agreements that an institution has signed."""
        return self.filter(parties__institution=institution).distinct()


class InstitutionQuerySet(models.QuerySet):
    def at_level(self, *levels: str, day=None) -> "InstitutionQuerySet":
        """Institutions that hold one of `levels` today (or on `day`)."""
        periods = self.model.levels.rel.related_model.objects.current(day)
        return self.filter(pk__in=periods.filter(level__in=levels).values("institution"))
