"""Prints the mean nDCG@10 of every engine over the library that the environment names, as JSON."""

import json

import django

django.setup()

from django.conf import settings  # noqa: E402
from wagtail.models import Page  # noqa: E402

from search import consistency  # noqa: E402
from search.engines import Engine, database_engine  # noqa: E402
from search.engines.server import elastic_engine  # noqa: E402
from search.query import Query  # noqa: E402
from search.results import asking  # noqa: E402
from tests.search.relevance import Judged, measure  # noqa: E402


def slugs() -> dict[int, str]:
    """The slugs of the judgements are those of the Chinese pages."""
    pages = Page.objects.filter(depth__gt=1)
    chinese = dict(
        pages.filter(locale__language_code=settings.LANGUAGE_CODE).values_list("translation_key", "slug")
    )
    return {
        pk: chinese.get(key, slug) for pk, key, slug in pages.values_list("pk", "translation_key", "slug")
    }


def main() -> None:
    names = slugs()

    def searcher(engine: Engine):
        def search(judged: Judged) -> list[str]:
            for is_loose in (False, True):
                found = engine.search(
                    asking(Query(text=judged.query), reader=judged.reader, is_loose=is_loose)
                )
                if found.total:
                    break
            return [names[page] for page in found.page_ids]

        return search

    scores = {"database": measure(searcher(database_engine()))}
    if engine := elastic_engine():
        for _done in consistency.rebuild_server(engine):
            pass
        scores["elasticsearch"] = measure(searcher(engine))
    print(json.dumps(scores))


if __name__ == "__main__":
    main()
