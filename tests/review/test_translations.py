"""Translations: submitted where stock would publish, judged by one bilingual reader, with the numbers of the source."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.text import Truncator
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from courseware.catalogue.enums import VersionKind
from courseware.catalogue.models import CoursePage
from courseware.network.enums import Role
from courseware.review.conflicts import DecisionConflict
from home.models import User
from tests.factories.catalogue import CoursePageFactory
from tests.factories.home import publish
from tests.factories.network import account, branch

ZH = {"title": "退热药", "summary": "布洛芬 10 mg/kg，每 6 小时 1 次，发热 3 天须就诊。"}
EN = {
    "退热药": "Antipyretics",
    ZH["summary"]: "Ibuprofen 10 mg/kg every 6 hours; see a doctor after three days of fever.",
}


@pytest.fixture
def source(a) -> CoursePage:
    branch("hospital-a", "en", twin=a.page)
    return CoursePageFactory(parent=a.page, slug="fever", **ZH)


def translate(source: CoursePage, words: dict[str, str], *, user=None, to_publish: bool = True) -> CoursePage:
    """The English copy of `source` as wagtail-localize makes it."""
    record, _created = TranslationSource.update_or_create_from_instance(source)
    english = Locale.objects.get(language_code="en")
    translation, _created = Translation.objects.get_or_create(source=record, target_locale=english)
    for segment in StringSegment.objects.filter(source=record):
        if segment.string.data in words:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                defaults={"data": words[segment.string.data]},
            )
    translation.save_target(user=user, publish=to_publish)
    return CoursePage.objects.get(pk=translation.get_target_instance().pk)


def approve_by(user, page) -> None:
    state = CoursePage.objects.get(pk=page.pk).current_workflow_task_state
    state.task.specific.on_action(state, user, "approve")


def fresh(page) -> CoursePage:
    return CoursePage.objects.get(pk=page.pk)


def test_a_translation_that_stock_would_publish_is_submitted(source, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        copy = translate(source, EN)
    assert (copy.live, copy.current_workflow_task.name) == (False, "译文审核 · Translation check")


def test_one_bilingual_reader_publishes_it(source, checker):
    copy = translate(source, EN)
    approve_by(checker, copy)
    assert (fresh(copy).live, fresh(copy).title) == (True, "Antipyretics")


def test_readers_are_told_that_the_translation_was_checked_and_not_that_it_was_reviewed(source, checker):
    copy = translate(source, EN)
    approve_by(checker, copy)
    assert [version.kind for version in fresh(copy).versions.all()] == [VersionKind.TRANSLATION]


@pytest.mark.parametrize(
    "who", ["reviewer who reads one language", "chief editor who reads one language", "translator"]
)
def test_nobody_else_does(source, checker, who):
    people = {
        "reviewer who reads one language": account(Role.REVIEWER),
        "chief editor who reads one language": account(Role.CHIEF_EDITOR),
        "translator": checker,
    }
    copy = translate(source, EN, user=checker)
    assert copy.current_workflow_task.get_actions(copy, people[who]) == []


def test_a_translation_of_a_text_that_is_not_public_goes_the_whole_way(a):
    branch("hospital-a", "en", twin=a.page)
    copy = translate(CoursePageFactory(parent=a.page, live=False, **ZH), EN)
    assert copy.current_workflow_task.name == "单位审核 · Institution check"


def test_a_translation_of_a_draft_that_differs_from_what_is_public_goes_the_whole_way(source):
    draft = source.get_latest_revision_as_object()
    draft.summary = "布洛芬 20 mg/kg"
    draft.save_revision()
    copy = translate(draft, {"退热药": "Antipyretics", "布洛芬 20 mg/kg": "Ibuprofen 20 mg/kg"})
    assert copy.current_workflow_task.name == "单位审核 · Institution check"


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Ibuprofen 100 mg/kg every 6 hours; see a doctor after 3 days.", "10 mg/kg"),
        ("Ibuprofen 10 mg/kg every 8 hours; see a doctor after 3 days.", "6 hour"),
        ("Ibuprofen 10 mg every 6 hours; see a doctor after 3 days.", "10 mg/kg"),
    ],
)
def test_a_number_that_changed_is_refused_and_its_passage_named(in_english, source, checker, english, said):
    copy = translate(source, EN | {ZH["summary"]: english})
    with pytest.raises(DecisionConflict) as refused:
        approve_by(checker, copy)
    assert refused.value.reasons == [
        f"In the passage “{Truncator(english).chars(60)}” the source says {said}, the translation does not."
    ]
    assert fresh(copy).live is False


@pytest.mark.parametrize(
    "english",
    [
        "After three days of fever see a doctor; every 6 hours ibuprofen 10 mg/kg.",
        "Ibuprofen １０ mg/kg every ６ hours; see a doctor after ３ days.",
    ],
)
def test_equal_numbers_pass_in_another_order_or_width(source, checker, english):
    copy = translate(source, EN | {ZH["summary"]: english})
    approve_by(checker, copy)
    assert fresh(copy).live is True


def test_a_passage_that_is_not_translated_keeps_the_page_from_readers(in_english, source, checker):
    copy = translate(source, {"退热药": "Antipyretics"})
    with pytest.raises(DecisionConflict, match="1 passage is not translated yet: “布洛芬 10 mg/kg"):
        approve_by(checker, copy)


def test_an_update_leaves_what_readers_see_until_it_is_approved(source, checker):
    copy = translate(source, EN)
    approve_by(checker, copy)
    source.summary = "布洛芬 5 mg/kg"
    publish(source)
    copy = translate(source, EN | {"布洛芬 5 mg/kg": "Ibuprofen 5 mg/kg"})
    assert (copy.summary, copy.latest_revision.content["summary"]) == (EN[ZH["summary"]], "Ibuprofen 5 mg/kg")
    approve_by(checker, copy)
    assert fresh(copy).summary == "Ibuprofen 5 mg/kg"


def test_an_update_during_the_review_begins_it_anew_on_the_new_text(source):
    copy = translate(source, EN)
    before = copy.current_workflow_task_state
    source.summary = "布洛芬 5 mg/kg"
    publish(source)
    copy = translate(source, EN | {"布洛芬 5 mg/kg": "Ibuprofen 5 mg/kg"}, to_publish=False)
    before.refresh_from_db()
    after = copy.current_workflow_task_state
    assert (before.status, bool(before.comment), after.revision) == ("cancelled", True, copy.latest_revision)


def test_the_right_to_submit_translations_alone_publishes_nothing(
    client, source, django_capture_on_commit_callbacks
):
    copy = translate(source, EN, to_publish=False)
    user = account(Role.REVIEWER)
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    client.force_login(user)
    number = TranslationSource.objects.get().pk
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtail_localize:update_translations", args=[number]), {"publish_translations": "on"}
        )
        client.post(reverse("wagtailadmin_pages:edit", args=[copy.pk]), {"action": "publish"})
    assert fresh(copy).live is False


def test_the_button_of_the_translators_screen_submits_and_says_so(client, a, source):
    copy = translate(source, EN, to_publish=False)
    client.force_login(User.objects.get(pk=a.lead_teacher.pk))
    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[copy.pk]), {"action": "publish"}, follow=True
    )
    said = [str(message).strip() for message in answer.context["messages"]]
    assert said == ["“Antipyretics”的译文已提交评审。"]
    assert fresh(copy).workflow_in_progress is True
