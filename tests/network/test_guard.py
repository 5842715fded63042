"""No word of A's drafts in anything that the admin answers to C; B meets the shared course and nothing else."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from tests.factories.catalogue import CasePageFactory, CoursePageFactory, LessonPageFactory
from tests.factories.home import DocumentFactory, ImageFactory, MediaFactory, retitle_draft
from tests.factories.network import branch
from tests.network.addresses import admin_addresses

# Wagtail's own: temporary files it forgets to close, lists of wagtail-localize without an order.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore::ResourceWarning",
    "ignore::django.core.paginator.UnorderedObjectListWarning",
)


@pytest.fixture
def secrets(a, c, shared, lesson) -> dict:
    """What A has not published: pages, a new title of a live page, files, a review and a translation."""
    never = CoursePageFactory(parent=a.page, title="CANARY course", slug="never", live=False)
    live = CoursePageFactory(parent=a.page, title="公开课程", slug="live")
    own = CoursePageFactory(parent=c.page, title="丙院课程", slug="own")
    below = LessonPageFactory(parent=never, title="CANARY lesson", live=False)
    case = CasePageFactory(parent=a.page, title="CANARY case", live=False)
    LessonPageFactory(parent=live, title="公开课时")
    LessonPageFactory(parent=never, title="公开课时二")
    never.prerequisites = [("course", own)]
    never.save_revision(user=a.contributor, log_action=True)
    retitle_draft(live, "CANARY title")
    place = a.institution.collection
    states = [page.get_workflow().start(page, a.contributor) for page in (never, live)]
    source, _made = TranslationSource.get_or_create_from_instance(never)
    branch("hospital-a", "en", twin=a.page)
    translation = Translation.objects.create(
        source=source, target_locale=Locale.objects.get(language_code="en")
    )
    translation.save_target(user=a.contributor, publish=False)
    return {
        "never": never,
        "live": live,
        "own": own,
        "pages": [never.pk, below.pk, case.pk, live.pk],
        "image": ImageFactory(title="CANARY image", collection=place).pk,
        "document": DocumentFactory(title="CANARY document", collection=place).pk,
        "media": MediaFactory(title="CANARY video", collection=place).pk,
        "collection": place.pk,
        "states": [state.pk for state in states],
        "tasks": [state.current_task_state_id for state in states],
        "source": source.pk,
        "translation": translation.pk,
    }


def numbers(secrets: dict) -> dict[str, list]:
    """Values for every argument that a pattern of the admin has."""
    pages = [secrets["never"].pk, secrets["live"].pk, secrets["own"].pk]
    revisions = [secrets["never"].latest_revision_id, secrets["live"].latest_revision_id]
    same = {
        "page_id parent_page_id page_to_move_id destination_id page_pk object_id": pages,
        "pk": pages,
        "image_id": [secrets["image"]],
        "document_id doc_id": [secrets["document"]],
        "media_id": [secrets["media"]],
        "collection_id": [secrets["collection"]],
        "revision_id": revisions,
        "revision_id_a": ["earliest"],
        "revision_id_b": ["latest"],
        "task_state_id": secrets["tasks"],
        "workflow_state_id": secrets["states"],
        "task_id workflow_pk session_id string_segment_id overridable_segment_id uploaded_file_id": [1],
        "translation_source_id": [secrets["source"]],
        "translation_id": [secrets["translation"]],
        "action_name": ["approve", "copy"],
        "action": ["delete", "publish", "unpublish", "move"],
        "app_label app_name content_type_app_name": ["catalogue"],
        "model_name content_type_model_name": ["coursepage"],
        "media_type": ["video"],
        "filter_spec": ["original"],
        "mode uidb64 token key": ["x"],
    }
    return {name: values for names, values in same.items() for name in names.split()}


def leaks(client, addresses: list[str], method: str = "get") -> list[str]:
    """Addresses whose answer holds a canary, wherever in body or headers."""
    client.raise_request_exception = False  # an empty form is an error of stock Wagtail, not a leak
    found = []
    for address in addresses:
        response = getattr(client, method)(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        if b"CANARY " in body or "CANARY " in str(response.headers):
            found.append(f"{method} {address} {response.status_code}")
    return found


def ids(secrets: dict) -> str:
    return "&".join(f"id={pk}" for pk in secrets["pages"])


def test_the_canaries_sing_for_their_owner(client, a, secrets):
    client.force_login(a.contributor)
    address = reverse("wagtailadmin_explore", args=[a.page.pk])
    assert leaks(client, [address]) == [f"get {address} 200"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_of_the_admin_tells_c_of_a_draft(client, c, secrets, method):
    client.force_login(c.contributor)
    assert leaks(client, admin_addresses(numbers(secrets)), method) == []


def test_no_chooser_tells_c_of_a_draft(client, a, c, secrets):
    client.force_login(c.contributor)
    kinds = ["wagtailcore.Page", "catalogue.CoursePage", "catalogue.LessonPage"]
    places = ["", *(f"{pk}/" for pk in [*secrets["pages"], a.page.pk, secrets["own"].pk])]
    options = ["", f"&multiple=1&user_perms=move_to&can_choose_root=1&target_pages[]={secrets['never'].pk}"]
    browse = [
        f"/cms/choose-page/{at}?page_type={kind}{more}" for at in places for kind in kinds for more in options
    ]
    words = ("CANARY", "公开", "公开课时二", "课程")
    search = [f"/cms/choose-page/search/?page_type={kind}&q={word}" for kind in kinds for word in words]
    assert leaks(client, [*browse, *search]) == []


def test_a_chooser_of_one_type_does_not_start_at_a_draft(client, a, c):
    never = CoursePageFactory(parent=a.page, title="CANARY course", live=False)
    LessonPageFactory(parent=never, live=False)
    client.force_login(c.contributor)
    assert leaks(client, ["/cms/choose-page/?page_type=catalogue.LessonPage"]) == []


def test_choosing_several_by_number_tells_nothing(client, c, secrets):
    client.force_login(c.contributor)
    assert leaks(client, [f"/cms/choose-page/chosen-multiple/?{ids(secrets)}"]) == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_bulk_action_names_what_it_refuses(client, a, c, secrets, method):
    client.force_login(c.contributor)
    places = [f"wagtailcore/page/{action}" for action in ("delete", "publish", "unpublish", "move")]
    queries = [ids(secrets), "id=all", f"id=all&childOf={a.page.pk}"]
    addresses = [f"/cms/bulk/{place}/?{query}&next=/cms/" for place in places for query in queries]
    assert leaks(client, [*addresses, "/cms/bulk/home/teachingimage/delete/?id=all&next=/cms/"], method) == []


def test_a_bulk_action_of_c_leaves_a_untouched(client, c, secrets):
    client.force_login(c.lead_teacher)
    client.post(f"/cms/bulk/wagtailcore/page/delete/?{ids(secrets)}&next=/cms/")
    assert Page.objects.filter(pk__in=secrets["pages"]).count() == 4


def test_no_search_report_or_interface_tells_c_of_a_draft(client, c, home_zh, secrets):
    client.force_login(c.contributor)
    queries = [
        "/cms/pages/search/?q=CANARY",
        "/cms/pages/search/?q=公开",
        f"/cms/pages/{home_zh.pk}/?q=CANARY",
        f"/cms/pages/{c.page.pk}/?q=CANARY",
        "/cms/pages/usage/catalogue/coursepage/?q=CANARY",
        "/cms/api/main/pages/?fields=*",
        "/cms/api/main/pages/?search=CANARY",
        f"/cms/api/main/pages/?child_of={c.page.pk}&for_explorer=1",
        f"/cms/api/main/pages/?translation_of={secrets['never'].pk}",
        "/cms/api/main/images/?fields=*",
        "/cms/api/main/documents/?fields=*",
        f"/cms/images/?q=CANARY&collection_id={secrets['collection']}",
        f"/cms/images/chooser/results/?q=CANARY&collection_id={secrets['collection']}",
        "/cms/documents/?q=CANARY",
        "/cms/documents/chooser/results/?q=CANARY",
        "/cms/media/?q=CANARY",
        "/cms/media/chooser/?q=CANARY",
        f"/cms/images/chooser/chosen-multiple/?id={secrets['image']}",
        f"/cms/documents/chooser/chosen-multiple/?id={secrets['document']}",
        *(
            f"/cms/reports/{report}/?export={kind}"
            for report in ("site-history", "aging-pages", "workflow", "workflow_tasks", "locked")
            for kind in ("csv", "xlsx")
        ),
        "/cms/localize/reports/translations/?export=csv",
        "/cms/",
    ]
    assert leaks(client, queries) == []


def test_a_draft_of_another_institution_is_refused_with_a_sentence(client, c, secrets):
    client.force_login(c.contributor)
    answer = client.get(reverse("wagtailadmin_explore", args=[secrets["never"].pk]))
    assert (answer.status_code, str(answer.context["exception"])) == (
        403,
        gettext("This page belongs to another institution."),
    )


# B, the partner of the one shared course.


def may_edit(client, page) -> bool:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_the_partner_edits_the_shared_course_and_its_lessons(client, b, shared, lesson):
    client.force_login(b.contributor)
    assert [may_edit(client, page) for page in (shared, lesson)] == [True, True]


def test_the_partner_edits_nothing_else_of_a(client, a, b, shared, secrets, case):
    client.force_login(b.contributor)
    others = (a.page, case, secrets["never"], secrets["live"])
    assert [may_edit(client, page) for page in others] == [False] * 4


def test_the_partner_is_told_of_no_other_draft(client, b, secrets):
    client.force_login(b.contributor)
    assert leaks(client, admin_addresses(numbers(secrets))) == []


def test_the_partner_meets_only_the_shared_course_in_the_branch_of_a(client, a, b, shared, lesson, secrets):
    client.force_login(b.contributor)
    rows = client.get(reverse("wagtailadmin_explore", args=[a.page.pk])).context["object_list"]
    assert [page.pk for page in rows] == [shared.pk]


def test_the_partner_may_not_publish_the_shared_course(b, shared):
    assert shared.permissions_for_user(b.lead_teacher).can_publish() is False
