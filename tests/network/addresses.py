"""Every address of the admin, with the numbers of things that somebody may not see."""

import re
from collections.abc import Iterator
from itertools import product

from django.urls import get_resolver
from django.urls.resolvers import URLResolver

_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^()]*(?:\([^()]*\))?[^()]*\)")
# An error made on purpose, the end of the session, and the catch-all behind everything.
LEFT_OUT = ("cms/failwhale/", "cms/logout/", "cms/^.*/$")


def admin_addresses(values: dict[str, list]) -> list[str]:
    """Each pattern below /cms/ with each combination of `values` by argument; KeyError for an unknown argument."""
    found = []
    for pattern in _patterns(get_resolver().url_patterns):
        if not pattern.startswith("cms/") or pattern in LEFT_OUT:
            continue
        names = [first or second for first, second in _ARGUMENT.findall(pattern)]
        for chosen in product(*(values[name] for name in names)):
            waiting = iter(chosen)
            address = _ARGUMENT.sub(lambda _argument: str(next(waiting)), pattern)  # noqa: B023
            found.append("/" + re.sub(r"[\^$\\]", "", address))
    return list(dict.fromkeys(found))


def _patterns(entries, prefix: str = "") -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry.url_patterns, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern)
