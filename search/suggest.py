"""Suggestions while a reader types: names of the glossary that the library knows, and titles."""

from dataclasses import dataclass

from django.http import HttpRequest

from home.languages import language_name
from search import analyzer
from search import glossary as glossaries
from search.analyzer import fold
from search.documents import findable
from search.engines import database_engine

MOST = 8
MOST_NAMES = 4
MOST_LOOKED_AT = 12  # names that may stand in no page


@dataclass(frozen=True)
class Suggestion:
    """`url` is empty for words to search for; otherwise the page of that title. `spoken` is the name
    of its language if that is not the reader's."""

    text: str
    url: str = ""
    language: str = ""
    spoken: str = ""


def suggestions(*, text: str, reader: str, request: HttpRequest) -> list[Suggestion]:
    """At most eight, names first."""
    typed = " ".join(fold(text).split())
    asked = analyzer.units(typed)
    if not asked:
        return []
    found = _names(typed, reader)
    # Only the last word may be half-typed; titles hold stems.
    asked[-1] = analyzer.units(typed, stemmed=False)[-1]
    page_ids = database_engine().titles(asked, language=reader, size=MOST - len(found))
    pages = findable().filter(pk__in=page_ids).select_related("locale").in_bulk()
    for page in (pages[pk] for pk in page_ids if pk in pages):
        if url := page.get_url(request):
            found.append(_suggestion(page.title, page.locale.language_code, reader, url))
    return found


def _suggestion(text: str, language: str, reader: str, url: str = "") -> Suggestion:
    if language == reader:
        return Suggestion(text, url)
    return Suggestion(text, url, language, language_name(language))


def _names(typed: str, reader: str) -> list[Suggestion]:
    """Names that begin so, written out or in pinyin, of concepts that stand in some document."""
    glossary, engine = glossaries.current(), database_engine()
    held: list[Suggestion] = []
    for concept in glossary.beginning(typed)[:MOST_LOOKED_AT]:
        names = glossary.names_of([concept])
        if names and engine.holding(names):
            text, language = glossary.labels[concept].to(reader)
            held.append(_suggestion(text, language, reader))
        if len(held) == MOST_NAMES:
            break
    return held
