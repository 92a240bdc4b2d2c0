"""The summary of a file: what is to be looked at, in short lines, and nothing about zeros."""

from __future__ import annotations

import pandas as pd
import pytest

from gazetteer import load_gazetteer
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.placing.summary import summarise
from geo.reading.read import read_strikes

GAZETTEER, SYRIA = load_gazetteer("sy"), load_boundaries("sy")


def summary_of(**columns):
    rows = max(len(cells) for cells in columns.values())
    table = pd.DataFrame({"date": ["2015-10-03"] * rows, **columns}, dtype="str")
    reading = locate(read_strikes(table), GAZETTEER, boundaries=SYRIA)
    return summarise(reading, SYRIA, GAZETTEER)


def test_a_plain_file_is_said_in_one_line():
    lines = summary_of(place=["Talbiseh", "Zzyqx Farm"], governorate=["Homs", "Idlib"]).lines()
    assert len(lines) == 1
    assert lines[0].endswith(
        "2 rows read, 0 refused; 1 located, 1 counted on an area, 0 not located"
    )


def test_the_reasons_of_rows_that_are_not_located_add_up():
    columns = {
        "place": ["Talbiseh", "Aleppo", "Homs", "Palmyra", "Idlib", "Hama", "Sarmin", "Zzyqx Farm",
                  "", "Ariha", "the countryside", "Qwrt"],
        "country": ["", "Iraq", "France", "Peru", "Chad", "Mali", "Niger", "", "Syria", "Golan",
                    "", ""],
    }  # fmt: skip
    summary = summary_of(**columns)
    assert sum(summary.unlocated.values()) == summary.totals.unlocated
    words = (" not placed", " not located:", "further reasons")
    lines = [line for line in summary.lines() if any(word in line for word in words)]
    counts = [int(line.split()[0]) for line in lines]
    assert sum(counts) == summary.totals.unlocated
    assert any("2 other things than Syria" in line for line in summary.lines())


def test_a_reason_does_not_say_the_country_twice():
    lines = summary_of(
        place=["Sarmin", "Talbiseh"], governorate=["Erehwon Marches", "Homs"]
    ).lines()
    assert (
        "1 row not placed: the table says 'Erehwon Marches', which is no area known in Syria"
        in lines
    )


def test_points_abroad_are_counted_with_their_countries():
    summary = summary_of(
        place=["Arnoun", "Bint Jbeil", "Sinjar", "Talbiseh"],
        lat=["33.33", "33.119", "36.32", "34.84"],
        lon=["35.52", "35.433", "41.87", "36.73"],
    )
    assert (summary.points, summary.outside) == (4, 3)
    assert "3 of 4 points lie outside Syria (Lebanon 2, Iraq 1)" in summary.lines()
    assert summary.swapped == 0


def test_a_table_with_points_inside_is_not_to_be_exchanged_as_a_whole():
    summary = summary_of(
        place=["Talbiseh", "Sarmin"], latitude=["36.7308", "35.9"], longitude=["34.8408", "36.73"]
    )
    said = next(line for line in summary.lines() if "exchanged" in line)
    assert "1 of those 1 would lie in Syria" in said
    assert said.endswith("correct these rows alone in the file")
    assert "--column" not in said


def test_points_anywhere_in_the_world_are_said_by_country():
    summary = summary_of(
        place=["Arnoun", "Khartoum", "Kharkiv", "Levantine Sea"],
        lat=["33.33", "15.5", "49.99", "33.5"],
        lon=["35.52", "32.56", "36.23", "33.0"],
    )
    said = "4 of 4 points lie outside Syria (Lebanon 1, Sudan 1, Ukraine 1, in the sea 1)"
    assert said in summary.lines()


def test_points_that_fit_with_the_two_exchanged_are_proposed_and_not_changed():
    summary = summary_of(
        place=["Talbiseh", "Sarmin"], latitude=["36.7308", "36.7261"],
        longitude=["34.8406", "35.9033"],
    )  # fmt: skip
    assert (summary.outside, summary.swapped) == (2, 2)
    said = next(line for line in summary.lines() if "exchanged" in line)
    assert said == (
        "2 of those 2 would lie in Syria with latitude and longitude exchanged; nothing was "
        "exchanged: read it with --column lat=longitude --column lon=latitude"
    )


