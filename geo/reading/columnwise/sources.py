"""Source columns -> claims: who says so, and where it can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas.api.extensions import ExtensionArray

from geo.reading.columnwise.distinct import (
    Codes,
    find_distinct,
    is_blank,
    join_texts,
    take_texts,
)
from geo.reading.columnwise.media import MEDIA_FIELDS
from geo.reading.values.plain import NOTHING, is_nothing
from geo.strikes.schema import TOLLS, empty_claims, make_claims, split_several

__all__ = ["Claims", "build_claims", "find_claims"]

_ABOUT = ("outlet", "archive_url", "title", "published", *MEDIA_FIELDS)
_OF_CLAIM = ("claimant", "url", *_ABOUT)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
# A name with its address: "Office (https://...)", "Office: https://...", [Office](https://...).
_NAMED = re.compile(
    r"\[?(?P<name>[^\[\]()<>]*?[^\W\d_][^\[\]()<>]*?)\]?\s*[-:–—]?\s*[(\[<]?\s*"
    r"(?P<url>https?://[^\s()\[\]<>]+)\s*[)\]>]?"
    r'|<a\s[^>]*href="(?P<url2>https?://[^"]+)"[^>]*>(?P<name2>[^<]+)</a>',
    re.IGNORECASE,
)
# An address as it is said: "www.example.org", "t.me/channel/12".
_SAID = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?=/))(?:[/?#]\S*)?", re.I
)
_LONGEST_WORD = max(map(len, NOTHING)) + 4  # letters of a word for nothing, blanks around it
# A cell that names one source, and a cell that is one address.
_ONE_NAME = r"^(?:[^;\nhH]|[hH][^tT;\n]|[hH]$)*$"
_ONE_ADDRESS = r"^(?:https?://[^\s;,|]+)?$"
_ABOUT_ONE = (r"^[^;\n]*$",) * len(_ABOUT)


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
    sources, urls = (
        [_without_nothing(column) for column in fields.get(name, [])] for name in ("source", "url")
    )
    about = [fields[name][0] if name in fields else blank for name in _ABOUT]
    columns = [*(sources or [blank]), *(urls or [blank]), *about]
    filled = _any_filled(columns)
    simple = filled & _are_simple(columns, len(sources), len(urls))
    plain = _take_simple(simple, (sources or [blank])[0], (urls or [blank])[0], about=about)
    listing = np.flatnonzero(filled & ~simple)
    if len(listing):
        listed = _take_listed(listing, columns, max(len(sources), 1))
        plain = pd.concat([plain, listed], ignore_index=True).sort_values(
            "row", kind="stable", ignore_index=True
        )
    rows = plain.pop("row").to_numpy(dtype="int64")
    counts = np.bincount(rows, minlength=len(blank)).astype("int64")
    return Claims(rows, {name: plain[name] for name in _OF_CLAIM}, counts)


def build_claims(
    claims: Claims, strikes: pd.DataFrame, *, date_text: pd.Series, toll_words: pd.Series
) -> pd.DataFrame:
    """Return the claims table of the rows that became strikes.

    strikes: the strikes table, its ids as index. date_text, toll_words: as the table words them.
    All have the rows of the table in order; of several claims none is known to state the toll.
    """
    if not len(claims.rows):
        return empty_claims()
    rows, every = claims.rows, bool((claims.counts == 1).all())
    single = claims.counts[rows] == 1

    def take(column: pd.Series, *, of_several: bool = True) -> ExtensionArray:
        taken = column.array if every else column.array.take(rows)
        return taken if every or of_several else pd.Series(taken).where(single).array

    ids = take(pd.Series(strikes.index, dtype="str"))
    table = {name: column.array for name, column in claims.columns.items()}
    table["strike_id"] = ids
    table["claim_id"] = ids + _number(rows)
    table["date_text"] = take(date_text)
    table |= {name: take(strikes[name]) for name in ("place_text", "actor", "attribution")}
    bounds = [f"{toll}_{bound}" for toll in TOLLS for bound in ("min", "max")]
    table |= {name: take(strikes[name], of_several=False) for name in bounds}
    known = np.logical_or.reduce([~table[name].isna() for name in bounds])
    table["toll_text"] = take(toll_words, of_several=False)
    table["toll_scope"] = pd.array(["strike", None], dtype="str").take(np.where(known, 0, 1))
    return make_claims(pd.DataFrame(table, copy=False))


def _number(rows: Codes) -> ExtensionArray:
    """Return "/1", "/2" ... for the claims of each row; rows: sorted."""
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    ordinal = np.arange(len(rows)) - np.repeat(starts, np.diff(starts, append=len(rows)))
    words = [f"/{number}" for number in range(1, int(ordinal.max()) + 2)]
    return pd.array(words, dtype="str").take(ordinal)


def _without_nothing(column: pd.Series) -> pd.Series:
    """Return a column without the words that say that nothing is known: "n/a" is no source."""
    if is_blank(column):
        return column
    distinct = pc.unique(pa.array(column, pa.large_string()))
    short = distinct.filter(pc.less_equal(pc.utf8_length(distinct), _LONGEST_WORD)).to_pylist()
    words = [text for text in short if text.strip() and is_nothing(text)]
    return column.mask(column.isin(words), "") if words else column


def _any_filled(columns: Sequence[pd.Series]) -> np.ndarray:
    anywhere = np.zeros(len(columns[0]), dtype=bool)
    for column in columns:
        if not is_blank(column):
            anywhere |= (column.str.strip().fillna("") != "").to_numpy()
    return anywhere


def _are_simple(columns: Sequence[pd.Series], sources: int, urls: int) -> np.ndarray:
    """Say which rows name one source and one address at most."""
    if sources > 1 or urls > 1:
        return np.zeros(len(columns[0]), dtype=bool)
    simple = np.ones(len(columns[0]), dtype=bool)
    for column, pattern in zip(columns, (_ONE_NAME, _ONE_ADDRESS, *_ABOUT_ONE), strict=True):
        if not is_blank(column):
            texts = pa.array(column.str.strip(), pa.large_string())
            simple &= pc.match_substring_regex(texts, pattern).to_numpy(zero_copy_only=False)
    return simple


def _take_simple(
    simple: np.ndarray, source: pd.Series, url: pd.Series, *, about: Sequence[pd.Series]
) -> pd.DataFrame:
    every, rows = bool(simple.all()), np.flatnonzero(simple)
    taken = {"row": rows}
    for name, column in zip(_OF_CLAIM, [source, url, *about], strict=True):
        chosen = column if every else column.iloc[rows]
        taken[name] = join_texts([chosen.str.strip()]).array
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
    """Return the claims of one row: claimant and address, and what is said of each.

    Where a source is named, words in place of its address, "see report p. 4", say which text of it.
    """
    named: list[tuple[str | None, str | None]] = []
    claimants: list[str] = []
    addresses: list[str] = []
    for cell in texts[:sources]:
        for part in split_several(cell.replace("\n", ";")):
            if found := _NAMED.fullmatch(part):
                named.append((found["name"] or found["name2"], found["url"] or found["url2"]))
            else:
                (addresses if _ADDRESS.fullmatch(part) else claimants).append(part)
    linked, words = _read_addresses(texts[sources : -len(_ABOUT)])
    titles = words if named or claimants else []
    claimants += [] if titles else words
    addresses += linked
    claims = [dict(zip(("claimant", "url"), pair, strict=True))
              for pair in (*named, *_pair(claimants, addresses))] or [{}]  # fmt: skip
    for name, cell in zip(_ABOUT, texts[-len(_ABOUT) :], strict=True):
        parts = split_several(cell.replace("\n", ";"))
        in_step = len(parts) == len(claims) > 1
        for claim, part in zip(claims, parts if in_step else [cell.strip()], strict=False):
            claim[name] = part or None
    if titles:
        claims[0]["title"] = "; ".join([*filter(None, [claims[0].get("title")]), *titles])
    return claims


def _read_addresses(cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the addresses in cells of addresses, and the texts of cells that hold none."""
    addresses: list[str] = []
    words: list[str] = []
    for cell in filter(None, map(str.strip, cells)):
        if links := _ADDRESS.findall(cell):
            addresses += [address.rstrip(";,|") for address in links]
        elif _SAID.fullmatch(cell):
            addresses.append(f"https://{cell}")
        else:
            words.append(cell)
    return addresses, words


def _pair(
    claimants: Sequence[str], addresses: Sequence[str]
) -> list[tuple[str | None, str | None]]:
    if len(claimants) == len(addresses):
        return list(zip(claimants, addresses, strict=True))
    if len(claimants) == 1:
        return [(claimants[0], address) for address in addresses] or [(claimants[0], None)]
    return [*((name, None) for name in claimants), *((None, address) for address in addresses)]
