"""A visitor's own file without a browser: dropped, looked at, corrected, shown on the map."""

from __future__ import annotations

import io

import openpyxl
import pytest
from app_pages import (
    HOSTILE,
    PLAIN,
    csv_bytes,
    filter_box,
    numbers,
    open_page,
    open_tab,
    press,
    run,
    send,
    table_ids,
    upload,
)

from geo.export.csv_table import rejected_to_csv
from geo.reading.opening.joined_sheets import ALL_SHEETS
from geo.reading.read import read_seeds, read_strikes
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import DEFAULT_KINDS, KINDS
from geo.webmap.payload.encode import MapOptions
from strikemap.web import map_component
from strikemap.web.datasets import load_shipped
from strikemap.web.downloads import list_downloads
from strikemap.web.start import parts


def test_an_uploaded_table_is_recognised_located_and_shown():
    page = send(upload(open_page(), "mine.csv", PLAIN))
    assert numbers(page).startswith("**2 events**")
    places = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert list(places["Place as reported"]) == ["Saraqib", "Douma"]
    assert list(places["Location"]) == ["located", "located"]
    assert list(places["Killed"]) == ["3", "not reported"]
    tables = [table.value for table in open_tab(page, "Sources").dataframe]
    claims = next(table for table in tables if "Who says so" in table)
    assert set(claims["Who says so"]) == {"SOHR", "SNHR"}


def test_a_dropped_file_is_described_before_it_is_shown():
    page = upload(open_page(), "mine.csv", PLAIN)
    assert page.title[0].value == r"mine\.csv"
    said = [text.value for text in page.markdown]
    assert any("CSV" in text and "3 rows, 5 columns" in text for text in said)
    assert any(text.startswith("**2 rows** read, **1** not read") for text in said)
    first_rows = next(t.value for t in page.dataframe if "Event Date" in t.value)
    assert first_rows.loc[2, "Town"] == "Saraqib"
    assert any("Town → place" in caption.value for caption in page.caption)
    assert not any(box.key.startswith("filter_") for box in page.multiselect)


def test_a_file_dropped_before_the_address_is_said_has_an_address_to_come_back_to():
    page = open_page()
    assert "data" not in page.query_params
    said = upload(page, "mine.csv", PLAIN).query_params["data"]
    assert load_shipped().payload.token.startswith(said)


def test_rejected_rows_are_listed_with_line_and_reason():
    page = upload(open_page(), "mine.csv", PLAIN)
    rejected = next(t.value for t in page.dataframe if "reason" in t.value)
    assert rejected["row"].tolist() == [4]
    assert rejected["Deaths"].tolist() == ["7"]
    assert "date" in rejected["reason"].iloc[0]
    assert "Download the rows not read" in [button.label for button in page.download_button]
    shown = send(page)
    assert any("1 row not read" in text.value for text in shown.sidebar.markdown)
    again = press(shown, "Columns, summary and rows not read")
    assert any("reason" in table.value for table in again.dataframe)


def test_rejected_rows_are_read_once_they_are_repaired():
    refused = read_strikes(PLAIN, name="mine.csv").rejected
    assert refused["row"].tolist() == [4]
    repaired = rejected_to_csv(refused.assign(**{"Event Date": "2016-02-05", "Town": "Douma"}))
    page = send(upload(open_page(), "mine.csv.rejected.csv", repaired.encode()))
    assert numbers(page).startswith("**1 event**")
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert list(shown["Place as reported"]) == ["Douma"]


def test_columns_can_be_chosen_by_hand():
    strange = csv_bytes(["wann", "wo"], ["2016-02-03", "Saraqib"])
    page = upload(open_page(), "fremd.csv", strange)
    assert "a place column" in page.error[0].value
    assert "Show on the map" not in [button.label for button in page.button]
    fields = {box.label: box for box in page.selectbox}
    fields["wann"].set_value("place_text")
    fields["wo"].set_value("place_text")
    page = run(press(page, "Read with these columns"))
    assert "a date column" in page.error[0].value, "it is told until it is sent anew"
    fields = {box.label: box for box in page.selectbox}
    assert fields["wo"].value == "place_text"
    fields["wann"].set_value("date")
    page = press(page, "Read with these columns")
    assert not page.error
    assert numbers(send(page)).startswith("**1 event**")


def test_a_column_of_a_wide_file_is_searched_for():
    others = [f"measure {number}" for number in range(300)]
    row = ["2016-02-03", "Saraqib", *("7" for _ in others)]
    page = upload(open_page(), "wide.csv", csv_bytes(["date", "place", *others], row))
    assert len(page.selectbox) < 10
    page.multiselect[0].set_value(["measure 299"])
    run(page)
    {box.label: box for box in page.selectbox}["measure 299"].set_value("killed")
    page = send(press(page, "Read with these columns"))
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert list(shown["Killed"]) == ["7"]


def test_a_file_is_left_without_being_shown(seeds):
    page = open_page({"governorate": "SY07"})
    before = table_ids(page)
    page = press(upload(page, "mine.csv", PLAIN), "Back to the map")
    assert table_ids(page) == before
    assert len(before) < len(seeds)


def test_a_missing_place_column_is_warned_of_and_the_columns_not_used_are_named():
    strange = csv_bytes(
        ["date", "governorate", "Luogo", "Meteo"], ["2016-02-03", "Idlib", "?", "x"]
    )
    page = upload(open_page(), "fremd.csv", strange)
    assert "No column was taken as the place" in page.warning[0].value
    assert "Columns not used (2): Luogo, Meteo" in [box.label for box in page.expander]
    page = upload(open_page(), "mine.csv", PLAIN)
    assert not page.warning


