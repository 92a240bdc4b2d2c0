"""The Bureau's sheets: least and most of everything, and how sure it is of the United States."""

from __future__ import annotations

import pytest
from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.bij import ATTACKS, BIJ, STANDINGS
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes
from geo.strikes.schema import ATTRIBUTIONS, KINDS

HEADER = (
    "Strike ID,Date,Location,Province,Type of attack,Confirmed/ possible US attack?,"
    "Minimum number of strikes,Maximum number of strikes,Minimum people killed,"
    "Maximum people killed,Minimum civilians reported killed,Maximum civilians reported killed,"
    "Minimum children reported killed,Minimum people injured,Maximum people injured,Strike link\n"
)
ROW = "YEM9,04/03/2015,Milltown,Northgov,Drone strike,Possible,1,2,5,9,0,3,1,2,4,YEM009\n"
PAKISTAN = (
    "Strike ID,Date,Location,Area,Minimum total people killed,Maximum total people killed,"
    "Minimum civilians reported killed,Maximum civilians reported killed,"
    "Minimum reported injured,Maximum reported injured\n"
    "Ob7,04/03/2015,Milltown,Northgov,5,-,0,3,2,4\n"
)


def test_least_and_most_are_read_and_children_stay_in_the_note() -> None:
    strike = rows_of(read(HEADER + ROW))[0]
    bounds = ("strikes_min", "strikes_max", "killed_min", "killed_max", "civilians_killed_min",
              "civilians_killed_max", "injured_min", "injured_max")  # fmt: skip
    assert values_of(strike, *bounds) == [1, 2, 5, 9, 0, 3, 2, 4]
    assert strike["note"] == "Minimum children reported killed: 1"


def test_days_come_before_months_and_the_id_names_the_country() -> None:
    strike = rows_of(read(HEADER + ROW))[0]
    assert str(strike["date_start"])[:10] == "2015-03-04"
    assert values_of(strike, "country_text", "kind") == ["Yemen", "drone"]
    assert values_of(strike, "actor", "attribution") == ["United States", "alleged"]


def test_a_link_that_is_no_address_is_kept_as_a_code_and_makes_no_claim() -> None:
    reading = read(HEADER + ROW)
    assert reading.claims.empty
    assert "strike link: YEM009" in rows_of(reading)[0]["source_codes"]
    linked = read(HEADER + ROW.replace("YEM009", "https://example.org/9"))
    assert linked.claims["url"].tolist() == ["https://example.org/9"]


def test_pakistans_sheet_is_of_drones_and_a_dash_is_no_bound() -> None:
    strike = rows_of(read(PAKISTAN))[0]
    assert values_of(strike, "kind", "country_text") == ["drone", "Pakistan"]
    assert values_of(strike, "killed_min", "killed_max") == [5, None]


def test_the_sheet_of_all_countries_writes_months_first() -> None:
    text = PAKISTAN.replace("Date,", "Date (MM-DD-YYYY),").replace("04/03", "04-03-").replace(
        "04-03-/", "04-03-")  # fmt: skip
    assert str(rows_of(read(text))[0]["date_start"])[:10] == "2015-04-03"


def test_the_files_name_says_the_country_where_no_id_does() -> None:
    text = (HEADER + ROW.replace("YEM9", "X9")).encode()
    named = read_strikes(text, name="us-somalia-strikes.csv").strikes
    unnamed = read_strikes(text, name="strikes.csv").strikes
    assert named["country_text"].tolist() == ["Somalia"]
    assert unnamed["country_text"].isna().all()


def test_every_word_of_the_tables_is_ours() -> None:
    assert set(ATTACKS.values()) <= set(KINDS)
    assert set(STANDINGS.values()) <= set(ATTRIBUTIONS)


@pytest.mark.parametrize(
    "header", ["date,place,killed,civilians_killed", "Date,Location,Minimum people killed"]
)
def test_strangers_tables_are_not_claimed(header: str) -> None:
    assert BIJ.recognise(read_table(f"{header}\n".encode(), name="a.csv")) == 0
