"""``manage.py publish_scheduled``: as Wagtail's, but one refusal does not keep the others waiting."""

from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as StockCommand
from wagtail.models import Revision

from home.publication import PublicationRefused, refusals


class Command(StockCommand):
    help = "Takes expired pages offline and publishes what is due, if the gate still lets it through."

    def handle(self, *args, **options):
        if not options["dryrun"]:
            self._set_aside()
        super().handle(*args, **options)

    def _set_aside(self) -> None:
        """Stock stops at the first page that may not go live: those are taken off the schedule and named."""
        for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()):
            reasons = refusals(revision)
            if reasons:
                revision.approved_go_live_at = None
                revision.save(update_fields=["approved_go_live_at"])
                self.stderr.write(str(PublicationRefused([f"{revision.object_str}:", *reasons])))
