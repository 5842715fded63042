"""``manage.py update_messages``: the Chinese catalogues, from the code, without a system gettext.

Message ids are English sentences in Python and templates; their translations live in
``site/config/locale``. A second catalogue, ``site/config/locale/upstream``, fills the gaps that Wagtail
and its companions leave in Chinese (``--upstream`` looks for new ones). Needs Babel (the ``test`` extra).
"""

import io
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.template import templatize

OUR_FOLDERS = ("site/config", "home", "courseware", "search", "templates")
UPSTREAM = ("wagtail", "wagtail_localize", "wagtailmedia", "taggit", "treebeard", "modelcluster")
NOT_OURS = {"migrations", "tests", "test", "node_modules", "locale", "project_template", "bin"}
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext")}
KEYWORDS |= {"gettext_noop": None, "npgettext_lazy": DEFAULT_KEYWORDS["npgettext"]}
LOCALE = "zh_Hans"

Key = tuple[object, str | None]


class SteadyCatalog(Catalog):
    """A catalogue whose header has no dates and no tool version: the same messages, the same bytes."""

    def __init__(self) -> None:
        super().__init__(locale=LOCALE, project="PedCommons", charset="utf-8", fuzzy=False, header_comment="")

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "PedCommons"),
            ("Language", LOCALE),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=1; plural=0;"),  # as Django's own: other forms would not merge
        ]

    @mime_headers.setter
    def mime_headers(self, value: object) -> None:
        """Babel writes here what it reads from a file; ours is fixed."""


def key(message: Message) -> Key:
    return message.id, message.context


def messages(catalog: Iterable[Message]) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return all(strings) and not message.fuzzy


def python_of(path: Path) -> str:
    """A template as the Python that Django's own extraction makes of it, indentation removed."""
    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.lstrip() for line in source.split("\n"))


def in_file(path: Path) -> Iterator[tuple]:
    text = path.read_text(encoding="utf-8") if path.suffix == ".py" else python_of(path)
    return extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True)


def extracted(folders: Iterable[Path], base: Path, suffixes: set[str]) -> SteadyCatalog:
    """Every message of the files below the folders, in the order of their paths."""
    catalog = SteadyCatalog()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            place = path.relative_to(base)
            if path.suffix not in suffixes or NOT_OURS & set(place.parts):
                continue
            for _line, ids, comments, context in in_file(path):
                catalog.add(ids, locations=[(place.as_posix(), 0)], auto_comments=comments, context=context)
    return catalog


def ours() -> SteadyCatalog:
    base = settings.BASE_DIR
    return extracted((base / name for name in OUR_FOLDERS), base, {".py", ".html", ".txt", ".xml"})


def upstream_packages() -> list[Path]:
    specs = (find_spec(name) for name in UPSTREAM)
    return [Path(spec.origin).parent for spec in specs if spec and spec.origin]


def listed(packages: Iterable[Path]) -> SteadyCatalog:
    catalog = SteadyCatalog()
    for file in (file for package in packages for file in sorted(package.rglob("locale/en/LC_MESSAGES/djangojs.po"))):
        with file.open("rb") as stream:
            for message in messages(read_po(stream)):
                catalog.add(message.id, locations=[(file.parents[3].name, 0)], context=message.context)
    return catalog


def upstream_gaps(domain: str) -> SteadyCatalog:
    """What the installed Wagtail and its companions say and nobody has put into Chinese."""
    packages = upstream_packages()
    # Their scripts come bundled, beyond extraction; their own English catalogue lists what these say.
    found = listed(packages) if domain == "djangojs" else extracted(packages, packages[0].parent, {".py", ".html", ".txt"})
    catalogs = [file for package in packages for file in package.rglob(f"locale/{LOCALE}/LC_MESSAGES/{domain}.mo")]
    django = Path(find_spec("django").origin).parent  # type: ignore[union-attr, arg-type]
    catalogs += django.glob(f"conf/locale/{LOCALE}/LC_MESSAGES/{domain}.mo")
    known: set[Key] = set()
    for file in catalogs:
        with file.open("rb") as stream:
            known |= {(singular(message), message.context) for message in messages(read_mo(stream)) if translated(message)}
    gaps = SteadyCatalog()
    for message in messages(found):
        if (singular(message), message.context) not in known:
            gaps.add(message.id, locations=message.locations, context=message.context)
    return gaps


