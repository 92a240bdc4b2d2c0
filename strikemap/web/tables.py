"""The tables of the page in plain words: strikes, claims, the undated, the unlocated, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

import geopandas as gpd
import numpy as np
import pandas as pd
import streamlit as st

from geo.strikes.filters import NOT_REPORTED, claims_of
from geo.strikes.killed import word_toll
from geo.strikes.schema import TOLLS, split_several
from geo.strikes.totals import count_totals
from strikemap.web.countries import area_headings
from strikemap.web.datasets import current_dataset
from strikemap.web.wording import (
    STATUS_WORDS,
    plural,
    word_dates,
    word_killed_cells,
    word_kind,
    word_place,
    word_sharpness,
    word_tolls,
)

__all__ = [
    "get_focus",
    "hold_choice",
    "list_claims",
    "list_undated",
    "list_unlocated",
    "show_choice",
    "show_claims",
    "show_strikes",
    "show_undated_and_unlocated",
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
    "Corrected, with what was read": "corrected",
    "Codes of the source": "source_codes",
}
CHOICE_KEY, FOCUS_KEY = "only_chosen", "row_focus"
MOST_ROWS = 1000  # of one table on the page; every row is in the downloads
TABLE_HEIGHT = 420  # CSS pixels
DATE_WIDTH = 225  # CSS pixels; room for "2015-09-30 to 2015-10-04 (week)"
WEB_ADDRESS = r"https?://[^\s]+"


def _say(values: pd.Series, absent: str = NOT_REPORTED) -> pd.Series:
    return values.astype("object").where(values.notna(), absent)


def _say_several(values: pd.Series) -> list[str]:
    return ["; ".join(split_several(cell)) or NOT_REPORTED for cell in values]


def _date_cells(strikes: pd.DataFrame) -> list[str]:
    columns = (strikes["date_start"], strikes["date_end"], strikes["date_precision"])
    return [word_dates(*days) for days in zip(*columns, strict=True)]


def _place_cells(strikes: pd.DataFrame) -> list[str]:
    columns = (strikes["place_text"], strikes["governorate_text"])
    return [word_place(*texts) for texts in zip(*columns, strict=True)]


def _governorate_cells(strikes: pd.DataFrame) -> list[str]:
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
    """Return what tables say beside a strike; of a kind of words that none has no column."""
    cells: dict[str, Sequence[str]] = {"Stands for": _word_several(strikes)}
    for heading, name in BESIDES.items():
        cells[heading] = strikes[name].astype("object").fillna("").tolist()
    return {heading: values for heading, values in cells.items() if any(values)}


def tabulate_strikes(strikes: pd.DataFrame, every_strike: pd.DataFrame) -> pd.DataFrame:
    """Return the strikes as people read them, dated rows first, in order of time.

    At most `MOST_ROWS` of them. `every_strike` is the unfiltered table, where the row that
    carries a shared toll is found.
    """
    ordered = strikes.sort_values("date_start", kind="stable", na_position="last").head(MOST_ROWS)
    sharpness = ordered[["precision", "uncertainty_km", "adm1_code"]].itertuples(index=False)
    tolls = {TOLL_HEADINGS[toll]: word_tolls(ordered, every_strike, toll) for toll in TOLLS[1:]}
    cells = {
        "Date": _date_cells(ordered),
        "Kind": ordered["kind"].map(word_kind),
        "Place as reported": _place_cells(ordered),
        "Governorate": _governorate_cells(ordered),
        "Killed": word_killed_cells(ordered, every_strike),
        "Injured": tolls.pop("Injured"),
        "Actor, as alleged": _say_several(ordered["actor"]),
        "Attribution": _say(ordered["attribution"]),
        "Target": _say(ordered["target"]),
        **tolls,
        "Location": ordered["location_status"].map(STATUS_WORDS),
        "Matched to": _say(ordered["place_name"], "no single place"),
        "Precision": [word_sharpness(*told) for told in sharpness],
        "Standing of the event": ordered["event_status"],
        "Claims": ordered["source_count"],
        "Note on the area": ordered["adm_note"].astype("object").fillna(""),
        **_say_besides(ordered),
        "strike_id": ordered.index,
    }
    return pd.DataFrame(cells, index=ordered.index).reset_index(drop=True)


def list_unlocated(strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without a place on the map, each with the reason."""
    rows = strikes[strikes["location_status"] == "unlocated"].head(MOST_ROWS)
    cells = {
        "Place as reported": _place_cells(rows),
        "Governorate as reported": _say(rows["governorate_text"]),
        "Why it is unlocated": rows["match_reason"].astype("object").fillna("no place is named"),
        "Match": rows["match_method"],
        "Date": _date_cells(rows),
        "Kind": rows["kind"].map(word_kind),
        "strike_id": rows.index,
    }
    return pd.DataFrame(cells, index=rows.index).reset_index(drop=True)


def _undated_reason(worded: list[str]) -> str:
    if not worded:
        return "no claim gives a date"
    return "no day can be told from: " + "; ".join(f"“{text}”" for text in worded)


