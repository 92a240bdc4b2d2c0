"""Ukraine, Yemen and Sudan fetched in their publishers' layouts, beside the packs that ship."""

from __future__ import annotations

import pytest
from country_publisher import GEONAMES, OCHA, serve_country

from gazetteer.online.fetch import fetch
from gazetteer.online.installed import load_country
from gazetteer.tables.loading import read_pack

COUNTRIES = ("UA", "YE", "SD")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("code", COUNTRIES)
@pytest.mark.usefixtures("home")
def test_a_country_is_fetched_whole_and_its_hamlets_lie_in_the_areas_that_ship(publisher, code):
    done = fetch(code, files=serve_country(publisher, code))
    assert done.failed == ()
    ocha = done.installed[2]
    assert ocha.file_name == f"ocha-{code.lower()}_pplp.geojson.zip"
    pack = load_country(code.lower())
    _, _, name, local, lat, lon = GEONAMES[code]
    found = pack.match(name)
    assert (found.lat, found.lon) == pytest.approx((lat, lon))
    assert found.adm1_code == OCHA[code][0]
    assert pack.match(f"{name} Minor").adm1_code == OCHA[code][0]
    assert local in pack.match(f"{name} Minor").place.spellings or (
        pack.match(f"{name} Minor").place.name_ar == local
    )
    areas = [place.adm1_code for place in pack.places if place.kind == "governorate"]
    shipped = [d.adm1_code for d in read_pack(code.lower()) if d.kind == "governorate"]
    assert sorted(areas) == sorted(shipped)


@pytest.mark.usefixtures("home")
def test_a_dataset_of_areas_alone_is_said_and_leaves_geonames_in_use(publisher):
    done = fetch("YE", files=serve_country(publisher, "YE", places=False))
    assert [file.name for file in done.installed] == ["GeoNames alternate names", "GeoNames"]
    assert "OCHA populated places: " in done.failed[0]
    assert "no column for name" in done.failed[0]