def test_a_point_far_from_the_place_that_it_names():
    summary = summary_of(
        place=["Talbiseh", "Talbiseh", "Zzyqx Farm"], lat=["34.84", "36.2", "36.2"],
        lon=["36.73", "37.1", "37.1"],
    )  # fmt: skip
    assert (summary.far, summary.far_of) == (1, 2)
    assert "1 of 2 points lie over 25 km from the place that they name" in summary.lines()


def test_what_the_table_says_of_another_country_and_what_is_no_strike():
    summary = summary_of(
        place=["Sinjar", "Hit", "Talbiseh"], country=["Iraq", "Iraq", "Syria"],
        number_of_airstrikes=["2", "1", "3"],
    )  # fmt: skip
    assert dict(summary.contrary) == {"Iraq": 2}
    assert "2 rows not placed: the table says Iraq, not Syria" in summary.lines()
    assert "3 rows stand for 6 strikes" in summary.lines()


def test_a_file_of_names_that_are_not_known_here():
    names = ["Sinjar", "Hit", "Mosul", "Ramadi", "Tal Afar", "Fallujah", "Kirkuk", "Rutbah"]
    summary = summary_of(place=names)
    assert summary.strange == 1
    assert "1 row not placed: most names of this table are not known in Syria" in summary.lines()


def test_undated_rows_and_columns_that_were_not_used():
    table = pd.DataFrame(
        {"date": ["2015-10-03", ""], "place": ["Talbiseh", "Ariha"], "hurt_later": ["3", "4"]},
        dtype="str",
    )
    reading = locate(read_strikes(table), GAZETTEER, boundaries=SYRIA)
    lines = summarise(reading, SYRIA, GAZETTEER).lines()
    assert "1 of 2 rows are undated" in lines
    assert "not used, though they look as if they said something: hurt_later (a toll)" in lines


@pytest.mark.parametrize("rows", [19, 20])
def test_a_governorates_centre_on_which_many_rows_lie_is_no_place(rows):
    homs = SYRIA.governorates.set_index("name").geometry["Homs"].centroid
    places = [f"Zzyqx {number}" for number in range(rows)]
    summary = summary_of(
        place=places, governorate=["Homs"] * rows, lat=[f"{homs.y:.4f}"] * rows,
        lon=[f"{homs.x:.4f}"] * rows,
    )  # fmt: skip
    assert summary.centres == (rows if rows == 20 else 0)
    assert summary.totals.area_only == summary.centres
    assert any("whose centre the given point is" in one for one in summary.lines()) is (rows == 20)


def test_a_town_with_many_rows_on_one_point_stays_a_town():
    many = {"lat": ["36.2021"] * 30, "lon": ["37.1343"] * 30, "governorate": ["Aleppo"] * 30}
    summary = summary_of(place=["Aleppo"] * 30, **many)
    assert (summary.totals.located, summary.centres, summary.repeated) == (30, 0, ())


def test_a_point_in_the_desert_with_many_names_is_said():
    many = {"lat": ["34.2"] * 30, "lon": ["39.6"] * 30}
    summary = summary_of(place=[f"Zzyqx {number}" for number in range(30)], **many)
    assert summary.totals.located == 30
    assert (
        "30 rows lie on one point (34.2000, 39.6000): no listed place is near it" in summary.lines()
    )


def test_areas_without_a_p_code_among_those_with_one_are_named():
    sudan, land = load_gazetteer("sd"), load_boundaries("sd")
    table = pd.DataFrame({"date": ["2024-05-01"] * 2, "place": ["El Obeid", "Nyala"]})
    reading = locate(read_strikes(table), sudan, boundaries=land)
    lines = summarise(reading, land, sudan).lines()
    assert any("no P-code has the extent of North Kordofan (SD-KN)" in line for line in lines)
    only = locate(read_strikes(table.tail(1)), sudan, boundaries=land)
    assert not any("P-code" in line for line in summarise(only, land, sudan).lines())
