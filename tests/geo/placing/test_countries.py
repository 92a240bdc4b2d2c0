"""Countries of a table: said by a column, by points, by names, or by nothing."""

from __future__ import annotations

import pandas as pd

from geo.placing import countries
from geo.placing.countries import find_countries
from geo.reading.read import read_strikes

KYIV, KHARKIV, ODESA = (50.45, 30.52), (49.99, 36.23), (46.48, 30.73)


def find(rows):
    table = pd.DataFrame([{"date": "2022-03-01", **row} for row in rows])
    return find_countries(read_strikes(table).strikes, "sy")


def at(point, **more):
    return {"latitude": str(point[0]), "longitude": str(point[1]), **more}


def test_a_country_column_says_every_country_it_names():
    found = find([{"town": "Mosul", "country": "Iraq"}, {"town": "Hit", "country": "Irak"},
                  {"town": "Raqqa", "country": "SYR"}])  # fmt: skip
    assert (found.codes, found.named, found.by) == (("iq", "sy"), ("iq", "sy"), "country column")
    assert dict(found.rows) == {"iq": 2, "sy": 1}


def test_points_say_the_country_that_they_lie_in():
    found = find([at(KYIV), at(KHARKIV), at(ODESA)])
    assert (found.codes, found.by) == (("ua",), "points")
    assert found.line() == "found by its points: Ukraine (3 of 3 rows)"


def test_a_slip_over_a_border_makes_no_second_country():
    found = find([*[at(KYIV)] * 400, *[at((50.6, 36.6))] * 2])
    assert found.codes == ("ua",)


def test_a_country_of_a_hundredth_of_the_rows_is_one():
    found = find([*[at(KYIV)] * 200, *[at((50.6, 36.6))] * 4])
    assert found.codes == ("ua", "ru")


def test_names_say_the_country_that_alone_has_them():
    names = ("Kharkiv", "Mykolaiv", "Zaporizhzhia", "Kramatorsk", "Bakhmut")
    found = find([{"town": name} for name in names])
    assert (found.codes, found.by) == (("ua",), "names")


def test_a_row_counts_once_though_its_area_and_its_place_say_the_country():
    rows = [("Gao", "Gao"), ("Timbuktu", "Tombouctou"), ("Kidal", "Kidal"), ("Nowhere", "Kidal")]
    found = find([{"town": town, "governorate": area} for town, area in rows])
    assert found.line() == "found by its names: Mali (4 of 4 rows)"


def test_syrian_names_are_taken_for_the_usual_country_though_a_town_abroad_is_called_so():
    names = ("Talbiseh", "Saraqib", "Kafr Nabl", "Ariha", "Tyre", "Sidon")
    assert find([{"town": name} for name in names]).codes == ("sy",)


def test_points_are_taken_exchanged_where_they_then_lie_in_the_country_of_the_names():
    towns = [("Kharkiv", KHARKIV), ("Odesa", ODESA), ("Zaporizhzhia", (47.84, 35.14))]
    found = find([at(point[::-1], town=name) for name, point in towns])
    assert found.codes == ("ua",)
    assert found.line().startswith("found by its points with latitude and longitude exchanged")


def test_nothing_said_is_the_usual_country_and_the_line_says_so():
    found = find([{"town": "Qwxyzzy"}])
    assert (found.codes, found.by) == (("sy",), "")
    assert found.line() == "nothing says a country; taken for Syria"


def test_places_are_looked_up_only_in_countries_of_rows_without_a_point():
    found = find([at(KYIV), at(KHARKIV), {"town": "Mosul", "country": "Iraq"}, at(ODESA)])
    assert found.codes == ("ua", "iq")
    assert found.named == ("iq",)


def test_a_table_that_was_located_keeps_its_countries():
    strikes = read_strikes(pd.DataFrame([{"date": "2022-03-01", "town": "Idlib"}])).strikes
    found = find_countries(strikes, "sy", located="ua ua,pl 0.1.0 0123456789abcdef")
    assert (found.codes, found.named) == (("ua", "pl"), ("ua",))
    assert found.line() == "located before in Ukraine and Poland"
    assert find_countries(strikes, "sy", located="toyland none 0123").codes == ("sy",)


def test_a_part_that_tables_name_as_a_country_says_the_one_that_it_is_counted_to():
    found = find([{"town": "Shushi", "country": "Nagorno-Karabakh"},
                  {"town": "Rafah", "country": "Gaza"},
                  {"town": "Goma", "country": "Congo, Dem. Rep."}])  # fmt: skip
    assert (set(found.codes), found.by) == ({"az", "ps", "cd"}, "country column")
    undecided = find([{"town": "Srinagar", "country": "Kashmir"}])
    assert (undecided.codes, undecided.by) == (("sy",), "")


def test_names_that_no_country_has_alone_say_the_one_that_clearly_lists_most_of_them():
    names = ("Qayyarah", "Bashiqa", "Shirqat", "Rutba", "Tarmiyah")
    found = find([{"town": name} for name in names])
    assert (found.codes, found.by) == (("iq",), "names")
    assert find([{"town": name} for name in ("Mansoura", "Houla", "Zzyqx")]).by == ""


def test_an_area_after_the_place_says_the_country():
    names = ("Suárez, Cauca", "Calamar, Guaviare", "La Macarena", " ")
    assert find([{"town": name} for name in names]).codes == ("co",)


def test_p_codes_say_the_country_where_no_column_does():
    found = find([{"adm2_pcode": "YE2201"}, {"adm2_pcode": "YE1801"}])
    assert (found.codes, found.by) == (("ye",), "P-codes")


def test_the_word_for_an_area_does_not_hide_its_name():
    names = ("Dnipro, Dnipropetrovsk Oblast", "Kramatorsk railway station", "Bakhmut")
    assert find([{"town": name} for name in names]).codes == ("ua",)


def test_names_of_many_countries_are_looked_up_while_their_places_are_few(monkeypatch):
    small = ("Mali", "Niger", "Chad", "Togo", "Benin", "Lebanon", "Jordan", "Kuwait", "Oman",
             "Qatar", "Bahrain", "Libya", "Sudan", "Eritrea", "Somalia")  # fmt: skip
    rows = [{"town": "Somewhere", "country": country} for country in small]
    assert len(find(rows).named) == len(small)
    monkeypatch.setattr(countries, "MOST_PLACES", 0)
    found = find(rows)
    assert len(found.named) == countries.MOST_ASKED
    assert {*found.named, *found.left} == set(found.codes)
    assert "are not looked up, too many places at once: name the countries" in found.line()
