"""The glossary: what is shipped, what editors change, what is imported."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from search import lexicon
from search.models import Concept, Name

pytestmark = pytest.mark.django_db


def names(concept: Concept) -> list[str]:
    return [name.text for name in concept.names.all()]


def load(entries):
    return lexicon.load(entries, concept_model=Concept, name_model=Name)


def test_a_new_site_knows_four_hundred_concepts_in_both_languages():
    assert Concept.objects.count() >= 400
    assert not [
        str(concept) for concept in Concept.objects.all() if not (concept.name_zh and concept.name_en)
    ]
    assert not Concept.objects.filter(source="").exists()


def test_what_is_shipped_has_no_conflicts_and_loads_once():
    report = load(lexicon.shipped())
    assert (report.concepts, report.names, report.conflicts) == (0, 0, [])
    entries = [text for entry in lexicon.shipped() for text, is_weak in entry.names if not is_weak]
    assert len(entries) == len(set(entries))


def test_a_name_of_another_concept_is_refused_in_the_form_with_its_owner():
    concept = Concept.objects.create()
    with pytest.raises(ValidationError, match=r"Kawasaki disease|川崎病"):
        Name(concept=concept, text="Kawasaki Disease").full_clean()
    with pytest.raises(ValidationError):
        Name(concept=concept, text="!?").full_clean()
    Name(concept=concept, text="KD", is_weak=True).full_clean()


def test_a_file_adds_names_to_the_concept_that_has_the_first_one_and_reports_conflicts(tmp_path, capsys):
    from search import glossary

    assert "yuanquanbing" not in glossary.current().by_pinyin
    file = tmp_path / "more.txt"
    file.write_text(
        "# source: 某教材\n川崎病 | 川崎综合征 | chickenpox\n圆圈病 | circle disease | CDX !weak\n",
        encoding="utf-8",
    )
    call_command("import_concepts", str(file))
    told = capsys.readouterr().out
    assert "1 new concepts, 3 new names." not in told  # two names of the new one, and one more of the old one
    assert "1 new concepts, 4 new names." in told
    assert "left out, because another concept has this name: chickenpox" in told
    assert "川崎综合征" in names(Name.objects.get(text="川崎病").concept)
    fresh = Name.objects.get(text="圆圈病")
    assert (fresh.pinyin, fresh.initials, fresh.concept.source) == ("yuanquanbing", "yqb", "某教材")
    assert Name.objects.get(text="CDX").is_weak
    assert "yuanquanbing" in glossary.current().by_pinyin


def test_what_an_editor_has_deleted_or_written_stays_when_a_file_is_read_again(tmp_path):
    concept = Name.objects.get(text="川崎病").concept
    Name.objects.create(concept=concept, text="编者加的名称")
    load(lexicon.shipped())
    assert "编者加的名称" in names(concept)


def test_a_table_of_a_terminology_is_read_by_its_header(tmp_path, capsys):
    file = tmp_path / "hpo.tsv"
    file.write_text(
        "id\tname\t中文名\tsynonyms\nHP:9999999\tSquare ears\t方形耳\tQuadratic ears|方耳\nHP:9999998\tBlank\t\t\n",
        encoding="utf-8",
    )
    call_command("import_concepts", str(file), source="HPO")
    concept = Name.objects.get(text="方形耳").concept
    assert (names(concept), concept.source) == (
        ["方形耳", "Square ears", "Quadratic ears", "方耳"],
        "HPO HP:9999999",
    )
    assert Name.objects.filter(text="Blank").exists()


def test_names_that_are_sentences_are_left_out_and_told(tmp_path, capsys):
    file = tmp_path / "long.csv"
    mixed = "病a" * 60  # 120 characters, but a key of 239
    file.write_text(
        f"zh,en\n{'很' * 60},Sixty characters\n{mixed},\n{'x' * 121},Kawasaki disease\n", encoding="utf-8"
    )
    call_command("import_concepts", str(file))
    told = capsys.readouterr().out
    assert "1 new concepts, 2 new names." in told
    assert told.count("left out, because it is too long for a name") == 2
    call_command("import_concepts", str(file))
    assert "0 new concepts, 0 new names." in capsys.readouterr().out
    stored = Name.objects.get(text="很" * 60)
    assert (len(stored.pinyin), len(stored.initials)) == (180, 60)
    with pytest.raises(ValidationError, match=r"too long|太长|过长"):
        Name(concept=Concept.objects.create(), text=mixed).full_clean()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("b.csv", b"en\n" + b"x" * 140_000),
        ("a.csv", b"a,b\n1,2\n"),
        ("a.txt", b"| x\n"),
        ("a.txt", b"\xff\xfe\x00"),
        ("missing.txt", None),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = Name.objects.count()
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_concepts", str(tmp_path / name))
    assert Name.objects.count() == before
