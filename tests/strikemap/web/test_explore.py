"""The Explore page without a browser: what it opens on, states, lists, and offers."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from app_pages import (
    PLAIN,
    command,
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
)  # fmt: skip

from geo.export.registry import list_formats
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.killed import word_all_killed
from geo.strikes.schema import DEFAULT_KINDS, KINDS
from geo.strikes.totals import count_totals

UNSEEN = "Undated and not located"


def test_the_page_opens_on_strikes_in_the_narrow_sense(seeds):
    page = open_page()
    expected = filter_strikes(seeds, Filters(kinds=DEFAULT_KINDS))
    totals = count_totals(expected)
    assert table_ids(page) == set(expected.index)
    assert numbers(page).startswith(f"**{totals.rows} strikes**, whole period")
    assert f"**{totals.located} of {totals.rows}** located" in numbers(page)
    assert word_all_killed(totals, mark="**") in numbers(page)
    told = [line.value for line in page.markdown]
    assert any(f"**{totals.undated}** of {totals.rows} undated" in line for line in told)


def test_an_undated_strike_is_in_no_period(seeds):
    undated = set(seeds.index[seeds["date_start"].isna()])
    page = open_page({"from": "2015-10-01", "to": "2015-10-31", "kind": ",".join(KINDS)})
    assert undated
    assert not undated & table_ids(page)
    assert f"**{len(undated)}** undated left out" in numbers(page)
    tables = [table.value for table in open_tab(page, UNSEEN).dataframe]
    listed = next(table for table in tables if "Why it is undated" in table)
    assert set(listed["strike_id"]) == undated
    assert "left out" not in numbers(open_page({"from": "2015-09-01", "kind": ",".join(KINDS)}))


def test_strikes_without_a_point_are_not_judged_by_a_circle(seeds):
    page = open_page({"near": "36.7,34.9,30", "kind": ",".join(KINDS)})
    without = int((seeds["location_status"] != "located").sum())
    assert f"**{without}** without a point not judged" in numbers(page)


def test_the_rows_switched_off_are_counted_in_words(seeds):
    ground, ied = (int((seeds["kind"] == kind).sum()) for kind in ("ground", "ied"))
    assert ground
    page = open_page()
    said = [caption.value for caption in page.caption]
    off = next(text for text in said if text.startswith("Not counted"))
    assert f"{ground + ied} more rows of kinds that are switched off" in off
    assert f"{ground} ground attack" in off
    assert f"{ied} IED" in off
    page = press(page, "Switch them on")
    assert set(filter_box(page, "Kind").value) == set(KINDS)
    assert numbers(page).startswith(f"**{len(seeds)} strikes**")


def test_the_page_states_the_whole_file_whatever_the_filters(seeds):
    totals = count_totals(seeds)
    page = open_page({"governorate": "SY07", "kind": "airstrike"})
    stated = next(c.value for c in page.caption if c.value.startswith("Whatever the filters:"))
    located = f"{totals.located} of {totals.rows} located"
    assert f"{totals.rows} rows read from the file: {located}" in stated
    assert "newest claim" in stated


def test_undated_and_unlocated_rows_have_lists_with_reasons(seeds):
    page = open_tab(open_page({"kind": ",".join(KINDS)}), UNSEEN)
    tables = [table.value for table in page.dataframe]
    undated = next(table for table in tables if "Why it is undated" in table)
    unlocated = next(table for table in tables if "Why it is not located" in table)
    assert set(undated["strike_id"]) == set(seeds.index[seeds["date_start"].isna()])
    assert set(unlocated["strike_id"]) == set(seeds.index[seeds["location_status"] == "unlocated"])
    for reasons in (undated["Why it is undated"], unlocated["Why it is not located"]):
        assert reasons.str.len().gt(0).all()


def test_sources_tab_holds_the_claims_of_the_view():
    page = open_page({"q": "Duwaylah"})
    claims = read_seeds().claims
    expected = claims[claims["strike_id"].isin(table_ids(page))]
    listed = open_tab(page, "Sources").dataframe[0].value
    assert len(listed) == len(expected) > 0
    assert set(listed["Toll as worded"]) == set(expected["toll_text"].fillna("not reported"))


def test_the_download_tab_offers_three_files_those_of_other_programs_and_the_command():
    page = open_tab(open_page({"governorate": "SY07", "kind": "airstrike"}), "Download")
    labels = [button.label for button in page.download_button]
    assert labels == [
        "GeoJSON, claims inside", "CSV: strikes and claims", "Map as one HTML file",
        "Download strikes.gpkg", "Download a workspace of what is shown", "Download an empty one",
    ]  # fmt: skip
    programs = page.selectbox(key="download_program")
    assert len(programs.options) == sum(bool(one.label) and not one.leads for one in list_formats())
    programs.select("KML, for Google Earth")
    run(page)
    assert "Download strikes.kml" in [button.label for button in page.download_button]
    assert "--filter 'governorate=SY07&kind=airstrike'" in command(page)


def test_the_command_shown_names_the_data_that_is_shown():
    assert command(open_page()).startswith("strikemap export seeds --out strikes.geojson --filter")
    strange = csv_bytes(["date", "wo"], ["2016-02-03", "Saraqib"])
    page = upload(open_page(), "my file.csv", strange)
    {box.label: box for box in page.selectbox}["wo"].set_value("place_text")
    words = command(send(press(page, "Read with these columns")))
    assert "strikemap export 'my file.csv' --out" in words
    assert "--column=place_text=wo" in words


def test_the_named_file_is_shown(tmp_path, monkeypatch):
    strikes = tmp_path / "strikes.csv"
    strikes.write_bytes(PLAIN)
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(strikes))
    page = open_page()
    assert numbers(page).startswith("**2 events**")


def test_areas_are_called_as_the_country_calls_them(tmp_path, monkeypatch):
    strikes = tmp_path / "strikes.csv"
    rows = "2022-03-01,Kharkiv,49.99,36.23\n2022-03-02,Odesa,46.48,30.73\n"
    strikes.write_text(f"date,place,lat,lon\n{rows}", encoding="utf-8")
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(strikes))
    page = open_page()
    assert page.title[0].value == "Reported events: Ukraine"
    assert page.multiselect(key="filter_governorates").label == "Oblast"


def test_the_named_file_is_read_as_was_said(tmp_path, monkeypatch):
    strikes = tmp_path / "strikes.csv"
    strikes.write_text("Wann,Wo\n03/04/2015,Talbisah\n", encoding="utf-8")
    said = {"columns": {"Wann": "date", "Wo": "place_text"}, "kind": "drone", "order": "day first"}
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(strikes))
    monkeypatch.setenv("STRIKEMAP_READING", json.dumps(said))
    page = open_page()
    assert numbers(page).startswith("**1 strike**")
    assert not page.error


def test_a_missing_named_file_is_named_with_its_problem(tmp_path, monkeypatch):
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(tmp_path / "nowhere.csv"))
    page = open_page()
    assert "nowhere.csv" in page.error[0].value.replace("\\", "")
    assert not page.dataframe


def test_the_page_starts_without_the_libraries_of_sheets():
    """They take a quarter of the time to the first map."""
    code = (
        "import sys, strikemap.web.explore; print(*({'matplotlib', 'folium'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("one_table", [True, False])
def test_a_run_that_shows_the_same_rows_makes_no_table_again(monkeypatch, one_table):
    from strikemap.web.datasets import _load_shipped
    from strikemap.web.tables import page as tables

    made = []
    tabulate = tables.tabulate_strikes

    def count_and_tabulate(*given):
        made.append(len(given[0]))
        return tabulate(*given)

    monkeypatch.setattr(tables, "tabulate_strikes", count_and_tabulate)
    if not one_table:
        monkeypatch.setattr(tables, "MOST_ROWS", 10)
    _load_shipped.clear()  # what other tests had told of it
    page = open_page()
    every = table_ids(page)
    assert table_ids(run(page)) == every
    filter_box(page, "Governorate").set_value(["SY05"])
    few = table_ids(run(page))
    assert few < every
    filter_box(page, "Governorate").set_value([])
    assert table_ids(run(page)) == every
    # Of data that one table holds all rows are told, those too that the usual filters leave out.
    assert made == ([len(read_seeds().strikes)] if one_table else [len(every), len(few)])


def test_of_the_tabs_below_the_map_only_the_open_one_is_worked_out(monkeypatch):
    from strikemap.web import explore

    drawn = []
    for name in ("show_strikes", "show_undated_and_unlocated", "show_claims", "show_downloads"):
        monkeypatch.setattr(explore, name, lambda *_, name=name, **__: drawn.append(name))
    page = open_page()
    assert drawn == ["show_strikes"]
    open_tab(page, "Download")
    assert drawn == ["show_strikes", "show_downloads"]
