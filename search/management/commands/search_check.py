from django.core.management.base import BaseCommand, CommandError

from search import consistency, services, terms
from search.consistency import Differences
from search.engines.elastic import Unanswered
from search.engines.server import elastic_engine
from search.models import PendingChange, SearchDocument


class Command(BaseCommand):
    help = "Compares the pages, the search index and the search server; fails when they differ."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--mend", action="store_true", help="bring them into line")

    def handle(self, *args, **options) -> None:
        mend = options["mend"]
        found = consistency.of_database()
        self._tell("index", found)
        if mend and found:
            services.index_pages(page_ids=found.every)
            terms.recount()
        differs = bool(found)
        if engine := elastic_engine():
            try:
                on_server = consistency.of_server(engine)
                self._tell("search server", on_server)
                if mend:
                    for _done in consistency.level(engine):
                        pass
            except Unanswered as fault:
                raise CommandError(f"The search server does not answer ({fault}).") from fault
            differs = differs or bool(on_server)
            self.stdout.write(f"{PendingChange.objects.count()} changes wait for the search server.")
        if differs and not mend:
            raise CommandError("The search index differs from the pages: run search_check --mend.")
        self.stdout.write(
            f"{SearchDocument.objects.count()} documents{' after mending' if differs else ', all right'}."
        )

    def _tell(self, where: str, found: Differences) -> None:
        for kind in ("missing", "outdated", "superfluous"):
            if pages := getattr(found, kind):
                self.stdout.write(f"{where}: {len(pages)} {kind}: {', '.join(map(str, pages[:20]))}")
        if found.miscounted:
            self.stdout.write(f"{where}: {found.miscounted} words counted wrongly")
