"""The vocabularies that are shipped."""

import pytest

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Term
from courseware.catalogue.vocabulary import load_vocabulary

pytestmark = pytest.mark.django_db


def test_the_migrations_have_loaded_every_vocabulary():
    assert load_vocabulary() == 0


def test_every_term_has_both_names():
    assert list(Term.objects.filter(name_zh="") | Term.objects.filter(name_en="")) == []


def test_every_shipped_vocabulary_has_terms():
    assert set(Term.objects.values_list("vocabulary", flat=True)) == set(Vocabulary.values)


def test_a_term_that_was_deleted_comes_back():
    term = Term.objects.of(Vocabulary.SPECIALTY).get(code="cardiology")
    facts = (term.name_zh, term.name_en, term.order)
    term.delete()
    assert load_vocabulary() == 1
    back = Term.objects.of(Vocabulary.SPECIALTY).get(code="cardiology")
    assert (back.name_zh, back.name_en, back.order) == facts


def test_loading_again_keeps_the_labels_of_an_editor():
    Term.objects.filter(vocabulary=Vocabulary.SPECIALTY, code="cardiology").update(name_zh="心脏专科")
    load_vocabulary()
    assert Term.objects.of(Vocabulary.SPECIALTY).get(code="cardiology").name_zh == "心脏专科"