def singular(message: Message) -> object:
    return message.id[0] if isinstance(message.id, list | tuple) else message.id


class Source:
    """One catalogue file and the code that it is made from."""

    def __init__(self, folder: Path, domain: str, extraction: Callable[[], SteadyCatalog]) -> None:
        self.po = folder / LOCALE / "LC_MESSAGES" / f"{domain}.po"
        self.mo = self.po.with_suffix(".mo")
        self.extraction = extraction

    def read(self) -> Catalog:
        if not self.po.exists():
            return SteadyCatalog()
        with self.po.open("rb") as stream:
            return read_po(stream, locale=LOCALE)

    def update(self) -> None:
        """The messages of the code with the translations we have; what the code no longer says goes."""
        kept = {key(message): message for message in messages(self.read())}
        fresh = self.extraction()
        for message in messages(fresh):
            if old := kept.get(key(message)):
                message.string, message.flags = old.string, message.flags | (old.flags & {"fuzzy"})
        self.po.parent.mkdir(parents=True, exist_ok=True)
        with self.po.open("wb") as stream:
            write_po(stream, fresh, width=0, include_lineno=False, ignore_obsolete=True, sort_output=True)
        self.compile()

    def compile(self) -> None:
        steady = SteadyCatalog()
        for message in messages(self.read()):
            steady.add(message.id, message.string, flags=message.flags, context=message.context)
        with self.mo.open("wb") as stream:
            write_mo(stream, steady)

    def incomplete(self) -> Iterator[str]:
        for message in messages(self.read()):
            if not translated(message):
                yield f"{'fuzzy' if message.fuzzy else 'not translated'}: {message.id!r}"

    def stale(self) -> Iterator[str]:
        """Where the catalogue and the code differ."""
        said, kept = ({key(message) for message in messages(catalog)} for catalog in (self.extraction(), self.read()))
        yield from (f"not in the catalogue: {id!r}" for id, _context in sorted(said - kept, key=str))
        yield from (f"no longer in the code: {id!r}" for id, _context in sorted(kept - said, key=str))

    def uncompiled(self) -> Iterator[str]:
        with self.mo.open("rb") as stream:
            compiled = {(singular(m), m.context): m.string for m in messages(read_mo(stream))}
        written = {(singular(m), m.context): m.string for m in messages(self.read()) if translated(m)}
        for id, context in sorted(written.keys() | compiled.keys(), key=str):
            if written.get((id, context)) != compiled.get((id, context)):
                yield f"the compiled file differs: {id!r}"


LOCALE_DIR = Path(settings.LOCALE_PATHS[0])
OURS = Source(LOCALE_DIR, "django", ours)
UPSTREAM_SOURCES = [
    Source(LOCALE_DIR / "upstream", domain, lambda domain=domain: upstream_gaps(domain))  # type: ignore[misc]
    for domain in ("django", "djangojs")
]


class Command(BaseCommand):
    help = "Brings the Chinese catalogues up to the code and compiles them."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="write nothing; fail if anything is missing, fuzzy or stale")
        parser.add_argument("--upstream", action="store_true", help="also look for new gaps in Wagtail's own catalogues")

    def handle(self, *, check: bool, upstream: bool, **options):
        sources = [OURS, *UPSTREAM_SOURCES]
        if check:
            self._check(sources, against_code=sources if upstream else [OURS])
            return
        for source in sources:
            if source is OURS or upstream:
                source.update()
            else:
                source.compile()
            left = list(source.incomplete())
            self.stdout.write(f"{source.po.relative_to(settings.BASE_DIR)}: {len(source.read())} messages, {len(left)} to translate")
            for line in left:
                self.stdout.write(f"  {line}")

    def _check(self, sources: list[Source], *, against_code: list[Source]) -> None:
        complaints = []
        for source in sources:
            found = [*source.incomplete(), *source.uncompiled(), *(source.stale() if source in against_code else ())]
            complaints += [f"{source.po.relative_to(settings.BASE_DIR)}: {line}" for line in found]
        if complaints:
            raise CommandError("\n".join([*complaints, f"{len(complaints)} to mend: run manage.py update_messages."]))
        self.stdout.write(self.style.SUCCESS("The catalogues are complete and compiled."))
