"""What two versions of a page say, without what the editor's form writes by itself."""

import json
import re
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

_KEY = re.compile(r' data-block-key="[^"]*"')
_SILENT = frozenset({"id", "pk", "sort_order"})


def contents(data: dict) -> dict:
    """Data of a page (`Page.serializable_data`, `Revision.content`) as it reads.

    Without the keys of paragraphs and blocks, an empty paragraph, the numbers of rows (their order stands in the
    list), and the order in which a choice of many was made.
    """
    return _plain(json.loads(json.dumps(data, cls=DjangoJSONEncoder)))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items() if name not in _SILENT}
    if isinstance(value, list):
        entries = [_plain(entry) for entry in value]
        return (
            entries if any(isinstance(entry, dict | list) for entry in entries) else sorted(entries, key=str)
        )
    if isinstance(value, str):
        return _plain_text(value)
    return value


def _plain_text(text: str) -> Any:
    if text[:1] in ("[", "{"):  # a StreamField
        try:
            return _plain(json.loads(text))
        except ValueError:
            pass
    bare = _KEY.sub("", text)
    return "" if bare == "<p></p>" else bare
