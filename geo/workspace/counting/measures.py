"""What is summed of each row, so that the totals of `geo.strikes.totals` come from sums alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    and_,
    any_,
    case,
    cast,
    func,
    literal,
    or_,
)

from geo.strikes.schema import FROM_AIR, LOCATION_STATUSES, TOLLS
from geo.strikes.totals import AT_SEA, INSTEAD, OUTSIDE, Toll, Totals

__all__ = ["MEASURES", "Sums", "add_sums", "measure", "read_totals"]

Sums = Mapping[str, int]  # by the names of MEASURES
_OF_TOLL = ("low", "has_low", "high", "reported", "open")
_COUNTED = (
    "rows", "undated", "from_air", "not_strikes", "strikes_low", "strikes_high", "strikes_open",
    "outside", "at_sea", "counted_elsewhere",
    *(f"{status}{end}" for status in LOCATION_STATUSES for end in ("", "_undated")),
)  # fmt: skip
_SUMMED = (*TOLLS, *(f"instead_{toll}" for toll in INSTEAD))
MEASURES = (*_COUNTED, *(f"{toll}_{part}" for toll in _SUMMED for part in _OF_TOLL))


def measure(rows: FromClause) -> dict[str, ColumnElement[Any]]:
    """Return what each row of a strikes table adds to each of MEASURES."""
    cells = rows.c
    undated, strike = cells.date_start.is_(None), cells.not_strike.is_(None)
    numbered = or_(cells.strikes_min.is_not(None), cells.strikes_max.is_not(None))
    elsewhere = and_(cells.toll_lead.is_not(None), cells.toll_lead != cells.strike_id)
    notes = func.string_to_array(cells.adm_note, "; ")
    found = {
        "rows": cast(1, Integer),
        "undated": _one(undated),
        "from_air": _one(or_(cells.kind.in_(FROM_AIR), and_(numbered, strike))),
        "not_strikes": _one(~strike),
        "strikes_low": case((strike, func.coalesce(cells.strikes_min, 1)), else_=0),
        "strikes_high": case(
            (and_(strike, numbered), func.coalesce(cells.strikes_max, 0)), (strike, 1), else_=0
        ),
        "strikes_open": _one(
            and_(strike, cells.strikes_min.is_not(None), cells.strikes_max.is_(None))
        ),
        "outside": _one(literal(OUTSIDE) == any_(notes)),
        "at_sea": _one(literal(AT_SEA) == any_(notes)),
        "counted_elsewhere": _one(elsewhere),
    }  # fmt: skip
    for status in LOCATION_STATUSES:
        here = cells.location_status == status
        found |= {status: _one(here), f"{status}_undated": _one(and_(here, undated))}
    for toll in TOLLS:
        found |= _measure_toll(rows, toll, toll, ~elsewhere)
    silent = and_(~elsewhere, ~_tells(rows, "killed"))
    for toll in INSTEAD:
        found |= _measure_toll(rows, toll, f"instead_{toll}", silent)
        silent = and_(silent, ~_tells(rows, toll))
    return found


def _measure_toll(
    rows: FromClause, toll: str, name: str, counts: ColumnElement[bool]
) -> dict[str, ColumnElement[Any]]:
    low, high = rows.c[f"{toll}_min"], rows.c[f"{toll}_max"]
    return {
        f"{name}_low": case((counts, func.coalesce(low, 0)), else_=0),
        f"{name}_has_low": _one(and_(counts, low.is_not(None))),
        f"{name}_high": case((counts, func.coalesce(high, 0)), else_=0),
        f"{name}_reported": _one(and_(counts, _tells(rows, toll))),
        f"{name}_open": _one(and_(counts, low.is_not(None), high.is_(None))),
    }


def _tells(rows: FromClause, toll: str) -> ColumnElement[bool]:
    return or_(rows.c[f"{toll}_min"].is_not(None), rows.c[f"{toll}_max"].is_not(None))


def _one(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def add_sums(one: Sums, other: Sums) -> Sums:
    """Return the sums over the rows of both."""
    return {name: one[name] + other[name] for name in MEASURES}


def read_totals(sums: Sums) -> Totals:
    """Return the totals that sums over rows stand for, as `count_totals` gives them of the rows."""
    carriers = sums["rows"] - sums["counted_elsewhere"]
    silent, instead = carriers - sums["killed_reported"], {}
    for toll in INSTEAD:
        instead[toll] = _read_toll(sums, f"instead_{toll}", silent)
        silent -= instead[toll].reported
    same = {name: sums[name] for name in _COUNTED if name not in ("strikes_high", "strikes_open")}
    return Totals(
        **same,
        strikes_high=None if sums["strikes_open"] else sums["strikes_high"],
        tolls={toll: _read_toll(sums, toll, carriers) for toll in TOLLS},
        instead=instead,
    )


def _read_toll(sums: Sums, name: str, rows: int) -> Toll:
    low, has_low, high, reported, is_open = (int(sums[f"{name}_{part}"]) for part in _OF_TOLL)
    high_known = high if reported > is_open else None
    return Toll(
        low=low if has_low else None,
        high=None if is_open else high_known,
        high_known=high_known,
        reported=reported,
        open_ended=is_open,
        unreported=rows - reported,
    )
