"""A town, its area and what lies around it mean one place in whatever order and with any mark."""

from __future__ import annotations

from itertools import permutations

import pytest

from gazetteer import Gazetteer, Match, load_gazetteer
from gazetteer.matching.reading.order import _spell_sides

THREE = [
    "{}, {}, {}", "{} - {} - {}", "{} – {} – {}", "{} / {} / {}", "{}/{}/{}", "{}: {}, {}",
    "{}: {} ({})", "{} ({}, {})", "{} ({}), {}", "{}، {}، {}", "{} [{}] {}",
]  # fmt: skip
TWO = ["{}, {}", "{} - {}", "{}: {}", "{} / {}", "{} ({})", "{}، {}", "{} – {}", "{} | {}"]
# Area, town, and the words for what lies around it.
AROUND = [
    ("Idlib", "Saraqib", "countryside"), ("Idlib", "Saraqib", "the outskirts"),
    ("Idlib province", "Saraqib", "vicinity"), ("Idlib", "Saraqib", "suburbs"),
    ("Idlib", "Saraqib", "surroundings"), ("Idlib", "Saraqib", "eastern countryside"),
    ("إدلب", "سراقب", "ريف"), ("إدلب", "سراقب", "محيط"), ("محافظة إدلب", "سراقب", "أطراف"),
    ("إدلب", "سراقب", "ضواحي"), ("Идлиб", "Саракиб", "окрестности"),
]  # fmt: skip


def where(found: Match) -> tuple[object, ...]:
    return found.lon, found.lat, found.uncertainty_km, found.precision, found.adm1_code


@pytest.mark.parametrize(("area", "town", "around"), AROUND)
@pytest.mark.parametrize("mark", THREE)
def test_what_lies_around_a_town_is_one_area_in_any_order(
    syria: Gazetteer, mark: str, area: str, town: str, around: str
) -> None:
    meant = syria.match(f"{town}, {around}", "Idlib")
    assert meant.uncertainty_km is not None
    assert meant.uncertainty_km > (syria.match(town).uncertainty_km or 0.0)
    asked = [mark.format(*said) for said in permutations((area, town, around))]
    assert {name: where(syria.match(name)) for name in asked} == dict.fromkeys(asked, where(meant))


@pytest.mark.parametrize(
    ("beside", "area"),
    [
        ("Saraqib countryside", "Idlib"), ("countryside of Saraqib", "Idlib governorate"),
        ("Saraqib outskirts", "Idlib"), ("outskirts of Saraqib", "Idlib"),
        ("near Saraqib", "Idlib"), ("ريف سراقب", "إدلب"), ("محيط سراقب", "إدلب"),
        ("Saraqib eastern countryside", "Idlib"), ("ريف سراقب الشرقي", "إدلب"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", TWO)
def test_the_area_is_said_before_or_after(
    syria: Gazetteer, mark: str, beside: str, area: str
) -> None:
    meant = where(syria.match(beside))
    assert where(syria.match(mark.format(beside, area))) == meant
    assert where(syria.match(mark.format(area, beside))) == meant


@pytest.mark.parametrize(
    ("side", "town", "meant"),
    [
        ("Idlib countryside", "Saraqib", "Saraqib"),
        ("Idlib southern countryside", "Khan Shaykhun", "Khan Shaykhun"),
        ("southern countryside of Idlib", "Khan Shaykhun", "Khan Shaykhun"),
        ("N. Hama countryside", "Kafr Zita", "Kafr Zita"),
        ("S.W. Aleppo countryside", "Khan Tuman", "Khan Tuman"),
        ("ريف إدلب الجنوبي", "خان شيخون", "Khan Shaykhun"),
        ("ريف حماة الشمالي", "كفرزيتا", "Kafr Zita"),
        ("Damascus countryside", "Douma", "Douma"),
        ("Eastern Ghouta", "Douma", "Douma"), ("E. Ghouta", "Harasta", "Harasta"),
        ("الغوطة الشرقية", "دوما", "Douma"), ("Western Ghouta", "Darayya", "Darayya"),
        ("Jabal al-Zawiya", "Kansafra", "Kansafrah"), ("جبل الزاوية", "كنصفرة", "Kansafrah"),
        ("Sahl al-Ghab", "Qalaat al-Madiq", "Qalaat al-Madiq"),
        ("Northern Aleppo", "Azaz", "Azaz"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", TWO)
def test_a_town_in_a_wider_land_is_the_town_in_any_order(
    syria: Gazetteer, mark: str, side: str, town: str, meant: str
) -> None:
    for said in ((side, town), (town, side)):
        found = syria.match(mark.format(*said))
        assert found.place is not None
        assert (found.place.name, found.precision) == (meant, "settlement")
        assert where(found) == where(syria.match(town))


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("ريف إدلب الجنوبي خان شيخون", "Khan Shaykhun"), ("ريف حماة كفرزيتا", "Kafr Zita"),
        ("Idlib countryside Saraqib", "Saraqib"),
        ("northern Hama countryside Kafr Zita", "Kafr Zita"),
    ],
)  # fmt: skip
def test_no_mark_is_needed_after_the_side_of_a_governorate(
    syria: Gazetteer, asked: str, meant: str
) -> None:
    found = syria.match(asked)
    assert found.place is not None
    assert (found.place.name, found.precision) == (meant, "settlement")


@pytest.mark.parametrize(
    "asked",
    ["Homs, Hama, countryside", "Homs - Hama countryside", "Hama countryside, Homs",
     "Aleppo countryside (Idlib)"],
)  # fmt: skip
def test_two_governorates_are_ambiguous_in_any_order(syria: Gazetteer, asked: str) -> None:
    assert syria.match(asked).method == "ambiguous"


@pytest.mark.parametrize(
    ("asked", "kind", "name"),
    [
        ("Eastern Ghouta, Rural Damascus", "area", "Eastern Ghouta"),
        ("Tariq al-Bab, Aleppo", "area", "Tariq al-Bab"),
        ("ريف السويداء الشرقي", "governorate", "Suwayda"),  # no village called eastern
        ("Idlib, Idlib countryside", "settlement", "Idlib"),
        ("Saraqib (near Idlib)", "settlement", "Saraqib"),
    ],
)
def test_what_was_read_right_is_left_alone(
    syria: Gazetteer, asked: str, kind: str, name: str
) -> None:
    found = syria.match(asked)
    assert found.place is not None
    assert (found.place.kind, found.place.name) == (kind, name)


@pytest.mark.parametrize(
    ("country", "asked", "name"),
    [
        ("ps", "Khan Yunis, Al-Mawasi", "Al-Mawasi"), ("ps", "Al-Mawasi - Rafah", "Al-Mawasi"),
        ("sd", "Omdurman, Karari", "Karari"), ("sd", "Karari - Omdurman", "Karari"),
        ("ye", "Shu'ub, Sanaa", "Shu'ub"),
    ],
)  # fmt: skip
def test_a_wide_part_of_a_town_is_not_the_town(country: str, asked: str, name: str) -> None:
    found = load_gazetteer(country).match(asked)
    assert found.place is not None
    assert found.place.name == name


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("E. Ghouta", "Eastern Ghouta"), ("Douma, E Ghouta", "Douma, Eastern Ghouta"),
        ("S.W. Ghouta", "S.W. Ghouta"),  # not listed
        ("St. George", "St. George"), ("N Eastern", "N Eastern"),
    ],
)  # fmt: skip
def test_a_letter_for_a_side_is_spelled_where_that_is_listed(asked: str, written: str) -> None:
    assert _spell_sides(asked, lists="Eastern Ghouta".__eq__) == written
