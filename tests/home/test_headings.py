"""Anchors of headings, in any script."""

from home.headings import Heading, anchor, headings, with_ids

HTML = "<h2>病史</h2><p>甲</p><h3 class='x'>体格<b>检查</b></h3><h4>不算</h4>"


def test_headings_of_two_levels_are_listed_with_their_plain_titles():
    assert headings(HTML) == [
        Heading(anchor("病史"), "病史", 2),
        Heading(anchor("体格检查"), "体格检查", 3),
    ]


def test_a_text_without_headings_has_none():
    assert headings("<p>甲</p>") == []


def test_the_ids_in_the_text_are_those_of_the_list():
    assert with_ids(HTML) == (
        f'<h2 id="{anchor("病史")}">病史</h2><p>甲</p><h3 id="{anchor("体格检查")}">体格<b>检查</b></h3><h4>不算</h4>'
    )


def test_an_anchor_stays_the_same():
    assert anchor("病史") == "h-10aebabbf7"
