"""Queues, board and figures: as dear with fifty texts as with one; reminders, exports, links to drafts."""

import csv
import io
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from courseware.catalogue.models import CoursePage
from courseware.network.enums import Role
from courseware.review import figures
from courseware.review.enums import Verdict
from courseware.review.models import Notice, PreviewLink, ReviewAssignment, Round
from courseware.review.reminders import send_reminders
from courseware.review.services import decisions, submit
from home.models import User
from tests.factories.catalogue import CoursePageFactory, LessonPageFactory
from tests.factories.home import ImageFactory
from tests.factories.network import account
from tests.factories.peers import accepted, handed_in, invited, open_round

# Wagtail forgets to close the temporary file of a picture that it scales.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def under_review(a, chief_editor):
    def make(number: int) -> list:
        pages = []
        for _number in range(number):
            page = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
            submit(page=page, by=a.contributor)
            fresh(page).current_workflow_task_state.approve(user=None)
            pages.append(fresh(page))
        return pages

    return make


@pytest.mark.parametrize("texts", [1, 50])
@pytest.mark.parametrize(
    ("who", "name", "queries"), [("reviewer", "work", 46), ("editor", "board", 52), ("author", "work", 31)]
)
def test_queues_cost_the_same_with_one_and_with_fifty(
    client, a, chief_editor, under_review, django_assert_num_queries, texts, who, name, queries
):
    reviewer = account(Role.REVIEWER)
    for page in under_review(texts):
        accepted(open_round(page), chief_editor, reviewer)
    user = {"reviewer": reviewer, "editor": chief_editor, "author": a.contributor}[who]
    client.force_login(User.objects.get(pk=user.pk))
    address = reverse(f"review:{name}")
    client.get(address)
    with django_assert_num_queries(queries):
        answer = client.get(address)
    assert answer.content.decode().count('<td class="title">') == texts


def test_the_queue_begins_with_what_is_due_first(client, chief_editor, under_review):
    reviewer = account(Role.REVIEWER)
    pages = under_review(3)
    for page, days in zip(pages, (9, -1, 3), strict=True):
        assignment = accepted(open_round(page), chief_editor, reviewer)
        due = timezone.localdate() + timedelta(days=days)
        ReviewAssignment.objects.filter(pk=assignment.pk).update(due=due)
    client.force_login(reviewer)
    rows = client.get(reverse("review:work")).context["assignments"]
    assert [row["assignment"].round.page_id for row in rows] == [pages[1].pk, pages[2].pk, pages[0].pk]


def test_the_board_says_what_is_missing_late_and_ready(client, chief_editor, under_review):
    missing, late, ready = under_review(3)
    assignment = accepted(open_round(late), chief_editor)
    ReviewAssignment.objects.filter(pk=assignment.pk).update(due=timezone.localdate() - timedelta(days=1))
    for _number in range(2):
        handed_in(open_round(ready), chief_editor)
    client.force_login(chief_editor)
    lines = {line.round.page_id: line for line in client.get(reverse("review:board")).context["board"]}
    found = {
        page.pk: (lines[page.pk].missing, lines[page.pk].overdue, lines[page.pk].is_ready)
        for page in (missing, late, ready)
    }
    assert found == {missing.pk: (2, 0, False), late.pk: (1, 1, False), ready.pk: (0, 0, True)}


def test_figures_say_how_long_it_took_and_how_it_ended(chief_editor, under_review):
    pages = under_review(3)
    verdicts = (Verdict.ACCEPT, Verdict.REJECT, Verdict.MINOR)
    for page, verdict in zip(pages, verdicts, strict=True):
        round = open_round(page)
        for _number in range(2):
            handed_in(round, chief_editor)
        decisions.decide(round=round, by=chief_editor, verdict=verdict, letter="信")
    for page, days in zip(pages, (10, 30, 99), strict=True):
        state = Round.objects.get(page=page).task_state
        type(state).objects.filter(pk=state.pk).update(started_at=state.finished_at - timedelta(days=days))
    found = figures.turnaround()
    assert (found.texts, found.median_days, found.p90_days) == (2, 10, 30)
    assert (found.accepted, found.after_revision, found.rejected) == (1, 0, 1)


@pytest.mark.parametrize(("share", "expected"), [(0.5, 5), (0.9, 9), (1.0, 10)])
def test_percentiles_are_by_the_nearest_rank(share, expected):
    assert figures.percentile(list(range(1, 11)), share) == expected


def test_of_nothing_there_is_no_percentile():
    assert figures.percentile([], 0.5) is None


def test_what_is_to_be_reviewed_again_is_listed_the_oldest_first(a):
    late, soon, later = (CoursePageFactory(parent=a.page) for _number in range(3))
    for page, days in ((late, -10), (soon, 50), (later, 70)):
        CoursePage.objects.filter(pk=page.pk).update(review_due=after(days))
    assert [page.pk for page in figures.due_again()] == [late.pk, soon.pk]


# Reminders


@pytest.fixture
def waiting(chief_editor, under_review):
    [page] = under_review(1)
    return accepted(open_round(page), chief_editor)


def after(days: int):
    return timezone.localdate() + timedelta(days=days)


@pytest.mark.parametrize(("days", "expected"), [(13, (0, 0)), (14, (1, 0)), (22, (1, 0)), (28, (1, 1))])
def test_a_reviewer_is_reminded_before_the_last_day_and_the_editor_told_after_it(waiting, days, expected):
    assert send_reminders(after(days)) == expected


