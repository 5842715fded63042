"""search_check finds whatever is wrong, and mends it on request."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from search import services, terms
from search.engines import database_engine
from search.models import SearchDocument, Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(write):
    write("黄疸", "<p>光疗</p>")
    write("发热", "<p>jaundice and fever</p>")
    list(services.rebuild())


def break_nothing():
    pass


def lose_a_document():
    SearchDocument.objects.filter(title="黄疸").delete()


def change_behind_its_back():
    Page.objects.filter(title="黄疸").update(title="黄疸二")


def lose_tokens():
    database_engine().delete([SearchDocument.objects.get(title="黄疸").pk])
    SearchDocument.objects.filter(title="黄疸").update(digest="")


def withdraw_behind_its_back():
    Page.objects.filter(title="黄疸").update(live=False)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lose_a_document, "1 missing"),
        (change_behind_its_back, "1 outdated"),
        (lose_tokens, "1 outdated"),
        (withdraw_behind_its_back, "1 superfluous"),
    ],
)
def test_it_tells_and_mends(whole, capsys, fault, told):
    call_command("search_check")
    fault()
    with pytest.raises(CommandError, match="search_check --mend"):
        call_command("search_check")
    assert told in capsys.readouterr().out
    call_command("search_check", mend=True)
    call_command("search_check")
    assert "all right" in capsys.readouterr().out


def test_a_page_of_signs_alone_is_all_right(write):
    write("？！", "<p>……</p>")
    list(services.rebuild())
    call_command("search_check")


def counts() -> dict[str, tuple[str, int]]:
    return {term.token: (term.spelling, term.documents) for term in Term.objects.all()}


def test_words_are_counted_the_same_one_by_one_and_all_at_once(write, django_capture_on_commit_callbacks):
    page = write("黄疸与发热", "<p>Jaundice and fever, diseases</p>")
    write("黄疸", "<p>光疗</p>")
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    write("发热", "<p>fevers</p>")
    one_by_one = counts()
    terms.recount()
    assert {token: number for token, (_word, number) in counts().items()} == {
        token: number for token, (_word, number) in one_by_one.items()
    }
    assert one_by_one["黄疸"] == ("", 1)
    assert "jaundic" not in one_by_one


def test_rebuilding_skips_what_is_stored_and_everything_means_everything(whole, monkeypatch):
    stored = []
    monkeypatch.setattr(
        services,
        "store",
        lambda described, is_counted: stored.append([each.document.title for each in described]),
    )
    list(services.rebuild())
    assert stored == [[]]
    list(services.rebuild(everything=True))
    assert len(stored[1]) == 4
