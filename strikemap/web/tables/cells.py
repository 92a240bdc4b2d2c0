"""The strikes as people read them: one row each, in order of time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.strikes.filters import NOT_REPORTED
from geo.strikes.killed import word_toll
from geo.strikes.schema import TOLLS, split_several
from strikemap.web.wording import (
    STATUS_WORDS,
    word_dates,
    word_killed_cells,
    word_kind,
    word_place,
    word_sharpness,
    word_tolls,
)

__all__ = [
    "MOST_ROWS",
    "TOLL_HEADINGS",
    "date_cells",
    "governorate_cells",
    "place_cells",
    "say",
    "say_several",
    "tabulate_strikes",
]

TOLL_HEADINGS = {
    "killed": "Killed",
    "civilians_killed": "Civilians killed",
    "injured": "Injured",
    "casualties": "Killed or injured",
}
BESIDES = {
    "No strike": "not_strike",
    "Country as reported": "country_text",
    "Description": "note",
    "Cells not read": "reading_note",
    "Corrected (with what was read) or added": "corrected",
    "Codes of the source": "source_codes",
}
MOST_ROWS = 1000  # of one table on the page; every row is in the downloads


def say(values: pd.Series, absent: str = NOT_REPORTED) -> pd.Series:
    """Return a column of words with what stands where nothing is known."""
    return values.astype("object").where(values.notna(), absent)


def say_several(values: pd.Series) -> list[str]:
    """Return cells of several values, joined by "; "."""
    return ["; ".join(split_several(cell)) or NOT_REPORTED for cell in values]


def date_cells(strikes: pd.DataFrame) -> list[str]:
    """Return the days of each row."""
    columns = (strikes["date_start"], strikes["date_end"], strikes["date_precision"])
    return [word_dates(*days) for days in zip(*columns, strict=True)]


def place_cells(strikes: pd.DataFrame) -> list[str]:
    """Return the place of each row, as reported."""
    columns = (strikes["place_text"], strikes["governorate_text"])
    return [word_place(*texts) for texts in zip(*columns, strict=True)]


def governorate_cells(strikes: pd.DataFrame) -> list[str]:
    """Return the governorate found, else the reported one, marked so."""
    pairs = zip(strikes["adm1_name"], strikes["governorate_text"], strict=True)
    return [
        found if pd.notna(found) else f"{text} (as reported)" if pd.notna(text) else "not known"
        for found, text in pairs
    ]


def _word_several(strikes: pd.DataFrame) -> list[str]:
    """Return how many strikes each row stands for, "" where the table does not say."""
    bounds = zip(strikes["strikes_min"], strikes["strikes_max"], strict=True)
    return ["" if pd.isna(low) and pd.isna(high) else word_toll(low, high) for low, high in bounds]


def _say_besides(strikes: pd.DataFrame) -> dict[str, Sequence[str]]:
    """Return what tables say beside a strike."""
    cells: dict[str, Sequence[str]] = {"Stands for": _word_several(strikes)}
    for heading, name in BESIDES.items():
        cells[heading] = strikes[name].astype("object").fillna("").tolist()
    return cells


def tabulate_strikes(strikes: pd.DataFrame, every_strike: pd.DataFrame) -> pd.DataFrame:
    """Return the strikes as people read them, dated rows first, in order of time.

    At most `MOST_ROWS` of them. What is asked first comes first: when, where, what, how many were
    killed, how many say so. `every_strike` is the unfiltered table, where the row that carries a
    shared toll is found.
    """
    ordered = strikes.sort_values("date_start", kind="stable", na_position="last").head(MOST_ROWS)
    sharpness = ordered[["precision", "uncertainty_km", "adm1_code"]].itertuples(index=False)
    tolls = {TOLL_HEADINGS[toll]: word_tolls(ordered, every_strike, toll) for toll in TOLLS[1:]}
    cells = {
        "Date": date_cells(ordered),
        "Place as reported": place_cells(ordered),
        "Kind": ordered["kind"].map(word_kind),
        "Killed": word_killed_cells(ordered, every_strike),
        "Injured": tolls.pop("Injured"),
        "Sources": ordered["source_count"],
        "Governorate": governorate_cells(ordered),
        "Target": say(ordered["target"]),
        "Actor, as alleged": say_several(ordered["actor"]),
        "Attribution": say(ordered["attribution"]),
        **tolls,
        "Location": ordered["location_status"].map(STATUS_WORDS),
        "Matched to": say(ordered["place_name"], "no single place"),
        "Precision": [word_sharpness(*told) for told in sharpness],
        "Standing of the event": ordered["event_status"],
        "Note on the area": ordered["adm_note"].astype("object").fillna(""),
        **_say_besides(ordered),
        "strike_id": ordered.index,
    }
    return pd.DataFrame(cells, index=ordered.index).reset_index(drop=True)
