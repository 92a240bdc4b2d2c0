"""Loading: a pack by name or folder, and what is said of one that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples
from paths import TOYLAND

from gazetteer import GazetteerError, load_gazetteer
from gazetteer.tables.loading import read_pack, shipped_places


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("atlantis", "no such pack"),
        ("engine", "has no places.csv"),
        ("world", "has no places.csv"),
    ],
)
def test_an_unknown_pack_names_those_there_are(name: str, why: str) -> None:
    with pytest.raises(GazetteerError, match=f"{why}; there are: .*ps, sd, sy"):
        load_gazetteer(name)


def test_a_pack_in_a_folder_of_its_own_is_the_country_of_that_name() -> None:
    toyland = load_gazetteer(TOYLAND)
    assert (toyland.country, len(toyland.governorates)) == ("toyland", 2)
    assert not toyland.lists_whole_country


def test_a_folder_without_places_is_the_tables_added_to_it(tmp_path: Path) -> None:
    table = samples.write(tmp_path / "UA.zip", samples.geonames_zip())
    ukraine = load_gazetteer(tmp_path, extra=[table])
    assert len(ukraine.governorates) == 3
    assert ukraine.lists_whole_country


def test_vague_names_want_their_two_columns(tmp_path: Path) -> None:
    samples.write(tmp_path / "places.csv", "name,lon,lat\nA,1,2\n")
    samples.write(tmp_path / "vague.csv", "phrase\nseveral towns\n")
    with pytest.raises(GazetteerError, match=r"vague\.csv: row 1 must name .* reason"):
        load_gazetteer(tmp_path)


def test_a_country_without_a_pack_ships_no_places() -> None:
    assert read_pack("atlantis") == []
    assert len(read_pack("sy")) > 1000


def test_arabic_names_are_not_taken_from_other_languages_of_that_script() -> None:
    kyiv = load_gazetteer("ua").get("gn:703448")
    assert kyiv is not None
    assert any("ۋ" in name for name in kyiv.spellings)  # Uyghur, still a spelling of it
    assert kyiv.name_ar == "كييف"


def test_the_places_that_ship_are_those_of_a_gazetteer_at_hand() -> None:
    loaded = load_gazetteer("ly")
    assert shipped_places("ly") is loaded.places
    read = {place.place_id for place in read_pack("ly")}
    assert {place.place_id for place in shipped_places("ly")} == read
