"""Liveuamap: a report is a claim beside Liveuamap's page; titles name no kind."""

from __future__ import annotations

from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.liveuamap import LIVEUAMAP
from geo.reading.inputs import read_table

MARKERS = (
    "id,name,time,timestamp,source,picpath,lat,lng,link,location,resid,viaSource\n"
    "9,Airstrike on a &quot;mill&quot;,8 hour ago,1519842540,https://example.org/s,"
    "https://a.liveuamap.com/images/is14/bomb_red.png,35.84140,36.73080,"
    "https://syria.liveuamap.com/en/9,Milltown,1,writer\n"
    "8,A speech,9 hour ago,1519842540,,https://a.liveuamap.com/images/is14/speech_white.png,"
    "35.84140,36.73080,https://syria.liveuamap.com/en/8,Milltown,1,\n"
)
SCRAPED = (
    "date,source_url,data,img_src,location\n"
    "2 hours ago,https://example.org/s,A mill is hit,https://liveuamap.com/pics/1.jpg,Milltown\n"
)


def test_markers_are_dated_in_universal_time_and_named_by_nobodys_guess() -> None:
    reading = read(MARKERS)
    strike = rows_of(reading)[0]
    assert reading.title == "Liveuamap events"
    assert str(strike["date_start"])[:10] == "2018-02-28"
    assert values_of(strike, "kind", "country_text", "place_text") == ["other", None, "Milltown"]
    assert strike["note"] == 'Airstrike on a "mill"'
    assert "bomb_red.png" in str(strike["source_codes"])


def test_the_report_and_the_page_are_claims_of_their_own() -> None:
    claims = read(MARKERS).claims
    assert claims["claimant"].tolist() == ["writer", "Liveuamap", "Liveuamap"]
    assert claims["url"].tolist() == [
        "https://example.org/s",
        "https://syria.liveuamap.com/en/9",
        "https://syria.liveuamap.com/en/8",
    ]


def test_a_speech_is_no_strike() -> None:
    reasons = read(MARKERS).strikes["not_strike"]
    assert reasons.isna().tolist() == [True, False]
    assert reasons.iloc[1] == "Liveuamap: icon speech"


def test_a_scrape_that_says_hours_ago_is_kept_undated() -> None:
    reading = read(SCRAPED)
    strike = rows_of(reading)[0]
    assert values_of(strike, "date_start", "note") == [None, "A mill is hit"]
    assert "2 hours ago" in str(strike["reading_note"])


def test_a_scrapes_coordinates_are_opened() -> None:
    text = (
        "description,source_link,timestamp_utc,location,coordinates\n"
        "A mill is hit,https://syria.liveuamap.com/en/9,2026-03-08T19:31:00Z,Milltown,"
        '"{""lat"": 35.84140, ""lng"": 36.73080}"\n'
    )
    reading = read(text)
    assert reading.strikes.geometry.y.tolist() == [35.8414]
    assert reading.title == "Liveuamap events"


def test_strangers_tables_are_not_claimed() -> None:
    other = SCRAPED.replace("liveuamap.com", "example.org")
    assert LIVEUAMAP.recognise(read_table(other.encode(), name="a.csv")) == 0
