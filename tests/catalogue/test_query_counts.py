"""Every page costs the same number of queries with one thing on it and with thirty; never more than twenty."""

from collections.abc import Callable
from itertools import count

import pytest
from wagtail.models import Page

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Contribution, Keyword, Term
from tests.catalogue.reading.courses import arrange
from tests.factories.catalogue import (
    CasePageFactory,
    CoursePageFactory,
    LecturePageFactory,
    LessonPageFactory,
)
from tests.factories.home import ImageFactory, MediaFactory, StandardPageFactory, TrackFactory, publish
from tests.factories.network import InstitutionFactory, PartnerFactory, PersonFactory, agreement, branch

# Wagtail forgets to close the temporary files of its renditions.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]
numbers = count(1)


def complaint() -> Term:
    return Term.objects.of(Vocabulary.COMPLAINT).get(code="cough")


def fresh() -> str:
    """An address that no other page has: each factory counts for itself."""
    return f"fresh-{next(numbers)}"


def credit(page: Page, number: int) -> Page:
    """`page` with `number` contributors, keywords and terms, published."""
    people = [PersonFactory(account=None) for _ in range(number)]
    institution = getattr(page.get_parent().specific, "institution", None)
    page.contributions = [
        Contribution(person=person, institution=institution, roles=["lecturer"]) for person in people
    ]
    page.tags.set([Keyword.objects.create(name=f"词{next(numbers)}") for _ in range(number)])
    page.specialties = list(Term.objects.of(Vocabulary.SPECIALTY)[:number])
    page.audience = list(Term.objects.of(Vocabulary.AUDIENCE)[:number])
    return publish(page)


def figure(number: int) -> list[tuple[str, dict]]:
    return [("figure", {"image": ImageFactory(), "alt": "图", "caption": ""}) for _ in range(number)]


def lecture(parent: Page, **fields) -> Page:
    media = MediaFactory(duration=120)
    TrackFactory(media=media)
    return LecturePageFactory(parent=parent, slug=fresh(), media=media, cover=ImageFactory(), **fields)


def course(parent: Page, number: int) -> Page:
    """A course with `number` of everything that can stand on its page."""
    page = CoursePageFactory(parent=parent, slug=fresh(), cover=ImageFactory())
    items = [LessonPageFactory(parent=page) for _ in range(number)]
    items += [CasePageFactory(parent=parent), lecture(parent)]
    page = credit(page, number)
    page.prerequisites = [("course", CoursePageFactory(parent=parent, slug=fresh())) for _ in range(number)]
    page = arrange(publish(page), *items)
    for _number in range(min(number, 3)):
        PartnerFactory(page=page)
    return page


def case(parent: Page, number: int) -> Page:
    for _number in range(number):
        CasePageFactory(parent=parent, age_value=8, age_unit="y", complaint=complaint(), cover=ImageFactory())
    page = CasePageFactory(
        parent=parent, complaint=complaint(), stage_setting=[("text", "<p>门诊</p>"), *figure(number)]
    )
    return credit(page, number)


def lesson_of(parent: Page, number: int) -> Page:
    """A lesson with figures, in a course of `number` lessons."""
    above = CoursePageFactory(parent=parent, slug=fresh())
    lessons = [LessonPageFactory(parent=above) for _ in range(number)]
    arrange(above, *lessons)
    lessons[-1].body = figure(number)
    return credit(lessons[-1], number)


def lecture_in_course(parent: Page, number: int) -> str:
    page = credit(
        lecture(parent, chapters=[("chapter", {"start": n, "title": "章"}) for n in range(number)]), number
    )
    above = CoursePageFactory(parent=parent, slug=fresh())
    above = arrange(above, page, *[LessonPageFactory(parent=above) for _ in range(number)])
    return f"{page.url}?course={above.pk}"


def institution(parent: Page, number: int) -> Page:
    """`number` courses, cases, lectures and agreements of one institution."""
    for _number in range(number):
        agreement(parent.institution, InstitutionFactory())
        CoursePageFactory(parent=parent, slug=fresh(), cover=ImageFactory())
        CasePageFactory(parent=parent, complaint=complaint(), cover=ImageFactory())
        lecture(parent)
    return parent


def address(made: Page | str) -> str:
    return made if isinstance(made, str) else made.url


@pytest.mark.parametrize(
    ("make", "queries"),
    [(course, 19), (lesson_of, 16), (case, 16), (lecture_in_course, 18), (institution, 20)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_page_costs_the_same_with_one_and_with_thirty(uncached, make: Callable, queries: int):
    small, large = make(branch("small"), 1), make(branch("large"), 30)
    assert (uncached(address(small)), uncached(address(large))) == (queries, queries)


@pytest.mark.parametrize(
    ("list_of", "make", "queries"),
    [
        ("courses", lambda parent: CoursePageFactory(parent=parent, slug=fresh(), cover=ImageFactory()), 18),
        (
            "cases",
            lambda parent: CasePageFactory(parent=parent, complaint=complaint(), cover=ImageFactory()),
            20,
        ),
        ("lectures", lecture, 17),
    ],
)
def test_a_list_costs_the_same_with_one_three_and_thirty(
    uncached, harbor, list_of: str, make: Callable, queries: int
):
    costs = []
    for more in (1, 2, 27):
        for _number in range(more):
            make(harbor)
        costs.append(uncached(f"/zh-hans/{list_of}/"))
    assert costs == [queries] * 3


def test_the_front_page_costs_the_same_in_a_small_and_in_a_large_network(uncached):
    costs = []
    for number in (1, 12):
        for place in range(number):
            institution(branch(f"hospital-{number}-{place}"), 1)
            StandardPageFactory()
        costs.append(uncached("/zh-hans/"))
    assert costs == [17, 17]


def linked_lesson(parent: Page, number: int) -> Page:
    """A lesson with `number` blocks of text, each with a link to another page."""
    above = CoursePageFactory(parent=parent, slug=fresh())
    links = [CasePageFactory(parent=parent) for _ in range(number)]
    texts = [("text", f'<p><a linktype="page" id="{page.pk}">病例</a></p>') for page in links]
    return LessonPageFactory(parent=above, body=texts)


def test_links_cost_the_same_in_one_block_and_in_twenty(uncached, harbor):
    small, large = linked_lesson(harbor, 1), linked_lesson(harbor, 20)
    assert (uncached(small.url), uncached(large.url)) == (14, 14)
