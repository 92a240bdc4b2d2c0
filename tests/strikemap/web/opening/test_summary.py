"""What is in a file is said before the map, and what a visitor decides on is asked there."""

from __future__ import annotations

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


def test_points_outside_are_said_with_their_country():
    page = upload(open_page(), "mine.csv", SWAPPED)
    assert "2 of 2 points lie outside Syria" in lines(page)
    assert "Lebanon 1" in lines(page)


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
