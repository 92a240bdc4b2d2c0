"""Who or what lies near a place, or on a side of it: the one meant, with a name or without."""

from __future__ import annotations

import pytest
from towns import Towns

from gazetteer.match import Match
from gazetteer.relative.parse import parse_relative
from gazetteer.relative.place import locate_relative


def locate(text: str) -> Match:
    relative = parse_relative(text)
    assert relative is not None, text
    return locate_relative(relative, Towns())


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("IDP camp near Sarmin", "sarmin"), ("a convoy close to Saraqib", "saraqib"),
        ("the M9 highway near Maarat al-Numan", "maarat al-numan"),
        ("a border post near Ariha", "ariha"), ("Nowhereville near Nubl", "nubl"),
        ("مخيم للنازحين قرب سرمين", "sarmin"), ("حاجز بالقرب من سراقب", "saraqib"),
        ("frontlines of Morek", "morek"), ("front line at Nubl", "nubl"), ("جبهة مورك", "morek"),
    ],
)  # fmt: skip
def test_a_thing_near_a_town_lies_near_it(text: str, anchor: str) -> None:
    found = locate(text)
    assert found.method == "nearby"
    assert found.place is not None
    assert found.place.place_id == f"settlement:{anchor}"
    assert found.uncertainty_km is not None
    assert found.uncertainty_km >= 10


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Saraqib near Idlib", "saraqib"), ("Al-Bab, near Aleppo", "al-bab"),
        ("بلدة كفرنبل جنوب إدلب", "kafr nabl"), ("كفرنبل جنوب إدلب", "kafr nabl"),
        ("كفرنبل قرب معرة النعمان", "kafr nabl"), ("Maarat al-Numan south of Idlib",
                                                 "maarat al-numan"),
    ],
)  # fmt: skip
def test_a_named_place_is_the_one_meant_farther_off_too(text: str, place: str) -> None:
    found = locate(text)
    assert found.place is not None, found.reason
    assert found.place.place_id == f"settlement:{place}"
    assert found.uncertainty_km is not None
    assert found.uncertainty_km < 10


@pytest.mark.parametrize(
    "text",
    ["Kafr Nabl near Damascus", "كفرنبل شمال إدلب", "كفرنبل شرق إدلب", "Kafr Nabl east of Idlib"],
)
def test_a_named_place_that_lies_elsewhere_is_none(text: str) -> None:
    found = locate(text)
    assert (found.method, found.location_status) == ("ambiguous", "unlocated")


@pytest.mark.parametrize(
    "text",
    [
        "Ariha near Jericho", "ariha near jericho", "Ariha (near Jericho)",
        "Ariha, near the town of Jericho", "Ariha north of Al-Salt",
        "Ariha, 10 km north of Jericho",
        "سراقب شمال الموصل",
        "Kafr Nabl near Zzyqxfold",
    ],
)  # fmt: skip
def test_a_place_by_what_is_nowhere_here_may_be_another(text: str) -> None:
    found = locate(text)
    assert (found.method, found.lon, found.place) == ("ambiguous", None, None)
    assert [place.kind for place in found.rivals] == ["settlement"]
    relative = parse_relative(text)
    assert relative is not None
    assert f"“{relative.anchors[0]}” in “{text}”" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Saraqib near the Turkish border", "Saraqib near the M5", "Saraqib, west of the highway",
        "Saraqib near an army position", "Saraqib near Euphrates River", "Saraqib near Turkey",
        "سراقب قرب الحدود التركية", "سراقب شمال الطريق الدولي",
    ],
)  # fmt: skip
def test_a_road_a_border_or_a_thing_says_nothing_against_a_name(text: str) -> None:
    found = locate(text)
    assert found.place is not None, found.reason
    assert found.place.place_id == "settlement:saraqib"


def test_a_front_of_a_governorate_is_that_area() -> None:
    for text in ("frontlines in Hama", "جبهات ريف حماة"):
        assert (locate(text).precision, locate(text).location_status) == (
            "governorate",
            "area_only",
        )


def test_several_things_are_no_subject() -> None:
    found = parse_relative("Saraqib and surrounding areas")
    assert found is None or found.subject is None
