"""Small Markdown, and texts in two languages."""

import pytest

from courseware.demo.texts import LibraryError, chinese, english, to_html


def html(markdown: str) -> str:
    return to_html(markdown, {"lesson-a": 7}.__getitem__)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", ""),
        ("一段\n\n二段", "<p>一段</p><p>二段</p>"),
        ("中文\n接着", "<p>中文接着</p>"),
        ("one\ntwo", "<p>one two</p>"),
        ("## 标题\n\n正文", "<h2>标题</h2><p>正文</p>"),
        ("### 小标题\n正文", "<h3>小标题</h3><p>正文</p>"),
        ("# 太大", "<p># 太大</p>"),
        ("- 一\n- 二", "<ul><li>一</li><li>二</li></ul>"),
        ("1. 一\n2. 二", "<ol><li>一</li><li>二</li></ol>"),
        ("- 一\n接着", "<ul><li>一接着</li></ul>"),
        ("引言\n- 一\n1. 甲", "<p>引言</p><ul><li>一</li></ul><ol><li>甲</li></ol>"),
        ("- 一\n\n尾声", "<ul><li>一</li></ul><p>尾声</p>"),
        ("**要点**和**重点**", "<p><b>要点</b>和<b>重点</b></p>"),
        ("见[第一课](page:lesson-a)", '<p>见<a linktype="page" id="7">第一课</a></p>'),
        (
            "[WHO](https://www.who.int/a?b=1&c=2)",
            '<p><a href="https://www.who.int/a?b=1&amp;c=2">WHO</a></p>',
        ),
        ("温度 < 36 & 血糖 > 2", "<p>温度 &lt; 36 &amp; 血糖 &gt; 2</p>"),
    ],
)
def test_markdown_becomes_rich_text(markdown, expected):
    assert html(markdown) == expected


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("**<img src=x onerror=alert(1)>**", "<p><b>&lt;img src=x onerror=alert(1)&gt;</b></p>"),
        ("- <b>一", "<ul><li>&lt;b&gt;一</li></ul>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html,1)", "<p>[x](data:text/html,1)</p>"),
        ('[x](https://e.org/"onclick="a)', '<p>[x](https://e.org/"onclick="a)</p>'),
    ],
)
def test_hostile_text_stays_text(hostile, expected):
    assert html(hostile) == expected


def test_a_link_to_a_page_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        html("[x](page:nowhere)")


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ({"zh": " 中 ", "en": " en "}, "中", "en"),
        ({"zh": "中"}, "中", None),
        ({"zh": "中", "en": ""}, "中", None),
        (42, "42", "42"),
        ("G1P1", "G1P1", "G1P1"),
        (None, "", ""),
    ],
)
def test_a_text_is_a_pair_or_stands_for_both_languages(value, zh, en):
    assert (chinese(value), english(value)) == (zh, en)


@pytest.mark.parametrize("value", [["a"], {"en": "only"}, {"zh": "中", "en": "en", "fr": "fr"}])
def test_what_is_no_text_is_an_error(value):
    with pytest.raises(LibraryError):
        chinese(value)
