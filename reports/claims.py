"""Drafts as claims and as strikes: what a text tells becomes what a strike's source says.

No text of a report is taken over but the words of place, date and toll, unless it is asked for.
"""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from geo.strikes.schema import CLAIM_COLUMNS, SEPARATOR, make_claims, make_strikes
from reports.about import About
from reports.document import Report
from reports.draft import Draft
from reports.table import DRAFT_COLUMNS
from reports.words.days import Days

__all__ = [
    "claim_of", "claims_of_documents", "row_of_claim", "strike_of", "strikes_of_drafts", "words_of",
]  # fmt: skip

Values = dict[str, object]
CLAIM_NAMES = tuple(column.name for column in CLAIM_COLUMNS)


def strike_of(draft: Draft) -> Values:
    """Return what a draft says as columns of the strikes table, but for where it is.

    place_text is the name as written; what the text does not give is None.
    """
    toll = draft.toll
    return {
        "kind": draft.kind, "place_text": draft.place.surface, **_dates_of(draft.days),
        "actor": draft.actor, "attribution": draft.attribution if draft.actor else None,
        "target": draft.target, "target_kind": draft.target_kind,
        "killed_min": toll.killed[0], "killed_max": toll.killed[1],
        "injured_min": toll.injured[0], "injured_max": toll.injured[1],
        "casualties_min": toll.casualties[0], "casualties_max": toll.casualties[1],
    }  # fmt: skip


def _dates_of(days: Days | None) -> Values:
    if days is None or days.first is None or days.last is None:
        return {"date_start": None, "date_end": None, "date_precision": "unknown"}
    first, last = days.first.isoformat(), days.last.isoformat()
    return {"date_start": first, "date_end": last, "date_precision": days.precision}


def claim_of(draft: Draft, report: Report, about: About, *, with_words: bool = False) -> Values:
    """Return what a text says of a strike, as the fields of a source.

    with_words: keep the sentence, in the note.
    """
    strike, days, toll = strike_of(draft), draft.days, draft.toll
    worded = days is not None and days.start >= 0
    tolls = {name: strike[name] for name in CLAIM_NAMES if name in strike and "_m" in name}
    counted = any(value is not None for value in tolls.values())
    return {
        "claimant": f"{SEPARATOR} ".join(draft.claimants) or None,
        "outlet": about.outlet, "title": about.title, "published": about.published,
        "url": about.url, "place_text": draft.place.surface,
        "date_text": report.words_at(days.start, days.end) if days and worded else None,
        "actor": draft.actor, "attribution": strike["attribution"], "toll_text": toll.text,
        "toll_scope": "strike" if counted else None, **tolls,
        "note": words_of(draft, report) if with_words else None,
    }  # fmt: skip


def words_of(draft: Draft, report: Report) -> str:
    """Return the sentence that a draft was read from, on one line."""
    return " ".join(report.words_at(draft.start, draft.end).split())


def row_of_claim(draft: Draft, report: Report, about: About, number: int) -> Values:
    """Return a row of the claims table for a draft; number: its place in the report, from 1."""
    own = f"{report.name}-{number}"
    told = {"claim_id": f"{own}/1", "strike_id": own, **claim_of(draft, report, about)}
    return {name: told.get(name) for name in CLAIM_NAMES}


def strikes_of_drafts(drafts: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return rows of drafts, as `strikemap read` writes them, as a strikes table by draft_id.

    Places are those of the drafts: they were read with all that the text says beside the name.
    """
    whole = drafts.reindex(columns=list(DRAFT_COLUMNS))
    table = whole.assign(event_status="reported", source_count=1).set_index("draft_id")
    table["match_score"] = pd.to_numeric(table["match_score"])
    points = gpd.points_from_xy(*(pd.to_numeric(table[name]) for name in ("lon", "lat")))
    located = (table["location_status"] == "located").to_numpy(bool)
    table["geometry"] = gpd.GeoSeries(points, index=table.index).where(located, None)
    for name in table.columns:
        if name.endswith(("_min", "_max")) or name == "uncertainty_km":
            table[name] = pd.to_numeric(table[name])
    return make_strikes(table)


def claims_of_documents(drafts: pd.DataFrame) -> pd.DataFrame:
    """Return a claim for each row of drafts, its document for its source."""
    ids, docs = drafts["draft_id"].astype("str"), drafts["doc"].astype("str")
    return make_claims(pd.DataFrame({"claim_id": ids + "/1", "strike_id": ids, "outlet": docs}))
