"""The layouts of publishers and tools, as files of the field have them, read and located."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from paths import SHARED

from gazetteer import load_gazetteer
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.reading.result import Reading

FILES = SHARED / "cases" / "files"
pytestmark = pytest.mark.skipif(not FILES.exists(), reason="needs ../shared/cases/files")
Check = Callable[[Reading], None]
CHECKS: dict[str, Check] = {}
HOMS, ARIHA = (36.7308, 34.8414), (36.6094, 35.8139)


def check(name: str) -> Callable[[Check], Check]:
    """Register what is right of a file."""

    def register(one: Check) -> Check:
        CHECKS[name] = one
        return one

    return register


@cache
def land() -> tuple[object, object]:
    return load_gazetteer("sy"), load_boundaries("sy")


def values(reading: Reading, column: str) -> list[object]:
    cells = reading.strikes[column]
    if str(cells.dtype).startswith("datetime"):
        cells = cells.dt.strftime("%Y-%m-%d")
    return [None if pd.isna(value) else value for value in cells]


def bounds(reading: Reading, toll: str) -> list[tuple[object, object]]:
    return list(zip(values(reading, f"{toll}_min"), values(reading, f"{toll}_max"), strict=True))


def points(reading: Reading) -> list[tuple[float, float] | None]:
    return [None if p is None else (round(p.x, 4), round(p.y, 4)) for p in reading.strikes.geometry]


def said(reading: Reading) -> str:
    return "\n".join(reading.notes)


@check("01_ucdp_ged_tolls.csv")
def _(reading: Reading) -> None:
    assert bounds(reading, "killed")[0] == (5, 9)
    assert bounds(reading, "civilians_killed")[0] == (3, 3)
    assert "best estimate 7" in str(values(reading, "note")[0])
    assert values(reading, "precision")[:2] == ["settlement", "near"]
    statuses = values(reading, "location_status")
    assert statuses[2:4] == ["area_only"] * 2
    assert statuses[5] == "unlocated"
    assert values(reading, "adm1_name")[:5] == ["Idlib", "Idlib", "Idlib", "Homs", "Rural Damascus"]
    assert "Group A" in str(values(reading, "note")[0])
    assert values(reading, "time_local") == [None] * 6


@check("02_hxl_tag_row.csv")
def _(reading: Reading) -> None:
    assert (len(reading.strikes), len(reading.rejected)) == (3, 0)
    assert "row 2 holds HXL tags" in said(reading)


@check("03_acled_new_columns.csv")
def _(reading: Reading) -> None:
    kinds = values(reading, "kind")
    assert kinds == ["airstrike", "shelling", "ground", "other", "ground", "other", "other",
                     "airstrike", "airstrike", "ied"]  # fmt: skip
    marked = [at for at, why in enumerate(values(reading, "not_strike"), start=1) if why]
    assert {4, 7} <= set(marked) <= {4, 6, 7}
    assert values(reading, "precision")[7] == "near"
    assert (values(reading, "location_status")[8], values(reading, "adm1_name")[8]) == (
        "area_only", "Homs",
    )  # fmt: skip
    assert values(reading, "date_precision")[8:] == ["week", "month"]
    assert len(reading.claims) == 20


@check("05_acled_dates.csv")
def _(reading: Reading) -> None:
    assert values(reading, "date_start") == [
        "2023-05-16", "2020-01-01", "2019-02-07", "2015-09-30", "2018-03-03", "2019-04-05",
        "2019-06-07",
    ]  # fmt: skip


@check("06_airwars_geolocation_cell.csv")
def _(reading: Reading) -> None:
    assert points(reading)[0] == HOMS
    assert bounds(reading, "civilians_killed") == [(5, 7), (4, 4), (6, 9)]
    assert values(reading, "adm1_code")[2] is None
    assert "outside" in str(values(reading, "adm_note")[2])
    assert values(reading, "actor")[1] == "Power A; Power B"
    assert "Fair" in str(values(reading, "source_codes")[0])


@check("07_country_column_iraq.csv")
def _(reading: Reading) -> None:
    iraq = reading.strikes["country_text"] == "Iraq"
    assert set(reading.strikes["location_status"][iraq]) == {"unlocated"}
    assert reading.strikes["match_reason"][iraq].str.contains("the table says Iraq").all()
    assert set(reading.strikes["location_status"][~iraq]) == {"located"}
    assert reading.strikes["strikes_min"].sum() == 18


@check("09_timemap_events.json")
def _(reading: Reading) -> None:
    assert values(reading, "date_start") == ["2015-10-03", "2015-10-13"]
    assert values(reading, "time_local") == [None, None]
    assert points(reading) == [HOMS, ARIHA]
    assert values(reading, "note") == ["Building hit.", "Market hit."]


@check("11_bij_workbook_third_sheet.xlsx")
def _(reading: Reading) -> None:
    strikes = reading.strikes
    first = next(at for at, name in enumerate(strikes.index) if "X001" in name)
    third = next(at for at, name in enumerate(strikes.index) if "X003" in name)
    assert values(reading, "kind")[first] == "drone"
    assert bounds(reading, "killed")[first] == (6, 8)
    assert bounds(reading, "civilians_killed")[first] == (2, 3)
    assert bounds(reading, "injured")[first] == (1, 4)
    assert points(reading)[third] is None
    assert values(reading, "adm1_name")[third] == "Idlib"


@check("13_gtd_year_month_day.csv")
def _(reading: Reading) -> None:
    assert values(reading, "date_precision") == ["day", "month", "year", "day"]
    assert values(reading, "date_start")[0] == "2015-10-03"
    assert bounds(reading, "killed") == [(5, 5), (3, 3), (None, None), (None, None)]
    assert values(reading, "actor") == ["Group A", None, "Group A", None]
    assert values(reading, "location_status")[2:] == ["area_only"] * 2


@check("14_year_month_day_columns.csv")
def _(reading: Reading) -> None:
    assert values(reading, "date_start") == ["2015-10-03", "2015-10-04", "2015-10-01"]
    assert values(reading, "date_precision") == ["day", "day", "month"]


@check("15_gdelt_no_header.tsv")
def _(reading: Reading) -> None:
    assert "row 1 looks like data" in said(reading)
    assert len(reading.strikes) == 3


@check("16_google_my_maps.kml")
@check("17_google_earth.kmz")
def _(reading: Reading) -> None:
    assert values(reading, "place_text") == ["Talbiseh", "Ariha"]
    assert values(reading, "date_start") == ["2015-10-03", "2015-10-04"]
    assert bounds(reading, "killed")[0] == (5, 5)
    assert points(reading) == [HOMS, ARIHA]


@check("19_geojson_nested_properties.geojson")
def _(reading: Reading) -> None:
    assert values(reading, "date_start") == ["2015-10-03", "2015-10-04"]
    assert bounds(reading, "killed") == [(5, 5), (3, 3)]
    assert values(reading, "place_text") == ["Talbiseh", "Ariha"]
    assert reading.claims["claimant"].tolist() == ["Office A"]


@check("21_excel_serial_dates.csv")
def _(reading: Reading) -> None:
    assert values(reading, "date_start")[:2] == ["2015-10-03", "2015-10-04"]
    assert "day numbers" in said(reading)


@check("23_french_columns.csv")
def _(reading: Reading) -> None:
    assert bounds(reading, "killed") == [(5, 5), (3, 3)]
    assert bounds(reading, "injured")[0] == (2, 2)
    assert values(reading, "adm1_name") == ["Homs", "Idlib"]


@check("24_western_bytes_cp1252.csv")
def _(reading: Reading) -> None:
    assert "café" in str(values(reading, "note")[0])
    assert "Né à Alep" in str(values(reading, "note")[1])


@check("25_arabic_persian_digits.csv")
def _(reading: Reading) -> None:
    assert values(reading, "date_start") == ["2015-10-03", "2015-10-04"]
    assert bounds(reading, "killed") == [(5, 5), (3, 3)]
    assert bounds(reading, "injured")[0] == (7, 7)
    assert values(reading, "place_name") == ["Talbiseh", "Ariha"]


@check("26_dms_variants.csv")
def _(reading: Reading) -> None:
    assert points(reading) == [HOMS] * 7


@check("27_point_in_one_cell.csv")
def _(reading: Reading) -> None:
    assert points(reading)[:3] == [HOMS, ARIHA, HOMS]
    assert "MGRS" in str(values(reading, "reading_note")[3])


@check("29_months_first_no_witness.csv")
def _(reading: Reading) -> None:
    assert len(reading.rejected) == 3
    assert reading.rejected["reason"].str.contains("say which comes first by order=").all()
    assert said(reading).count("day/month or month/day") == 1


@check("30_r_na_and_index_column.csv")
def _(reading: Reading) -> None:
    assert values(reading, "adm1_name") == ["Homs", "Idlib", "Idlib"]
    assert values(reading, "location_status")[1] == "area_only"
    assert values(reading, "date_start")[2] is None
    assert "'NA'" not in said(reading)


@check("32_strikes_per_row.csv")
def _(reading: Reading) -> None:
    assert reading.strikes["strikes_min"].sum() == 21


@check("34_pipe_separated.txt")
@check("35_utf16_tab.csv")
@check("39_note_without_source.csv")
def _(reading: Reading) -> None:
    assert values(reading, "place_name") == ["Talbiseh", "Ariha"]


@check("36_points_of_other_countries.csv")
@check("45_points_outside_in_neighbour.csv")
def _(reading: Reading) -> None:
    outside = reading.strikes["adm_note"].fillna("").str.contains("outside the country")
    assert outside.sum() == 3
    assert reading.strikes.geometry.notna().all()
    assert reading.strikes["adm1_code"][outside].isna().all()


@check("37_airwars_dashed_date.csv")
def _(reading: Reading) -> None:
    assert values(reading, "date_start") == ["2023-10-07", "2015-09-30"]


@check("38_footer_and_total_rows.csv")
def _(reading: Reading) -> None:
    assert (len(reading.strikes), reading.rejected["row"].tolist()) == (2, [4, 5])


@check("42_r_index_column_x.csv")
def _(reading: Reading) -> None:
    assert values(reading, "location_status") == ["located"] * 3
    assert values(reading, "match_method") == ["exact"] * 3


@check("47_place_unknown_governorate_known.csv")
def _(reading: Reading) -> None:
    assert values(reading, "location_status") == ["area_only"] * 6
    assert values(reading, "adm1_name") == ["Idlib"] * 6
    assert "not listed" in str(values(reading, "match_reason")[5])


def list_files() -> list[Path]:
    found = FILES.iterdir() if FILES.exists() else ()
    return sorted(path for path in found if not path.name.endswith(".expect.txt"))


def test_every_file_has_a_check() -> None:
    assert {path.name for path in list_files()} == set(CHECKS)


@pytest.mark.parametrize("path", list_files(), ids=lambda path: path.name)
def test_a_file_of_the_field_is_read_as_its_publisher_means_it(path: Path) -> None:
    gazetteer, boundaries = land()
    CHECKS[path.name](locate(read_strikes(path), gazetteer, boundaries=boundaries))
