"""What several columns say of one thing: a date in three of them, the parts of a toll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from geo.reading.columnwise.day_columns import join_day_columns
from geo.reading.columnwise.distinct import find_distinct, take_texts
from geo.reading.columnwise.rewrite import label_texts
from geo.reading.recognise.counts import find_part
from geo.reading.values.plain import CellError, is_nothing
from geo.reading.values.tolls import read_toll

__all__ = ["join_parts"]

_DISJOINT = ("children", "women", "men")  # groups of which no person is in two
_PARTS = {"killed_part": "killed", "injured_part": "injured"}

Columns = Mapping[str, Sequence[pd.Series]]


def join_parts(fields: Columns) -> tuple[dict[str, list[pd.Series]], list[str]]:
    """Return fields whose parts are joined, and what is to be said of it.

    Year, month and day become the date. Parts of a toll, such as the children killed, go to the
    note with their column's name; in rows where no column gives the whole, the children, women
    and men that are known are its lower bound, as no fewer people can have been killed.
    """
    joined = {name: list(columns) for name, columns in fields.items()}
    notes: list[str] = []
    year, month, day = (joined.pop(name, []) for name in ("year", "month", "day"))
    if year and "date" not in joined:
        blank = pd.Series("", index=year[0].index, dtype="str")
        joined["date"] = [join_day_columns(year[0], (month or [blank])[0], (day or [blank])[0])]
    for name, toll in _PARTS.items():
        parts = joined.pop(name, [])
        if parts:
            labelled = label_texts({str(part.name): part for part in parts})
            joined["note"] = [*joined.get("note", []), labelled]
            notes += _bound_by_parts(joined, parts, toll)
    return joined, notes


def _bound_by_parts(
    fields: dict[str, list[pd.Series]], parts: Sequence[pd.Series], toll: str
) -> list[str]:
    """Fill the lower bound of a toll, in place, in rows where no column gives the toll."""
    # Where the civilians are counted, children and women are of them: nothing is known of the rest.
    wholes = (toll, f"civilians_{toll}")
    whole = [fields[f"{one}{bound}"][0] for one in wholes for bound in ("", "_min", "_max")
             if f"{one}{bound}" in fields]  # fmt: skip
    counted = _choose_parts(parts, toll)
    if not counted:
        return []
    distinct = find_distinct([*whole, *counted])
    sums = [_sum_parts(texts[: len(whole)], texts[len(whole) :]) for texts in distinct.texts]
    rows = int(distinct.counts()[[text is not None for text in sums]].sum())
    if not rows:
        return []
    bounds = take_texts(sums, distinct.codes, parts[0].index)
    given = fields.get(f"{toll}_min", [pd.Series("", index=bounds.index, dtype="str")])[0]
    fields[f"{toll}_min"] = [given.where(bounds.isna(), bounds.fillna(""))]
    names = ", ".join(repr(str(part.name)) for part in counted)
    return [f"{toll}: {rows:,} {'row gives' if rows == 1 else 'rows give'} only parts of it: "
            f"{names} are taken as a lower bound"]  # fmt: skip


def _choose_parts(parts: Sequence[pd.Series], toll: str) -> list[pd.Series]:
    """Return one column for each group of which no person is in two: its lower bound, or all."""
    chosen: dict[str, pd.Series] = {}
    for column in parts:
        part = find_part(str(column.name))
        if part and part.toll == toll and part.whose in _DISJOINT and part.bound != "max":
            if part.bound == "min":
                chosen[part.whose] = column
            chosen.setdefault(part.whose, column)
    return list(chosen.values())


def _sum_parts(whole: Sequence[str], parts: Sequence[str]) -> str | None:
    if not all(is_nothing(text) or _low(text) is None for text in whole):
        return None
    lows = [low for low in map(_low, parts) if low is not None]
    return str(sum(lows)) if sum(lows) else None


def _low(text: str) -> int | None:
    try:
        return read_toll(text)[0]
    except CellError:
        return None
