"""Places found in footage: each link a claim, what is no strike marked, no country guessed."""

from __future__ import annotations

from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.geoconfirmed import CATEGORIES, GEOCONFIRMED
from geo.reading.inputs import read_table
from geo.strikes.schema import KINDS

EYES = (
    "id,title,description,verifiedDate,url,country,province,city,categories,violenceLevel,lat,lon\n"
    "UW9,A mill,<p>Hole &amp; smoke</p>,2022-05-04T00:00:00,https://example.org/1,Ukraine,"
    "Northgov,Milltown,Bombing or Explosion,3,49.90000,36.20000\n"
    "UW8,Trucks,On a road,2022-05-04T00:00:00,https://example.org/2,,,,Russian Military Presence,"
    "1,,\n"
)
PLACEMARKS = (
    "id,date,dateCreated,description,coordinates,originalSource,geolocation,plusCode,origin\n"
    'g1,2023-05-04,2023-06-01,A mill hit,"[36.73080, 35.84140]",https://example.org/s,'
    "https://example.org/g,8G,X\n"
)
EXTRACTED = (
    "title,date,description,place_desc,links,source,lat,lon\n"
    'A mill,2022-05-04,Hit,Ukraine - Northgov - Milltown,"[""https://example.org/1"", '
    '""https://example.org/2""]",GEOCONFIRMED,49.90000,36.20000\n'
    "A road,2022-05-05,Hit,,https://example.org/3,BELLINGCAT,,\n"
)


def test_eyes_on_russia_marks_what_is_no_strike() -> None:
    reading = read(EYES)
    hit, seen = rows_of(reading)
    assert reading.title.startswith("Eyes on Russia")
    assert values_of(hit, "kind", "not_strike", "place_text") == ["other", None, "Milltown"]
    assert hit["note"] == "A mill; Hole & smoke"
    assert "violenceLevel 3" in str(hit["source_codes"])
    assert seen["not_strike"] == "Eyes on Russia: russian military presence"
    assert reading.claims["url"].tolist() == ["https://example.org/1", "https://example.org/2"]


def test_a_row_without_point_and_country_is_in_ukraine_where_the_map_is() -> None:
    assert [row["country_text"] for row in rows_of(read(EYES))] == ["Ukraine", "Ukraine"]
    pointed = EYES.replace("Ukraine", "").replace("Presence,1,,", "Presence,1,50.6,36.6")
    assert read(pointed).strikes["country_text"].isna().all()


def test_geoconfirmed_dates_by_the_event_and_keeps_when_the_record_was_made() -> None:
    reading = read(PLACEMARKS)
    strike = rows_of(reading)[0]
    assert str(strike["date_start"])[:10] == "2023-05-04"
    assert "dateCreated 2023-06-01" in str(strike["source_codes"])
    point = reading.strikes.geometry.iloc[0]
    assert (point.x, point.y) == (36.7308, 35.8414)
    assert reading.claims["url"].tolist() == ["https://example.org/s", "https://example.org/g"]
    assert strike.get("country_text") is None


def test_extracted_features_name_place_country_and_map() -> None:
    reading = read(EXTRACTED)
    first, second = rows_of(reading)
    names = ("country_text", "governorate_text", "place_text")
    assert values_of(first, *names) == ["Ukraine", "Northgov", "Milltown"]
    assert values_of(second, *names) == ["Ukraine", None, None]
    assert reading.claims["claimant"].tolist() == ["GEOCONFIRMED", "GEOCONFIRMED", "BELLINGCAT"]


def test_every_category_is_a_kind_of_ours() -> None:
    assert set(CATEGORIES.values()) <= set(KINDS)


def test_features_of_another_source_are_not_claimed() -> None:
    other = EXTRACTED.replace("GEOCONFIRMED", "Office A")
    assert GEOCONFIRMED.recognise(read_table(other.encode(), name="a.csv")) == 0
