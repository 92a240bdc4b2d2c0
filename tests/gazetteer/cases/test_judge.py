"""What is right, near, coarse, offered, unplaced or wrong."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from gazetteer.cases.judge import judge, read_target
from gazetteer.errors import GazetteerError
from gazetteer.match import Match, answer_none, answer_place, answer_rivals


@pytest.fixture(scope="module")
def pack():
    return load_gazetteer("sy")


def read_answer(text, pack):
    """Read an answer: none, vague, rivals ID ID, at or around LON LAT, ID, ID as a district."""
    word, *rest = text.split()
    if word in ("none", "vague"):
        return answer_none("", "", method=word)
    if word == "rivals":
        return answer_rivals("", "", tuple(map(pack.get, rest)))
    if word in ("at", "around"):
        lon, lat = map(float, rest)
        precision, radius = ("near", 3.0) if word == "at" else ("area", 20.0)
        return Match("", "nearby", 0.9, "", precision, None, lon, lat, radius)
    precision = "district" if rest else None
    return answer_place("", pack.get(word), "", method="exact", score=0.9, precision=precision)


SARAQIB, ARIHA, IDLIB = "gn:164816", "gn:172994", "SY07"  # 36.806, 35.864; 36.610, 35.814


@pytest.mark.parametrize(
    ("expected", "answer", "verdict"),
    [
        (SARAQIB, SARAQIB, "right"),
        (SARAQIB, "at 36.806 35.904", "right"),  # 4.4 km north
        (SARAQIB, "at 36.806 35.914", "near"),  # 5.5 km
        (SARAQIB, "at 36.806 35.960", "wrong"),  # 10.6 km
        (SARAQIB, "around 36.806 36.034", "near"),  # 18.9 km, within its 20 km
        (SARAQIB, "around 36.806 36.054", "wrong"),  # 21.1 km
        (SARAQIB, IDLIB, "coarse"),
        (SARAQIB, "SY05", "wrong"),
        (SARAQIB, f"rivals {ARIHA} {SARAQIB}", "offered"),
        (SARAQIB, f"rivals {ARIHA}", "unplaced"),
        (SARAQIB, "none", "unplaced"),
        (IDLIB, IDLIB, "right"),
        (IDLIB, "gn:169389", "wrong"),  # a pin for an area
        (IDLIB, "SY0702", "wrong"),  # a part of it
        ("SY0702", IDLIB, "coarse"),
        (f"area of {SARAQIB}", f"{SARAQIB} as a district", "right"),
        (f"area of {SARAQIB}", SARAQIB, "wrong"),
        (f"area of {SARAQIB}", IDLIB, "coarse"),
        (f"10 km N of {ARIHA}", "at 36.610 35.904", "right"),
        (f"10 km N of {ARIHA}", "at 36.610 35.724", "wrong"),  # south
        (f"10 km N of {ARIHA}", ARIHA, "near"),
        (f"between {ARIHA} and {SARAQIB}", "at 36.708 35.839", "right"),
        (f"between {ARIHA} and {SARAQIB}", SARAQIB, "near"),
        ("sy:m5", "sy:m5", "right"),  # a road, without a point
        ("sy:m5", SARAQIB, "wrong"),
        ("none", "none", "right"),
        ("none", f"rivals {ARIHA}", "unplaced"),
        ("none", SARAQIB, "wrong"),
        ("none", IDLIB, "wrong"),
        ("vague", "vague", "right"),
        ("vague", "none", "unplaced"),
        (f"ambiguous {ARIHA} {SARAQIB}", f"rivals {SARAQIB} {ARIHA}", "right"),
        (f"ambiguous {ARIHA} {SARAQIB}", f"rivals {SARAQIB}", "offered"),
        (f"ambiguous {ARIHA} {SARAQIB}", "none", "unplaced"),
        (f"ambiguous {ARIHA} {SARAQIB}", ARIHA, "wrong"),
        (f"several {ARIHA} {SARAQIB}", "around 36.708 35.839", "right"),  # holds both
        (f"several {ARIHA} {SARAQIB}", "around 36.708 36.039", "wrong"),  # neither
        (f"several {ARIHA} {SARAQIB}", f"rivals {SARAQIB} {ARIHA}", "right"),
        (f"several {ARIHA} {SARAQIB}", ARIHA, "wrong"),  # one of them in silence
        (f"several {ARIHA} {SARAQIB}", IDLIB, "coarse"),
        (f"several {ARIHA} {SARAQIB}", "none", "unplaced"),
    ],
)
def test_verdicts(pack, expected, answer, verdict):
    assert judge(read_target(expected, pack), read_answer(answer, pack)) == verdict


@pytest.mark.parametrize("expected", ["", "gn:0", "ambiguous gn:0", "area of gn:0", "Saraqib"])
def test_what_is_expected_must_be_in_the_pack(pack, expected):
    with pytest.raises(GazetteerError, match="no place of the pack"):
        read_target(expected, pack)


def test_nothing_is_measured_from_a_road(pack):
    with pytest.raises(GazetteerError, match="no point to measure from"):
        read_target("5 km N of sy:m5", pack)
