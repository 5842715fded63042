"""Institutions, people and sections of the library."""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Term
from courseware.demo.texts import LibraryError
from courseware.network.enums import Role
from courseware.network.models import (
    Agreement,
    AgreementParty,
    Institution,
    InstitutionLevel,
    Membership,
    Person,
    Section,
    SectionMember,
)
from courseware.review.models import SectionScope

PASSWORD = "pedcommons-demo"  # noqa: S105  (only ever loaded where settings.DEMO_ALLOWED)


def day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def load_institution(entry: dict) -> Institution:
    if found := Institution.objects.filter(slug=entry["key"]).first():
        return found
    facts = {
        name: entry[name]
        for name in (
            "name_zh",
            "name_en",
            "short_name_zh",
            "short_name_en",
            "kind",
            "grade",
            "region",
            "city_zh",
            "city_en",
            "homepage",
            "ror_id",
        )
        if entry.get(name)
    }
    institution = Institution(slug=entry["key"], **facts)
    institution.levels = [
        InstitutionLevel(
            level=row["level"], valid_from=day(row.get("valid_from")), valid_to=day(row.get("valid_to"))
        )
        for row in entry["levels"]
    ]
    institution.full_clean()
    institution.save()
    return institution


def load_agreement(entry: dict, institutions: dict[str, Institution]) -> Agreement:
    if found := Agreement.objects.filter(title_zh=entry["title_zh"]).first():
        return found
    agreement = Agreement(
        **{
            name: entry[name] for name in ("title_zh", "title_en", "scope", "rights", "licences", "signed_by")
        },
        valid_from=day(entry["valid_from"]),
        valid_to=day(entry["valid_to"]),
    )
    agreement.parties = [AgreementParty(institution=institutions[key]) for key in entry["parties"]]
    agreement.full_clean()
    agreement.save()
    return agreement


def load_person(entry: dict, institutions: dict[str, Institution]) -> Person:
    if found := Person.objects.filter(slug=entry["key"]).first():
        return found
    facts = {
        name: entry[name]
        for name in (
            "name_zh",
            "name_en",
            "title_zh",
            "title_en",
            "bio_zh",
            "bio_en",
            "orcid",
            "checks_translations",
        )
        if entry.get(name)
    }
    person = Person(slug=entry["key"], account=_account(entry), **facts)
    person.memberships = [
        Membership(
            institution=institutions[row["institution"]] if row.get("institution") else None,
            role=Role(row["role"]),
            position_zh=row.get("position_zh") or "",
            position_en=row.get("position_en") or "",
            valid_from=day(row.get("valid_from")),
            valid_to=day(row.get("valid_to")),
        )
        for row in entry["memberships"]
    ]
    for membership in person.memberships.all():
        membership.clean()
    person.full_clean()
    person.save()
    return person


def _account(entry: dict):
    """An account for everybody who has a role."""
    if all(row["role"] == Role.AFFILIATED for row in entry["memberships"]):
        return None
    users = get_user_model()
    account, created = users.objects.get_or_create(
        username=entry["key"],
        defaults={
            "email": f"{entry['key']}@example.org",
            "first_name": entry["name_zh"][1:],
            "last_name": entry["name_zh"][:1],  # nobody in the library has a family name of two characters
        },
    )
    if created:
        account.set_password(PASSWORD)
        account.save()
    return account


def load_section(entry: dict, people: dict[str, Person]) -> Section:
    if found := Section.objects.filter(slug=entry["key"]).first():
        return found
    section = Section(
        slug=entry["key"],
        **{name: entry.get(name) or "" for name in ("name_zh", "name_en", "summary_zh", "summary_en")},
    )
    try:
        section.members = [
            SectionMember(person=people[row["person"]], office=row["office"]) for row in entry["members"]
        ]
    except KeyError as error:
        raise LibraryError(f"section {entry['key']}: unknown person {error}") from error
    section.full_clean()
    section.save()
    scope = SectionScope.objects.create(section=section)
    scope.specialties.set(
        Term.objects.filter(vocabulary=Vocabulary.SPECIALTY, code__in=entry.get("specialties") or [])
    )
    return section
