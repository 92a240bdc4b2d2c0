"""The strikes as people read them: one row each, in order of time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.language import N_, _
from geo.strikes.filters import NOT_REPORTED
from geo.strikes.killed import word_toll
from geo.strikes.schema import TOLLS, split_several
from strikemap.web.wording import (
    word_dates,
    word_killed_cells,
    word_kind,
    word_place,
    word_sharpness,
    word_status,
    word_tolls,
)

__all__ = [
    "MOST_ROWS",
    "TOLL_HEADINGS",
    "date_cells",
    "first_rows",
    "governorate_cells",
    "place_cells",
    "say",
    "say_several",
    "say_words",
    "tabulate_strikes",
    "told_by",
]

TOLL_HEADINGS = {
    "killed": N_("Killed"),
    "civilians_killed": N_("Civilians killed"),
    "injured": N_("Injured"),
    "casualties": N_("Killed or injured"),
}
BESIDES = {
    N_("No strike"): "not_strike",
    N_("Country as reported"): "country_text",
    N_("Description"): "note",
    N_("Cells not read"): "reading_note",
    N_("Corrected (with what was read) or added"): "corrected",
    N_("Codes of the source"): "source_codes",
}
MOST_ROWS = 1000  # of one table on the page; every row is in the downloads


def say(values: pd.Series, absent: str = NOT_REPORTED) -> pd.Series:
    """Return a column of words with what stands where nothing is known."""
    return values.astype("object").where(values.notna(), _(absent))


def say_words(values: pd.Series) -> pd.Series:
    """Return a column of words of the schema as people read them."""
    return say(values.map(_, na_action="ignore"))


def say_several(values: pd.Series) -> list[str]:
    """Return cells of several values, joined by "; "."""
    return [_("; ").join(split_several(cell)) or _(NOT_REPORTED) for cell in values]


def date_cells(strikes: pd.DataFrame) -> list[str]:
    """Return the days of each row, as `word_dates` says them."""
    columns = [strikes[name] for name in ("date_start", "date_end", "date_precision")]
    first, last = (column.to_numpy() for column in columns[:2])
    # Most are one day, which numpy says for all rows at once.
    is_day = (first == last) & (columns[2] == "day").to_numpy(bool, na_value=False)
    cells: list[str] = np.datetime_as_string(first.astype("datetime64[D]")).tolist()
    for row in np.flatnonzero(~is_day).tolist():
        cells[row] = word_dates(*(column.iloc[row] for column in columns))
    return cells


def place_cells(strikes: pd.DataFrame) -> list[str]:
    """Return the place of each row, as reported."""
    columns = (strikes["place_text"], strikes["governorate_text"])
    return [word_place(*texts) for texts in zip(*columns, strict=True)]


def governorate_cells(strikes: pd.DataFrame) -> list[str]:
    """Return the governorate found, else the reported one, marked so."""
    pairs = zip(strikes["adm1_name"], strikes["governorate_text"], strict=True)
    return [
        found
        if pd.notna(found)
        else _("{text} (as reported)", text=text)
        if pd.notna(text)
        else _("not known")
        for found, text in pairs
    ]


def _word_several(strikes: pd.DataFrame) -> list[str]:
    """Return how many strikes each row stands for, "" where the table does not say."""
    bounds = zip(strikes["strikes_min"], strikes["strikes_max"], strict=True)
    return ["" if pd.isna(low) and pd.isna(high) else word_toll(low, high) for low, high in bounds]


def _say_besides(strikes: pd.DataFrame) -> dict[str, Sequence[str]]:
    """Return what tables say beside a strike."""
    cells: dict[str, Sequence[str]] = {N_("Stands for"): _word_several(strikes)}
    for heading, name in BESIDES.items():
        cells[heading] = strikes[name].astype("object").fillna("").tolist()
    return cells


def first_rows(strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that a table of strikes shows, dated ones first, in order of time.

    At most `MOST_ROWS` of them, without their geometry.
    """
    columns = pd.DataFrame(strikes).drop(columns="geometry", errors="ignore")
    return columns.iloc[_find_first(strikes["date_start"].to_numpy())]


def _find_first(days: NDArray[np.datetime64]) -> NDArray[np.intp]:
    """Return the rows of the first days in their order, at most `MOST_ROWS`; no day comes last."""
    order = days.astype("datetime64[s]").astype(np.int64)
    order[np.isnat(days)] = np.iinfo(np.int64).max
    rows = np.arange(len(order))
    if len(order) > MOST_ROWS:  # of a large table few are worth to be put in order
        rows = np.flatnonzero(order <= np.partition(order, MOST_ROWS - 1)[MOST_ROWS - 1])
    return rows[np.argsort(order[rows], kind="stable")][:MOST_ROWS]


def told_by(strikes: pd.DataFrame, every_strike: pd.DataFrame) -> pd.DataFrame:
    """Return all cells that `tabulate_strikes` makes its table of."""
    rows = first_rows(strikes)
    leads = every_strike["place_text"].reindex(rows["toll_lead"])
    return rows.assign(place_of_lead=leads.array)


def tabulate_strikes(strikes: pd.DataFrame, every_strike: pd.DataFrame) -> pd.DataFrame:
    """Return the strikes of `first_rows` as people read them.

    What is asked first comes first: when, where, what, how many were
    killed, how many say so. `every_strike` is the unfiltered table, where the row that carries a
    shared toll is found.
    """
    ordered = first_rows(strikes)
    texts = ordered.select_dtypes("str")
    ordered = ordered.assign(**texts.astype("object"))  # pandas gives each of Arrow's slowly
    sharpness = ordered[["precision", "uncertainty_km", "adm1_code"]].itertuples(index=False)
    tolls = {TOLL_HEADINGS[toll]: word_tolls(ordered, every_strike, toll) for toll in TOLLS[1:]}
    cells = {
        N_("Date"): date_cells(ordered),
        N_("Place as reported"): place_cells(ordered),
        N_("Kind"): ordered["kind"].map(word_kind),
        N_("Killed"): word_killed_cells(ordered, every_strike),
        N_("Injured"): tolls.pop("Injured"),
        N_("Sources"): ordered["source_count"],
        N_("Governorate"): governorate_cells(ordered),
        N_("Target"): say(ordered["target"]),
        N_("Actor, as alleged"): say_several(ordered["actor"]),
        N_("Attribution"): say_words(ordered["attribution"]),
        **tolls,
        N_("Location"): ordered["location_status"].map(word_status),
        N_("Matched to"): say(ordered["place_name"], N_("no single place")),
        N_("Precision"): [word_sharpness(*told) for told in sharpness],
        N_("Standing of the event"): ordered["event_status"].map(_, na_action="ignore"),
        N_("Note on the area"): ordered["adm_note"].astype("object").fillna(""),
        **_say_besides(ordered),
        "strike_id": ordered.index,
    }
    return pd.DataFrame(cells, index=ordered.index).reset_index(drop=True)
