"""Filters: which strikes are meant, as a value, a query string and a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import parse_qsl, urlencode

import geopandas as gpd
import pandas as pd

from geo.errors import FilterError
from geo.strikes import passing
from geo.strikes.checks import require_strikes
from geo.strikes.claim_rows import find_strikes
from geo.strikes.filter_words import word_all, word_filters
from geo.strikes.near_layers import NearLayer
from geo.strikes.nearness import Near, judge_near
from geo.strikes.passing import HOURS, NOT_REPORTED, WEEKDAYS
from geo.strikes.schema import KINDS, LOCATION_STATUSES, TARGET_KINDS

__all__ = ["NOT_REPORTED", "PARTS_OF_MAP", "Filters", "claims_of", "filter_strikes", "mark_passing"]

_FIELD_OF_PART = {
    "from": "date_from",
    "to": "date_to",
    "since": "since",
    "governorate": "governorates",
    "district": "districts",
    "kind": "kinds",
    "actor": "actors",
    "source": "sources",
    "target": "targets",
    "weekday": "weekdays",
    "hour": "hours",
    "status": "statuses",
    "only": "only",
    "near": "near",
    "near_layer": "near_layer",
    "around": "around",
    "q": "text",
}
_WORDS_OF_PART = {
    "kind": KINDS,
    "target": (*TARGET_KINDS, NOT_REPORTED),
    "weekday": (*WEEKDAYS, NOT_REPORTED),
    "hour": (*HOURS, NOT_REPORTED),
    "status": LOCATION_STATUSES,
    "only": ("strikes",),
}  # closed: may be joined by commas
_DAYS = ("from", "to", "since")
_WITHIN = ("sure", "possible")
_TEXTS, _FIELDS_OF_TEXT = ("q", "around"), ("text", "around")
_ONCE = (*_DAYS, *_TEXTS, "near", "near_layer")
# How the map shows, in the same address: no filter, and none of them is refused.
PARTS_OF_MAP = (
    "at", "show", "colour", "size", "labels", "told_by", "compare", "multiples", "open",
    "data", "of", "country", "note", "inset", "ground", "lang", "part",
)  # fmt: skip
_GOVERNORATE = ("adm1_code", "adm1_name", "governorate_text")
_DISTRICT = ("adm2_code", "adm2_name", "district_text")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which strikes are meant; every empty field lets everything through.

    Days are inclusive. Governorates and districts are P-codes or names; `NOT_REPORTED` chooses
    the rows without one, and the same among actors. only: ("strikes",) leaves out the rows that
    are no strikes. sources: who reports a strike, as `passing.name_sources` names them. hours:
    "00" to "23", of the local time as reported. since: the rows that came into their workspace on
    that day or later, or that a newer edition of their source changed then; rows of no workspace
    are not among them. near: the rows whose point with its radius lies within a circle or touches
    it; around: the same by name, "Talbisah,5", until `geo.placing.asking` finds its point;
    near_layer: the same of an own layer, which `geo.layers.near` hands over. text:
    words that must all stand in names or target, however they are spelled. Raises FilterError for
    an unknown kind or status and for a period that ends before it begins.

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
    districts: tuple[str, ...] = ()
    since: date | None = None
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    near: Near | None = None
    around: str = ""
    near_layer: NearLayer | None = None

    def __post_init__(self) -> None:
        for name in ("governorates", "districts", "actors", "sources"):
            object.__setattr__(self, name, tuple(sorted(_clean(getattr(self, name)))))
        for part, words in _WORDS_OF_PART.items():
            chosen = _clean(getattr(self, _FIELD_OF_PART[part]))
            _check_words(part, chosen, words)
            ordered = tuple(word for word in words if word in chosen)
            object.__setattr__(self, _FIELD_OF_PART[part], ordered)
        for name in _FIELDS_OF_TEXT:
            object.__setattr__(self, name, " ".join(getattr(self, name).split()))
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
        values_of: dict[str, object] = {}
        for part, given in parts.items():
            if part in PARTS_OF_MAP:
                continue
            values = list(given)
            _check_part(part, values)
            if part in _WORDS_OF_PART:
                values = [word for value in values for word in value.split(",")]
                _check_words(part, _clean(values), _WORDS_OF_PART[part])
            values_of[_FIELD_OF_PART[part]] = _parse(part, values)
        return cls(**values_of)  # type: ignore[arg-type] # each value was made for its field above

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
                parts[part] = [_write(value)]
        return parts

    def to_query(self) -> str:
        """Return the query string; equal filters give equal strings, no filter gives ''."""
        return urlencode(self.to_parts(), doseq=True, safe=",:")

    def in_words(
        self,
        names: Mapping[str, str] | None = None,
        *,
        levels: Sequence[str] = ("governorate", "district"),
        noun: str = "strike",
    ) -> str:
        """Say the filters as one phrase.

        names: codes of areas to names; levels: what the country calls governorates and
        districts; noun: what a row is called.
        """
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        return word_filters(said, names or {}, levels) or word_all(noun)


def filter_strikes(
    strikes: gpd.GeoDataFrame, filters: Filters, claims: pd.DataFrame | None = None
) -> gpd.GeoDataFrame:
    """Return the strikes that pass, in their order; undated rows are in no period.

    A row counts in a period when its span of days overlaps it. claims: who reports the strikes,
    needed where sources are chosen, else FilterError. Raises SchemaError where this is no
    strikes table; of a Reading pass `reading.strikes`.

    >>> from geo.reading.read import read_seeds
    >>> strikes = read_seeds().strikes
    >>> len(strikes), len(filter_strikes(strikes, Filters.from_query("governorate=Idlib")))
    (42, 14)
    """
    strikes = require_strikes(strikes, "filter_strikes")
    keep = mark_passing(strikes, filters, claims)
    return strikes.copy(deep=False) if keep.all() else strikes[keep]


def mark_passing(
    strikes: gpd.GeoDataFrame, filters: Filters, claims: pd.DataFrame | None = None
) -> pd.Series:
    """Say which strikes of a checked table pass, as `filter_strikes` does."""
    keep = passing.in_time(strikes, filters.date_from, filters.date_to)
    if filters.since:
        came = strikes[["added", "revised"]] >= pd.Timestamp(filters.since)
        keep &= came.any(axis=1)
    for field, test in _TESTS.items():
        if chosen := getattr(filters, field):
            keep &= test(strikes, chosen)
    if filters.around:
        raise FilterError(
            f"filter: around={filters.around} has no point yet; settle it with "
            "geo.placing.asking.filters.settle_filters, or give the point as near=lon,lat,km"
        )
    if filters.sources:
        if claims is None:
            raise FilterError("filter: source needs the claims beside the strikes; hand them over")
        keep &= passing.by_sources(strikes, claims, filters.sources)
    return keep


# Field to the test of a strikes table and what is chosen: one bool a row.
_TESTS = {
    "kinds": lambda strikes, chosen: strikes["kind"].isin(chosen),
    "statuses": lambda strikes, chosen: strikes["location_status"].isin(chosen),
    "governorates": lambda strikes, chosen: passing.in_areas(strikes, chosen, *_GOVERNORATE),
    "districts": lambda strikes, chosen: passing.in_areas(strikes, chosen, *_DISTRICT),
    "actors": lambda strikes, chosen: passing.by_actors(strikes["actor"], chosen),
    "targets": lambda strikes, chosen: passing.among(strikes["target_kind"], chosen),
    "weekdays": lambda strikes, chosen: passing.among(passing.name_weekdays(strikes), chosen),
    "hours": lambda strikes, chosen: passing.among(passing.name_hours(strikes), chosen),
    "only": lambda strikes, __: strikes["not_strike"].isna(),
    "near": lambda strikes, near: pd.Series(judge_near(strikes, near), strikes.index).isin(_WITHIN),
    "near_layer": lambda strikes, near: pd.Series(near.judge(strikes), strikes.index).isin(_WITHIN),
    "text": passing.holds_text,
}


def claims_of(claims: pd.DataFrame, strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the claims that are about some of the strikes, in their order."""
    own = find_strikes(claims, strikes) >= 0
    return claims.copy(deep=False) if own.all() else claims[own]


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


def _parse(part: str, values: list[str]) -> object:
    if part in _DAYS:
        return _parse_day(part, values[0])
    if part == "near":
        return Near.from_text(values[0])
    if part == "near_layer":
        return NearLayer.from_text(values[0])
    return values[0] if part in _TEXTS else tuple(values)


def _write(value: date | Near | NearLayer | str) -> str:
    if isinstance(value, Near | NearLayer):
        return value.text
    return value.isoformat() if isinstance(value, date) else value


def _parse_day(part: str, value: str) -> date:
    try:
        if not _ISO_DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise FilterError(
            f"filter: {part}={value} is no day; write it as year-month-day, such as 2015-09-30"
        ) from None
