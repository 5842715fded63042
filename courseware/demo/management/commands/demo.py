"""``manage.py demo``: migrate, load the demonstration library, print where to look, serve."""

import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection

from courseware.demo.loader import load
from courseware.demo.network import PASSWORD
from courseware.demo.texts import LibraryError
from courseware.network.enums import Role
from courseware.network.models import Membership


def empty_database() -> None:
    """Drop every table: the first rows come from the migrations, so these must run again."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
            return
    name = Path(connection.settings_dict["NAME"])
    connection.close()
    for file in (name, Path(f"{name}-wal"), Path(f"{name}-shm")):
        file.unlink(missing_ok=True)


@contextmanager
def _without_mails():
    """The people of the library have no letter boxes."""
    kept, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.dummy.EmailBackend"
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = kept


class Command(BaseCommand):
    help = "Migrates, loads the demonstration library (again and again without harm) and serves it."

    def add_arguments(self, parser):
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="where to serve")
        parser.add_argument("--no-serve", action="store_true", help="load only")
        parser.add_argument(
            "--reset", action="store_true", help="empty the database first: everything in it is lost"
        )

    def handle(self, *, address: str, no_serve: bool, reset: bool, **options):
        if not settings.DEMO_ALLOWED:
            raise CommandError(
                "The demonstration library has accounts with a published password: not on this site."
            )
        started = time.monotonic()
        if reset:
            empty_database()
        call_command("migrate", verbosity=0)
        try:
            with _without_mails():
                load(self._report)
        except LibraryError as error:
            raise CommandError(str(error)) from error
        self._administrator()
        self.stdout.write(self.style.SUCCESS(f"The library is loaded ({time.monotonic() - started:.0f} s)."))
        self._addresses(address)
        if not no_serve:
            call_command("runserver", address, use_reloader=False)

    def _report(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()

    def _administrator(self) -> None:
        users = get_user_model()
        if not users.objects.filter(username="admin").exists():
            users.objects.create_superuser("admin", "admin@example.org", PASSWORD)

    def _addresses(self, address: str) -> None:
        base = f"http://{address}"
        self.stdout.write(
            f"\n  {base}/zh-hans/   中文\n  {base}/en/        English\n  {base}/cms/       for teachers\n"
        )
        self.stdout.write(f"\n  One account per role, password {PASSWORD}:")
        self.stdout.write("    admin              site administrator")
        for role in Role:
            held = Membership.objects.current().filter(role=role, person__account__isnull=False)
            first = held.select_related("person__account", "institution").order_by("pk").first()
            if first and role != Role.AFFILIATED:
                place = f", {first.institution.name_en}" if first.institution else ""
                self.stdout.write(f"    {first.person.account.username:<18} {role.value}{place}")
        self.stdout.write("")
