"""What the gazetteer answers, told on a small invented country."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import Gazetteer, GazetteerError, load_gazetteer

TOYLAND = Path(__file__).parent / "toyland"


@pytest.fixture(scope="module")
def toyland() -> Gazetteer:
    return load_gazetteer(TOYLAND)


# name, governorate -> method, place_id, status
ANSWERS = [
    ("Kastelran", None, "exact", "toy:kastelran", "located"),
    ("KASTELRAN", None, "exact", "toy:kastelran", "located"),
    ("Qastal-Ran", None, "exact", "toy:kastelran", "located"),
    ("قسطل ران", None, "exact", "toy:kastelran", "located"),
    ("قَسْطَل رَان", None, "exact", "toy:kastelran", "located"),
    ("Kastilran", None, "spelling", "toy:kastelran", "located"),
    ("Ostmouth", None, "exact", "toy:ostmouth", "located"),
    ("Norwold", None, "exact", "toy:norwold", "located"),
    ("Norwold governorate", None, "exact", "TL01", "area_only"),
    ("Sudmark", None, "exact", "TL02", "area_only"),
    ("Sudmark province", None, "exact", "TL02", "area_only"),
    ("northern countryside of Norwold", None, "nearby", "TL01", "area_only"),
    ("Norwold countryside", None, "nearby", "TL01", "area_only"),
    ("Brindle district", None, "exact", "TL0201", "area_only"),
    ("Milbrook", None, "ambiguous", None, "unlocated"),
    ("Milbrook", "Sudmark", "exact", "toy:milbrook-s", "located"),
    ("Milbrook", "TL01", "exact", "toy:milbrook-n", "located"),
    ("Milbrook", "Norwold Shire", "exact", "toy:milbrook-n", "located"),
    ("Kastelran", "Norwold", "exact", "toy:kastelran", "located"),
    ("Milbrook (Sudmark)", None, "exact", "toy:milbrook-s", "located"),
    ("Milbrook, Norwold governorate", None, "exact", "toy:milbrook-n", "located"),
    ("town of Kastelran", None, "exact", "toy:kastelran", "located"),
    ("Kastelran town", None, "exact", "toy:kastelran", "located"),
    ("Tarnfield air base", None, "exact", "toy:tarn-base", "located"),
    ("Tarnfield", None, "exact", "toy:tarnfield", "located"),
    ("near Kastelran", None, "nearby", "toy:kastelran", "located"),
    ("Old Harbour (Norwold)", None, "exact", "toy:harbour", "located"),
    ("Grey Hills", None, "exact", "toy:greyhills", "located"),
    ("several towns", None, "vague", None, "unlocated"),
    ("Beyond the river", None, "vague", None, "unlocated"),
    ("Quuxburg", None, "none", None, "unlocated"),
    ("", None, "none", None, "unlocated"),
    (None, None, "none", None, "unlocated"),
    (float("nan"), None, "none", None, "unlocated"),
    ("al", None, "none", None, "unlocated"),
]


@pytest.mark.parametrize(("name", "governorate", "method", "place_id", "status"), ANSWERS)
def test_a_name_and_its_governorate_give_this_answer(
    toyland: Gazetteer, name: object, governorate: str | None, method: str,
    place_id: str | None, status: str,
) -> None:  # fmt: skip
    match = toyland.match(name, governorate)
    assert (match.method, match.place and match.place.place_id) == (method, place_id), match.reason
    assert match.location_status == status
    assert match.reason
    assert (match.lon is not None) == (status == "located")


def test_rivals_of_an_ambiguous_name_are_kept(toyland: Gazetteer) -> None:
    rivals = {place.place_id for place in toyland.match("Milbrook").rivals}
    assert rivals == {"toy:milbrook-n", "toy:milbrook-s"}


def test_a_town_that_bears_its_governorates_name_says_so(toyland: Gazetteer) -> None:
    assert "not the governorate" in toyland.match("Norwold").reason


GOVERNORATES = [
    ("TL01", "TL01"),
    ("tl02", "TL02"),
    ("Sudmark", "TL02"),
    ("South-Mark Province", "TL02"),
    ("Norwold governorate", "TL01"),
    ("Atlantis", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("text", "code"), GOVERNORATES)
def test_a_governorate_is_found_by_code_or_any_spelling(
    toyland: Gazetteer, text: object, code: str | None
) -> None:
    found = toyland.find_governorate(text)
    assert (found and found.adm1_code) == code


def test_match_many_answers_in_order_and_once_for_each(toyland: Gazetteer) -> None:
    names = ["Ostmouth", "several towns", "Kastelran", "Ostmouth"]
    found = [match.place and match.place.place_id for match in toyland.match_many(names)]
    assert found == ["toy:ostmouth", None, "toy:kastelran", "toy:ostmouth"]


def test_match_many_wants_a_governorate_for_each_name(toyland: Gazetteer) -> None:
    with pytest.raises(GazetteerError, match="2 names but 1 governorates"):
        toyland.match_many(["Ostmouth", "Milbrook"], ["Norwold"])


def test_an_unknown_pack_names_those_there_are() -> None:
    with pytest.raises(GazetteerError, match="sy"):
        load_gazetteer("atlantis")