def list_undated(strikes: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without a date, each with what its claims say of the time."""
    rows = strikes[strikes["date_start"].isna()].head(MOST_ROWS)
    dated = claims_of(claims, rows).dropna(subset="date_text")
    worded = dated.groupby("strike_id")["date_text"].unique()
    cells = {
        "Place as reported": _place_cells(rows),
        "Why it is undated": [
            _undated_reason(list(worded.get(strike, []))) for strike in rows.index
        ],
        "Location": rows["location_status"].map(STATUS_WORDS),
        "Governorate": _governorate_cells(rows),
        "Kind": rows["kind"].map(word_kind),
        "strike_id": rows.index,
    }
    return pd.DataFrame(cells, index=rows.index).reset_index(drop=True)


def list_claims(claims: pd.DataFrame, strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the claims of the strikes as people read them; only web addresses become links."""
    shown = claims_of(claims, strikes).head(MOST_ROWS)
    names = {
        "claimant": "Who says so",
        "outlet": "Outlet",
        "title": "Title",
        "published": "Published",
        "place_text": "Place as worded",
        "date_text": "Date as worded",
        "actor": "Actor, as alleged",
        "attribution": "Attribution",
        "toll_text": "Toll as worded",
        "toll_scope": "Toll counts",
    }
    cells = {heading: _say(shown[name]) for name, heading in names.items()}
    cells["Actor, as alleged"] = _say_several(shown["actor"])
    for toll in TOLLS:
        pairs = zip(shown[f"{toll}_min"], shown[f"{toll}_max"], strict=True)
        cells[TOLL_HEADINGS[toll]] = [word_toll(*pair) for pair in pairs]
    cells["Note"] = shown["note"].astype("object").fillna("")
    for name, heading in {"url": "Address", "archive_url": "Archived copy"}.items():
        is_link = shown[name].str.fullmatch(WEB_ADDRESS, case=False).fillna(False).astype(bool)
        cells[heading] = shown[name].where(is_link)
        if (shown[name].notna() & ~is_link).any():
            cells[f"{heading} (no link)"] = shown[name].where(~is_link)
    cells["strike_id"] = shown["strike_id"]
    return pd.DataFrame(cells).reset_index(drop=True)


def _say_count(count: int, what: str) -> None:
    cut = f"The first {MOST_ROWS:,} of ", "; the download holds all of them"
    before, after = cut if count > MOST_ROWS else ("", "")
    st.caption(f"{before}{plural(count, what)}{after}.")


def hold_choice(strikes: gpd.GeoDataFrame, selection: Sequence[str]) -> gpd.GeoDataFrame:
    """Return the strikes chosen on the map, unless the visitor wants all; all where none is."""
    chosen = _mark_chosen(strikes, selection)
    held = chosen.any() and st.session_state.get(CHOICE_KEY, True)
    return strikes[chosen] if held else strikes


def _mark_chosen(strikes: pd.DataFrame, selection: Sequence[str]) -> np.ndarray:
    marks = np.zeros(len(strikes), bool)
    found = strikes.index.get_indexer(pd.Index(selection, dtype=strikes.index.dtype))
    marks[found[found >= 0]] = True
    return marks


def show_choice(strikes: pd.DataFrame, selection: Sequence[str]) -> None:
    """Offer to see all strikes again while some are chosen on the map."""
    count = int(_mark_chosen(strikes, selection).sum())
    if count:
        st.toggle(f"Only the {count:,} chosen on the map", value=True, key=CHOICE_KEY)


def get_focus() -> str | None:
    """Return the id of the strike whose row the visitor chose in the table, if any."""
    focus: str | None = st.session_state.get(FOCUS_KEY)
    return focus


def _remember_row(table_key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[table_key]["selection"]["rows"]
    st.session_state[FOCUS_KEY] = ids[rows[0]] if rows else None


def show_strikes(strikes: pd.DataFrame, every_strike: pd.DataFrame) -> None:
    """Draw the table of the strikes in view; a row that is chosen is gone to on the map."""
    noun = count_totals(every_strike).noun
    if strikes.empty:
        st.info(f"No {noun} passes the filters in this period. Widen the period or clear a filter.")
        return
    _say_count(len(strikes), noun)
    table = tabulate_strikes(strikes, every_strike)
    ids = table["strike_id"].tolist()
    # Rows are chosen by number: other rows make another table, in which none is chosen.
    key = f"strikes_table_{hashlib.sha256(repr(ids).encode()).hexdigest()[:12]}"
    st.dataframe(
        table,
        hide_index=True,
        height=TABLE_HEIGHT,
        column_config={
            "Date": st.column_config.TextColumn(width=DATE_WIDTH),
            **area_headings(current_dataset().countries),
        },
        key=key,
        on_select=partial(_remember_row, key, ids),
        selection_mode="single-row",
    )


def _show_list(table: pd.DataFrame, count: int, heading: str) -> None:
    st.markdown(heading)
    if count:
        _say_count(count, "row")
        st.dataframe(
            table, hide_index=True, column_config=area_headings(current_dataset().countries)
        )


def show_undated_and_unlocated(strikes: pd.DataFrame, claims: pd.DataFrame) -> None:
    """Draw the undated and the unlocated rows in view, each list with its reasons."""
    undated = int(strikes["date_start"].isna().sum())
    unlocated = int((strikes["location_status"] == "unlocated").sum())
    heading = f"**Undated ({undated:,})**: counted whatever the period."
    _show_list(list_undated(strikes, claims), undated, heading)
    heading = f"**Unlocated ({unlocated:,})**: counted, but nowhere on the map."
    _show_list(list_unlocated(strikes), unlocated, heading)


def show_claims(claims: pd.DataFrame, strikes: pd.DataFrame) -> None:
    """Draw the claims of the strikes in view, one row each."""
    table = list_claims(claims, strikes)
    if table.empty:
        st.info("No claim stands behind the strikes in view.")
        return
    _say_count(len(claims), "claim")
    links = {name: st.column_config.LinkColumn() for name in ("Address", "Archived copy")}
    st.dataframe(
        table, hide_index=True, height=TABLE_HEIGHT, column_config=links, key="claims_table"
    )
