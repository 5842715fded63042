"""Anchors for the headings of a text, and the table of contents made from them."""

import re
from dataclasses import dataclass
from hashlib import blake2s

from django.utils.html import strip_tags

_HEADING = re.compile(r"<h([23])(?: [^>]*)?>(.*?)</h\1>", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    id: str
    title: str
    level: int


def anchor(title: str) -> str:
    """A stable id for a heading in any script."""
    return "h-" + blake2s(title.encode(), digest_size=5).hexdigest()


def headings(html: str) -> list[Heading]:
    return [
        Heading(id=anchor(strip_tags(inner)), title=strip_tags(inner).strip(), level=int(level))
        for level, inner in _HEADING.findall(html)
    ]


def with_ids(html: str) -> str:
    """`html` with an id on each heading, the same that `headings` names."""
    return _HEADING.sub(
        lambda found: f'<h{found[1]} id="{anchor(strip_tags(found[2]))}">{found[2]}</h{found[1]}>', html
    )
