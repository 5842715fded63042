"""``manage.py update_messages``: the Chinese catalogues, from the code, without a system gettext.

Message ids are English sentences in Python and templates; their translations live in
``site/config/locale``. A second catalogue, ``site/config/locale/upstream``, fills the gaps that
Wagtail and its companions leave in Chinese (``--upstream`` looks for new ones). Needs Babel (the
``test`` extra).
"""

import io
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import django
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
FUNCTIONS = ("gettext", "ngettext", "pgettext", "npgettext")
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in FUNCTIONS}
KEYWORDS |= {"gettext_noop": None}
LOCALE = "zh_Hans"
# Wagtail has these in Chinese, but not as an editor would understand them: ours go first.
CORRECTED = {"Promote", "Locale", "Locale: "}

Key = tuple[object, str | None]


class SteadyCatalog(Catalog):
    """Its header has no dates and no tool version: the same messages, the same bytes."""

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
            # As Django's own: other forms would not merge.
            ("Plural-Forms", "nplurals=1; plural=0;"),
        ]

    @mime_headers.setter
    def mime_headers(self, value: object) -> None:
        """Babel writes here what it reads from a file; ours is fixed."""


def key(message: Message) -> Key:
    return tuple(message.id) if isinstance(message.id, list) else message.id, message.context


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
    return extract(
        "python",
        io.BytesIO(text.encode()),
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )


def extracted(folders: Iterable[Path], base: Path, suffixes: set[str]) -> SteadyCatalog:
    """Every message of the files below the folders, in the order of their paths."""
    catalog = SteadyCatalog()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            place = path.relative_to(base)
            if path.suffix not in suffixes or NOT_OURS & set(place.parts) or unused(path):
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


def unused(path: Path) -> bool:
    """Whether a file belongs to one of Wagtail's optional apps that this site does not install."""
    _before, _contrib, app = path.as_posix().partition("wagtail/contrib/")
    return bool(app) and f"wagtail.contrib.{app.split('/')[0]}" not in settings.INSTALLED_APPS


def listed(packages: Iterable[Path]) -> SteadyCatalog:
    catalog = SteadyCatalog()
    name = "locale/en/LC_MESSAGES/djangojs.po"
    for file in (file for package in packages for file in sorted(package.rglob(name))):
        with file.open("rb") as stream:
            for message in messages(read_po(stream)):
                catalog.add(message.id, locations=[(file.parents[3].name, 0)], context=message.context)
    return catalog


def shipped(packages: Iterable[Path], domain: str) -> set[Key]:
    """What Django, Wagtail and its companions say in Chinese themselves."""
    name = f"locale/{LOCALE}/LC_MESSAGES/{domain}.mo"
    files = [file for package in packages for file in package.rglob(name)]
    known: set[Key] = set()
    for file in files:
        if unused(file):
            continue
        with file.open("rb") as stream:
            for message in filter(translated, messages(read_mo(stream))):
                context = message.context
                context = context.decode() if isinstance(context, bytes) else context
                known |= {(key(message)[0], context), (singular(message), context)}
    return known


def upstream_gaps(domain: str) -> SteadyCatalog:
    """What the installed Wagtail and its companions say and nobody has put into Chinese."""
    packages = upstream_packages()
    if domain == "djangojs":  # their scripts come bundled, but their English catalogue lists them
        found = listed(packages)
    else:
        found = extracted(packages, packages[0].parent, {".py", ".html", ".txt"})
    known = shipped([*packages, Path(django.__file__).parent], domain)
    gaps = SteadyCatalog()
    for message in messages(found):
        if key(message) not in known or message.id in CORRECTED:
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

    def __str__(self) -> str:
        return str(self.po.relative_to(settings.BASE_DIR))

    def read(self) -> Catalog:
        if not self.po.exists():
            return SteadyCatalog()
        with self.po.open("rb") as stream:
            return read_po(stream, locale=LOCALE)

    def update(self) -> None:
        """The messages of the code with the translations we have; the others go."""
        kept = {key(message): message for message in messages(self.read())}
        fresh = self.extraction()
        for message in messages(fresh):
            if old := kept.get(key(message)):
                message.string, message.flags = old.string, message.flags | (old.flags & {"fuzzy"})
        self.po.parent.mkdir(parents=True, exist_ok=True)
        with self.po.open("wb") as stream:
            write_po(stream, fresh, width=0, include_lineno=False, ignore_obsolete=True, sort_output=True)
        self.compile()

    def compiled(self) -> bytes:
        steady = SteadyCatalog()
        for message in messages(self.read()):
            steady.add(message.id, message.string, flags=message.flags, context=message.context)
        file = io.BytesIO()
        write_mo(file, steady)
        return file.getvalue()

    def compile(self) -> None:
        self.mo.write_bytes(self.compiled())

    def incomplete(self) -> Iterator[str]:
        for message in messages(self.read()):
            if not translated(message):
                yield f"{'fuzzy' if message.fuzzy else 'not translated'}: {message.id!r}"

    def stale(self) -> Iterator[str]:
        """Where the catalogue and the code differ."""
        said = {key(message) for message in messages(self.extraction())}
        kept = {key(message) for message in messages(self.read())}
        yield from (f"not in the catalogue: {id!r}" for id, _ in sorted(said - kept, key=str))
        yield from (f"no longer in the code: {id!r}" for id, _ in sorted(kept - said, key=str))

    def uncompiled(self) -> Iterator[str]:
        if not self.mo.exists() or self.mo.read_bytes() != self.compiled():
            yield f"{self.mo.name} is not what this file compiles to"


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
        parser.add_argument("--check", action="store_true", help="write nothing; fail if anything is amiss")
        parser.add_argument("--upstream", action="store_true", help="also look for gaps in Wagtail's own")

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
            total = len(source.read())
            self.stdout.write(f"{source}: {total} messages, {len(left)} to translate")
            for line in left:
                self.stdout.write(f"  {line}")

    def _check(self, sources: list[Source], *, against_code: list[Source]) -> None:
        complaints = []
        for source in sources:
            found = [
                *source.incomplete(),
                *source.uncompiled(),
                *(source.stale() if source in against_code else ()),
            ]
            complaints += [f"{source}: {line}" for line in found]
        if complaints:
            complaints.append(f"{len(complaints)} to mend: run manage.py update_messages.")
            raise CommandError("\n".join(complaints))
        self.stdout.write(self.style.SUCCESS("The catalogues are complete and compiled."))
