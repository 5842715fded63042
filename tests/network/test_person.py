"""Deleting a person never deletes a credit."""

import pytest
from django.urls import reverse

from courseware.catalogue.models import Contribution
from courseware.network.models import Person
from tests.factories.catalogue import ContributionFactory
from tests.factories.network import PersonFactory


def delete(client, person: Person):
    return client.post(reverse("wagtailsnippets_network_person:delete", args=[person.pk]), follow=True)


@pytest.fixture
def credited(a, shared) -> Contribution:
    return ContributionFactory(page=shared)


def test_a_credited_person_is_not_deleted(client, chief_editor, credited):
    client.force_login(chief_editor)
    delete(client, credited.person)
    assert (Person.objects.filter(pk=credited.person_id).exists(), Contribution.objects.count()) == (True, 1)


def test_the_refusal_is_a_sentence_and_no_error(client, chief_editor, credited):
    client.force_login(chief_editor)
    answer = delete(client, credited.person)
    assert (
        answer.status_code,
        len(list(answer.context["messages"])) + answer.context.get("is_protected", 0),
    ) == (200, 1)


def test_a_person_without_credits_is_deleted(client, chief_editor):
    person = PersonFactory(account=None)
    client.force_login(chief_editor)
    delete(client, person)
    assert Person.objects.filter(pk=person.pk).exists() is False


def test_a_contributor_may_not_delete_people(client, a):
    person = PersonFactory(account=None)
    client.force_login(a.contributor)
    delete(client, person)
    assert Person.objects.filter(pk=person.pk).exists() is True
