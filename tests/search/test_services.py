import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from search import consistency, services
from search.models import SearchDocument
from tests.factories.home import publish as publish_again

pytestmark = pytest.mark.django_db


def titles() -> list[str]:
    return sorted(SearchDocument.objects.values_list("title", flat=True))


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Runs what waits for the commit of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_published_page_enters_the_index(write):
    write("黄疸")
    assert titles() == ["黄疸"]


def test_a_draft_never_enters_the_index(write):
    write("草稿", live=False)
    assert titles() == []


def test_a_draft_of_a_published_page_changes_nothing(write, committed):
    page = write("黄疸")
    page.title = "草稿"
    with committed():
        page.save_revision()
    services.index_page(page_id=page.pk)
    assert titles() == ["黄疸"]


def test_publishing_again_replaces_the_document(write, committed):
    page = write("黄疸", "<p>旧</p>")
    page.title, page.body = "新题", [("text", "<p>新</p>")]
    with committed():
        publish_again(page)
    assert list(SearchDocument.objects.values_list("title", "body")) == [("新题", "新")]


def test_an_unpublished_page_leaves_at_once(write):
    write("黄疸").unpublish()
    assert titles() == []


def test_a_deleted_page_leaves_at_once(write):
    write("黄疸").delete()
    assert titles() == []


def test_unpublishing_a_parent_with_its_pages_takes_all_out(course, lesson, admin_user):
    from wagtail.actions.unpublish_page import UnpublishPageAction

    UnpublishPageAction(course.specific, user=admin_user, include_descendants=True).execute()
    assert titles() == ["江城儿童医院"]


def test_deleting_a_parent_takes_all_out(course, lesson):
    Page.objects.get(pk=course.pk).delete()
    assert titles() == ["江城儿童医院"]


def test_a_moved_branch_belongs_to_its_new_institution(
    lesson, course, branch, home_zh, publish, committed, other_institution
):
    from courseware.network.models import InstitutionPage

    target = publish(InstitutionPage(title="南山", slug="nanshan", institution=other_institution), home_zh)
    with committed():
        Page.objects.get(pk=course.pk).move(Page.objects.get(pk=target.pk), pos="last-child")
    document = SearchDocument.objects.get(pk=lesson.pk)
    assert document.institutions == "nanshan"
    assert "南山医院" in document.body


def test_a_branch_that_is_closed_leaves_and_comes_back_when_opened(course, lesson, committed):
    with committed():
        restriction = PageViewRestriction.objects.create(page=course, restriction_type="login")
    assert titles() == ["江城儿童医院"]
    with committed():
        restriction.delete()
    assert titles() == ["出生后第一周", "新生儿疾病", "江城儿童医院"]


def test_a_branch_moved_into_a_closed_one_leaves(write, course, lesson, branch, committed):
    closed = write("内部")
    with committed():
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
    with committed():
        Page.objects.get(pk=course.pk).move(Page.objects.get(pk=closed.pk), pos="last-child")
    assert titles() == ["江城儿童医院"]


def test_a_translation_enters_the_index_when_it_is_published(course, branch_en, publish):
    from courseware.catalogue.models import CoursePage

    publish(
        CoursePage(title="Diseases of the newborn", slug="newborn", translation_key=course.translation_key),
        branch_en,
    )
    assert titles() == ["Diseases of the newborn", "Rivertown", "新生儿疾病", "江城儿童医院"]


