"""The table of areas: all strikes of the sheet, tolls as ranges, the change against before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from map_strikes import strikes_of
from sheet_cases import base_map, no_claims

from geo.briefing.content.areas import AreaTable, list_areas
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.release.held import Held
from geo.strikes.filters import Filters, filter_strikes

HAMA = {"adm1_code": "SY05", "adm1_name": "Hama"}
NOWHERE = {"adm1_code": None, "adm1_name": None}
OCTOBER = Filters(date_from=date(2015, 10, 1), date_to=date(2015, 10, 31))


def _on(day: str) -> dict[str, str]:
    return {"date_start": day, "date_end": day}


ROWS = {
    "a": {**_on("2015-10-03"), "killed_min": 3, "killed_max": 5},
    "b": _on("2015-10-04"),
    "c": {**_on("2015-10-05"), **HAMA, "killed_min": 2},
    "d": {**_on("2015-10-06"), **NOWHERE},
    "e": {**_on("2015-09-15"), **HAMA},
    "f": {**_on("2015-09-16"), **HAMA},
    "g": {**_on("2015-09-17"), **HAMA},
}  # fmt: skip


def _areas(
    filters: Filters, *, earliest: str = "2015-08-01", held: Held | None = None, **rows: dict
) -> AreaTable:
    strikes = strikes_of(**(rows or ROWS), z=_on(earliest))
    options = SheetOptions(filters=filters, held=held)
    shown = filter_strikes(strikes, filters)
    return list_areas(strikes, no_claims(), shown, options, base_map=base_map(), words=Words())


def test_areas_hold_all_strikes_most_first_and_those_of_no_known_area_last() -> None:
    rows = _areas(OCTOBER).rows
    told = [(row.name, row.strikes, row.killed, row.reported) for row in rows]
    assert told == [
        ("Idlib", 2, "3–5", 1), ("Hama", 1, "2+", 1), ("area not known", 1, "not reported", 0),
    ]  # fmt: skip


def test_the_change_is_told_where_the_data_reach_back_so_far() -> None:
    areas = _areas(OCTOBER)
    before = {row.name: row.before.replace("\u200e", "") for row in areas.rows}
    assert before == {"Idlib": "0 (+2)", "Hama": "3 (-2)", "area not known": "0 (+1)"}
    assert "31 August 2015 to 30 September 2015" in areas.note.replace("\xa0", " ")
    late = _areas(OCTOBER, earliest="2015-09-02")
    assert not late.has_before
    assert {row.before for row in late.rows} == {""}
    assert not _areas(Filters()).has_before


def test_a_release_with_a_least_count_tells_of_no_period_before() -> None:
    held = Held(9, 9, {"strikes": [], "claims": []}, 0, 0, {}, {}, tolls=0, people=0)
    assert _areas(OCTOBER, held=held).has_before
    small = replace(held, least=5)
    assert not _areas(OCTOBER, held=small).has_before, "Hama had 3 in September"


def test_one_area_needs_no_table() -> None:
    assert _areas(OCTOBER, a=_on("2015-10-03"), b=_on("2015-10-04")).rows == ()