def test_there_is_a_way_back_to_the_shipped_data(seeds):
    page = send(upload(open_page({"governorate": "SY07"}), "mine.csv", PLAIN))
    assert filter_box(page, "Governorate").value == []
    page.button(key="way_back").click()
    run(page)
    assert table_ids(page) == set(filter_strikes(seeds, Filters(kinds=DEFAULT_KINDS)).index)


def test_an_upload_is_seen_by_its_visitor_only(seeds):
    mine = send(upload(open_page(), "mine.csv", PLAIN))
    other = open_page({"kind": ",".join(KINDS)})
    assert numbers(mine).startswith("**2 events**")
    assert table_ids(other) == set(seeds.index)
    assert "Saraqib" not in {
        *next(t.value for t in other.dataframe if "Date" in t.value)["Place as reported"]
    } - set(seeds["place_text"].dropna())


def test_files_of_our_own_need_no_columns_chosen(seeds):
    reading = read_seeds()
    files = list_downloads(seeds, reading.claims, {}, MapOptions())
    geojson = next(f.make() for f in files if f.file_name.endswith(".geojson"))
    page = upload(open_page(), "strikes.geojson", geojson.encode(), "application/geo+json")
    page = send(page)
    page.pills(key="filter_kinds").set_value(list(KINDS))
    run(page)
    assert table_ids(page) == set(seeds.index)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n\n\n", "empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x00", "picture.csv"),
        ("broken.geojson", b'{"type": "FeatureCollection", "features": [', "broken.geojson"),
        ("sheet.xlsx", b"this is no spreadsheet", "sheet.xlsx"),
    ],
)
def test_a_hopeless_file_gets_a_plain_answer(name, content, said):
    page = upload(open_page(), name, content)
    assert said in page.error[0].value.replace("\\", "")
    assert numbers(press(page, "Back to the map")).startswith("**")


def test_a_table_whose_rows_are_all_refused_is_not_shown():
    hopeless = csv_bytes(["date", "place", "killed"], ["", "", "3"], ["", "", "5"])
    page = upload(open_page(), "hopeless.csv", hopeless)
    assert "No row of" in page.error[0].value
    rejected = next(t.value for t in page.dataframe if "reason" in t.value)
    assert rejected["row"].tolist() == [2, 3]
    assert "Show on the map" not in [button.label for button in page.button]


def test_hostile_place_names_and_columns_stay_as_they_are():
    columns = [f"{text}?" for text in HOSTILE]
    rows = [["2016-02-03", place, *columns] for place in HOSTILE]
    page = upload(open_page(), "hostile.csv", csv_bytes(["date", "place", *columns], *rows))
    opening = [text.value for text in (*page.markdown, *page.caption, *page.title)]
    page = send(page)
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert set(shown["Place as reported"]) == set(HOSTILE)
    for text in (*opening, *(shown.value for shown in (*page.markdown, *page.caption))):
        assert "![x](" not in text
        assert "<script" not in text.replace(r"\<", "")  # as Markdown escapes it


def test_a_fault_of_the_program_is_one_plain_sentence(monkeypatch):
    def fail(*_: object) -> None:
        raise RecursionError

    page = open_page()
    monkeypatch.setattr("strikemap.web.opening.state.open_file", fail)
    page = upload(page, "mine.csv", PLAIN)
    assert page.error[0].value.startswith(r"mine\.csv cannot be read")
    assert numbers(press(page, "Back to the map")).startswith("**")


def test_another_sheet_of_a_workbook_is_read_when_it_is_chosen():
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("Later")
    first.title = "Early"
    for sheet, place in ((first, "Saraqib"), (second, "Douma")):
        sheet.append(["date", "place"])
        sheet.append(["2016-02-03", place])
    content = io.BytesIO()
    book.save(content)
    page = upload(open_page(), "mine.xlsx", content.getvalue(), "application/vnd.ms-excel")
    chooser = next(box for box in page.selectbox if box.label == "Sheet or layer")
    assert list(chooser.options) == [ALL_SHEETS, "Early", "Later"]
    assert chooser.value == ALL_SHEETS
    chooser.set_value("Later")
    page = send(run(page))
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert list(shown["Place as reported"]) == ["Douma"]


def test_the_order_of_day_and_month_is_asked_where_the_file_does_not_tell():
    content = csv_bytes(["date", "place"], ["3/4/2016", "Saraqib"], ["5/6/2016", "Douma"])
    page = upload(open_page(), "mine.csv", content)
    assert "how its dates are written" in page.error[0].value
    {box.label: box for box in page.selectbox}["Dates such as 3/4/2015"].set_value("month first")
    page = send(press(page, "Read with these columns"))
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert list(shown["Date"]) == ["2016-03-04", "2016-05-06"]


def test_a_title_of_ones_own_is_over_the_map_on_its_page_and_goes_with_its_data(monkeypatch):
    titles: list[str] = []

    def mount(key, control, heavy, on_choose):
        titles.append(control["options"]["title"])
        return parts.mount_map(key, control, heavy, on_choose)

    monkeypatch.setattr(map_component, "mount_map", mount)
    page = send(upload(open_page(), "mine.csv", PLAIN))
    page.text_input(key="own_title").set_value("Strikes *we* recorded")
    assert run(page).title[0].value == r"Strikes \*we\* recorded"
    assert titles[-1] == "Strikes *we* recorded"
    press(page, "Back to the shipped data")
    assert page.title[0].value == "Reported strikes: Syria"
    assert not any(field.key == "own_title" for field in page.text_input)
    other = csv_bytes(["date", "place"], ["2019-05-01", "Douma"])
    send(upload(page, "mine.csv", other))
    assert page.text_input(key="own_title").value == "", "another file of the same name"
    assert "recorded" not in page.title[0].value
    assert "recorded" not in titles[-1]