def test_names_of_institutions_people_terms_and_keywords_are_followed(
    course, lesson, institution, other_institution, committed
):
    from courseware.catalogue.models import Contribution, CoursePage, Keyword, Term
    from courseware.network.models import Partner, Person

    page = CoursePage.objects.get(pk=course.pk)
    person = Person.objects.create(name_zh="林志远", name_en="Zhiyuan Lin", slug="lin")
    keyword = Keyword.objects.create(name="蓝光治疗", slug="phototherapy")
    term = Term.objects.filter(vocabulary="specialty").first()
    page.contributions.add(Contribution(person=person, roles=["lecturer"]))
    page.tags.add(keyword)
    page.specialties.add(term)
    with committed():
        publish_again(page)
    Partner.objects.create(page=page, institution=other_institution)
    services.index_branch(page_id=page.pk)
    for thing, field in (
        (institution, "name_zh"),
        (other_institution, "name_zh"),
        (person, "name_zh"),
        (keyword, "name"),
        (term, "name_zh"),
    ):
        setattr(thing, field, f"新名{field}{thing.pk}")
        with committed():
            thing.save()
        body = SearchDocument.objects.get(pk=course.pk).body
        assert f"新名{field}{thing.pk}" in body, thing
    # Partners of a course are those of its lessons.
    body = SearchDocument.objects.get(pk=lesson.pk).body
    assert f"新名name_zh{institution.pk}" in body
    assert f"新名name_zh{other_institution.pk}" in body


def test_deleted_keywords_and_terms_leave_the_texts(course, committed):
    from courseware.catalogue.models import CoursePage, Keyword, Term

    page = CoursePage.objects.get(pk=course.pk)
    keyword = Keyword.objects.create(name="蓝光治疗", slug="phototherapy")
    term = Term.objects.create(vocabulary="specialty", code="test", name_zh="试验专科", name_en="Test")
    page.tags.add(keyword)
    page.specialties.add(term)
    with committed():
        publish_again(page)
    for thing, name in ((keyword, "蓝光治疗"), (term, "试验专科")):
        assert name in SearchDocument.objects.get(pk=course.pk).body
        with committed():
            thing.delete()
        assert name not in SearchDocument.objects.get(pk=course.pk).body
    assert not consistency.of_database().outdated


def test_a_branch_given_to_another_institution_takes_its_pages_along(
    branch, course, lesson, other_institution, committed
):
    page = branch.specific
    page.institution = other_institution
    with committed():
        publish_again(page)
    assert not consistency.of_database().outdated
    assert SearchDocument.objects.get(pk=lesson.pk).institutions == "nanshan"


def test_an_alias_that_becomes_a_page_of_its_own_is_found(write, home_en, client, admin_user, committed):
    alias = write("黄疸").create_alias(
        parent=home_en, update_slug="alias", update_locale=home_en.locale, reset_translation_key=True
    )
    assert titles() == ["黄疸"]
    client.force_login(admin_user)
    with committed():
        client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    alias.refresh_from_db()
    assert alias.alias_of is None
    assert titles() == (["黄疸", "黄疸"] if alias.live else ["黄疸"])


def test_a_changed_glossary_counts_at_once(write):
    from search import glossary
    from search.models import Concept, Name

    assert "yuanquanbing" not in glossary.current().by_pinyin
    concept = Concept.objects.create()
    name = Name.objects.create(concept=concept, text="圆圈病")
    assert "yuanquanbing" in glossary.current().by_pinyin
    name.delete()
    assert "yuanquanbing" not in glossary.current().by_pinyin


def test_a_fault_of_the_index_does_not_undo_publishing(write, monkeypatch, caplog):
    monkeypatch.setattr("search.services.describe_all", lambda pages: 1 / 0)
    page = write("黄疸")
    assert page.live
    assert titles() == []


def test_rebuilding_mends_whatever_went_wrong(write, home_zh, capsys):
    lost, stale = write("遗失"), write("过时")
    write("藏")
    SearchDocument.objects.filter(pk=lost.pk).delete()
    Page.objects.filter(pk=stale.pk).update(title="改过", draft_title="改过")
    Page.objects.filter(title="藏").update(live=False)
    for _ in range(2):
        call_command("search_rebuild")
        assert titles() == ["PedCommons", "改过", "童医共建", "遗失"]
    assert capsys.readouterr().out.splitlines()[-1] == "4 pages are in the search index."


def test_rebuilding_tells_how_far_it_is(write, monkeypatch):
    write("一")
    monkeypatch.setattr(services, "BATCH", 2)
    assert list(services.rebuild()) == [(2, 3), (3, 3)]
