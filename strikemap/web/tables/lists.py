"""Rows without a date and rows without a place, each with the reason; and the claims."""

from __future__ import annotations

import numpy as np
import pandas as pd

from gazetteer.language import N_, _
from geo.strikes.filters import claims_of
from geo.strikes.killed import word_toll
from geo.strikes.schema import TOLLS
from strikemap.languages.reasons import say_reason
from strikemap.web.tables.cells import (
    MOST_ROWS,
    TOLL_HEADINGS,
    date_cells,
    governorate_cells,
    place_cells,
    say,
    say_several,
)
from strikemap.web.wording import word_kind, word_status

__all__ = ["LINKS", "list_claims", "list_undated", "list_unlocated"]

WEB_ADDRESS = r"https?://[^\s]+"
LINKS = {"url": N_("Address"), "archive_url": N_("Archived copy")}
NO_LINK = {"url": N_("Address (no link)"), "archive_url": N_("Archived copy (no link)")}
MEDIA = {
    "media_url": N_("Photos and videos"), "media_archive_url": N_("Archived copies of these"),
    "media_kind": N_("Kind of these"), "media_sha256": N_("SHA-256 of these"),
    "geolocation_url": N_("Geolocation told at"),
}  # fmt: skip


def _take_first(strikes: pd.DataFrame, those: pd.Series) -> pd.DataFrame:
    """Return as many of those rows as a table has; the others are not taken at all."""
    return strikes.iloc[np.flatnonzero(those)[:MOST_ROWS]]


def list_unlocated(strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without a place on the map, each with the reason."""
    rows = _take_first(strikes, strikes["location_status"] == "unlocated")
    cells = {
        N_("Place as reported"): place_cells(rows),
        N_("Governorate as reported"): say(rows["governorate_text"]),
        N_("Why it is not located"): rows["match_reason"]
        .map(say_reason, na_action="ignore")
        .astype("object")
        .fillna(_("no place is named")),
        N_("Match"): rows["match_method"].map(_, na_action="ignore"),
        N_("Date"): date_cells(rows),
        N_("Kind"): rows["kind"].map(word_kind),
        "strike_id": rows.index,
    }
    return pd.DataFrame(cells, index=rows.index).reset_index(drop=True)


def _undated_reason(worded: list[str]) -> str:
    if not worded:
        return _("no claim gives a date")
    return _("no day can be told from: {words}", words=_("; ").join(f"“{text}”" for text in worded))


def list_undated(strikes: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without a date, each with what its claims say of the time."""
    rows = _take_first(strikes, strikes["date_start"].isna())
    dated = claims_of(claims, rows).dropna(subset="date_text")
    worded = dated.groupby("strike_id")["date_text"].unique()
    cells = {
        N_("Place as reported"): place_cells(rows),
        N_("Why it is undated"): [
            _undated_reason(list(worded.get(strike, []))) for strike in rows.index
        ],
        N_("Location"): rows["location_status"].map(word_status),
        N_("Governorate"): governorate_cells(rows),
        N_("Kind"): rows["kind"].map(word_kind),
        "strike_id": rows.index,
    }
    return pd.DataFrame(cells, index=rows.index).reset_index(drop=True)


def list_claims(claims: pd.DataFrame, strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the claims of the strikes as people read them; only web addresses become links."""
    shown = claims_of(claims, strikes).head(MOST_ROWS)
    about = strikes.reindex(shown["strike_id"])
    names = {
        "outlet": N_("Outlet"),
        "published": N_("Published"),
        "place_text": N_("Place as worded"),
        "date_text": N_("Date as worded"),
        "toll_text": N_("Toll as worded"),
        "toll_scope": N_("Toll counts"),
        "actor": N_("Actor, as alleged"),
        "attribution": N_("Attribution"),
    }
    cells = {
        N_("Date"): pd.Series(date_cells(about), shown.index),
        N_("Place"): pd.Series(place_cells(about), shown.index),
        N_("Who says so"): say(shown["claimant"]),
        N_("Title"): say(shown["title"]),
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
        cells[NO_LINK[name]] = shown[name].where(~is_link)
    cells |= {heading: shown[name] for name, heading in MEDIA.items()}
    cells["strike_id"] = shown["strike_id"]
    return pd.DataFrame(cells).reset_index(drop=True)
