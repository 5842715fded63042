"""``manage.py send_review_reminders``: remind reviewers, tell the chief editors, send mails that wait. Once a day or an hour."""

from django.core.management.base import BaseCommand

from courseware.review.notices import send_waiting
from courseware.review.reminders import send_reminders


class Command(BaseCommand):
    help = (
        "Reminds reviewers, escalates to the chief editors, sends the mails that wait; nobody is told twice."
    )

    def handle(self, **options):
        reminded, escalated = send_reminders()
        self.stdout.write(f"{reminded} reminded, {escalated} escalated")
        sent, waiting = send_waiting()
        if sent or waiting:
            self.stdout.write(f"{sent} waiting mails sent, {waiting} still wait")
