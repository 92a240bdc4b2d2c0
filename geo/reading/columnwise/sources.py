"""Source columns -> claims: who says so, and where it can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.reading.columnwise.distinct import Codes, find_distinct, join_texts, take_texts
from geo.strikes.schema import TOLLS, empty_claims, make_claims, split_several

__all__ = ["Claims", "build_claims", "find_claims"]

_ABOUT = ("outlet", "archive_url", "title", "published")
_OF_CLAIM = ("claimant", "url", *_ABOUT)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
# A cell that names one source, and a cell that is one address.
_ONE_NAME = r"^(?:[^;\nhH]|[hH][^tT;\n]|[hH]$)*$"
_ONE_ADDRESS = r"^(?:https?://[^\s;,|]+)?$"
_SEVERAL = r"[;\n]"


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a table: the row (from 0) of each, in order, and its own columns.

    counts: claims of each row of the table.
    """

    rows: Codes
    columns: dict[str, pd.Series]
    counts: Codes


def find_claims(fields: Mapping[str, Sequence[pd.Series]], blank: pd.Series) -> Claims:
    """Find the claims that a table's sources and addresses make, none where it names none.

    Sources, addresses, headlines, outlets and days that a row lists in step are claims in step;
    else what is said of the source belongs to the first.
    """
    sources, urls = list(fields.get("source", [])), list(fields.get("url", []))
    about = [fields[name][0] if name in fields else blank for name in _ABOUT]
    columns = [*(sources or [blank]), *(urls or [blank]), *about]
    filled = _any_filled(columns)
    simple = filled & _are_simple(columns, len(sources), len(urls))
    plain = _take_simple(simple, (sources or [blank])[0], (urls or [blank])[0], about=about)
    parts = [plain] if not (filled & ~simple).any() else [
        plain,
        _take_listed(np.flatnonzero(filled & ~simple), columns, max(len(sources), 1)),
    ]  # fmt: skip
    together = pd.concat(parts, ignore_index=True).sort_values("row", kind="stable")
    rows = together["row"].to_numpy(dtype="int64")
    counts = np.bincount(rows, minlength=len(blank)).astype("int64")
    return Claims(rows, {name: together[name].reset_index(drop=True) for name in _OF_CLAIM}, counts)


def build_claims(
    claims: Claims, strikes: pd.DataFrame, *, date_text: pd.Series, toll_words: pd.Series
) -> pd.DataFrame:
    """Return the claims table of the rows that became strikes.

    strikes: the strikes table, its ids as index. date_text, toll_words: as the table words them.
    All have the rows of the table in order; of several claims none is known to state the toll.
    """
    if not len(claims.rows):
        return empty_claims()
    rows = claims.rows
    ids = pd.Series(strikes.index.to_numpy(), dtype="str").array.take(rows)
    first = np.concatenate([[True], rows[1:] != rows[:-1]])
    starts = np.flatnonzero(first)
    ordinal = np.arange(len(rows)) - np.repeat(starts, np.diff([*starts, len(rows)])) + 1
    single = claims.counts[rows] == 1
    table = {name: column.array for name, column in claims.columns.items()}
    table["strike_id"] = ids
    table["claim_id"] = ids + "/" + pd.Series(ordinal.astype("str"), dtype="str").array
    shared = {"date_text": date_text}
    shared |= {name: strikes[name] for name in ("place_text", "actor", "attribution")}
    table |= {name: column.array.take(rows) for name, column in shared.items()}
    bounds = [f"{toll}_{bound}" for toll in TOLLS for bound in ("min", "max")]
    frame = pd.DataFrame(table)
    for name in bounds:
        frame[name] = pd.Series(strikes[name].array.take(rows)).where(single)
    known = frame[bounds].notna().any(axis=1)
    frame["toll_text"] = pd.Series(toll_words.array.take(rows)).where(single)
    frame["toll_scope"] = pd.Series("strike", index=frame.index, dtype="str").where(known)
    return make_claims(frame)


