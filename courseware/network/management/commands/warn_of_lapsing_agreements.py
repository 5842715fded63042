"""``manage.py warn_of_lapsing_agreements``: tell the parties 60 and 14 days before an agreement ends. Once a day."""

from django.core.management.base import BaseCommand

from courseware.network import notices


class Command(BaseCommand):
    help = "Mails those who answer for agreements that lapse within 60 and 14 days; nobody is told twice."

    def handle(self, **options):
        notices.forget_renewed()
        failed = 0
        for agreement, days in list(notices.due_warnings()):
            try:
                told = notices.warn(agreement, days)
            except (
                OSError
            ) as error:  # the mail server is down: the others may still be told, the next run tries again
                failed += 1
                self.stderr.write(f"{agreement}: {error}")
            else:
                self.stdout.write(f"{agreement}: {told} told, {agreement.days_left} days left")
        if failed:
            raise SystemExit(1)
