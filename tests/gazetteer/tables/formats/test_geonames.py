"""GeoNames' country dumps with their alternate names."""

from __future__ import annotations

import pytest
import samples

from gazetteer import load_gazetteer
from gazetteer.tables.formats.geonames import find_alternates


@pytest.mark.parametrize("packed", [True, False])
def test_a_geonames_dump_is_read_with_the_alternate_names_beside_it(tmp_path, packed):
    if packed:
        path = samples.write(tmp_path / "UA.zip", samples.geonames_zip())
        samples.write(tmp_path / "UA-alternatenames.zip", samples.alternates_zip())
    else:
        path = samples.write(tmp_path / "UA.txt", samples.geonames_text())
        samples.write(tmp_path / "alternatenames" / "UA.txt", samples.alternates_text())
    drafts = samples.read_by_name(path)
    izyum = drafts["Izyum"]
    assert (izyum.lon, izyum.lat, izyum.population) == (37.26, 49.21, 52000)
    assert izyum.name_ar == "إيزيوم"
    assert {"Izium", "Isjum", "Ізюм", "Izjum"} <= set(izyum.spellings)
    assert not any("example.org" in spelling for spelling in izyum.spellings)
    assert (izyum.adm1_name, izyum.adm2_name) == ("Kharkiv Oblast", "Izium Raion")
    assert izyum.place_id == "gn:7"
    assert "Artyomovsk" not in drafts["Bakhmut"].spellings  # historic
    assert drafts["Chuhuiv Air Base"].kind == "airport"
    assert drafts["Kharkiv Oblast"].kind == "governorate"
    assert drafts["Kharkiv Oblast"].adm1_code == "UA.07"
    assert "Old Mound" not in drafts
    assert "Ukraine" not in drafts


def test_alternate_names_are_found_where_they_are_unpacked_to(tmp_path):
    dump = samples.write(tmp_path / "UA.txt", samples.geonames_text())
    assert find_alternates(dump) is None
    beside = samples.write(tmp_path / "alternateNamesV2.txt", samples.alternates_text())
    assert find_alternates(dump) == beside


def test_a_dump_of_another_country_answers_names_end_to_end(tmp_path):
    home = tmp_path / "ua"
    path = samples.write(home / "UA.zip", samples.geonames_zip())
    samples.write(home / "UA-alternatenames.zip", samples.alternates_zip())
    ukraine = load_gazetteer(home, extra=[path])
    assert [place.name for place in ukraine.governorates] == [
        "Kharkiv Oblast", "Kyiv City", "Donetsk Oblast",
    ]  # fmt: skip
    found = ukraine.match("Izium")
    assert (found.place.name, found.location_status, found.adm1_name) == (
        "Izyum", "located", "Kharkiv Oblast",
    )  # fmt: skip
    assert ukraine.match("إيزيوم").place.name == "Izyum"
    assert ukraine.match("Харків").place.name == "Kharkiv"
    assert ukraine.match("Kharkiv Oblast").location_status == "area_only"
    twice = ukraine.match("Volodymyrivka")
    assert (twice.method, len(twice.rivals)) == ("ambiguous", 2)
    assert ukraine.match("Volodymyrivka", "Donetsk Oblast").adm1_code == "UA.05"
    assert ukraine.match("Maarat al-Numan").method == "none"


def test_geonames_of_syria_joins_the_pack(tmp_path):
    rows = [
        (1, "Idlib Governorate", "", 35.8, 36.7, "A", "ADM1", "12", "", 0),
        (172994, "Ariha", "Testspelling", 35.8137, 36.6096, "P", "PPLA2", "12", "", 39501),
        (99, "Nonsuch Farm", "", 35.9, 36.7, "P", "PPL", "12", "", 0),
    ]
    text = samples.geonames_text(rows).replace("\tUA\t", "\tSY\t")
    path = samples.write(tmp_path / "SY.txt", text)
    syria = load_gazetteer("sy", extra=[path])
    assert syria.match("Testspelling").place.place_id == "gn:172994"
    assert syria.match("Testspelling").adm1_code == "SY07"
    assert syria.match("Nonsuch Farm").adm1_code == "SY07"
    assert len(syria.governorates) == 14