def _any_filled(columns: Sequence[pd.Series]) -> np.ndarray:
    filled = [column.str.strip().fillna("").to_numpy() != "" for column in columns]
    anywhere: np.ndarray = np.logical_or.reduce(filled)
    return anywhere


def _are_simple(columns: Sequence[pd.Series], sources: int, urls: int) -> np.ndarray:
    """Say which rows name one source and one address at most."""
    if sources > 1 or urls > 1:
        return np.zeros(len(columns[0]), dtype=bool)
    source, url, *about = (pa.array(column.str.strip(), pa.large_string()) for column in columns)
    simple = pc.and_(
        pc.match_substring_regex(source, _ONE_NAME), pc.match_substring_regex(url, _ONE_ADDRESS)
    )
    for column in about:
        simple = pc.and_(simple, pc.invert(pc.match_substring_regex(column, _SEVERAL)))
    known: np.ndarray = simple.to_numpy(zero_copy_only=False)
    return known


def _take_simple(
    simple: np.ndarray, source: pd.Series, url: pd.Series, *, about: Sequence[pd.Series]
) -> pd.DataFrame:
    rows = np.flatnonzero(simple)
    taken = {"row": rows}
    for name, column in zip(_OF_CLAIM, [source, url, *about], strict=True):
        taken[name] = join_texts([column.iloc[rows].str.strip()]).array
    return pd.DataFrame(taken)


def _take_listed(rows: Codes, columns: Sequence[pd.Series], sources: int) -> pd.DataFrame:
    """Read the rows that list several sources, each distinct combination once."""
    distinct = find_distinct([column.iloc[rows] for column in columns])
    listed = [_list_claims(texts, sources) for texts in distinct.texts]
    starts = np.concatenate([[0], np.cumsum([len(claims) for claims in listed])])[:-1]
    sizes = np.array([len(claims) for claims in listed], dtype="int64")[distinct.codes]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    codes = np.repeat(starts[distinct.codes], sizes) + within
    flat = [claim for claims in listed for claim in claims]
    index = pd.RangeIndex(len(codes))
    taken = {
        name: take_texts([claim.get(name) for claim in flat], codes, index) for name in _OF_CLAIM
    }
    return pd.DataFrame({"row": np.repeat(rows, sizes), **taken})


def _list_claims(texts: Sequence[str], sources: int) -> list[dict[str, str | None]]:
    """Return the claims of one row: claimant and address, and what is said of each."""
    claimants: list[str] = []
    addresses: list[str] = []
    for cell in texts[:sources]:
        for part in split_several(cell.replace("\n", ";")):
            (addresses if _ADDRESS.fullmatch(part) else claimants).append(part)
    for cell in texts[sources : -len(_ABOUT)]:
        found = _ADDRESS.findall(cell)
        addresses += [address.rstrip(";,|") for address in found]
        claimants += [] if found or not cell.strip() else [cell.strip()]
    claims = [dict(zip(("claimant", "url"), pair, strict=True))
              for pair in _pair(claimants, addresses)] or [{}]  # fmt: skip
    for name, cell in zip(_ABOUT, texts[-len(_ABOUT) :], strict=True):
        parts = split_several(cell.replace("\n", ";"))
        in_step = len(parts) == len(claims) > 1
        for claim, part in zip(claims, parts if in_step else [cell.strip()], strict=False):
            claim[name] = part or None
    return claims


def _pair(
    claimants: Sequence[str], addresses: Sequence[str]
) -> list[tuple[str | None, str | None]]:
    if len(claimants) == len(addresses):
        return list(zip(claimants, addresses, strict=True))
    if len(claimants) == 1:
        return [(claimants[0], address) for address in addresses] or [(claimants[0], None)]
    return [*((name, None) for name in claimants), *((None, address) for address in addresses)]
