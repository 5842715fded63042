"""A dangerous error is mended by two people in minutes, and the full review follows."""

import pytest
from django.urls import reverse

from courseware.network.enums import Role
from courseware.review.conflicts import DecisionConflict, DecisionForbidden, DecisionInvalid
from courseware.review.gate import refusals
from courseware.review.models import Correction
from courseware.review.services import corrections, submit
from home.publication import PublicationRefused
from tests.factories.catalogue import CoursePageFactory, LessonPageFactory
from tests.factories.home import retitle_draft
from tests.factories.network import account
from tests.factories.peers import pass_peer_review

RIGHT = "肾上腺素 0.01 mg/kg"


def fresh(page):
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def dangerous(a):
    """A public course whose mended draft nobody has reviewed."""
    return retitle_draft(CoursePageFactory(parent=a.page, title="肾上腺素 0.1 mg/kg"), RIGHT)


@pytest.fixture
def second(db):
    return account(Role.PRIVACY_OFFICER)


@pytest.fixture
def asked(dangerous, chief_editor) -> Correction:
    return corrections.ask(page=dangerous, by=chief_editor, reason="更正剂量")


def test_two_people_correct_a_public_page_at_once(dangerous, asked, second):
    corrections.agree(correction=asked, by=second)
    assert (fresh(dangerous).live, fresh(dangerous).title) == (True, RIGHT)


def test_one_person_corrects_nothing(dangerous, asked, chief_editor):
    with pytest.raises(DecisionForbidden):
        corrections.agree(correction=asked, by=chief_editor)
    with pytest.raises(PublicationRefused):
        dangerous.latest_revision.publish(user=chief_editor)
    assert fresh(dangerous).title == "肾上腺素 0.1 mg/kg"


def test_who_wrote_the_draft_is_not_the_second_person(a, chief_editor, second):
    page = CoursePageFactory(parent=a.page)
    draft = page.get_latest_revision_as_object()
    draft.title = RIGHT
    draft.save_revision(user=second)
    asked = corrections.ask(page=fresh(page), by=chief_editor, reason="更正剂量")
    with pytest.raises(DecisionForbidden):
        corrections.agree(correction=asked, by=second)


@pytest.mark.parametrize(
    ("who", "may"),
    [("lead teacher", True), ("lead teacher of B", False), ("contributor", False), ("reviewer", False)],
)
def test_the_second_person_is_in_office(a, b, asked, who, may):
    people = {
        "lead teacher": a.lead_teacher,
        "lead teacher of B": b.lead_teacher,
        "contributor": a.contributor,
        "reviewer": account(Role.REVIEWER),
    }
    assert corrections.may_agree(people[who], asked) is may


def test_only_a_chief_editor_asks(dangerous, a):
    with pytest.raises(DecisionForbidden):
        corrections.ask(page=dangerous, by=a.lead_teacher, reason="更正剂量")


def test_readers_are_told_what_was_corrected(client, in_english, dangerous, asked, second):
    corrections.agree(correction=asked, by=second)
    page = client.get(fresh(dangerous).url).content.decode()
    assert page.count("更正剂量") == 2  # above the text, and among its versions


def test_the_mark_goes_with_the_full_review(client, a, dangerous, asked, second, chief_editor):
    corrections.agree(correction=asked, by=second)
    for step in range(3):
        state = fresh(dangerous).current_workflow_task_state
        if step == 1:
            pass_peer_review(dangerous, chief_editor)
        else:
            state.task.specific.on_action(state, (a.lead_teacher, None, chief_editor)[step], "approve")
    page = client.get(fresh(dangerous).url).content.decode()
    assert (fresh(dangerous).workflow_in_progress, page.count("更正剂量")) == (False, 1)


def test_the_full_review_begins_at_once(dangerous, asked, second):
    corrections.agree(correction=asked, by=second)
    assert fresh(dangerous).current_workflow_task.name == "单位审核 · Institution check"


def test_a_correction_is_no_review(dangerous, asked, second):
    before = fresh(dangerous).reviewed_on
    corrections.agree(correction=asked, by=second)
    assert fresh(dangerous).reviewed_on == before


def test_a_draft_that_changed_meanwhile_is_another_correction(dangerous, asked, second):
    retitle_draft(fresh(dangerous), "又改了")
    with pytest.raises(DecisionConflict):
        corrections.agree(correction=asked, by=second)


def test_a_correction_is_published_once(dangerous, asked, second):
    corrections.agree(correction=asked, by=second)
    with pytest.raises(DecisionConflict):
        corrections.agree(correction=asked, by=second)


def test_what_was_never_public_is_no_correction(a, chief_editor):
    with pytest.raises(DecisionConflict):
        corrections.ask(page=CoursePageFactory(parent=a.page, live=False), by=chief_editor, reason="更正剂量")


def test_a_correction_says_why(dangerous, chief_editor):
    with pytest.raises(DecisionInvalid):
        corrections.ask(page=dangerous, by=chief_editor, reason=" ")


def test_a_correction_of_a_lapsed_course_waits_for_no_agreement(a, shared, chief_editor, second):
    from courseware.network.models import Agreement

    Agreement.objects.all().delete()
    page = retitle_draft(shared, RIGHT)
    asked = corrections.ask(page=page, by=chief_editor, reason="更正剂量")
    corrections.agree(correction=asked, by=second)
    assert fresh(shared).title == RIGHT


def test_a_later_draft_is_not_waved_through(dangerous, asked, second):
    corrections.agree(correction=asked, by=second)
    later = retitle_draft(fresh(dangerous), "别的内容")
    assert refusals(later.latest_revision) != []


def test_a_chief_editor_stops_a_review_to_mend_the_text(client, a, chief_editor):
    page = CoursePageFactory(parent=a.page)
    retitle_draft(page, "评审中的草稿")
    submit(page=fresh(page), by=a.contributor)
    client.force_login(chief_editor)
    client.post(reverse("review:stop", args=[page.pk]))
    assert fresh(page).workflow_in_progress is False


def test_the_second_person_sees_what_changes_and_agrees(client, dangerous, asked, second):
    client.force_login(second)
    address = reverse("review:correction", args=[asked.pk])
    changes = client.get(address).context["changes"]
    assert len(changes) == 1
    assert client.post(address).status_code == 302
    assert fresh(dangerous).title == RIGHT


# Taking offline


@pytest.mark.parametrize(
    ("who", "may"),
    [("lead teacher", True), ("chief editor", True), ("contributor", False), ("lead teacher of B", False)],
)
def test_who_answers_for_a_page_takes_it_offline(a, b, chief_editor, shared, who, may):
    people = {
        "lead teacher": a.lead_teacher,
        "chief editor": chief_editor,
        "contributor": a.contributor,
        "lead teacher of B": b.lead_teacher,  # a partner does not lead
    }
    assert shared.permissions_for_user(people[who]).can_unpublish() is may


def test_a_page_under_review_is_taken_offline_as_well(client, a, shared):
    page = LessonPageFactory(parent=shared)
    retitle_draft(page, "评审中的草稿")
    submit(page=fresh(page), by=a.contributor)
    client.force_login(a.lead_teacher)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert fresh(page).live is False
