"""What details say of strikes, as one block of codes and words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from geo.strikes.schema import TOLLS
from geo.webmap.payload.blocks import Block, encode_words, find_rows, to_arrow, to_counts
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
    block, kept = Block(), kept or Kept()
    rows = _find_claimed(strikes, claims, order, kept)
    claim_order = np.argsort(rows, kind="stable")
    claim_order = claim_order[rows[claim_order] >= 0]
    layout = {
        "rows": len(ids),
        "ids": block.put_words(ids),
        "columns": _put_columns(block, _with_words(strikes), DETAIL_TEXTS, order, kept=kept),
        "counts": {name: _put_counts(block, strikes[name], order) for name in DETAIL_COUNTS},
        "leads": _put_leads(block, strikes["toll_lead"], order, ids),
        "claims": {
            "rows": len(claim_order),
            "claim_rows": block.put_numbers(rows[claim_order]),
            "columns": _put_columns(
                block,
                claims,
                (*CLAIM_TEXTS, *_media_of(claims)),
                claim_order,
                kept=kept,
                called="claims ",
            ),
        },
    }
    return layout, block


def _find_claimed(
    strikes: pd.DataFrame, claims: pd.DataFrame, order: np.ndarray, kept: Kept
) -> np.ndarray:
    """Return at which place in the order each claim's strike stands, -1 for no strike here."""
    named, ids = to_arrow(claims["strike_id"]), to_arrow(strikes.index)
    found = kept.remember("claimed", (named, ids), lambda: find_rows(named, ids))
    places = np.full(len(order) + 1, -1)  # the last one is that of none
    places[order] = np.arange(len(order))
    rows: np.ndarray = places[found]
    return rows


def _media_of(claims: pd.DataFrame) -> list[str]:
    """Return the columns of media that a claim fills: most tables have none."""
    return [name for name in MEDIA_TEXTS if claims[name].notna().any()]


def _with_words(strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the texts with one more: how many strikes a row stands for, where it says several."""
    texts = strikes[[name for name in DETAIL_TEXTS if name in strikes]]
    bounds = strikes[["strikes_min", "strikes_max"]]
    several = bounds[(bounds > 1).any(axis=1).to_numpy()]
    stands_for = pd.Series(None, index=texts.index, dtype="str")
    if len(several):
        distinct = several.drop_duplicates()
        words = distinct.assign(stands_for=[_word_range(*pair) for pair in distinct.to_numpy()])
        said = several.merge(words, how="left")["stands_for"]
        stands_for[several.index] = said.to_numpy()
    return texts.assign(stands_for=stands_for)


def _word_range(low: object, high: object) -> str:
    if pd.isna(high):
        return f"{low}+"
    if pd.isna(low):
        return f"up to {high}"
    return f"{low}" if low == high else f"{low}–{high}"


def _put_columns(
    block: Block, table: pd.DataFrame, names: Sequence[str], order: np.ndarray, *, kept: Kept,
    called: str = "",
) -> dict[str, object]:  # fmt: skip
    """Append columns of texts; one without any text is left out. called: before their names."""
    columns, words = {}, {}
    for name in names:
        texts = to_arrow(table[name])
        if texts.null_count < len(texts):
            columns[name], words[name] = encode_words(
                texts, order, number=kept.number(called + name)
            )
    return {
        "codes": block.put_codes(columns),
        "words": {name: block.put_words(own) for name, own in words.items() if len(own)},
    }


def _put_counts(block: Block, counts: pd.Series, order: np.ndarray) -> list[int]:
    return block.put_numbers(to_counts(counts)[order])


def _put_leads(
    block: Block, leads: pd.Series, order: np.ndarray, ids: pa.Array
) -> dict[str, object]:
    """Append the rows whose toll stands elsewhere: at another row, or under an id not here."""
    rows = np.flatnonzero(leads.notna().to_numpy()[order])
    named = to_arrow(leads).take(pa.array(order[rows]))
    at = find_rows(named, ids)
    elsewhere = at != rows
    return {
        "count": int(elsewhere.sum()),
        "rows": block.put_numbers(rows[elsewhere]),
        "at": block.put_numbers(at[elsewhere]),
        "away": block.put_words(named.filter(pa.array(at < 0))),
    }
