import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import translation

from home.management.commands.update_messages import OURS, UPSTREAM_SOURCES, messages

SOURCES = [OURS, *UPSTREAM_SOURCES]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|%%")
MARKUP = re.compile(r"</?\w+")
LISTS = [
    "catalogue:courses",
    "catalogue:cases",
    "catalogue:lectures",
    "network:institutions",
    "network:people",
    "network:sections",
    "errata:list",
    "search:results",
]
# Names, codes and signs that are the same in both languages.
NAMES = {
    "PedCommons",
    "CC",
    "BY",
    "NC",
    "SA",
    "ND",
    "CC0",
    "ICD",
    "ICP",
    "MeSH",
    "ORCID",
    "EN",
    "EPA",
}


def strings(found) -> tuple[str, ...]:
    return tuple(found) if isinstance(found, list | tuple) else (found,)


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_message_has_a_translation_that_somebody_has_read(source):
    assert list(source.incomplete()) == []


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_the_compiled_catalogue_is_what_the_written_one_compiles_to(source):
    assert list(source.uncompiled()) == []


def test_the_catalogue_says_what_the_code_says():
    assert list(OURS.stale()) == []


@pytest.mark.parametrize("pattern", [PLACEHOLDER, MARKUP], ids=["placeholders", "markup"])
@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_a_translation_keeps_the_parts_that_are_not_words(source, pattern):
    astray = [
        message.id
        for message in messages(source.read())
        # A Chinese message has one form, which stands for the English plural.
        if sorted(set(pattern.findall(strings(message.id)[-1])))
        != sorted(set(pattern.findall(strings(message.string)[0])))
    ]
    assert astray == []


def test_chinese_sentences_have_chinese_punctuation():
    latin = re.compile(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.(?!\w)")
    astray = [
        text for message in messages(OURS.read()) for text in strings(message.string) if latin.search(text)
    ]
    assert astray == []


class Visible(HTMLParser):
    """What a reader sees or hears of a page, outside passages marked as English."""

    SPOKEN = ("aria-label", "alt", "title", "placeholder")
    VOID = {"meta", "link", "input", "img", "br", "hr", "source", "track", "wbr", "col"}

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        foreign = (values.get("lang") or "zh").startswith("en") or tag in {"script", "style"}
        silent = foreign or (bool(self.silent) and self.silent[-1])
        if not silent:
            self.texts += [values[name] for name in self.SPOKEN if values.get(name)]
        if tag not in self.VOID:
            self.silent.append(silent)

    def handle_endtag(self, tag):
        if tag not in self.VOID and self.silent:
            self.silent.pop()

    def handle_data(self, data):
        if data.strip() and not (self.silent and self.silent[-1]):
            self.texts.append(data.strip())


def english(html: str) -> list[str]:
    """The visible texts with an English word that is not a name."""
    return [text for text in Visible(html).texts if set(re.findall(r"[A-Za-z][A-Za-z0-9]+", text)) - NAMES]


@pytest.mark.django_db
@pytest.mark.parametrize("name", LISTS)
def test_a_chinese_page_says_nothing_in_english(client, name):
    with translation.override("zh-hans"):
        address = reverse(name)
    response = client.get(address)
    assert (response.status_code, english(response.content.decode())) == (200, [])


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/zh-hans/search/?q=zzzz", "/zh-hans/cases/?page=99"])
def test_a_chinese_page_that_has_nothing_says_so_in_chinese(client, address):
    texts = english(client.get(address).content.decode().replace("zzzz", ""))
    assert texts == []


@pytest.mark.django_db
def test_the_page_that_does_not_exist_says_so_in_chinese(client):
    response = client.get("/zh-hans/there-is-no-such-page/")
    assert (response.status_code, english(response.content.decode())) == (404, [])


@pytest.mark.django_db
def test_the_catalogue_reaches_the_reader():
    with translation.override("zh-hans"):
        assert translation.gettext("Lead institution") == "牵头单位"
        assert translation.pgettext("Bloom level", "Remember") == "记忆"
        assert translation.ngettext("%(n)d month", "%(n)d months", 5) % {"n": 5} == "5 个月"
        assert translation.gettext("Schedule to publish") == "定时发布"
