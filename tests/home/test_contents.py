"""What two versions of a page say."""

import pytest

from home.contents import contents


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"body": '<p data-block-key="a1">正文</p>'}, {"body": "<p>正文</p>"}),
        ({"body": ""}, {"body": '<p data-block-key="a1"></p>'}),
        (
            {"stream": '[{"type": "text", "value": "x"}]'},
            {"stream": '[{"type": "text", "value": "x", "id": "u"}]'},
        ),
        (
            {"rows": [{"pk": 1, "sort_order": None, "person": 3}]},
            {"rows": [{"pk": 9, "sort_order": 0, "person": 3}]},
        ),
        ({"roles": ["b", "a"]}, {"roles": ["a", "b"]}),
    ],
)
def test_what_the_form_writes_by_itself_is_no_change(before, after):
    assert contents(before) == contents(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"body": "<p>10 mg</p>"}, {"body": "<p>100 mg</p>"}),
        ({"stream": '[{"type": "a"}, {"type": "b"}]'}, {"stream": '[{"type": "b"}, {"type": "a"}]'}),
        ({"rows": [{"person": 1}, {"person": 2}]}, {"rows": [{"person": 2}, {"person": 1}]}),
        ({"title": "[草稿"}, {"title": "[草稿]"}),
    ],
)
def test_what_an_author_changes_is_one(before, after):
    assert contents(before) != contents(after)
