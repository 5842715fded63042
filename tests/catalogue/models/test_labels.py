"""Terms and keywords carry both languages on one row."""

import pytest
from django.db import IntegrityError
from django.utils import translation

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Keyword, Term


@pytest.mark.parametrize(("language", "label"), [("zh-hans", "心血管"), ("en", "Cardiology")])
def test_a_term_is_named_in_the_language_of_the_reader(language, label):
    with translation.override(language):
        assert str(Term(name_zh="心血管", name_en="Cardiology")) == label


@pytest.mark.parametrize(("language", "label"), [("zh-hans", "发热"), ("en", "fever")])
def test_a_keyword_is_named_in_the_language_of_the_reader(language, label):
    with translation.override(language):
        assert Keyword(name="发热", name_en="fever").label == label


def test_a_keyword_without_english_keeps_its_own_name(in_english):
    assert Keyword(name="发热").label == "发热"


def test_a_code_is_taken_once_in_each_vocabulary(db):
    Term.objects.create(vocabulary=Vocabulary.EPA, code="cough", name_zh="咳嗽", name_en="Cough")
    with pytest.raises(IntegrityError):
        Term.objects.create(vocabulary=Vocabulary.EPA, code="cough", name_zh="咳", name_en="Cough")
