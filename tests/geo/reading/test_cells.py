"""Cells of strangers' tables: tolls, kinds and coordinates."""

from __future__ import annotations

import pytest

from geo.reading.cells import CellError, WordedTollError, read_kind, read_place, read_toll
from geo.strikes.schema import KINDS, STATUS_OF_PRECISION


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("5", (5, 5)), ("5.0", (5, 5)), ("0", (0, 0)), ("1,200", (1200, 1200)), ("٥", (5, 5)),
        ("3-5", (3, 5)), ("3 to 5", (3, 5)), ("between 3 and 5", (3, 5)), ("70+", (70, None)),
        ("at least 70", (70, None)), ("≥70", (70, None)), ("up to 12", (None, 12)),
        ("", (None, None)), ("not reported", (None, None)), ("n/a", (None, None)),
    ],
)  # fmt: skip
def test_a_toll_reads_as_a_range(text: str, bounds: tuple[int | None, int | None]) -> None:
    assert read_toll(text) == bounds


@pytest.mark.parametrize(
    ("text", "why"),
    [("-3", "negative"), ("minus 3", "negative"), ("-3 people", "negative"), ("9-3", "swap"),
     ("5.5", "no whole number"), ("5.5 people", "no whole number"), ("1e9", "no whole number"),
     ("12abc", "no whole number"), ("plenty", "no whole number"), ("x", "no whole number"),
     ("2015-09-30", "no whole number"), ("#REF!", "no whole number")],
)  # fmt: skip
def test_a_toll_that_is_no_number_is_refused(text: str, why: str) -> None:
    with pytest.raises(CellError, match=why) as caught:
        read_toll(text)
    assert not isinstance(caught.value, WordedTollError)


@pytest.mark.parametrize(
    "text",
    ["dozens", "Several", "many", "at least dozens", "dozens of people", "a few", "no casualties",
     "five", "about 5", "~20", "12 killed", "5 (2 children)", "عشرات", "عشرات القتلى", "عدة قتلى"],
)  # fmt: skip
def test_a_toll_in_words_is_known_as_such_and_gives_no_figure(text: str) -> None:
    with pytest.raises(WordedTollError):
        read_toll(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("airstrike", "airstrike"), ("Air/drone strike", "airstrike"), ("Air Strike", "airstrike"),
        ("غارة جوية", "airstrike"), ("barrel bomb", "airstrike"), ("drone strike", "drone"),
        ("Shelling/artillery/missile attack", "shelling"), ("cruise missile", "missile"),
        ("Remote explosive/landmine/IED", "ied"), ("Armed clash", "ground"),
        ("Peaceful protest", None), ("replied", None),
    ],
)  # fmt: skip
def test_what_struck_reads_as_a_word_of_the_schema(text: str, kind: str | None) -> None:
    assert read_kind(text) == kind


def test_every_kind_reads_as_itself() -> None:
    assert [read_kind(kind) for kind in KINDS] == list(KINDS)


@pytest.mark.parametrize(
    ("lon", "lat", "expected"),
    [
        ("36.4523", "36.0486", (36.4523, 36.0486)),
        (" 36,4523 ", "36,0486", (36.4523, 36.0486)),
        ("36°12'41.56\"E", "36°12'41.56\"N", (36.211544, 36.211544)),
        ("36°12′E", "36.2 N", (36.2, 36.2)),
        ("70°30'W", "33°S", (-70.5, -33.0)),
    ],
)
def test_coordinates_read_as_degrees(lon: str, lat: str, expected: tuple[float, float]) -> None:
    place = read_place(lon, lat)
    assert (round(place.lon or 0, 6), round(place.lat or 0, 6)) == expected
    assert place.match_method == "given"


@pytest.mark.parametrize(
    ("lon", "lat", "why"),
    [
        ("36.4", "95", "latitude 95 is out of range"),
        ("200", "36", "longitude 200 is out of range"),
        ("", "36", "longitude is missing"),
        ("36", "", "latitude is missing"),
        ("east", "36", "no angle"),
        ("nan", "36", "longitude is missing"),
        ("inf", "36", "out of range"),
        ("1e9", "36", "out of range"),
        ("0", "0", "placeholder"),
        ("36°12'N", "36", "no angle"),
        ("36°72'E", "36", "no angle"),
    ],
)
def test_coordinates_that_cannot_be_are_refused(lon: str, lat: str, why: str) -> None:
    with pytest.raises(CellError, match=why):
        read_place(lon, lat)


@pytest.mark.parametrize(
    ("precision", "radius", "expected"),
    [
        ("", "", ("settlement", 2.0)),
        ("site", "", ("site", 0.5)),
        ("village", "", ("settlement", 2.0)),
        ("1", "", ("settlement", 2.0)),
        ("near", "7.5", ("near", 7.5)),
        ("governorate", "", ("unknown", None)),
        ("3", "", ("unknown", None)),
        ("whatever", "", ("unknown", None)),
    ],
)
def test_a_point_is_as_sharp_as_its_table_says_and_an_area_is_no_point(
    precision: str, radius: str, expected: tuple[str, float | None]
) -> None:
    place = read_place("36.4523", "36.0486", precision, radius)
    assert (place.precision, place.uncertainty_km) == expected
    assert (place.lon is not None) == (STATUS_OF_PRECISION[place.precision] == "located")


def test_a_point_of_unknown_sharpness_says_so_and_a_rounded_one_has_a_wider_radius() -> None:
    assert "sharpness unknown" in str(read_place("36.4523", "36.0486").match_reason)
    rounded = read_place("36.5", "36")
    assert rounded.uncertainty_km == 7.5
    assert "rounded to 1 decimals" in str(rounded.match_reason)
