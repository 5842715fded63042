"""Chief editors extend the glossary in the admin; nobody else does."""

import pytest
from django.urls import reverse

from courseware.network.enums import Role
from search.models import Concept, Name
from tests.factories.network import account

pytestmark = pytest.mark.django_db


def filled(**names: str) -> dict[str, str]:
    form = {
        "source": "某教材",
        "names-TOTAL_FORMS": str(len(names)),
        "names-INITIAL_FORMS": "0",
        "names-MIN_NUM_FORMS": "1",
        "names-MAX_NUM_FORMS": "1000",
    }
    for place, text in enumerate(names.values()):
        form |= {f"names-{place}-text": text, f"names-{place}-ORDER": str(place + 1), f"names-{place}-id": ""}
    return form


def test_a_chief_editor_adds_a_concept_with_its_names(client):
    client.force_login(account(Role.CHIEF_EDITOR))
    response = client.post(
        reverse("wagtailsnippets_search_concept:add"), filled(zh="圆圈病", en="circle disease")
    )
    assert response.status_code == 302
    concept = Name.objects.get(key="圆圈病").concept
    assert [name.text for name in concept.names.all()] == ["圆圈病", "circle disease"]


def test_a_name_that_is_taken_is_refused_and_what_was_typed_is_kept(client):
    client.force_login(account(Role.CHIEF_EDITOR))
    before = Concept.objects.count()
    response = client.post(
        reverse("wagtailsnippets_search_concept:add"), filled(zh="圆圈病", en="Kawasaki disease")
    )
    html = response.content.decode()
    assert response.status_code == 200
    assert "川崎病" in html
    assert 'value="圆圈病"' in html
    assert Concept.objects.count() == before


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PRIVACY_OFFICER])
def test_nobody_else_changes_it(client, role):
    client.force_login(account(role))
    assert client.get(reverse("wagtailsnippets_search_concept:add")).status_code in (302, 403)
    assert client.get(reverse("sought_in_vain")).status_code in (302, 403)


def test_the_list_costs_the_same_however_long_it_is(client, django_assert_num_queries):
    client.force_login(account(Role.CHIEF_EDITOR))
    address = reverse("wagtailsnippets_search_concept:list")
    client.get(address)
    with django_assert_num_queries(13):
        client.get(address, {"q": "川崎病休克"})
    with django_assert_num_queries(13):
        client.get(address)
