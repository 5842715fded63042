"""Canaries: authors' names in no byte that a reviewer can fetch, reviewers' names in none that an author can."""

import re

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import PageLogEntry

from courseware.network.enums import Role
from courseware.review.enums import Verdict
from courseware.review.masking import Mask
from courseware.review.models import Point, Round
from courseware.review.services import decisions, reports, responses, submit
from tests.factories.catalogue import ContributionFactory, LecturePageFactory, LessonPageFactory
from tests.factories.home import DocumentFactory, ImageFactory, MediaFactory, TrackFactory, retitle_draft
from tests.factories.network import account
from tests.factories.peers import accepted, handed_in, invited, open_round, praise
from tests.factories.pictures import png
from tests.network.addresses import admin_addresses

pytestmark = [
    pytest.mark.once,
    pytest.mark.filterwarnings(
        "ignore::pytest.PytestUnraisableExceptionWarning",
        "ignore::ResourceWarning",
        "ignore::django.core.paginator.UnorderedObjectListWarning",
    ),
]

AUTHOR, REVIEWER = "canaryauthor", "canaryreviewer"
HAN_AUTHOR, HAN_REVIEWER = "金丝雀作者", "金丝雀评审"
ADDRESS_BOOK = "/cms/snippets/choose/network/"  # the public lists of people and institutions
HOSPITAL, HAN_HOSPITAL = "Canaryauthor Hospital", "金丝雀作者医院"


def name(user, latin: str, han: str, number: int = 0) -> None:
    """Write a canary into everything that an account and its person are called."""
    user.username, user.first_name, user.last_name = f"{latin}{number}", han, ""
    user.email = f"{latin}{number}@example.org"
    user.save()
    user.person.name_zh, user.person.name_en = han, f"{latin.capitalize()} Mei"
    user.person.slug = f"{latin}-{number}"
    user.person.save()


@pytest.fixture
def authors(a, b):
    people = (a.contributor, a.lead_teacher, b.contributor)
    for number, user in enumerate(people):
        name(user, AUTHOR, HAN_AUTHOR, number)
    for hospital, letter in ((a, "A"), (b, "B")):
        row = hospital.institution
        row.name_zh, row.name_en = HAN_HOSPITAL + letter, f"{HOSPITAL} {letter}"
        row.short_name_zh, row.short_name_en = HAN_AUTHOR, AUTHOR.capitalize()
        row.homepage = f"https://{AUTHOR}.example.org/"
        row.save()
    return people


@pytest.fixture
def reviewers(db):
    people = (account(Role.REVIEWER), account(Role.REVIEWER))
    for number, user in enumerate(people):
        name(user, REVIEWER, HAN_REVIEWER, number)
    return people


@pytest.fixture
def files(db):
    """Files whose names, titles and credits say whose they are."""
    image = ImageFactory(
        title=f"图 {HAN_AUTHOR}",
        credit=f"{HAN_AUTHOR} / {HOSPITAL}",
        file=ContentFile(png(), name=f"{AUTHOR}-photo.png"),
    )
    document = DocumentFactory(file=ContentFile(b"plan", name=f"{AUTHOR}-plan.txt"))
    media = MediaFactory(title=f"{HAN_AUTHOR}授课", file=ContentFile(b"film" * 64, name=f"{AUTHOR}.mp4"))
    TrackFactory(media=media, vtt=f"WEBVTT\n\n00:01.000 --> 00:04.000\n我是{HAN_AUTHOR}\n")
    return image, document, media


@pytest.fixture(params=["lesson", "lecture"])
def text(request, a, b, shared, authors, files, chief_editor):
    """A draft full of its authors, submitted and checked by its institution."""
    image, document, media = files
    body = [
        ("figure", {"image": image, "alt": f"{HAN_AUTHOR}拍摄", "caption": HOSPITAL}),
        ("text", f'<h2>{HAN_HOSPITAL}的经验</h2><p><a linktype="document" id="{document.pk}">教案</a></p>'),
        (
            "text",
            f'<p><a href="https://{AUTHOR}.example.org/">主页</a> <a linktype="page" id="{shared.pk}">课</a></p>',
        ),
        ("video", {"video": media, "caption": ""}),
    ]
    if request.param == "lesson":
        page = LessonPageFactory(parent=shared, live=False, owner=a.contributor, slug=f"{AUTHOR}-lesson")
        draft = page.get_latest_revision_as_object()
        draft.body = body
    else:
        page = LecturePageFactory(parent=a.page, live=False, owner=a.contributor, slug=f"{AUTHOR}-lecture")
        draft = page.get_latest_revision_as_object()
        draft.media, draft.venue = media, f"{HAN_HOSPITAL}报告厅"
    draft.contributions.add(
        ContributionFactory.build(page=draft, person=a.lead_teacher.person, roles=["lecturer"])
    )
    draft.competing_interests = f"{HAN_AUTHOR}与{HOSPITAL}无利益冲突"
    draft.summary = f"由{HAN_HOSPITAL}的 {AUTHOR.capitalize()} Mei 编写"
    draft.save_revision(user=a.contributor, log_action=True)
    page = type(page).objects.get(pk=page.pk)
    submit(page=page, by=a.contributor)
    state = page.current_workflow_task_state or type(page).objects.get(pk=page.pk).current_workflow_task_state
    state.approve(user=None)
    return type(page).objects.get(pk=page.pk)


