"""Institutions, their branches, and people with accounts and roles."""

import factory
from factory.django import DjangoModelFactory

from courseware.network.enums import InstitutionKind, Region, Role
from courseware.network.models import (
    Agreement,
    AgreementParty,
    Institution,
    InstitutionLevel,
    InstitutionPage,
    Membership,
    Partner,
    Person,
    Section,
    SectionMember,
)
from home.models import User
from tests.factories.home import PageFactory, UserFactory, front_page


class InstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Institution
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: f"hospital-{n}")
    name_zh = factory.LazyAttribute(lambda row: f"虚构儿童医院 {row.slug}")
    name_en = factory.LazyAttribute(lambda row: f"Fictional Hospital {row.slug}")
    kind = InstitutionKind.TEACHING
    region = Region.EAST


class LevelFactory(DjangoModelFactory):
    class Meta:
        model = InstitutionLevel

    institution = factory.SubFactory(InstitutionFactory)


class InstitutionPageFactory(PageFactory):
    class Meta:
        model = InstitutionPage

    institution = factory.SubFactory(InstitutionFactory)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name_zh = factory.Sequence(lambda n: f"林老师{n}")
    name_en = factory.Sequence(lambda n: f"Teacher Lin {n}")
    slug = factory.Sequence(lambda n: f"person-{n}")
    account = factory.SubFactory(UserFactory)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    person = factory.SubFactory(PersonFactory)
    role = Role.CONTRIBUTOR


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = Partner

    institution = factory.SubFactory(InstitutionFactory)


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section

    name_zh = factory.Sequence(lambda n: f"新生儿组 {n}")
    name_en = factory.Sequence(lambda n: f"Neonatology {n}")
    slug = factory.Sequence(lambda n: f"section-{n}")


class SectionMemberFactory(DjangoModelFactory):
    class Meta:
        model = SectionMember

    section = factory.SubFactory(SectionFactory)
    person = factory.SubFactory(PersonFactory, account=None)


def branch(slug: str, language: str = "zh-hans", **fields) -> InstitutionPage:
    """The published page of the institution `slug`, made with it; below the front page of `language`."""
    institution = InstitutionFactory(slug=slug)
    fields = {"title": institution.name_zh, "slug": slug} | fields
    return InstitutionPageFactory(parent=front_page(language), institution=institution, **fields)


def account(role: Role, institution: Institution | None = None, **fields) -> User:
    """Somebody who may sign in and holds `role`."""
    return MembershipFactory(role=role, institution=institution, **fields).person.account


def agreement(*institutions: Institution, **fields) -> Agreement:
    """What the institutions have signed; in force without an end."""
    made = Agreement(**({"title_zh": "共建协议", "title_en": "Agreement"} | fields))
    made.parties = [AgreementParty(institution=institution) for institution in institutions]
    made.save()
    return made
