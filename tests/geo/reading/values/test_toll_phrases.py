"""Tolls told with their kind, by language: a figure goes to the toll that its word names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.values.toll_phrases import split_toll


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("3 killed", "3", None), ("killed 3", "3", None), ("killed: 3", "3", None),
        ("3 dead, 5 wounded", "3", "5"), ("3 dead and 5 wounded", "3", "5"),
        ("killed: 3; wounded: 5", "3", "5"), ("3 killed/5 injured", "3", "5"),
        ("3 killed 5 injured", "3", "5"), ("killed 3 injured 5", "3", "5"),
        ("10 people killed and more than 20 injured", "10", "more than 20"),
        ("at least 3 killed", "at least 3", None),
        ("between 3 and 5 killed", "between 3 and 5", None),
        ("3-5 dead", "3-5", None), ("5+ dead", "5+", None), ("1,200 killed", "1,200", None),
        ("3 killed (2 children)", "3", None), ("3 killed, including 2 women", "3", None),
        ("3 killed, dozens injured", "3", None), ("no deaths, 5 injured", "0", "5"),
        ("3 قتلى", "3", None), ("٣ شهداء", "3", None), ("3 قتلى و5 جرحى", "3", "5"),
        ("مقتل 3 أشخاص وإصابة 5", "3", "5"), ("لا يوجد قتلى", "0", None),
        ("3 morts, 5 blessés", "3", "5"), ("3 muertos y 5 heridos", "3", "5"),
        ("3 Tote und 5 Verletzte", "3", "5"), ("3 погибших, 5 раненых", "3", "5"),
        ("загинуло 3, поранено 5", "3", "5"), ("3 ölü 5 yaralı", "3", "5"),
    ],
)  # fmt: skip
def test_a_figure_goes_to_its_kind(text: str, killed: str | None, injured: str | None) -> None:
    told = split_toll(text)
    assert told == {k: v for k, v in (("killed", killed), ("injured", injured)) if v is not None}


@pytest.mark.parametrize(
    ("text", "casualties"),
    [
        ("5 casualties", "5"), ("5 killed or wounded", "5"), ("3 killed and wounded", "3"),
        ("5 قتلى وجرحى", "5"), ("no casualties", "0"), ("لا ضحايا", "0"),
        ("without casualties", "0"), ("Killed and injured: 20", "20"), ("killed/injured: 4", "4"),
        ("قتلى وجرحى: 20", "20"), ("7 بين قتيل وجريح", "7"), ("مقتل وإصابة 7 أشخاص", "7"),
        ("7 killed, injured", "7"), ("injured and killed: 9", "9"), ("dead (and injured): 7", "7"),
        ("Casualties (killed and injured): 20", "20"), ("5 killed, critically injured", "5"),
        ("3-5 dead or wounded", "3-5"), ("1,200 killed and injured", "1,200"),
        ("no killed or injured", "0"), ("killed and injured: 20 (5 children)", "20"),
        ("killed and injured: 20, of whom 5 killed", "20"),
    ],
)  # fmt: skip
def test_both_together_are_neither(text: str, casualties: str) -> None:
    assert split_toll(text) == {"casualties": casualties}


@pytest.mark.parametrize(
    "text",
    [
        "dozens killed", "killed", "قتلى وجرحى", "قتيلان", "two killed", "nobody killed",
        "3 civilians killed", "no civilian casualties", "no casualties reported", "about 5 killed",
        "2 of 3 killed", "3rd killed", "50% killed", "3.5 killed", "3 killed 2019", "killed -3",
        "3 killed, 2 killed", "5-3 killed", "3 families killed", "5", "", "none",
    ],
)  # fmt: skip
def test_what_is_no_figure_of_all_is_none(text: str) -> None:
    assert split_toll(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("20 dead and injured: 5 dead and 15 injured", ("5", "15", "20")),
        ("20 casualties (5 killed, 15 injured)", ("5", "15", "20")),
        ("3 killed and wounded 5", ("3", "5", None)), ("killed 3/injured 5", ("3", "5", None)),
        ("no deaths, injuries: 5", ("0", "5", None)),
        ("3 killed, injured: unknown", ("3", None, None)),
        ("between 3 and 5 killed, injured 7", ("between 3 and 5", "7", None)),
        ("3/5 killed, 7 injured", (None, "7", None)),
        ("7 killed/missing, 3 injured", (None, "3", None)),
    ],
)  # fmt: skip
def test_kinds_side_by_side_keep_their_own_figures(
    text: str, told: tuple[str | None, str | None, str | None]
) -> None:
    kinds = zip(("killed", "injured", "casualties"), told, strict=True)
    assert split_toll(text) == {kind: figure for kind, figure in kinds if figure is not None}


@pytest.mark.parametrize(
    "text",
    [
        "7 killed, missing", "missing and killed: 9", "killed or missing: 9", "7 dead/missing",
        "killed/injured: 3/5", "3/5 killed/injured", "killed: 3/5", "3/5 killed", "3 / 5 dead",
        "3, 5 killed, injured",
        "killed, injured: 3, 5", "3 and 5 killed and injured", "7 morts et des blessés",
    ],
)  # fmt: skip
def test_a_figure_that_may_be_of_others_is_none(text: str) -> None:
    assert split_toll(text) is None


# Of one language each: the killed, the injured, and what stands between them.
_LANGUAGES = (
    ("killed dead deaths martyrs", "injured wounded injuries", " and | or | as well as "),
    ("قتلى شهداء قتيل", "جرحى مصابين مصاب", " و| أو | و "),
    ("morts tués", "blessés", " et | ou "), ("muertos fallecidos", "heridos", " y | o "),
    ("Tote", "Verletzte Verwundete", " und | oder "),
    ("убитых погибших", "раненых", " и | или "), ("загиблих", "поранених", " та | і | або "),
    ("ölü", "yaralı", " ve | veya "), ("کشته", "زخمی مجروح", " و | یا "),
)  # fmt: skip
_LINKS = ("/", " / ", ", ", "; ", " & ", " + ", " - ", "-", " (", "، ")
_LAYOUTS = ("{n} {kinds}", "{kinds}: {n}", "{kinds} {n}", "{kinds} = {n}", "at least {n} {kinds}")


@st.composite
def _joint_tolls(draw: st.DrawFn) -> tuple[str, int]:
    killed, injured, words = draw(st.sampled_from(_LANGUAGES))
    pair = [draw(st.sampled_from(said.split())) for said in (killed, injured)]
    link = draw(st.sampled_from((*words.split("|"), *_LINKS)))
    kinds = link.join(draw(st.permutations(pair))) + (")" if "(" in link else "")
    figure = draw(st.integers(0, 999))
    return draw(st.sampled_from(_LAYOUTS)).format(n=figure, kinds=kinds), figure


@given(_joint_tolls())
def test_one_figure_of_two_kinds_is_of_neither(case: tuple[str, int]) -> None:
    text, figure = case
    told = split_toll(text)
    assert told is not None
    assert list(told) == ["casualties"]
    assert told["casualties"].removeprefix("at least ") == str(figure)
