"""What a country says of itself."""

from __future__ import annotations

from geo.land.country import data_folder, name_level, read_countries, read_country


def test_a_country_has_its_own_words_and_one_that_does_not_ship_none():
    syria = read_country("sy")
    assert (syria["name"], syria["name_ar"]) == ("Syria", "سوريا")
    assert "GeoNames" in syria["places_credit"]
    assert read_country("zz") == {}
    assert not data_folder("zz").is_dir()


def test_any_country_says_its_names_levels_languages_and_clock():
    ukraine = read_country("ua")
    assert (ukraine["name"], ukraine["name_local"]) == ("Ukraine", "Україна")
    assert ukraine["levels"] == ["oblast", "raion", "hromada"]
    assert (ukraine["languages"][0], ukraine["script"]) == ("uk", "Cyrl")
    assert (ukraine["capital"], ukraine["time_zones"][0]) == ("Kyiv", "Europe/Kyiv")
    assert read_country("ru")["places_credit"] == "Places: GeoNames (CC BY 4.0)"


def test_a_countrys_own_words_go_before_those_of_the_world():
    syria = read_country("sy")
    assert syria["levels"] == ["governorate", "district", "subdistrict"]
    assert "UCDP" in syria["places_credit"]
    assert "OurAirports" in read_country("ua")["places_credit"]


def test_several_countries_say_names_and_credits_together():
    both = read_countries(("sy", "ru"))
    assert (both["name"], both["name_ar"]) == ("Syria and Russia", "سوريا وروسيا")
    assert "UCDP" in both["places_credit"]
    assert "GeoNames (CC BY 4.0)" in both["places_credit"]


def test_levels_are_called_as_the_country_calls_them():
    assert name_level(("ua",)) == "oblast"
    assert name_level(("sy", "iq"), 2) == "district"
    assert name_level(("sy", "ua")) == "area"
    assert name_level(("toyland",)) == "area"


def test_a_source_that_another_country_credits_too_is_credited_once():
    credit = read_countries(("jo", "sy"))["places_credit"]
    assert credit == read_country("sy")["places_credit"]
    assert read_countries(("jo", "ml"))["places_credit"] == "Places: GeoNames (CC BY 4.0)"


def test_of_more_than_five_countries_the_number_is_said():
    six = ("sy", "iq", "ye", "sd", "ua", "ml")
    assert read_countries(six[:2])["name"] == "Syria and Iraq"
    assert read_countries(six)["name"] == "6 countries"
    assert read_countries(six)["name_ar"] == "6 دول"
