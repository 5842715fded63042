"""search_check finds whatever is wrong, and mends it on request."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page

from search import services, terms
from search.models import SearchCue, SearchDocument, Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(write, case, lecture):
    write("黄疸", "<p>光疗</p>")
    write("发热", "<p>jaundice and fever</p>")
    list(services.rebuild())


def break_nothing():
    pass


def lose_a_document():
    SearchDocument.objects.filter(title="黄疸").delete()


def change_behind_its_back():
    Page.objects.filter(title="黄疸").update(title="黄疸二")


def _lose_tokens(of: str) -> None:
    """Of all texts, answers or captions; the documents stay as they are."""
    table, vector = {
        "texts": ("search_searchdocument", "vector"),
        "answers": ("search_searchdocument", "answers_vector"),
        "captions": ("search_searchcue", "vector"),
    }[of]
    tokens = {"texts": "search_fts", "answers": "search_answer_fts", "captions": "search_cue_fts"}[of]
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {tokens}" if sqlite else f"UPDATE {table} SET {vector} = ''")


def lose_tokens():
    _lose_tokens("texts")


def lose_tokens_of_answers():
    _lose_tokens("answers")


def lose_tokens_of_captions():
    _lose_tokens("captions")


def lose_a_caption():
    SearchCue.objects.all()[0].delete()


def miscount():
    Term.objects.filter(token="黄疸").update(documents=77)


def forget_a_word():
    Term.objects.filter(token="黄疸").delete()


def withdraw_behind_its_back():
    Page.objects.filter(title="黄疸").update(live=False)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lose_a_document, "1 missing"),
        (change_behind_its_back, "1 outdated"),
        (lose_tokens, "7 outdated"),
        (lose_tokens_of_answers, "1 outdated"),
        (lose_tokens_of_captions, "1 outdated"),
        (lose_a_caption, "1 outdated"),
        (miscount, "1 words counted wrongly"),
        (forget_a_word, "1 words counted wrongly"),
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
    assert len(stored[1]) == 7


def test_rebuilding_stores_again_what_has_lost_its_tokens(whole):
    lose_tokens_of_captions()
    lose_tokens_of_answers()
    call_command("search_rebuild")
    call_command("search_check")


def test_names_with_a_dot_between_them_are_counted_like_all_others(write):
    list(services.rebuild())
    write("约翰・史密斯 与 川崎･病", "<p>约翰·史密斯</p>")
    call_command("search_check")


def test_captions_of_signs_alone_are_all_right(write, lecture, django_capture_on_commit_callbacks):
    from home.models import MediaTrack

    with django_capture_on_commit_callbacks(execute=True):
        MediaTrack.objects.create(
            media=lecture.specific.media, language="en", vtt="WEBVTT\n\n00:01.000 --> 00:04.000\n♪ ♪\n"
        )
    list(services.rebuild())
    call_command("search_check")
