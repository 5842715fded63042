"""References."""

import pytest
from wagtail.blocks import StructBlockValidationError

from courseware.catalogue.blocks import ReferenceBlock


def reference(**fields):
    return ReferenceBlock().to_python({"citation": "作者. 题名. 2024.", "doi": "", "url": ""} | fields)


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({}, ""),
        ({"url": "https://example.org/a"}, "https://example.org/a"),
        ({"doi": "10.1000/182"}, "https://doi.org/10.1000/182"),
        ({"doi": "10.1000/182", "url": "https://example.org/a"}, "https://doi.org/10.1000/182"),
    ],
)
def test_a_reference_is_found_at_its_doi_before_its_address(fields, address):
    assert reference(**fields).address == address


@pytest.mark.parametrize(
    "doi", ["https://doi.org/10.1000/182", "10.1/x", "10.1000/ 182", "javascript:alert(1)"]
)
def test_what_is_no_doi_is_refused_with_a_sentence(in_english, doi):
    with pytest.raises(StructBlockValidationError) as refused:
        ReferenceBlock().clean(reference(doi=doi))
    assert refused.value.block_errors["doi"].messages == [
        "A DOI begins with 10. and a slash follows, such as 10.1000/182."
    ]
