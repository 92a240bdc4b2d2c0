"""What is in a file is said before the map, and what a visitor decides on is asked there."""

from __future__ import annotations

import pytest
from app_pages import csv_bytes, numbers, open_page, press, run, send, table_ids, upload
from map_strikes import strikes_of
from streamlit.testing.v1 import AppTest

from geo.strikes.schema import empty_claims
from geo.webmap.payload.encode import MapOptions
from strikemap.web.downloads import list_downloads

HEADER = ["date", "place", "latitude", "longitude"]
SWAPPED = csv_bytes(
    HEADER, ["2016-02-03", "Sarmin", "36.73", "35.90"], ["2016-02-04", "Tyre", "33.27", "35.20"]
)


def lines(page: AppTest) -> str:
    return "\n".join(text.value for text in page.markdown).replace("\\", "")


@pytest.fixture
def syria(monkeypatch):
    """Serve the app as started with `--country sy`."""
    monkeypatch.setenv("STRIKEMAP_COUNTRY", "sy")


@pytest.mark.usefixtures("syria")
def test_points_outside_are_said_with_their_country():
    page = upload(open_page(), "mine.csv", SWAPPED)
    assert "2 of 2 points lie outside Syria" in lines(page)
    assert "Lebanon 1" in lines(page)


@pytest.mark.usefixtures("syria")
def test_points_are_exchanged_on_request_only_and_back_again():
    page = upload(open_page(), "mine.csv", SWAPPED)
    assert "1 point outside Syria would lie inside it" in page.warning[0].value
    assert "**2 of 2** located" in lines(page)
    page = press(page, "Read them exchanged")
    assert not page.warning
    assert "1 of 2 points lies outside Syria" in lines(page)
    shown = send(page)
    assert "**1 of 2 located points** lies outside Syria" in numbers(shown)
    again = press(
        press(shown, "Columns, summary and rows not read"), "Read the points as they stand"
    )
    assert "1 point outside Syria would lie inside it" in again.warning[0].value


@pytest.mark.usefixtures("syria")
def test_an_arabic_page_names_the_country_and_keeps_the_order_of_lines_in_english():
    page = upload(open_page({"lang": "ar"}), "mine.csv", SWAPPED)
    assert "سوريا" in page.warning[0].value
    assert "Syria" not in page.warning[0].value
    assert "- \u20662 of 2 points lie outside Syria" in lines(page)


def no_strikes_file() -> bytes:
    strikes = strikes_of(hit={}, march={"kind": "other", "not_strike": "Protests"})
    files = list_downloads(strikes, empty_claims(), {}, MapOptions())
    geojson = next(file.make() for file in files if file.file_name.endswith(".geojson"))
    return geojson if isinstance(geojson, bytes) else geojson.encode()


def test_rows_that_are_no_strikes_are_left_out_unless_they_are_wanted():
    page = upload(open_page(), "mine.geojson", no_strikes_file(), "application/geo+json")
    box = page.checkbox(key="opening_leave_out")
    assert box.label.replace("\\", "") == "Leave out the row that is no strike: Protests (1)"
    assert box.value is True
    assert table_ids(send(page)) == {"hit"}
    page = upload(open_page(), "mine.geojson", no_strikes_file(), "application/geo+json")
    page.checkbox(key="opening_leave_out").set_value(False)
    assert table_ids(send(run(page))) == {"hit", "march"}


UNCLEAR = csv_bytes(
    ["date", "place"],
    *([f"0{day}/04/2015", "Ariha"] for day in (1, 2, 3, 5)),
    ["2015-01-01", "Qwrtzxburg"],
)


def test_the_remedy_of_an_unclear_day_and_month_is_said_in_full_in_words_of_the_page():
    page = upload(open_page(), "mine.csv", UNCLEAR)
    assert 'say which comes first at "Dates such as 3/4/2015"' in lines(page)
    assert "…" not in lines(page)
    assert "order=" not in lines(page)
    assert "date_dmy" not in lines(page)


def test_rows_that_are_not_located_are_counted_by_reason():
    page = upload(open_page(), "mine.csv", UNCLEAR)
    assert "Not located (1 row), because" in [box.label for box in page.expander]
    assert "- 1 · " in lines(page)


RELEASES = csv_bytes(
    ["date", "country", "location", "number", "description", "line", "shoe"],
    ["03/04/2016", "Syria", "Ariha", "1", "A strike hit a shed.", "- Near Ariha.", "44"],
)


def test_the_columns_of_a_publisher_are_listed_as_they_are_read():
    page = upload(open_page(), "releases.csv", RELEASES)
    assert "How its columns are read (6 of 7 used)" in [box.label for box in page.expander]
    assert "location → place" in lines(page)
    assert "As the publisher means them: description, line" in lines(page)
    assert "Columns not used (1): shoe" in lines(page)


INCIDENTS = csv_bytes(
    ["Unique Reference Number", "Country", "Incident Date", "Location", "Accuracy",
     "Strike status", "Strike type", "Grading"],
    ["X1", "Syria", "03/04/2016", "Ariha", "Town", "Likely strike", "Airstrike", "Fair"],
    ["X2", "Syria", "2016-05-01", "Ariha", "Town", "Likely strike", "Airstrike", "Fair"],
)  # fmt: skip
ORDER = "Dates such as 3/4/2015"


def test_a_publishers_unclear_dates_ask_for_their_order_and_are_read_by_it():
    assert ORDER not in [box.label for box in upload(open_page(), "r.csv", RELEASES).selectbox]
    page = upload(open_page(), "incidents.csv", INCIDENTS)
    assert "**1 row** read, **1** not read" in lines(page)
    {box.label: box for box in page.selectbox}[ORDER].set_value("month first")
    page = run(page)
    assert "**2 rows** read ·" in lines(page)
    assert "2016-03-04" in str(next(iter(send(page).dataframe)).value)
