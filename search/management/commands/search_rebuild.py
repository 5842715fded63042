from django.core.management.base import BaseCommand

from search import services

STEP = 100


class Command(BaseCommand):
    help = "Brings the search index up to date with the published pages; safe to run at any time."

    def handle(self, *args, **options) -> None:
        done = 0
        for done, total in services.rebuild():
            if done % STEP == 0:
                self.stdout.write(f"{done} of {total} pages")
        self.stdout.write(f"{done} pages are in the search index.")
