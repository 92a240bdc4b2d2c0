"""Rows without a date and rows without a place, each with the reason; and the claims."""

from __future__ import annotations

import pandas as pd

from geo.strikes.filters import claims_of
from geo.strikes.killed import word_toll
from geo.strikes.schema import TOLLS
from strikemap.web.tables.cells import (
    MOST_ROWS,
    TOLL_HEADINGS,
    date_cells,
    governorate_cells,
    place_cells,
    say,
    say_several,
)
from strikemap.web.wording import STATUS_WORDS, word_kind

__all__ = ["LINKS", "list_claims", "list_undated", "list_unlocated"]

WEB_ADDRESS = r"https?://[^\s]+"
LINKS = {"url": "Address", "archive_url": "Archived copy"}
MEDIA = {
    "media_url": "Photos and videos", "media_archive_url": "Archived copies of these",
    "media_kind": "Kind of these", "media_sha256": "SHA-256 of these",
    "geolocation_url": "Geolocation told at",
}  # fmt: skip


def list_unlocated(strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without a place on the map, each with the reason."""
    rows = strikes[strikes["location_status"] == "unlocated"].head(MOST_ROWS)
    cells = {
        "Place as reported": place_cells(rows),
        "Governorate as reported": say(rows["governorate_text"]),
        "Why it is not located": rows["match_reason"].astype("object").fillna("no place is named"),
        "Match": rows["match_method"],
        "Date": date_cells(rows),
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
        "Place as reported": place_cells(rows),
        "Why it is undated": [
            _undated_reason(list(worded.get(strike, []))) for strike in rows.index
        ],
        "Location": rows["location_status"].map(STATUS_WORDS),
        "Governorate": governorate_cells(rows),
        "Kind": rows["kind"].map(word_kind),
        "strike_id": rows.index,
    }
    return pd.DataFrame(cells, index=rows.index).reset_index(drop=True)


def list_claims(claims: pd.DataFrame, strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the claims of the strikes as people read them; only web addresses become links."""
    shown = claims_of(claims, strikes).head(MOST_ROWS)
    about = strikes.reindex(shown["strike_id"])
    names = {
        "outlet": "Outlet",
        "published": "Published",
        "place_text": "Place as worded",
        "date_text": "Date as worded",
        "toll_text": "Toll as worded",
        "toll_scope": "Toll counts",
        "actor": "Actor, as alleged",
        "attribution": "Attribution",
    }
    cells = {
        "Date": pd.Series(date_cells(about), shown.index),
        "Place": pd.Series(place_cells(about), shown.index),
        "Who says so": say(shown["claimant"]),
        "Title": say(shown["title"]),
        **{heading: say(shown[name]) for name, heading in names.items()},
    }
    cells["Actor, as alleged"] = say_several(shown["actor"])
    for toll in TOLLS:
        pairs = zip(shown[f"{toll}_min"], shown[f"{toll}_max"], strict=True)
        cells[TOLL_HEADINGS[toll]] = [word_toll(*pair) for pair in pairs]
    cells["Note"] = shown["note"].astype("object").fillna("")
    for name, heading in LINKS.items():
        is_link = shown[name].str.fullmatch(WEB_ADDRESS, case=False).fillna(False).astype(bool)
        cells[heading] = shown[name].where(is_link)
        cells[f"{heading} (no link)"] = shown[name].where(~is_link)
    cells |= {heading: shown[name] for name, heading in MEDIA.items()}
    cells["strike_id"] = shown["strike_id"]
    return pd.DataFrame(cells).reset_index(drop=True)
