"""A name in the main script of its country: of areas, neighbours, towns and places."""

import pytest

from gazetteer.tables.loading import read_pack
from geo.land.boundaries import load_boundaries
from geo.land.local_names import local_name, local_of_place
from geo.land.named_map import AS_ARABIC, make_named_map


@pytest.mark.parametrize(
    ("facts", "countries", "name"),
    [
        ({"kind": "governorate", "code": "UA63", "name": "Kharkiv", "name_ar": "خاركيف",
          "name_local": "Харківська область"}, ("ua",), "Харківська область"),
        ({"kind": "governorate", "code": "SY07", "name": "Idlib", "name_ar": "إدلب"}, ("sy",),
         "إدلب"),
        ({"kind": "governorate", "code": "UA14", "name": "X", "name_ar": "س"}, ("sy", "ua"), "X"),
        ({"kind": "governorate", "code": "ML01", "name": "Kayes", "name_ar": "كايس"}, ("ml",),
         "Kayes"),
        ({"kind": "neighbour", "code": "TUR", "name": "Turkey", "name_ar": "تركيا"}, ("sy",),
         "Türkiye"),
        ({"kind": "neighbour", "code": "IRQ", "name": "Iraq", "name_ar": "العراق"}, ("sy",),
         "العراق"),
        ({"kind": "neighbour", "code": "", "name": "Nowhere"}, ("sy",), "Nowhere"),
        ({"kind": "neighbour"}, ("sy",), ""),
        ({"kind": "town", "geonames": 703448, "name": "Kyiv"}, ("md",), "Київ"),
        ({"kind": "town", "name": "Elsewhere", "name_ar": "هناك", "home": False}, ("sy",),
         "Elsewhere"),
        ({"kind": "town", "name": "Here", "name_ar": "هنا", "home": True}, ("sy",), "هنا"),
    ],
)  # fmt: skip
def test_a_name_is_that_of_its_own_country_s_script(facts, countries, name):
    assert local_name(facts, countries) == name


def test_a_place_s_arabic_name_is_local_in_a_country_of_that_script_only():
    assert local_of_place(None, "حمص", "SY04", ("sy",)) == "حمص"
    assert local_of_place(None, "خاركيف", "UA63", ("sy", "ua")) == ""
    assert local_of_place("Ізюм", None, None, ("ua",)) == "Ізюм"


def test_the_map_of_the_browser_has_local_names():
    drawn = make_named_map(load_boundaries("ua"), read_pack("ua"))
    names = [one["properties"]["name"] for one in drawn["features"]]
    local = dict(zip(names, drawn["local_names"], strict=True))
    assert (local["Kyiv"], local["Bulgaria"], local["Andorra"]) == ("Київ", "България", "")
    assert "Ізюм" in drawn["places"]["columns"]["name_local"]
    syria = make_named_map(load_boundaries("sy"), read_pack("sy"))["places"]["columns"]
    assert set(syria["name_local"]) <= {"", AS_ARABIC}
    assert all(syria["name_ar"][i] for i, one in enumerate(syria["name_local"]) if one)
