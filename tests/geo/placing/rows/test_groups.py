"""Groups: the places named on one day by one publisher tell namesakes apart."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.placing.locate import locate
from geo.placing.rows import groups
from geo.reading.read import read_strikes

HAMA = ("Kafr Zita", "Al-Lataminah", "Morek", "Suran")
ALEPPO = ("Azaz", "Marea", "Tell Rifaat", "Suran")


def read_days(*told):
    """Read rows of (day, source, places)."""
    rows = [
        {"date": day, "place": place, "source": source, "kind": "airstrike"}
        for day, source, places in told
        for place in places
    ]
    return read_strikes(pd.DataFrame(rows))


def find_suran(strikes):
    found = strikes[strikes["place_text"] == "Suran"]
    return [None if pd.isna(code) else code for code in found["adm1_name"]]


def test_the_same_name_is_another_place_beside_other_names():
    reading = read_days(("2016-09-01", "One", HAMA), ("2016-09-01", "Two", ALEPPO))
    located = locate(reading).strikes
    assert find_suran(located) == ["Hama", "Aleppo"]
    reasons = located.loc[located["place_text"] == "Suran", "match_reason"]
    assert reasons.str.endswith("chosen by the places named with it").all()


@pytest.mark.parametrize(
    ("day", "source"),
    [("2016-09-02", "Two"), ("2016-09", "One"), (None, "One"), ("2016-09-01", "Three")],
)
def test_rows_of_another_day_or_publisher_or_of_no_day_are_not_near(day, source):
    reading = read_days(("2016-09-01", "One", HAMA[:3]), ("2016-09-01", "Two", ALEPPO[:3]),
                        (day, source, ["Suran"]))  # fmt: skip
    assert find_suran(locate(reading).strikes) == [None]


def test_without_claims_the_day_alone_is_the_group():
    reading = read_days(("2016-09-01", "One", HAMA), ("2016-09-02", "One", ALEPPO))
    assert find_suran(locate(reading.strikes)) == ["Hama", "Aleppo"]


def test_a_publisher_is_known_by_the_site_of_an_address():
    rows = [
        {"date": "2016-09-01", "place": place, "url": f"https://{site}.example/{number}"}
        for site, places in (("one", HAMA), ("two", ALEPPO))
        for number, place in enumerate(places)
    ]
    assert find_suran(locate(read_strikes(pd.DataFrame(rows))).strikes) == ["Hama", "Aleppo"]


def test_in_a_very_large_file_only_the_file_counts(monkeypatch):
    monkeypatch.setattr(groups, "MOST_ASKED", 1)
    reading = read_days(("2016-09-01", "One", HAMA), ("2016-09-01", "Two", ALEPPO))
    assert find_suran(locate(reading).strikes) == [None, None]


def test_rows_of_several_countries_are_grouped_in_each():
    reading = read_days(("2016-09-01", "One", [*HAMA, "Mosul"]), ("2016-09-01", "Two", ALEPPO))
    assert find_suran(locate(reading, country="sy,iq").strikes) == ["Hama", "Aleppo"]
