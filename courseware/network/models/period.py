"""Something that holds for a period of time."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courseware.network.querysets import PeriodQuerySet


class Period(models.Model):
    """First and last day, both inclusive; an empty end is open."""

    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day cannot be before the first day.")})

    @property
    def is_current(self) -> bool:
        today = timezone.localdate()
        return (self.valid_from or today) <= today <= (self.valid_to or today)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two periods share a day."""
        starts_before_end = not (self.valid_from and other.valid_to and self.valid_from > other.valid_to)
        ends_after_start = not (other.valid_from and self.valid_to and other.valid_from > self.valid_to)
        return starts_before_end and ends_after_start
