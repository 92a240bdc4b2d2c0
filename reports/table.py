"""Drafts as rows, and the words that were set aside: what `strikemap read` writes."""

from __future__ import annotations

from reports.document import Report
from reports.draft import Aside, Draft

__all__ = ["ASIDE_COLUMNS", "DRAFT_COLUMNS", "row_of", "row_of_aside"]

DRAFT_COLUMNS = (
    "doc", "draft_id", "kind", "date_start", "date_end", "date_precision", "date_text",
    "place_text", "place_start", "place_end", "country", "place_id", "place_name",
    "place_name_ar", "match_method", "match_score", "match_reason", "precision",
    "uncertainty_km", "location_status", "adm1_code", "adm1_name", "lon", "lat", "actor",
    "attribution", "target", "target_kind", "killed_min", "killed_max", "injured_min",
    "injured_max", "casualties_min", "casualties_max", "toll_text", "claimant", "quote_start",
    "quote_end", "confidence", "reason",
)  # fmt: skip
ASIDE_COLUMNS = ("doc", "kind", "quote_start", "quote_end", "quote", "reason")

Row = dict[str, object]


def row_of(draft: Draft, report: Report, number: int) -> Row:
    """Return a draft as a row of DRAFT_COLUMNS; number: its place in the report, from 1.

    Offsets count code points in the file read as UTF-8 with newline=''.
    """
    days, toll = draft.days, draft.toll
    place = report.in_file(draft.place.start, draft.place.end)
    quote = report.in_file(draft.start, draft.end)
    return {
        "doc": report.name, "draft_id": f"{report.name}-{number}", "kind": draft.kind,
        "date_start": days.first.isoformat() if days and days.first else None,
        "date_end": days.last.isoformat() if days and days.last else None,
        "date_precision": days.precision if days else "unknown",
        "date_text": _date_text(draft, report), "place_text": draft.place.surface,
        "place_start": place[0], "place_end": place[1],
        "country": draft.place.country, **_where(draft),
        "actor": draft.actor, "attribution": draft.attribution,
        "target": draft.target, "target_kind": draft.target_kind,
        "killed_min": toll.killed[0], "killed_max": toll.killed[1],
        "injured_min": toll.injured[0], "injured_max": toll.injured[1],
        "casualties_min": toll.casualties[0], "casualties_max": toll.casualties[1],
        "toll_text": toll.text,
        "claimant": ";".join(draft.claimants) or None,
        "quote_start": quote[0], "quote_end": quote[1],
        "confidence": round(draft.confidence, 2), "reason": word_reasons(draft),
    }  # fmt: skip


def _where(draft: Draft) -> Row:
    match, place = draft.match, draft.place.match.place
    return {
        "place_id": place.place_id if place else None,
        "place_name": place.name if place else None,
        "place_name_ar": place.name_ar if place else None,
        "match_method": match.method,
        "match_score": None if match.score is None else round(match.score, 3),
        "match_reason": match.reason, "precision": match.precision,
        "uncertainty_km": None if match.lon is None else match.uncertainty_km,
        "location_status": match.location_status,
        "adm1_code": match.adm1_code, "adm1_name": match.adm1_name,
        "lon": None if match.lon is None else round(match.lon, 6),
        "lat": None if match.lat is None else round(match.lat, 6),
    }  # fmt: skip


def _date_text(draft: Draft, report: Report) -> str | None:
    days = draft.days
    return report.words_at(days.start, days.end) if days and days.start >= 0 else None


def word_reasons(draft: Draft) -> str:
    """Return why each field is as it is, with how sure it is (0-1): "kind 0.90 ('raid'); ..."."""
    words = [f"{name} {sure:.2f} ({why})" for name, (sure, why) in draft.why.items()]
    if draft.days is None:
        words.append("date: the text gives none")
    return "; ".join(words)


def row_of_aside(aside: Aside, report: Report) -> Row:
    """Return words that make no draft as a row of ASIDE_COLUMNS."""
    quote = " ".join(report.words_at(aside.start, aside.end).split())
    start, end = report.in_file(aside.start, aside.end)
    return {"doc": report.name, "kind": aside.kind, "quote_start": start,
            "quote_end": end, "quote": quote, "reason": aside.reason}  # fmt: skip
