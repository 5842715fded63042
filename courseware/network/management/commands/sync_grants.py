"""``manage.py sync_grants``: repair permissions that drifted from the network's records, and say which."""

from django.core.management.base import BaseCommand

from courseware.network.grants import synchronise


class Command(BaseCommand):
    help = "Brings groups and permissions in line with memberships, institutions and partners. Run it once a day."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="only report; exit with 1 when something drifted"
        )

    def handle(self, *, check: bool, **options):
        drift = synchronise(repair=not check)
        for difference in drift:
            self.stdout.write(str(difference))
        self.stdout.write(f"{len(drift)} differences{' found' if check else ' repaired'}")
        if check and drift:
            raise SystemExit(1)
