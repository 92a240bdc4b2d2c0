"""What a document settles: city or governorate, which bearer of a name, in which country."""

from __future__ import annotations

import pytest
import samples
from mentions_in import SYRIA, found_in

from gazetteer import load_gazetteer
from gazetteer.mentions.document import find_mentions

SENSES = [
    ("Strikes hit Idlib province.", "Idlib", "governorate"),
    ("Strikes hit the city of Idlib.", "Idlib", "settlement"),
    ("Strikes hit Idlib city.", "Idlib", "settlement"),
    ("Shelling in the southern countryside of Aleppo.", "Aleppo", "governorate"),
    ("The outskirts of Aleppo were shelled.", "Aleppo", "settlement"),
    ("Khan Shaykhun and Sarmin in Idlib were hit.", "Idlib", "governorate"),
    ("Strikes hit Aleppo on Monday.", "Aleppo", "settlement"),  # two million live in it
    ("Idlib province is quiet. Idlib waits.", "Idlib", "governorate"),
    ("قصف على مدينة إدلب.", "إدلب", "settlement"),
    ("قصف على محافظة إدلب.", "إدلب", "governorate"),
]


@pytest.mark.parametrize(("text", "name", "precision"), SENSES)
def test_a_city_and_the_governorate_of_its_name_are_kept_apart(text, name, precision):
    assert found_in(text)[name].precision == precision


def test_the_governorate_beside_a_name_decides_between_its_bearers():
    north = found_in("A strike on Babila, in the southern countryside of Idlib.")["Babila"]
    south = found_in("A strike on Babila, a town in the Damascus countryside.")["Babila"]
    assert (north.adm1_name, south.adm1_name) == ("Idlib", "Rural Damascus")


def test_a_name_keeps_its_sense_through_the_text():
    text = "Babila, in the southern countryside of Idlib, was hit. In Babila, a school burned."
    senses = {m.match.adm1_name for m in find_mentions(text, SYRIA) if m.surface == "Babila"}
    assert senses == {"Idlib"}


def test_a_list_is_put_into_the_governorate_that_closes_it():
    text = "Strikes on Kafr Zita, Al Sayyad and Al Lataminah in Hama province and Alhbit in Idlib."
    found = found_in(text)
    assert {name: match.adm1_name for name, match in found.items()} == {
        "Kafr Zita": "Hama", "Al Sayyad": "Hama", "Al Lataminah": "Hama", "Hama": "Hama",
        "Alhbit": "Idlib", "Idlib": "Idlib",
    }  # fmt: skip


def test_the_other_places_of_a_text_settle_an_ambiguous_name(tmp_path):
    pack = tmp_path / "tl"
    pack.mkdir()
    table = tmp_path / "places.csv"
    table.write_text(
        "name,lon,lat,population\nAldermoor,1.0,1.0,900\nAldermoor,5.0,5.0,900\n"
        "Birchwick,5.1,5.1,900\nCedarholt,5.0,5.2,900\n"
    )
    toyland = load_gazetteer(pack, extra=[table])
    alone, *_ = find_mentions("A strike in Aldermoor.", toyland)
    assert alone.match.method == "ambiguous"
    text = "Strikes in Aldermoor, in Birchwick and in Cedarholt."
    together, *_ = find_mentions(text, toyland)
    assert (together.match.lon, together.match.method) == (5.0, "exact")
    assert "other places of the text" in together.match.reason


def test_a_misspelt_name_is_placed_where_it_is_alike_enough():
    match = found_in("Warplanes struck the town of Maarrat Nuuman.")["Maarrat Nuuman"]
    assert (match.method, match.adm1_name) == ("spelling", "Idlib")


def test_another_country_has_its_own_places(tmp_path):
    home = tmp_path / "ua"
    home.mkdir()
    (home / "UA.zip").write_bytes(samples.geonames_zip())
    ukraine = load_gazetteer(home, extra=[home / "UA.zip"])
    text = "Shells hit Izium and Balakliia in Kharkiv Oblast, not Aleppo, officials in Kyiv said."
    mentions = {m.surface: m for m in find_mentions(text, ukraine)}
    assert mentions["Izium"].match.place.name == "Izyum"
    assert mentions["Balakliia"].match.adm1_name == "Kharkiv Oblast"
    assert mentions["Kyiv"].match.place.name == "Kyiv"
    assert mentions["Izium"].country == "UA"


@pytest.mark.parametrize("text", ["#Breaking: a sound.", "#Then", "The #The"])
def test_a_hashtag_that_names_nothing_is_passed_over(text):
    assert find_mentions(text, load_gazetteer("sy")) == []


def test_a_hashtag_of_one_text_hides_no_name_of_another():
    assert find_mentions("Strike today #Qarfatun", load_gazetteer("sy")) == []
    found = find_mentions("Shells hit the village of Qarfatun.", load_gazetteer("sy"))
    assert [mention.surface for mention in found] == ["Qarfatun"]
