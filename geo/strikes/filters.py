"""Filters: which strikes are meant, as a value, a query string and a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

import geopandas as gpd
import pandas as pd

from gazetteer.spelling.normalise import strip_marks
from geo.errors import FilterError
from geo.strikes.checks import require_strikes
from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import KINDS, LOCATION_STATUSES, split_several

__all__ = ["NOT_REPORTED", "PARTS_OF_MAP", "Filters", "claims_of", "filter_strikes"]

# Chosen as an actor or governorate: the rows that have none.
NOT_REPORTED = "not reported"

_FIELD_OF_PART = {
    "from": "date_from",
    "to": "date_to",
    "governorate": "governorates",
    "kind": "kinds",
    "actor": "actors",
    "status": "statuses",
    "only": "only",
    "q": "text",
}
_WORDS_OF_PART = {
    "kind": KINDS,
    "status": LOCATION_STATUSES,
    "only": ("strikes",),
}  # closed: may be joined by commas
_ONCE = ("from", "to", "q")
# How the map shows, in the same address: no filter, and none of them is refused.
PARTS_OF_MAP = ("at", "show", "colour", "size", "labels", "told_by", "data", "country")
_STATUS_WORDS = {"located": "located", "area_only": "known by area only", "unlocated": "unlocated"}
_SEARCHED = ("place_text", "place_text_ar", "place_name", "place_name_ar", "governorate_text",
             "adm1_name", "adm2_name", "adm3_name", "actor", "target")  # fmt: skip
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which strikes are meant; every empty field lets everything through.

    Days are inclusive. Governorates are P-codes or names; `NOT_REPORTED` chooses the rows
    without one, and the same among actors. only: ("strikes",) leaves out the rows that are no
    strikes, such as protests. text: words that must all stand in a row's names or
    target, however they are spelled. Raises FilterError for an unknown kind or status and for a
    period that ends before it begins.

    >>> Filters.from_query("from=2015-09-30&kind=airstrike,drone").in_words()
    'from 30 September 2015; airstrike, drone'
    """

    date_from: date | None = None
    date_to: date | None = None
    governorates: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""
    only: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("governorates", "actors"):
            object.__setattr__(self, name, tuple(sorted(_clean(getattr(self, name)))))
        for part, words in _WORDS_OF_PART.items():
            chosen = _clean(getattr(self, _FIELD_OF_PART[part]))
            _check_words(part, chosen, words)
            ordered = tuple(word for word in words if word in chosen)
            object.__setattr__(self, _FIELD_OF_PART[part], ordered)
        object.__setattr__(self, "text", " ".join(self.text.split()))
        if self.date_from and self.date_to and self.date_to < self.date_from:
            raise FilterError(
                f"filter: to={self.date_to} is before from={self.date_from}; swap the two"
            )

    @classmethod
    def from_query(cls, query: str) -> Filters:
        """Read a query string such as `from=2015-09-30&kind=airstrike,drone&q=ghouta`.

        A leading `?` is allowed; raises FilterError naming the part and the remedy.
        """
        bare = query.strip().removeprefix("?")
        if not bare:
            return cls()
        try:
            pairs = parse_qsl(bare, keep_blank_values=True, strict_parsing=True, errors="strict")
        except ValueError as error:
            raise FilterError(
                f"filter: {query!r} is no query string ({error}); write parts as name=value "
                "joined by &"
            ) from error
        parts: dict[str, list[str]] = {}
        for part, value in pairs:
            parts.setdefault(part, []).append(value)
        return cls.from_parts(parts)

    @classmethod
    def from_parts(cls, parts: Mapping[str, Iterable[str]]) -> Filters:
        """Read the parts of a query already taken apart: name to values.

        Raises FilterError naming the part and the remedy.
        """
        fields: dict[str, object] = {}
        for part, given in parts.items():
            if part in PARTS_OF_MAP:
                continue
            values = list(given)
            _check_part(part, values)
            if part in _WORDS_OF_PART:
                values = [word for value in values for word in value.split(",")]
                _check_words(part, _clean(values), _WORDS_OF_PART[part])
            if part in ("from", "to"):
                fields[_FIELD_OF_PART[part]] = _parse_day(part, values[0])
            else:
                fields[_FIELD_OF_PART[part]] = values[0] if part == "q" else tuple(values)
        return cls(**fields)  # type: ignore[arg-type] # each value was made for its field above

    def to_parts(self) -> dict[str, list[str]]:
        """Return the parts that say something, in a fixed order: name to values."""
        parts: dict[str, list[str]] = {}
        for part, field in _FIELD_OF_PART.items():
            value = getattr(self, field)
            if not value:
                continue
            if isinstance(value, tuple):
                parts[part] = [",".join(value)] if part in _WORDS_OF_PART else list(value)
            else:
                parts[part] = [value.isoformat() if isinstance(value, date) else value]
        return parts

    def to_query(self) -> str:
        """Return the query string; equal filters give equal strings, no filter gives ''."""
        return urlencode(self.to_parts(), doseq=True, safe=",:")

    def in_words(self, names: Mapping[str, str] | None = None) -> str:
        """Say the filters as one phrase; `names` maps governorate codes to names."""
        known = names or {}
        phrases = [_period_in_words(self.date_from, self.date_to)]
        phrases.append(", ".join(self.kinds))
        phrases.append(", ".join(_in_words(known.get(g, g), "governorate")
                                 for g in self.governorates))  # fmt: skip
        phrases.append(", ".join(_in_words(actor, "actor") for actor in self.actors))
        phrases.append(", ".join(_STATUS_WORDS[status] for status in self.statuses))
        phrases.append("no rows that are no strikes" if self.only else "")
        phrases.append(f"text “{self.text}”" if self.text else "")
        return "; ".join(phrase for phrase in phrases if phrase) or "all strikes"