def sung(client, addresses: list[str], *canaries: str) -> list[str]:
    """Addresses whose answer holds a canary in body or headers, in whatever case."""
    client.raise_request_exception = False
    found = []
    for address in addresses:
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        heard = (body.decode("utf-8", "ignore") + str(response.headers)).lower()
        # What the address itself says, the browser knew before.
        heard = heard.replace(address.lower(), "")
        if any(canary.lower() in heard for canary in canaries):
            found.append(f"{address} {response.status_code}")
    return found


def status(client, address: str) -> int:
    response = client.get(address)
    if response.streaming:
        b"".join(response.streaming_content)  # a file stays open until it is read
    return response.status_code


def every_address(page, **more) -> list[str]:
    """All addresses of the admin, with the numbers of the text."""
    one = [1]
    states = list(page.workflow_states.values_list("pk", flat=True))
    tasks = [state.current_task_state_id for state in page.workflow_states]
    values = {
        "page_id parent_page_id page_to_move_id destination_id page_pk object_id pk": [page.pk],
        "image_id document_id doc_id media_id collection_id translation_source_id translation_id": one,
        "task_id workflow_pk session_id string_segment_id overridable_segment_id uploaded_file_id": one,
        "revision_id": [page.latest_revision_id],
        "revision_id_a": ["earliest"],
        "revision_id_b": ["latest"],
        "task_state_id": tasks,
        "workflow_state_id": states,
        "action_name": ["approve", "copy"],
        "action": ["delete", "publish", "unpublish", "move"],
        "app_label app_name content_type_app_name": ["catalogue"],
        "model_name content_type_model_name": [page._meta.model_name],
        "media_type": ["video"],
        "filter_spec": ["original"],
        "mode uidb64 token key": ["x"],
    }
    found = admin_addresses({key: numbers for keys, numbers in values.items() for key in keys.split()} | more)
    return [address for address in found if not address.startswith(ADDRESS_BOOK)]


def own_screens(assignment) -> list[str]:
    names = ("assignment", "text", "assignment_changes")
    return [reverse("review:work"), *(reverse(f"review:{one}", args=[assignment.pk]) for one in names)]


def files_in(client, address: str) -> list[str]:
    page = client.get(address).content.decode()
    return sorted(set(re.findall(r"/cms/review/assignments/\d+/files/\w+/", page)))


AUTHORS_CANARIES = (AUTHOR, HAN_AUTHOR[:5], HOSPITAL)


def test_the_canaries_sing_to_their_own(client, a, text):
    client.force_login(a.contributor)
    assert sung(client, [reverse("wagtailadmin_pages:edit", args=[text.pk])], *AUTHORS_CANARIES)


def test_reviewers_learn_no_author(client, text, reviewers, chief_editor):
    round = open_round(text)
    invited = [accepted(round, chief_editor, user) for user in reviewers]
    client.force_login(reviewers[0])
    screens = own_screens(invited[0])
    files = files_in(client, screens[2])
    assert (
        len(files) >= 2
    )  # the walk reaches them: the film and its captions, and in the lesson the picture, too
    assert [status(client, address) for address in [*screens, *files]] == [200] * (4 + len(files))
    assert sung(client, [*screens, *files], *AUTHORS_CANARIES) == []
    assert sung(client, every_address(text), *AUTHORS_CANARIES) == []


