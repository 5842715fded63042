from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from search import lexicon
from search.enums import Part
from search.models import Concept, Name, Stamp

TABLES = (".csv", ".tsv")


class Command(BaseCommand):
    help = (
        "Adds concepts to the glossary: those that come with the site, or those of files: our own format "
        "(.txt) or a table (.csv, .tsv) with columns such as id, name_zh, name_en, synonyms. What editors "
        "have written stays; names that another concept has are reported and left out."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="*", help="without any: those that come with the site")
        parser.add_argument("--source", default="", help="where the names of a table were taken from")

    def handle(self, *args, **options) -> None:
        try:
            entries = [entry for name in options["files"] for entry in self._read(name, options["source"])]
            if not options["files"]:
                entries = list(lexicon.shipped())
        except (OSError, UnicodeDecodeError, lexicon.LexiconError) as error:
            raise CommandError(f"Nothing was imported: {error}") from error
        report = lexicon.load(entries, concept_model=Concept, name_model=Name)
        Stamp.renew(Part.GLOSSARY)  # many rows at once send no signal
        self.stdout.write(f"{report.concepts} new concepts, {report.names} new names.")
        for name in report.too_long:
            self.stdout.write(f"left out, because it is too long for a name: {name[:80]}…")
        for name in report.conflicts:
            self.stdout.write(f"left out, because another concept has this name: {name}")

    def _read(self, name: str, source: str):
        path = Path(name)
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        if path.suffix.lower() in TABLES:
            return lexicon.parse_table(lines, source=source or path.name)
        return lexicon.parse(lines)
