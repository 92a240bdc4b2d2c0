"""Which column holds the place in a second language."""

from __future__ import annotations

import pytest

from geo.reading.columns import guess_columns
from geo.reading.read import read_strikes

BOTH = {"place_text", "place_text_ar"}


@pytest.mark.parametrize(
    ("names", "place", "second"),
    [
        (["date", "Place", "Place (Arabic)"], "Place", "Place (Arabic)"),
        (["date", "Place (English)", "Place (Arabic)"], "Place (English)", "Place (Arabic)"),
        (["date", "name_en", "name_ar", "lat", "lon"], "name_en", "name_ar"),
        (["date", "town", "اسم البلدة"], "town", "اسم البلدة"),
        (["date", "اسم المكان", "Place name"], "Place name", "اسم المكان"),
        (["date", "Location Name", "Arabic name"], "Location Name", "Arabic name"),
        (["date", "loc_ar"], "loc_ar", None),
        (["date", "اسم البلدة"], "اسم البلدة", None),
        (["date", "المكان", "المدينة"], "المكان", None),
        (["date", "Village", "Location"], "Location", None),
        (["date", "name_ar", "governorate"], None, None),
    ],
)
def test_a_second_name_is_told_from_the_place(names, place, second):
    found = guess_columns(names)
    wanted = {column: field for column, field in found.items() if field in BOTH}
    expected = {place: "place_text", second: "place_text_ar"}
    expected.pop(None, None)
    assert wanted == expected


def test_tags_say_the_language():
    tags = {"d": "#date", "a": "#loc+name+i_en", "b": "#loc+name+i_ar"}
    assert guess_columns(["d", "a", "b"], tags=tags)["b"] == "place_text_ar"


def test_both_names_are_kept_and_one_alone_is_the_place():
    rows = "date,Place,Place (Arabic),District\n" + "".join(
        f"2019-01-0{day},{place},{second},Harim\n"
        for day, place, second in ((1, "Salqin", "سلقين"), (2, "", "سرمدا"), (3, "Kafr", "Kafr"))
    )
    strikes = read_strikes(rows.encode(), name="rows.csv").strikes
    assert strikes["place_text"].tolist() == ["Salqin", "سرمدا", "Kafr"]
    assert strikes["place_text_ar"].isna().tolist() == [False, True, True]
    assert strikes["district_text"].tolist() == ["Harim"] * 3
    assert strikes["note"].isna().all()
