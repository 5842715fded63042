"""What the index must remember of itself, and what readers sought in vain."""

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.enums import Part


class Stamp(models.Model):
    """Changes whenever a part of the index does: processes keep what they read until it differs."""

    part = models.CharField(max_length=12, choices=Part.choices, primary_key=True)
    value = models.UUIDField(default=uuid4)

    class Meta:
        verbose_name = _("state of the index")
        verbose_name_plural = _("states of the index")

    def __str__(self) -> str:
        return f"{self.part} {self.value}"

    @classmethod
    def renew(cls, part: Part) -> None:
        """Say that `part` has changed. Writers of the index come here first: on PostgreSQL the row
        is their lock, so that two of them never wait for each other's words."""
        cls.objects.update_or_create(part=part, defaults={"value": uuid4()})

    @classmethod
    def wait(cls, part: Part) -> None:
        """Within a transaction: until nobody writes `part`; who comes later waits for its end."""
        list(cls.objects.select_for_update().filter(part=part))

    @classmethod
    def current(cls) -> dict[str, UUID]:
        return dict(cls.objects.values_list("part", "value"))


class PendingChange(models.Model):
    """A page whose document Elasticsearch has not been told of yet. No foreign key: it may be deleted.

    `version` is the moment of the change in nanoseconds: of two writers the later one wins there.
    """

    page_id = models.PositiveBigIntegerField(primary_key=True)
    version = models.PositiveBigIntegerField()
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("pending change of the index")
        verbose_name_plural = _("pending changes of the index")

    def __str__(self) -> str:
        return str(self.page_id)


class Sought(models.Model):
    """A query that found nothing, counted by day; its words are kept only once several days asked for them.

    A single query may hold anything, the name of a child as well: until then there is a keyed digest.
    """

    digest = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    text = models.CharField(_("sought"), max_length=80, blank=True)
    days = models.PositiveIntegerField(_("days"), default=0)
    last_day = models.DateField(_("last sought on"), null=True)

    class Meta:
        verbose_name = _("sought in vain")
        verbose_name_plural = _("sought in vain")
        constraints = [models.UniqueConstraint(fields=["digest", "language"], name="one_row_per_query")]

    def __str__(self) -> str:
        return self.text or self.digest[:8]