def test_reviewers_learn_no_author_in_the_second_round(client, a, text, reviewers, chief_editor):
    round = open_round(text)
    for user in reviewers:
        handed_in(round, chief_editor, user, verdict=Verdict.MINOR, points=[("", "请补充")])
    decisions.decide(round=round, by=chief_editor, verdict=Verdict.MINOR, letter="小修")
    page = retitle_draft(type(text).objects.get(pk=text.pk), f"{HAN_AUTHOR}改过的题目")
    points = Point.objects.raised_on(page).unsettled()
    given = {point.pk: ("done", f"{HAN_AUTHOR}已改") for point in points}
    responses.respond(page=page, by=a.contributor, responses=given)
    responses.send_back(page=type(text).objects.get(pk=text.pk), by=a.contributor)
    assignment = accepted(open_round(text), chief_editor, reviewers[0])
    client.force_login(reviewers[0])
    assert sung(client, own_screens(assignment), *AUTHORS_CANARIES) == []


def test_mails_to_reviewers_name_no_author(text, reviewers, chief_editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for user in reviewers:
            accepted(open_round(text), chief_editor, user)
    sent = [message for message in mail.outbox if message.to[0].startswith(REVIEWER)]
    told = " ".join(message.subject + message.body for message in sent).lower()
    assert (len(sent), [canary for canary in AUTHORS_CANARIES if canary.lower() in told]) == (2, [])


@pytest.fixture
def decided(text, reviewers, chief_editor, django_capture_on_commit_callbacks) -> Round:
    """A round that is over, its reviews with the authors."""
    round = open_round(text)
    with django_capture_on_commit_callbacks(execute=True):
        for user in reviewers:
            handed_in(round, chief_editor, user, verdict=Verdict.MINOR, points=[("", "请补充")])
        decisions.decide(round=round, by=chief_editor, verdict=Verdict.MINOR, letter="小修")
    return Round.objects.get(pk=round.pk)


@pytest.mark.parametrize("who", ["contributor", "lead_teacher"])
def test_authors_learn_no_reviewer(client, a, text, reviewers, decided, who):
    client.force_login(getattr(a, who))
    numbers = {"pk": [text.pk, decided.pk, *decided.assignments.values_list("pk", flat=True)]}
    own = [reverse(f"review:{one}", args=[text.pk]) for one in ("timeline", "answers", "changes")]
    assert [client.get(address).status_code for address in own] == [200, 200, 200]
    assert sung(client, [*own, *every_address(text, **numbers)], REVIEWER, HAN_REVIEWER) == []


def test_mails_to_authors_name_no_reviewer(a, text, reviewers, decided):
    sent = [message for message in mail.outbox if message.to[0].startswith(AUTHOR)]
    told = " ".join(message.subject + message.body for message in sent).lower()
    assert (bool(sent), REVIEWER in told, HAN_REVIEWER in told) == (True, False, False)


def test_a_mask_hides_names_however_they_are_written(a):
    mask = Mask(frozenset({"Zhiyuan Lin", "林致远", "澜港儿童医院"}))
    told = "林致远（ZHIYUAN\nLIN）在澜港儿童医院；Zhiyuan Lindner 不是他"
    hidden = mask.hide(told)
    assert [word in hidden for word in ("林致远", "LIN）", "澜港", "Lindner")] == [False, False, False, True]


def test_drafts_of_a_review_are_anonymous_to_the_second_reviewer(client, text, reviewers, chief_editor):
    round = open_round(text)
    first, second = (accepted(round, chief_editor, user) for user in reviewers)
    reports.hand_in(
        assignment=first,
        by=reviewers[0],
        findings=praise(round, verdict=Verdict.MINOR, points=[("", "另一位的意见")], note="另一位的意见"),
    )
    client.force_login(reviewers[1])
    assert sung(client, own_screens(second), "另一位的意见", f"{REVIEWER}0") == []


def test_what_a_reviewer_does_on_the_site_is_written_down_without_a_name(
    client, a, text, reviewers, chief_editor
):
    """Stock writes down who is signed in where nobody is named (wagtail.log_actions)."""
    assignment = invited(open_round(text), chief_editor, reviewers[0])
    client.force_login(reviewers[0])
    address = reverse("review:assignment", args=[assignment.pk])
    client.post(address, {"answer": "accept", "accept-interests": "无"})
    client.post(address, {"answer": "decline"})  # the review is open now: this changes nothing
    entries = PageLogEntry.objects.filter(page=text.pk, action__startswith="courseware.review")
    assert list(entries.values_list("action", "user")) == [
        ("courseware.review.accepted", None),
        ("courseware.review.invited", None),
    ]
    client.force_login(a.contributor)
    history = reverse("wagtailadmin_pages:history", args=[text.pk])
    assert sung(client, [history], REVIEWER, HAN_REVIEWER) == []
