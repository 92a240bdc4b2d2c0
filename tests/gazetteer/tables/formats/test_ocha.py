"""OCHA's populated places, in each kind of file that they are published in."""

from __future__ import annotations

import geopandas as gpd
import pytest
import samples

OCHA_FILES = {
    "sheet": lambda folder: samples.write_ocha_sheet(folder / "syr_admgz.xlsx"),
    "csv": lambda folder: samples.write_ocha_csv(folder / "syr_pplp.csv"),
    "geojson": lambda folder: samples.write(
        folder / "syr_populatedplaces.geojson", samples.ocha_geojson()
    ),
    "geojson, zipped among boundaries": lambda folder: samples.write(
        folder / "syr_admin_boundaries.geojson.zip",
        samples.zipped({
            "syr_admin1.geojson": samples.collection(samples.feature(36.0, 35.0, adm1_en="Idleb")),
            "syr_populatedplaces.geojson": samples.ocha_geojson(),
        }),
    ),
    "shapefile": lambda folder: as_shapefile(folder),
}  # fmt: skip


def as_shapefile(folder):
    source = samples.write(folder / "source.geojson", samples.ocha_geojson())
    table = gpd.read_file(source).rename(columns={
        "featurename_en": "NAME_EN", "featurename_ar": "NAME_AR", "featurerefname": "NAME_REF",
        "adm1_pcode": "ADM1_PCODE", "adm2_pcode": "ADM2_PCODE", "adm3_pcode": "ADM3_PCODE",
        "adm1_en": "ADM1_EN", "adm2_en": "ADM2_EN", "adm3_en": "ADM3_EN", "pcode": "PCODE",
    }).drop(columns=["point_x", "point_y"]).to_crs("EPSG:32637")  # fmt: skip
    table.to_file(folder / "syr_pplp.shp", encoding="utf-8")
    return folder / "syr_pplp.shp"


@pytest.mark.parametrize("kind", OCHA_FILES)
def test_ocha_populated_places_are_read_as_published(tmp_path, kind):
    drafts = samples.read_by_name(OCHA_FILES[kind](tmp_path))
    assert set(drafts) == {"Ariha", "Saraqab"}
    ariha = drafts["Ariha"]
    assert (ariha.place_id, ariha.name_ar) == ("C4126", "أريحا")
    assert (ariha.lon, ariha.lat) == pytest.approx((36.6096, 35.8139), abs=1e-5)
    assert (ariha.adm1_code, ariha.adm2_code, ariha.adm3_code) == ("SY07", "SY0705", "SY070500")
    assert ariha.adm1_name == "Idleb"
    assert "Eriha" in ariha.spellings
