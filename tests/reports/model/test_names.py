"""A model that a person has installed adds names on no list; nothing is read with one unasked."""

from __future__ import annotations

import json

import pytest
import reports_dev as dev
import spacy

from reports.document import Report, parse_published
from reports.errors import ReportError
from reports.folder import Settings, read_reports
from reports.model.names import NATASHA, load_names_model
from reports.reading import read_report

PUBLISHED = parse_published("2023-05-10")
TEXT = "Warplanes bombed homes across Quzmara on Monday, killing three people."


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory) -> str:
    """Return the folder of a spaCy pipeline that knows one place and one person."""
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([
        {"label": "GPE", "pattern": "Quzmara"}, {"label": "PERSON", "pattern": "Doe"},
    ])  # fmt: skip
    folder = tmp_path_factory.mktemp("pipeline") / "en_made_up"
    made.to_disk(folder)
    return str(folder)


def places_of(text, model=None, country="sy"):
    report = Report("a", text, PUBLISHED, "given")
    return [(d.place.surface, d.match.place, d.match.reason)
            for d in read_report(report, dev.pack(country), model=model).drafts]  # fmt: skip


def test_a_pipeline_adds_a_name_on_no_list_without_a_point(pipeline):
    assert places_of(TEXT) == []
    assert places_of(TEXT, load_names_model(pipeline)) == [
        ("Quzmara", None, f"on no list; a place by the model {pipeline}")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Quzmara spoke on Monday.",  # no attack
        "No air strike hit the Quzmara farms.",
        "Residents fled to the Quzmara farms after warplanes bombed Saraqib.",
        "Doe said that warplanes had bombed Saraqib.",
    ],
)
def test_what_a_name_is_there_the_rules_decide(pipeline, text):
    model = load_names_model(pipeline)
    assert [name for name, _, _ in places_of(text, model)] == [
        name for name, _, _ in places_of(text)
    ]


def test_a_pipeline_of_one_language_is_not_asked_of_another(pipeline):
    model = load_names_model(pipeline)
    assert model.knows("en")
    assert not model.knows("uk")
    assert places_of("قصف طيران حربي Quzmara ليلا", model) == places_of(
        "قصف طيران حربي Quzmara ليلا"
    )


def test_natasha_adds_russian_places_and_no_persons():
    model = load_names_model(NATASHA)
    half = [case for case in dev.read_sentences("unlisted") if case.held_out]
    plain, more = dev.score_cases(half), dev.score_cases(half, model)
    assert more.met > plain.met + 2
    assert more.spurious <= plain.spurious
    text = "По словам Владимира Белова, снаряд попал в поле. Степная Заря вновь обстреляна."
    assert [name for name, _, _ in places_of(text, model, "ua")] == ["Степная Заря"]


def test_a_folder_is_read_with_a_model(tmp_path, pipeline):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    for model, names in ((None, []), (pipeline, ["Quzmara"])):
        batch = read_reports([tmp_path / "a.txt"], Settings(("sy",), model=model))
        assert [row["place_text"] for row in batch.drafts] == names


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("en_not_installed", "no such pipeline is installed"),
        ("blank", "finds no places"),
        ("broken", "could not be loaded"),
    ],
)
def test_what_cannot_be_asked_is_told(tmp_path, name, said):
    folder = tmp_path / name
    if name == "blank":
        spacy.blank("en").to_disk(folder)
    elif name == "broken":
        folder.mkdir()
        (folder / "meta.json").write_text(json.dumps({"lang": "en"}), "utf-8")
    with pytest.raises(ReportError, match=said) as raised:
        load_names_model(name if name == "en_not_installed" else str(folder))
    assert str(raised.value).startswith("--model ")