def filter_strikes(strikes: gpd.GeoDataFrame, filters: Filters) -> gpd.GeoDataFrame:
    """Return the strikes that pass, in their order; undated rows pass every period.

    A row counts in a period when its span of days overlaps it. Raises SchemaError where this is
    no strikes table; of a Reading pass `reading.strikes`.
    """
    strikes = require_strikes(strikes, "filter_strikes")
    keep = pd.Series(True, index=strikes.index)
    dated = strikes["date_start"].notna()
    if filters.date_from:
        keep &= ~dated | (strikes["date_end"] >= pd.Timestamp(filters.date_from))
    if filters.date_to:
        keep &= ~dated | (strikes["date_start"] <= pd.Timestamp(filters.date_to))
    if filters.kinds:
        keep &= strikes["kind"].isin(filters.kinds)
    if filters.statuses:
        keep &= strikes["location_status"].isin(filters.statuses)
    if filters.governorates:
        keep &= _in_governorates(strikes, filters.governorates)
    if filters.actors:
        keep &= _by_actors(strikes["actor"], filters.actors)
    if filters.only:
        keep &= strikes["not_strike"].isna()
    if filters.text:
        keep &= _holds_text(strikes, filters.text)
    return strikes.copy(deep=False) if keep.all() else strikes[keep]


def claims_of(claims: pd.DataFrame, strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the claims that are about some of the strikes, in their order."""
    own = find_strikes(claims, strikes) >= 0
    return claims.copy(deep=False) if own.all() else claims[own]


def _in_governorates(strikes: gpd.GeoDataFrame, chosen: tuple[str, ...]) -> pd.Series:
    folded = {_fold(value) for value in chosen}
    code, name = strikes["adm1_code"], strikes["adm1_name"]
    text = strikes["governorate_text"].where(code.isna() & name.isna())
    known = strikes[["adm1_code", "adm1_name"]].drop_duplicates().dropna()
    named = {_fold(n): _fold(c) for c, n in known.itertuples(index=False, name=None)}
    stated = text.map(lambda words: named.get(_fold(words), _fold(words)), na_action="ignore")
    # A row's own code decides; the words of its report only where it has none.
    found = stated.isin({*folded, *(named.get(value, value) for value in folded)})
    found |= code.map(_fold, na_action="ignore").isin(folded)
    found |= name.map(_fold, na_action="ignore").isin(folded)
    unknown = code.isna() & name.isna() & ~stated.isin(set(named.values()))
    return found | unknown if NOT_REPORTED in chosen else found


def _by_actors(actors: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    folded = {_fold(value) for value in chosen}
    passes = {
        cell: any(_fold(actor) in folded for actor in split_several(cell))
        for cell in actors.dropna().unique()
    }
    found = actors.map(passes).fillna(False).astype(bool)
    return found | actors.isna() if NOT_REPORTED in chosen else found


def _holds_text(strikes: gpd.GeoDataFrame, text: str) -> pd.Series:
    words = _fold(text).split()
    columns = [strikes[name].fillna("").map(_fold) for name in _SEARCHED]
    cells = columns[0].str.cat(columns[1:], sep="\n")
    found = pd.Series(True, index=strikes.index)
    for word in words:
        found &= cells.str.contains(word, regex=False)
    return found


# Alef forms, alef maqsura, taa marbuta; hyphens and apostrophes that transliterations differ in.
_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "-": " ", "‐": " ",
     "‑": " ", "–": " ", "'": None, "’": None, "‘": None, "`": None, "ʿ": None, "ʾ": None}
)  # fmt: skip


def _fold(text: str) -> str:
    return strip_marks(text.translate(_ALIKE)).casefold()


def _clean(values: Iterable[str]) -> set[str]:
    return {value.strip() for value in values if value.strip()}


def _check_words(part: str, chosen: Iterable[str], words: tuple[str, ...]) -> None:
    for word in chosen:
        if word not in words:
            raise FilterError(f"filter: {part}={word} is unknown; use one of {', '.join(words)}")


def _check_part(part: str, values: list[str]) -> None:
    if part not in _FIELD_OF_PART:
        known = ", ".join(_FIELD_OF_PART)
        raise FilterError(f"filter: unknown part {part!r}; the parts are {known}")
    if not values or not all(value.strip() for value in values):
        raise FilterError(f"filter: {part} is empty; give it a value or leave it out")
    if part in _ONCE and len(values) > 1:
        raise FilterError(f"filter: {part} is given {len(values)} times; keep one")


def _parse_day(part: str, value: str) -> date:
    try:
        if not _ISO_DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise FilterError(
            f"filter: {part}={value} is no day; write it as year-month-day, such as 2015-09-30"
        ) from None


def _in_words(value: str, what: str) -> str:
    return f"{what} not reported" if value == NOT_REPORTED else value


def _day_in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _period_in_words(first: date | None, last: date | None) -> str:
    if first and last:
        return (
            _day_in_words(first)
            if first == last
            else f"{_day_in_words(first)} to {_day_in_words(last)}"
        )
    if first:
        return f"from {_day_in_words(first)}"
    return f"until {_day_in_words(last)}" if last else ""
