"""From Chinese to English by a chief editor through the admin, and published when somebody bilingual agrees."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Contribution, CoursePage, Term
from courseware.network.enums import Role
from home.models import User
from tests.factories.catalogue import CoursePageFactory
from tests.factories.home import publish
from tests.factories.network import MembershipFactory, PartnerFactory, PersonFactory, account, agreement

ENGLISH = {"新生儿": "The newborn", "一句话": "In one sentence"}
pytestmark = pytest.mark.usefixtures("harbor_en")


@dataclass
class Editor:
    """A chief editor's browser; what waits for the commit of a request is done after it."""

    browser: Client
    committing: Callable
    checker: User

    def send(self, name: str, number: int, **fields):
        with self.committing(execute=True):
            answer = self.browser.post(reverse(name, args=[number]), fields)
        assert answer.status_code == 302

    def submit(self, page: Page) -> Translation:
        """Send `page` to translation into English."""
        english = Locale.objects.get(language_code="en")
        self.send("wagtail_localize:submit_page_translation", page.pk, locales=[english.pk])
        return Translation.objects.get(source__object_id=page.translation_key, target_locale=english)

    def write(self, translation: Translation) -> None:
        """Every segment in English, as the page of the translation sends them."""
        for segment in StringSegment.objects.filter(source=translation.source):
            answer = self.browser.put(
                reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
                f"value={ENGLISH[segment.string.data]}",
                content_type="application/x-www-form-urlencoded",
            )
            assert answer.status_code in (200, 201)

    def publish(self, translation: Translation) -> CoursePage:
        copy = translation.get_target_instance()
        self.send("wagtailadmin_pages:edit", copy.pk, action="publish")
        waiting = CoursePage.objects.get(pk=copy.pk).current_workflow_task_state
        with self.committing(execute=True):
            waiting.task.specific.on_action(waiting, self.checker, "approve")
        return CoursePage.objects.get(pk=copy.pk)

    def update(self, course: CoursePage) -> CoursePage:
        """Bring what `course` has become into its copy and publish it there."""
        translation = Translation.objects.get(source__object_id=course.translation_key)
        self.send("wagtail_localize:update_translations", translation.source_id)
        return self.publish(translation)


@pytest.fixture
def editor(db, django_capture_on_commit_callbacks) -> Editor:
    browser = Client()
    browser.force_login(account(Role.CHIEF_EDITOR))
    checker = PersonFactory(checks_translations=True)
    MembershipFactory(person=checker, role=Role.REVIEWER)
    return Editor(browser, django_capture_on_commit_callbacks, checker.account)


@pytest.fixture
def course(harbor) -> CoursePage:
    page = CoursePageFactory(parent=harbor, title="新生儿", slug="newborn", summary="一句话", live=False)
    page.specialties = [Term.objects.of(Vocabulary.SPECIALTY).get(code="neonatology")]
    return publish(page)


@pytest.fixture
def copy(editor, course) -> CoursePage:
    translation = editor.submit(course)
    editor.write(translation)
    return editor.publish(translation)


def test_a_translated_page_is_published_in_english_at_the_same_address(copy):
    assert (copy.title, copy.summary, copy.slug, copy.live, copy.url) == (
        "The newborn",
        "In one sentence",
        "newborn",
        True,
        "/en/harbor/newborn/",
    )


def test_a_copy_of_a_live_page_waits_until_somebody_publishes_it(editor, client, course):
    translation = editor.submit(course)
    editor.write(translation)
    page = translation.get_target_instance()
    assert (page.live, client.get("/en/harbor/newborn/").status_code) == (False, 404)


def switch(client, address: str) -> list[tuple[str, str, bool]]:
    """What the language switch of a page offers: language, address, whether it is the current one."""
    context = client.get(address).context
    return [(entry.code, entry.url, entry.is_current) for entry in context["languages"]]


def test_the_language_switch_leads_to_the_same_page_both_ways(client, course, copy):
    zh, en = "/zh-hans/harbor/newborn/", "/en/harbor/newborn/"
    assert (switch(client, zh), switch(client, en)) == (
        [("zh-hans", zh, True), ("en", en, False)],
        [("zh-hans", zh, False), ("en", en, True)],
    )


def test_a_page_without_english_says_so(client, course):
    assert switch(client, course.url) == [("zh-hans", course.url, True), ("en", "", False)]
    assert 'class="is-missing"' in client.get(course.url).content.decode()


def head(client, address: str) -> tuple[list[str], list[tuple[str, str]]]:
    page = client.get(address).content.decode()
    return (
        re.findall(r'<link rel="canonical" href="http://[^/]+(.*?)">', page),
        re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="http://[^/]+(.*?)">', page),
    )


def test_both_pages_name_both_languages_and_themselves(client, course, copy):
    pair = [("zh-hans", "/zh-hans/harbor/newborn/"), ("en", "/en/harbor/newborn/")]
    assert [head(client, course.url), head(client, copy.url)] == [([course.url], pair), ([copy.url], pair)]


def test_a_page_without_english_names_itself_alone(client, course):
    assert head(client, course.url) == ([course.url], [("zh-hans", course.url)])


def test_the_classification_of_the_copy_follows_the_source(editor, course, copy):
    assert [term.code for term in copy.specialties.all()] == ["neonatology"]
    course.specialties = list(Term.objects.of(Vocabulary.SPECIALTY).filter(code__in=["cardiology", "picu"]))
    course.licence = "cc0"
    publish(course)
    copy = editor.update(course)
    assert (sorted(term.code for term in copy.specialties.all()), copy.licence) == (
        ["cardiology", "picu"],
        "cc0",
    )


def test_the_credits_of_the_copy_follow_the_source(editor, course, copy):
    person = PersonFactory(account=None)
    course.contributions = [Contribution(person=person, roles=["lecturer"])]
    publish(course)
    copy = editor.update(course)
    assert [(row.person, row.roles) for row in copy.contributions.all()] == [(person, ["lecturer"])]


def test_the_partners_of_the_copy_follow_the_source(editor, harbor, course, copy):
    institution = PartnerFactory.build(page=None).institution
    institution.save()
    agreement(harbor.institution, institution)
    course.partners = [PartnerFactory.build(page=None, institution=institution)]
    publish(course)
    copy = editor.update(course)
    assert [row.institution for row in copy.partners.all()] == [institution]


def test_a_contributor_may_not_send_a_page_to_translation(client, course, harbor):
    client.force_login(account(Role.CONTRIBUTOR, harbor.institution))
    answer = client.post(
        reverse("wagtail_localize:submit_page_translation", args=[course.pk]), {"locales": [2]}
    )
    assert (answer.status_code, Translation.objects.count()) == (302, 0)
