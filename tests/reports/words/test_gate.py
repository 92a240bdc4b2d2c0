"""Gates: a list of words is met behind its gate exactly where it is met without."""

from __future__ import annotations

import re

import pytest
from reports_dev import read_sentences, read_texts

from reports.words.attacks import patterns_of as patterns_of_acts
from reports.words.day_rules import day_rules as rules_of_days
from reports.words.gate import Gated, gated
from reports.words.roles import _patterns as patterns_of_roles
from reports.words.wording import any_of, load_wording

CODES = {"en": "", "ar": "ar", "uk": "uk", "ru": "uk"}  # the texts of two languages stand together


def gates_of(language: str) -> list[Gated]:
    wording, acts = load_wording(language), patterns_of_acts(language)
    tables = (acts.acts, acts.weapons, acts.open, acts.standing, patterns_of_roles(language)[0],
              wording.claimants, wording.targets)  # fmt: skip
    rooms = ("clause", "telling", "days", "doers", "hints")
    grammar = [wording.pattern(room, name) for room in rooms
               for name in wording.tables["grammar"].get(room, ())]  # fmt: skip
    rules = list(rules_of_days(language).values())
    actors = [actor.words for actor in wording.actors]
    return [*(gate for table in tables for gate in table.values()), *grammar, *rules, *actors]


@pytest.mark.parametrize("language", CODES)
def test_a_gate_hides_no_match(language):
    texts = [case.text for case in [*read_sentences(CODES[language]), *read_texts(CODES[language])]]
    gates = [gate for gate in gates_of(language) if isinstance(gate, Gated)]
    assert len(gates) > 80
    met = 0
    for gate in gates:
        for text in texts:
            spans = [found.span() for found in gate.pattern.finditer(text)]
            assert [found.span() for found in gate.finditer(text)] == spans, gate.pattern.pattern
            met += len(spans)
    assert met > 300


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (any_of(["shell(?:ed|ing)?", "(?:air ?)?raids?"]), "An AIR raid"),
        (any_of(["no[- ]one", "(?:a|an|the)? strikes?"]), "the strikes"),
        (any_of(["(?:very ){0,3}big", "[abc]lue"]), "very big"),
        (any_of([r"\d+ raids"]), "Then 12 raids"),
        (any_of([r"\d+ raids"]), "Then ٣ raids"),
        (gated(re.compile(r"(?<!not )\bkilled|\bdied")), "he died"),
        (gated(re.compile(r"ed\b|\bdied")), "he walked"),
        (gated(re.compile(r"(?i:\bA)b")), "ab"),
    ],
)
def test_words_are_met_behind_their_gate(pattern, text):
    assert pattern.search(text) is not None
    assert list(pattern.finditer(text))


def test_a_text_without_the_beginning_of_any_word_is_not_searched():
    class Never:
        def search(self, *_):
            raise AssertionError

    gate = Gated(Never(), ["shell(?:ed|ing)?", "(?:air ?)?raids?"])
    assert gate.search("The market opened again.") is None
    with pytest.raises(AssertionError):
        gate.search("The shells were sold.")
