"""The library's texts: pairs of Chinese and English, and small Markdown for rich text."""

import re
from html import escape
from typing import Any

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r'\[([^\]]+)\]\((page:[a-z0-9-]+|https?://[^)\s"]+)\)')
_HEADING = re.compile(r"(#{2,3}) (.+)")
_BULLET = re.compile(r"- (.+)")
_NUMBER = re.compile(r"\d+\. (.+)")


class LibraryError(Exception):
    """A file of the library is not written as its README says."""


def is_pair(value: Any) -> bool:
    return isinstance(value, dict) and "zh" in value and set(value) <= {"zh", "en"}


def chinese(value: Any) -> str:
    """The Chinese text of a pair; a bare value as it is."""
    if is_pair(value):
        return str(value["zh"]).strip()
    if isinstance(value, dict | list):
        raise LibraryError(f"a text was expected: {value!r:.120}")
    return "" if value is None else str(value).strip()


def english(value: Any) -> str | None:
    """The English text; for a bare value (a number, a code) the same; None where there is none."""
    if is_pair(value):
        return str(value["en"]).strip() if value.get("en") else None
    return chinese(value)


def to_html(markdown: str, address_of) -> str:
    """Small Markdown as Wagtail's rich text; `address_of(key)` is the id of a page of the library."""
    parts: list[str] = []
    for chunk in re.split(r"\n\s*\n", markdown.strip()):
        open_list = ""
        for line in _joined(chunk):
            tag, text = _classify(line)
            wanted = {"ul": "ul", "ol": "ol"}.get(tag, "")
            if open_list != wanted:
                parts.append((f"</{open_list}>" if open_list else "") + (f"<{wanted}>" if wanted else ""))
                open_list = wanted
            body = _inline(text, address_of)
            parts.append(f"<li>{body}</li>" if wanted else f"<{tag}>{body}</{tag}>")
        if open_list:
            parts.append(f"</{open_list}>")
    return "".join(parts)


def _joined(chunk: str) -> list[str]:
    """Lines of a chunk; a line that begins nothing new belongs to the one before."""
    lines: list[str] = []
    for line in (line.strip() for line in chunk.splitlines() if line.strip()):
        begins = any(pattern.match(line) for pattern in (_HEADING, _BULLET, _NUMBER))
        if lines and not begins and not _HEADING.match(lines[-1]):
            glue = "" if ord(lines[-1][-1]) > 0x2E80 or ord(line[0]) > 0x2E80 else " "
            lines[-1] += glue + line
        else:
            lines.append(line)
    return lines


def _classify(line: str) -> tuple[str, str]:
    if found := _HEADING.match(line):
        return f"h{len(found[1])}", found[2]
    if found := _BULLET.match(line):
        return "ul", found[1]
    if found := _NUMBER.match(line):
        return "ol", found[1]
    return "p", line


def _inline(text: str, address_of) -> str:
    text = _BOLD.sub(r"<b>\1</b>", escape(text, quote=False))

    def link(found: re.Match) -> str:
        target = found[2]
        if target.startswith("page:"):
            return f'<a linktype="page" id="{address_of(target[5:])}">{found[1]}</a>'
        return f'<a href="{target}">{found[1]}</a>'

    return _LINK.sub(link, text)
