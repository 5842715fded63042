"""What the facets know of each kind of page."""

import pytest
from django.utils import timezone

from courseware.catalogue.models import CasePage, LessonPage, Term
from search import shown
from search.facets import FACETS, labels_of, since
from search.forms import SearchForm
from search.models import SearchDocument
from search.query import Query
from tests.factories.home import publish as publish_again

pytestmark = pytest.mark.django_db


def test_many_options_are_folded_and_the_chosen_one_is_not_lost():
    labels = {facet.name: {} for facet in FACETS} | {"institution": {f"i{n}": f"I{n}" for n in range(40)}}
    counts = {"institution": {f"i{n}": 50 - n for n in range(40)}}
    query = Query(text="a", filters={"institution": "i39"})
    (view,) = shown.of(query=query, counts=counts, labels=labels).facets
    assert (len(view.near), len(view.far), view.is_far_chosen) == (16, 24, True)
    near, far = (shown.of(query=Query(text="a"), counts=counts, labels=labels).facets[0].near for _ in "ab")
    assert near == far
    assert not shown.of(query=Query(text="a"), counts=counts, labels=labels).facets[0].is_far_chosen


def codes(page) -> dict[str, list[str]]:
    document = SearchDocument.objects.get(pk=page.pk)
    today = timezone.localdate()
    found = {facet.name: list(facet.codes(getattr(document, facet.column), today)) for facet in FACETS}
    return {name: values for name, values in found.items() if values}


def year() -> str:
    return str(timezone.localdate().year)


def test_a_case_has_an_age_band_and_the_subspecialties_of_the_list_of_cases(
    case, django_capture_on_commit_callbacks
):
    page = CasePage.objects.get(pk=case.pk)
    page.specialties.set(Term.objects.filter(vocabulary="specialty", code="cardiology"))
    with django_capture_on_commit_callbacks(execute=True):
        publish_again(page)
    assert codes(case) == {
        "kind": ["case"],
        "institution": ["rivertown"],
        "specialty": ["cardiology"],
        "age": ["toddler"],
        "language": ["zh-hans"],
        "licence": ["cc-by-nc-sa"],
        "year": [year()],
    }


def test_a_lecture_has_a_video_and_a_lesson_may(lecture, lesson):
    assert codes(lecture)["video"] == ["yes"]
    assert "video" not in codes(lesson)


def test_subspecialties_and_audiences_may_be_several(lesson, django_capture_on_commit_callbacks):
    page = LessonPage.objects.get(pk=lesson.pk)
    page.specialties.set(Term.objects.filter(vocabulary="specialty")[:2])
    page.audience.set(Term.objects.filter(vocabulary="audience")[:2])
    with django_capture_on_commit_callbacks(execute=True):
        publish_again(page)
    assert codes(lesson)["specialty"] == ["neonatology", "respiratory"]
    assert codes(lesson)["audience"] == ["undergraduate", "clerk"]


def test_reviewed_within_a_year_ends_after_a_year(case):
    today = timezone.localdate()
    facet = next(facet for facet in FACETS if facet.name == "reviewed")
    assert list(facet.codes(today, today)) == ["yes"]
    assert list(facet.codes(since(today), today)) == []
    assert list(facet.codes(None, today)) == []
    assert CasePage.objects.get(pk=case.pk).reviewed_on is None


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_every_code_has_a_label_and_passes_the_form(facet, case, lecture, in_chinese):
    document = SearchDocument.objects.get(pk=case.pk)
    for code in facet.codes(getattr(document, facet.column), timezone.localdate()):
        assert labels_of(facet.name)[code]
        assert SearchForm({facet.name: code}).is_valid()
