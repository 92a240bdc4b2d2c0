"""The columns that the map steps over, in the order of the payload's rows, as one block."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas.api.types import is_integer_dtype

from geo.strikes.schema import LOCATION_STATUSES
from geo.strikes.totals import OF_UNITS, count_units
from geo.webmap.payload.blocks import Block
from geo.webmap.payload.coding import (
    Codes,
    Number,
    encode_again,
    encode_words,
    number_again,
    to_arrow,
    to_counts,
)
from geo.webmap.payload.kept import Kept
from geo.webmap.payload.ordering import WORLD_BITS, Ordered

__all__ = ["CODED", "pack_columns"]

MISSING = -1  # stands for null among radii
FEW_PLACES = 0.5  # distinct points of all, below which points are numbered

# Codes the map filters, colours, pales or counts by; the dictionaries travel with the columns.
CODED = (
    "kind", "actor", "attribution", "event_status", "precision", "adm1_code", "date_precision",
)  # fmt: skip
STATUS = {word: code for code, word in enumerate(LOCATION_STATUSES)}


def pack_columns(
    strikes: pd.DataFrame, ordered: Ordered, districts: Collection[str] = (),
    kept: Kept | None = None,
) -> tuple[dict[str, object], Block]:  # fmt: skip
    """Return what the browser must know of the columns' block, and the block.

    districts: the codes of adm2_code that the map draws, others count as none.
    """
    order, kept = ordered.order, kept or Kept()
    block = Block(kept)
    status = _status_codes(strikes, order, kept)
    located = kept.settle("located", status == STATUS["located"])
    codes = {"status": Codes(status, len(STATUS))}
    dictionaries = {}
    for name in CODED:
        column = to_arrow(strikes[name])
        codes[name], words = encode_again(name, column, order, kept, own=False)
        dictionaries[name] = words.to_pylist()
    if districts:
        column = to_arrow(strikes["adm2_code"])
        codes["adm2_code"], words = _encode_drawn(column, order, frozenset(districts), kept)
        dictionaries["adm2_code"] = words.to_pylist()
    low, high = (
        kept.in_order(name, to_counts(strikes[name]), order)
        for name in ("killed_min", "killed_max")
    )
    head = {
        "rows": len(order),
        "groups": ordered.groups,
        "world_bits": WORLD_BITS,
        "dictionaries": dictionaries,
        "statuses": list(LOCATION_STATUSES),
        "codes": block.put_codes(codes, "columns"),
        "day_start": block.put_runs(ordered.day_start),
        "span_days": block.put_numbers((ordered.day_end - ordered.day_start)[ordered.spans]),
        "killed_min": block.put_numbers(low),
        "killed_more": block.put_numbers(kept.settle("killed_more", high - low)),
        "points": _put_points(block, ordered, located),
        "uncertainty_km": _put_radii(block, strikes["uncertainty_km"].to_numpy(), order, located),
    }
    noun = _noun_of(strikes, kept)
    if noun != "strike":
        head["noun"] = noun
    return head, block


def _noun_of(strikes: pd.DataFrame, kept: Kept) -> str:
    """Return what a row is called."""
    columns = strikes[list(OF_UNITS)]
    of = tuple(
        kept.settle(name, columns[name].to_numpy("i8", na_value=-1))
        if is_integer_dtype(columns[name])
        else to_arrow(columns[name])
        for name in OF_UNITS
    )
    return kept.remember("noun", of, lambda: count_units(columns).noun)


def _encode_drawn(
    texts: pa.Array, order: np.ndarray, districts: frozenset[str], kept: Kept
) -> tuple[Codes, pa.Array]:
    """Return `encode_words` of districts' codes, all that are no drawn district's as none."""
    number = _number_drawn(number_again("adm2_code", kept), districts)
    return kept.remember(
        "adm2_code drawn", (texts, order, districts),
        lambda: encode_words(texts, order, own=False, number=number),
    )  # fmt: skip


def _number_drawn(number: Number, districts: Collection[str]) -> Number:
    """Return what numbers words as `number` does, all that are no drawn district's as none."""

    def number_drawn(texts: pa.Array) -> tuple[np.ndarray, pa.Array]:
        numbers, words = number(texts)
        drawn = pc.is_in(words, value_set=pa.array(list(districts), words.type)).to_numpy(False)
        told = np.concatenate([[0], np.where(drawn, np.arange(1, len(words) + 1), 0)])
        return told[numbers], words

    return number_drawn


def _status_codes(strikes: pd.DataFrame, order: np.ndarray, kept: Kept) -> np.ndarray:
    said = to_arrow(strikes["location_status"])
    words = pa.array(LOCATION_STATUSES, pa.large_string())
    codes = kept.remember(
        "status", (said,), lambda: pc.index_in(said, value_set=words).to_numpy().astype("u1")
    )
    return kept.in_order("statuses", codes, order)


def _put_points(block: Block, ordered: Ordered, located: np.ndarray) -> dict[str, object]:
    """Append x and y of the located rows, as numbers of distinct points where these are few."""
    arrays = ordered.x, ordered.y, located
    numbers, x, y = block.kept.remember("points", arrays, lambda: _number_points(*arrays))
    if numbers is None:
        return {"rows": len(x), "x": block.put_numbers(x), "y": block.put_numbers(y)}
    return {
        "rows": len(numbers),
        "places": len(x),
        "x": block.put_numbers(x),
        "y": block.put_numbers(y),
        "numbers": block.put_numbers(numbers),
    }


def _number_points(
    x: np.ndarray, y: np.ndarray, located: np.ndarray
) -> tuple[np.ndarray | None, np.ndarray, np.ndarray]:
    """Return the number of each located row's point, and x and y of the points by their numbers.

    None where hardly two rows share a point: x and y are then the rows'.
    """
    x, y = x[located], y[located]
    codes, keys = pd.factorize(x << WORLD_BITS | y)
    if len(keys) > FEW_PLACES * len(x):
        return None, x, y
    rank = np.argsort(keys)
    places = np.empty_like(rank)
    places[rank] = np.arange(len(rank))
    keys = keys[rank]
    return places[codes], keys >> WORLD_BITS, keys & (2**WORLD_BITS - 1)


def _put_radii(
    block: Block, radii: np.ndarray, order: np.ndarray, located: np.ndarray
) -> dict[str, object]:
    """Append radii in km as float32: those of the located rows, if no other has one."""
    ordered = block.kept.in_order("radii", radii, order)
    of, codes, words = block.kept.remember(
        "radii numbered", (ordered, located), lambda: _number_radii(ordered, located)
    )
    return {
        "rows": len(codes),
        "of": of,
        "words": block.put_numbers(words),
        "count": len(words),
        "numbers": block.put_numbers(codes),
    }


def _number_radii(radii: np.ndarray, located: np.ndarray) -> tuple[str, np.ndarray, np.ndarray]:
    """Return of which rows radii are told, the number of each row's, and their bits by number."""
    of = "all" if np.isfinite(radii[~located]).any() else "located"
    told = radii if of == "all" else radii[located]
    bits = np.where(np.isnan(told), MISSING, told).astype("<f4").view("<u4").astype("i8")
    return of, *pd.factorize(bits)
