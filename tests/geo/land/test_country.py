"""What a country says of itself."""

from __future__ import annotations

from geo.land.country import data_folder, read_country


def test_a_country_has_its_own_words_and_one_that_does_not_ship_none():
    syria = read_country("sy")
    assert (syria["name"], syria["name_ar"]) == ("Syria", "سوريا")
    assert "GeoNames" in syria["places_credit"]
    assert read_country("zz") == {}
    assert not data_folder("zz").is_dir()
