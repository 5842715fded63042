"""Records and their rows are checked together, in the admin."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from courseware.network.enums import InstitutionKind, Level, Region
from courseware.network.models import Institution, InstitutionLevel, Partner
from tests.factories.catalogue import CoursePageFactory
from tests.factories.home import UserFactory
from tests.factories.network import InstitutionFactory, InstitutionPageFactory


@pytest.fixture
def admin(db, client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def _rows(prefix: str, rows: list[dict]) -> dict:
    counts = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    counts |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    return counts | {
        f"{prefix}-{number}-{name}": value
        for number, row in enumerate(rows)
        for name, value in ({"id": "", "ORDER": number + 1, "DELETE": ""} | row).items()
    }


def _institution(levels: list[dict]) -> dict:
    facts = {"name_zh": "新院", "name_en": "New Hospital", "slug": "new", "grade": "none"}
    facts |= {"kind": InstitutionKind.TEACHING, "region": Region.EAST}
    return facts | _rows("levels", levels)


def _sentences(answer) -> list[str]:
    return [str(error) for error in answer.context["form"].non_field_errors()]


def test_a_second_lead_is_refused_with_the_name_of_the_first(admin):
    lead = InstitutionFactory(name_en="First Hospital", slug="first")
    InstitutionLevel.objects.create(institution=lead, level=Level.LEAD)
    form = _institution([{"level": Level.LEAD}])
    answer = admin.post(reverse("wagtailsnippets_network_institution:add"), form)
    assert _sentences(answer) == [f"该时段内牵头单位已是{lead}。一个协作网络只能有一家牵头单位。"]
    assert Institution.objects.filter(slug="new").count() == 0


def test_two_levels_at_once_are_refused(admin):
    form = _institution([{"level": Level.MEMBER}, {"level": Level.CORE}])
    answer = admin.post(reverse("wagtailsnippets_network_institution:add"), form)
    assert _sentences(answer) == ["同一单位不能同时具有两个级别。"]


def _course(partners: list[Institution]) -> dict:
    streams = {f"{name}-count": 0 for name in ("objectives", "outline", "prerequisites")}
    facts = {"title": "课程", "slug": "", "nature": "elective", "course_type": "theory", "licence": "cc-by"}
    blank = {"syllabus": "null", "instructor_insights": "null"}
    partner_rows = _rows("partners", [{"institution": partner.pk} for partner in partners])
    return facts | streams | blank | partner_rows | _rows("contributions", []) | _rows("comments", [])


@pytest.fixture
def branch(db) -> Page:
    return InstitutionPageFactory()


def _create(admin, branch, partners):
    address = reverse("wagtailadmin_pages:add", args=["catalogue", "coursepage", branch.pk])
    return admin.post(address, _course(partners))


def test_the_lead_cannot_be_its_own_partner(admin, branch):
    answer = _create(admin, branch, [branch.institution])
    assert _sentences(answer) == [f"{branch.institution}是本课程的牵头单位，不能同时列为共建单位。"]


def test_a_partner_cannot_be_named_twice(admin, branch):
    partner = InstitutionFactory(slug="twice")
    answer = _create(admin, branch, [partner, partner])
    assert _sentences(answer) == [f"共建单位中重复列出了{partner}。"]


def test_a_course_with_a_chinese_title_needs_no_address_of_its_own(admin, branch):
    partner = InstitutionFactory(slug="partner")
    assert _create(admin, branch, [partner]).status_code == 302
    course = Page.objects.child_of(branch).get()
    assert (course.slug, Partner.objects.filter(page=course).count()) == ("ke-cheng", 1)


def test_the_next_course_of_the_same_title_gets_another_address(admin, branch):
    CoursePageFactory(parent=branch, slug="ke-cheng")
    _create(admin, branch, [])
    assert sorted(Page.objects.child_of(branch).values_list("slug", flat=True)) == ["ke-cheng", "ke-cheng-2"]
