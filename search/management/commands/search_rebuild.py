from django.core.management.base import BaseCommand, CommandError

from search import consistency, outbox, services
from search.engines.elastic import Unanswered
from search.engines.server import circuit, elastic_engine


class Command(BaseCommand):
    help = (
        "Brings the search index up to date with the published pages, and the search server with the index. "
        "Safe to run at any time: readers go on searching, and an interrupted run goes on where it was."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--all", action="store_true", help="also what seems to be up to date")

    def handle(self, *args, **options) -> None:
        done = 0
        for done, total in services.rebuild(everything=options["all"]):
            self.stdout.write(f"{done} of {total} pages")
        self.stdout.write(f"{done} pages are in the search index.")
        if engine := elastic_engine():
            try:
                for done, total in consistency.rebuild_server(engine):
                    self.stdout.write(f"{done} of {total} documents sent")
            except Unanswered as fault:
                raise CommandError(
                    f"The search server does not answer ({fault}). The database index is complete and answers; "
                    "run the command again when the server is back."
                ) from fault
            circuit.close()
            outbox.deliver()
            self.stdout.write("The search server has them too.")
