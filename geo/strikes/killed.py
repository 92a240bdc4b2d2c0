"""People killed, in words: as reported, and what else is told where all killed is not."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from gazetteer.language import N_, _, ngettext, word_number
from geo.strikes.filters import NOT_REPORTED
from geo.strikes.totals import Toll, Totals

__all__ = ["word_all_killed", "word_killed", "word_toll", "word_undated"]

# Of rows that do not tell how many were killed in all.
_INSTEAD = {
    "civilians_killed": N_("civilians killed, where only they are reported: {sum}"),
    "casualties": N_("killed or injured, where only both together are reported: {sum}"),
}


def word_toll(low: Any, high: Any) -> str:  # noqa: ANN401 cells of a table
    """Return a toll as a range: "5", "70–100", "160+", "up to 12" or "not reported"."""
    if pd.isna(low) and pd.isna(high):
        return _(NOT_REPORTED)
    if pd.isna(high):
        return _("{low}+", low=low)
    if pd.isna(low):
        return _("up to {high}", high=high)
    return word_number(low) if low == high else _("{low}–{high}", low=low, high=high)


def word_killed(totals: Totals, *, mark: str = "", held: Collection[str] = ()) -> str:
    """Say the sum of those reported killed, and how many rows report no figure.

    What rows without it tell, such as civilians killed, stands beside it under its own name.
    mark: what stands around numbers, such as "**" in Markdown; held: the columns of strikes that
    a release holds back, of which nothing is called unreported.
    """
    told = [
        _(_INSTEAD[name], sum=_word_sum(one, totals.rows, mark))
        for name, one in totals.instead.items()
        if one.reported
    ]
    if totals.tolls["killed"].reported == 0:
        return _("; ").join([*told, _word_none(held, besides=bool(told))])
    return _(
        "{told}, no figure in {count}",
        told=_("; ").join([word_all_killed(totals, mark=mark), *told]),
        count=totals.unknown_killed,
    )


def word_all_killed(totals: Totals, *, mark: str = "", held: Collection[str] = ()) -> str:
    """Say the sum of those reported killed as a range, and in how many of how many rows it stands.

    mark, held: as `word_killed` takes them.
    """
    toll = totals.tolls["killed"]
    if toll.reported == 0:
        return _word_none(held)
    return _("killed, as reported: {sum}", sum=_word_sum(toll, totals.rows, mark))


def word_undated(totals: Totals, held: Collection[str] = ()) -> str:
    """Say how many rows have no date; held: as `word_killed` takes it."""
    said = N_("{count} with days held back") if "date_start" in held else N_("{count} undated")
    return _(said, count=totals.undated)


def _word_none(held: Collection[str], *, besides: bool = False) -> str:
    """Say that no row tells how many were killed; besides: whether part of them is told."""
    if "killed_min" in held:
        return _("all killed: held back") if besides else _("killed: held back")
    if besides:
        return _("all killed: not reported in any row")
    return _("killed: not reported in any row")


def _word_sum(toll: Toll, rows: int, mark: str) -> str:
    of = ngettext("{count} row", "{count} rows", rows)
    counted = f"{mark}{word_toll(toll.low, toll.high)}{mark}"
    return _("{counted} in {reported} of {rows}", counted=counted, reported=toll.reported, rows=of)
