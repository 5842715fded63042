"""Credits and citation of a page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from home.enums import Licence


@dataclass(frozen=True)
class Credit:
    name: str
    url: str
    institution: str
    roles: list[str]
    is_speaker: bool


@dataclass(frozen=True)
class LicenceView:
    label: str
    deed_url: str


def credits_of(page) -> list[Credit]:
    """The contributors in the order of the credits. One query."""
    # Only forms number the rows; those that a program wrote have no number and stand as they were written.
    rows = page.contributions.select_related("person", "institution").order_by("sort_order", "pk")
    return [
        Credit(
            name=str(row.person),
            url=row.person.get_absolute_url(),
            institution=row.institution.short_name if row.institution else "",
            roles=row.role_labels,
            is_speaker="lecturer" in row.roles,
        )
        for row in rows
    ]


def licence_of(page) -> LicenceView:
    terms = Licence(page.licence)
    return LicenceView(label=terms.short_label, deed_url=terms.deed_url)


def citation(page, credit_lines: list[Credit], *, site_name: str, address: str) -> str:
    """How to cite a page: authors, title, site, year, address (after Citing Medicine, NLM, chapter 26)."""
    names = list(dict.fromkeys(line.name for line in credit_lines))
    authors = ", ".join(names[:6]) + (_(" et al") if len(names) > 6 else "")
    published = page.last_published_at or page.first_published_at
    return _("%(authors)s. %(title)s [Internet]. %(site)s; %(year)s. Available from: %(address)s") % {
        "authors": authors or site_name,
        "title": page.title,
        "site": site_name,
        "year": published.year if published else "",
        "address": address,
    }
