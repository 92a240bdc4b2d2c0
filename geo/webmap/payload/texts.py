"""What details say of strikes, as one block of codes and words."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa

from geo.strikes.schema import TOLLS
from geo.webmap.payload.blocks import Block
from geo.webmap.payload.coding import encode_again, find_rows, to_arrow, to_counts
from geo.webmap.payload.kept import Kept

__all__ = ["pack_texts"]

DETAIL_TEXTS = (
    "place_text", "place_text_ar", "subdistrict_text", "district_text", "governorate_text",
    "place_name", "place_name_ar", "match_method",
    "match_reason", "adm1_name", "adm2_name", "adm3_name", "adm_note", "time_local",
    "munition", "weapon", "target", "target_kind", "outcome", "event_id", "country_text",
    "not_strike", "stands_for", "note", "reading_note", "corrected", "source_codes",
)  # fmt: skip
CLAIM_TEXTS = (
    "claimant", "outlet", "title", "published", "url", "archive_url", "place_text", "date_text",
    "actor", "attribution", "toll_text", "toll_scope", "note",
)  # fmt: skip
MEDIA_TEXTS = (
    "media_url", "media_archive_url", "media_sha256", "media_kind", "geolocation_url",
)  # fmt: skip
# Tolls beside those killed, which the map counts by and has among its columns.
DETAIL_COUNTS = tuple(f"{toll}_{end}" for toll in TOLLS[1:] for end in ("min", "max"))


def pack_texts(
    strikes: pd.DataFrame, claims: pd.DataFrame, *, order: np.ndarray, ids: pa.Array,
    kept: Kept | None = None,
) -> tuple[dict[str, object], Block]:  # fmt: skip
    """Return how the block is read, and the block; `ids` are the strikes' ids in their `order`."""
    kept = kept or Kept()
    block = Block(kept)
    rows, claim_order = _find_claimed(strikes, claims, order, kept)
    layout = {
        "rows": len(ids),
        "ids": block.put_words(ids),
        "columns": _put_columns(block, _with_words(strikes, kept), order),
        "counts": {name: _put_counts(block, strikes[name], order) for name in DETAIL_COUNTS},
        "leads": _put_leads(block, to_arrow(strikes["toll_lead"]), order, ids),
        "claims": {
            "rows": len(claim_order),
            "claim_rows": block.put_numbers(rows),
            "columns": _put_columns(
                block,
                {name: to_arrow(claims[name]) for name in (*CLAIM_TEXTS, *_media_of(claims))},
                claim_order,
                called="claims",
            ),
        },
    }
    return layout, block


def _find_claimed(
    strikes: pd.DataFrame, claims: pd.DataFrame, order: np.ndarray, kept: Kept
) -> tuple[np.ndarray, np.ndarray]:
    """Return at which place each claim's strike stands, in that order, and the claims' order."""
    named, ids = to_arrow(claims["strike_id"]), to_arrow(strikes.index)
    found = kept.remember("claimed", (named, ids), lambda: find_rows(named, ids))

    def place() -> tuple[np.ndarray, np.ndarray]:
        places = np.full(len(order) + 1, -1)  # the last one is that of none
        places[order] = np.arange(len(order))
        rows = places[found]
        claim_order = np.argsort(rows, kind="stable")
        claim_order = claim_order[rows[claim_order] >= 0]
        return rows[claim_order], claim_order

    return kept.remember("claims in order", (found, order), place)


def _media_of(claims: pd.DataFrame) -> list[str]:
    """Return the columns of media that a claim fills: most tables have none."""
    return [name for name in MEDIA_TEXTS if claims[name].notna().any()]


def _with_words(strikes: pd.DataFrame, kept: Kept) -> dict[str, pa.Array]:
    """Return the texts with one more: how many strikes a row stands for, where it says several."""
    low, high = (
        kept.settle(name, strikes[name].to_numpy("i8", na_value=-1))
        for name in ("strikes_min", "strikes_max")
    )
    several = kept.remember("stands_for", (low, high), lambda: _word_several(low, high))
    texts = {name: to_arrow(strikes[name]) for name in DETAIL_TEXTS if name in strikes}
    return {name: several if name == "stands_for" else texts[name] for name in DETAIL_TEXTS}


def _word_several(low: np.ndarray, high: np.ndarray) -> pa.Array:
    """Return the words for bounds of how many strikes, -1 for none; null for one at most."""
    words = np.full(len(low), None, object)
    several = np.flatnonzero((low > 1) | (high > 1))
    pairs = zip(low[several].tolist(), high[several].tolist(), strict=True)
    words[several] = [_word_range(*pair) for pair in pairs]
    return pa.array(words, pa.large_string())


def _word_range(low: int, high: int) -> str:
    if high < 0:
        return f"{low}+"
    if low < 0:
        return f"up to {high}"
    return f"{low}" if low == high else f"{low}–{high}"


def _put_columns(
    block: Block, texts: Mapping[str, pa.Array], order: np.ndarray, called: str = "strikes"
) -> dict[str, object]:
    """Append columns of texts; one without any is left out. called: whose they are."""
    columns, words = {}, {}
    for name, column in texts.items():
        if column.null_count < len(column):
            known = f"{called} {name}"
            columns[name], words[name] = encode_again(known, column, order, block.kept)
    return {
        "codes": block.put_codes(columns, called),
        "words": {name: block.put_words(own) for name, own in words.items() if len(own)},
    }


def _put_counts(block: Block, counts: pd.Series, order: np.ndarray) -> list[int]:
    return block.put_numbers(block.kept.in_order(str(counts.name), to_counts(counts), order))


def _put_leads(
    block: Block, leads: pa.Array, order: np.ndarray, ids: pa.Array
) -> dict[str, object]:
    """Append the rows whose toll stands elsewhere: at another row, or under an id not here."""
    rows, at, away = block.kept.remember(
        "leads", (leads, order, ids), lambda: _find_leads(leads, order, ids)
    )
    return {
        "count": len(rows),
        "rows": block.put_numbers(rows),
        "at": block.put_numbers(at),
        "away": block.put_words(away),
    }


def _find_leads(
    leads: pa.Array, order: np.ndarray, ids: pa.Array
) -> tuple[np.ndarray, np.ndarray, pa.Array]:
    """Return the rows with a lead elsewhere, at which row it is or -1, and the ids of these."""
    rows = np.flatnonzero(leads.is_valid().to_numpy(zero_copy_only=False)[order])
    named = leads.take(pa.array(order[rows]))
    at = find_rows(named, ids)
    elsewhere = at != rows
    return rows[elsewhere], at[elsewhere], named.filter(pa.array(at < 0))
