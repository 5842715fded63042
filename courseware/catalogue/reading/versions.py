"""The versions of a page in plain words."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from courseware.catalogue.enums import VersionKind


@dataclass(frozen=True)
class VersionView:
    number: int
    date: date
    sentence: str
    reviewers: list[str]
    is_correction: bool


def versions_of(page) -> list[VersionView]:
    """The versions that became public, the newest first. One query."""
    rows = list(page.versions.order_by("-pk")) if page.pk else []
    return [
        VersionView(
            number=len(rows) - place,
            date=row.published_on,
            sentence=_sentence(page, row, is_first=place == len(rows) - 1),
            reviewers=row.reviewer_names,
            is_correction=row.kind == VersionKind.CORRECTION,
        )
        for place, row in enumerate(rows)
    ]


def _sentence(page, row, *, is_first: bool) -> str:
    parts = []
    if row.kind == VersionKind.CORRECTION:
        parts.append(_("Urgent correction: %(reason)s") % {"reason": row.reason})
    elif row.kind == VersionKind.TRANSLATION:
        parts.append(_("Translation checked"))
    elif row.institutions:
        parts.append(
            ngettext(
                "Reviewed by people of %(number)d institution",
                "Reviewed by people of %(number)d institutions",
                row.institutions,
            )
            % {"number": row.institutions}
        )
    else:
        parts.append(_("Reviewed"))
    labels = [label for label in (_label(page, name) for name in row.changed) if label]
    if is_first:
        parts.append(_("first version"))
    elif labels:
        parts.append(_("changed: %(fields)s") % {"fields": pgettext("between words", ", ").join(labels)})
    return pgettext("between clauses", "; ").join(parts)


def _label(page, name: str) -> str:
    try:
        return str(page._meta.get_field(name).verbose_name)
    except (FieldDoesNotExist, AttributeError):  # a relation has no name of its own
        return {"contributions": _("contributors"), "partners": _("partner institutions")}.get(name, "")
