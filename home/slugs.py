"""Addresses of pages from their titles; Chinese is written in pinyin, so that a link can be read aloud and typed."""

from django.utils.text import slugify
from pypinyin import lazy_pinyin

LONGEST = 60


def slug_for(title: str) -> str:
    """``qi-dai-hu-li`` for 脐带护理; ``page`` for a title that has nothing to spell."""
    words = slugify("-".join(lazy_pinyin(title)))
    if len(words) > LONGEST:
        words = words[:LONGEST].rpartition("-")[0] or words[:LONGEST]
    return words or "page"


def free_slug(page, title: str, parent) -> str:
    """An address made from `title` that no other page below `parent` has."""
    wanted = slug_for(title)
    candidate, number = wanted, 1
    while not page._slug_is_available(candidate, parent, page):
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
