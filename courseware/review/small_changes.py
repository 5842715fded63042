"""Whether two versions of a page differ in a number.

Stricter than the comparison of translations: within one language a number that moves is a number that changed hands.
Every figure counts, whatever field it stands in, and so do the words that stand for one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from wagtail.models import Page

from home.contents import contents
from home.publication import BOOKKEEPING

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|[一二两三四五六七八九十百千万亿半倍]+"
    r"|\b(?:once|twice|thrice|half|double|one|two|three|four|five|six|seven|eight|nine|ten|daily|hourly)\b",
    re.IGNORECASE,
)
_NOT_TOLD = BOOKKEEPING | {"content_type", "translation_key", "uuid"}


def numbers_changed(before: Page, after: Page) -> list[str]:
    """Numbers that stand more often in one of the two than in the other."""
    old, new = (Counter(_numbers(contents(page.serializable_data()))) for page in (before, after))
    return sorted(((old - new) + (new - old)).keys())


def _numbers(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, entry in value.items():
            if name not in _NOT_TOLD and not name.endswith("_ptr"):
                yield from _numbers(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _numbers(entry)
    elif value is not None and not isinstance(value, bool):
        yield from _NUMBER.findall(unicodedata.normalize("NFKC", str(value)))