def test_nobody_is_reminded_twice(waiting):
    assert [send_reminders(after(15)), send_reminders(after(15)), send_reminders(after(16))] == [
        (1, 0),
        (0, 0),
        (0, 0),
    ]


def test_the_last_reminder_comes_after_the_last_day(waiting):
    days = [send_reminders(after(day)) for day in (15, 22, 23, 28, 29)]
    assert days == [(1, 0), (1, 0), (0, 0), (0, 1), (0, 0)]


def test_an_invitation_that_nobody_answers_is_reminded_of_and_then_escalated(chief_editor, under_review):
    [page] = under_review(1)
    invited(open_round(page), chief_editor)
    assert [send_reminders(after(day)) for day in (6, 7, 8, 14, 15)] == [
        (0, 0),
        (1, 0),
        (0, 0),
        (0, 1),
        (0, 0),
    ]


def test_a_clock_that_goes_wrong_reminds_nobody(waiting):
    assert send_reminders(after(-400)) == (0, 0)


def test_a_round_that_is_over_reminds_nobody(waiting, chief_editor):
    decisions.decide(round=waiting.round, by=chief_editor, verdict=Verdict.REJECT, letter="信")
    assert send_reminders(after(30)) == (0, 0)


def test_a_mail_server_that_is_down_stops_nothing_and_loses_nothing(
    settings, chief_editor, under_review, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    [page] = under_review(1)
    with django_capture_on_commit_callbacks(execute=True):
        assignment = invited(open_round(page), chief_editor)
    unsent = Notice.objects.filter(address=assignment.reviewer.account.email).count()
    assert (assignment.status, unsent) == ("invited", 1)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    call_command("send_review_reminders", stdout=io.StringIO())
    assert [assignment.reviewer.account.email] in [message.to for message in mail.outbox]
    assert Notice.objects.count() == 0


# The audit log


@pytest.mark.parametrize(("query", "is_named"), [("", False), ("?reviewers=named", True)])
def test_the_audit_log_names_reviewers_only_on_request(client, chief_editor, under_review, query, is_named):
    [page] = under_review(1)
    assignment = handed_in(open_round(page), chief_editor)
    client.force_login(chief_editor)
    answer = client.get(reverse("review:audit") + query)
    table = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [len(row) for row in table] == [8] * len(table)
    assert (str(assignment.reviewer) in answer.content.decode()) is is_named


def test_the_audit_log_keeps_the_reviewers_of_ones_own_text_unknown(client, a, under_review, chief_editor):
    [page] = under_review(1)
    assignment = handed_in(open_round(page), chief_editor)
    draft = fresh(page).get_latest_revision_as_object()
    draft.title = "主编改过的题目"
    draft.save_revision(user=chief_editor)
    client.force_login(chief_editor)
    answer = client.get(reverse("review:audit") + "?reviewers=named")
    assert str(assignment.reviewer) not in answer.content.decode()


def test_a_cell_of_the_audit_log_is_no_formula(client, a, chief_editor):
    page = CoursePageFactory(parent=a.page, live=False, owner=a.contributor, title='=HYPERLINK("x")')
    submit(page=page, by=a.contributor)
    client.force_login(chief_editor)
    table = csv.reader(io.StringIO(client.get(reverse("review:audit")).content.decode("utf-8-sig")))
    assert [row for row in table for cell in row if cell.startswith("=")] == []


# Links to drafts


@pytest.fixture
def link(client, a):
    """The address of a link to a draft with a picture."""
    course = CoursePageFactory(parent=a.page)
    page = LessonPageFactory(parent=course, live=False, owner=a.contributor, title="私下看的草稿")
    draft = page.get_latest_revision_as_object()
    draft.body = [("figure", {"image": ImageFactory(), "alt": "x"})]
    draft.save_revision()
    client.force_login(a.contributor)
    client.post(reverse("review:make_link", args=[page.pk]), {"purpose": "外请专家", "days": 14})
    timeline = client.get(reverse("review:timeline", args=[page.pk]))
    client.logout()
    return timeline.context["new_link"]


def test_somebody_without_an_account_reads_the_draft_and_its_files(client, link):
    import re

    answer = client.get(link)
    page = answer.content.decode()
    files = re.findall(r'src="(/preview/[^"]+)"', page)
    assert (answer.status_code, "私下看的草稿" in page, len(files)) == (200, True, 1)
    picture = client.get(files[0])
    assert (picture.status_code, b"".join(picture.streaming_content)[:4]) == (200, b"RIFF")  # WebP
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("end", ["expired", "revoked"])
def test_a_link_ends(client, a, link, end):
    if end == "expired":
        PreviewLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    else:
        client.force_login(a.contributor)
        client.post(reverse("review:revoke_link", args=[PreviewLink.objects.get().pk]))
        client.logout()
    answer = client.get(link)
    assert (answer.status_code, "私下看的草稿" in answer.content.decode()) == (410, False)


def test_a_link_is_shown_once_and_kept_as_a_digest(client, a, link):
    row = PreviewLink.objects.get()
    client.force_login(a.contributor)
    again = client.get(reverse("review:timeline", args=[row.page_id])).content.decode()
    token = link.rstrip("/").rpartition("/")[2]
    assert (token in again, token in row.digest) == (False, False)


def test_a_guessed_link_leads_nowhere(client, link):
    assert client.get("/preview/guessed/", follow=True).status_code == 404


def test_nobody_else_makes_links(client, b, link):
    client.force_login(b.contributor)
    page = PreviewLink.objects.get().page_id
    assert client.post(reverse("review:make_link", args=[page]), {"days": 14}).status_code == 403
    assert PreviewLink.objects.count() == 1
