"""Time zones of countries; times are taken to the local day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from gazetteer.abroad import read_countries
from gazetteer.world import find_iso3, world_names
from geo.land.country import read_country as read_known
from geo.reading.values.plain import plain_text
from geo.reading.values.zone_words import LOCAL_WORDS, OFFSETS, TIME_WORDS

__all__ = ["HOME_ZONE", "find_country", "find_zone", "is_local", "read_zone"]

_OFFSET = re.compile(r"(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?: (?:utc|gmt))?")
_BESIDE = re.compile(r"\s*[;,/|&+()]\s*")  # between the countries or parts of one cell
_WIDEST = 14 * 60  # minutes off Greenwich


def find_zone(country: str, home: str | None = None) -> str:
    """Return the time zone of a country, or of a part of one, by its name or code; else `home`.

    "" where the country has several, or the part may be of several with other zones: its times
    keep the day as written. home: by default the zone of the country whose places ship.
    """
    parts = _BESIDE.split(country)
    codes = _read_codes(country) or [code for part in parts for code in _read_codes(part)]
    if not codes:
        return HOME_ZONE if home is None else home
    zones = {_zone_of(code) for code in codes}
    return zones.pop() if len(zones) == 1 else ""


def _read_codes(text: str) -> tuple[str, ...]:
    return read_countries(text) or tuple(filter(None, [find_country(text)]))


def is_local(text: str) -> bool:
    """Say whether a plain text behind a time says that it is the place's own."""
    return text.strip(" ()") in LOCAL_WORDS


def read_zone(text: str, then: datetime, home: str | None) -> tzinfo | None:
    """Return the zone that a plain text behind a time says; None for one that is not known.

    An offset (+03:00, utc+3), an abbreviation, an IANA name, or the clock of a town or country
    ("kyiv time"). then: the time as written; home: the place's zone, which says what
    abbreviations of several meanings are: IST is Israel's there and nothing elsewhere.
    """
    known = _read_fixed(text)
    if known is not None or not home:
        return known
    there = ZoneInfo(home)
    own = plain_text(then.replace(tzinfo=there).tzname() or "")
    return there if own == _bare(text) else None


def _bare(text: str) -> str:
    return re.sub(r" \(.*\)$", "", text.strip()).strip(" ()")


@lru_cache(1024)
def _read_fixed(text: str) -> tzinfo | None:
    """Return the zone of an offset, an abbreviation of one meaning, or a name."""
    bare = _bare(text)
    if found := _OFFSET.fullmatch(bare):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        return _at(-minutes if found[1] == "-" else minutes)
    if bare in OFFSETS:
        return _at(OFFSETS[bare])
    named = _zones_by_name().get(bare) or _zone_of_clock(bare)
    return ZoneInfo(named) if named else None


def _at(minutes: int) -> timezone:
    return timezone(timedelta(minutes=max(-_WIDEST, min(_WIDEST, minutes))))


def _zone_of_clock(text: str) -> str | None:
    """Return the zone of the town or country whose time a text says, None where it is none."""
    bare = text
    for word in TIME_WORDS:
        bare = re.sub(rf"(?:^{re.escape(word)} | {re.escape(word)}$)", "", bare)
    if bare == text:
        return None
    if bare in OFFSETS:
        return "Etc/UTC" if OFFSETS[bare] == 0 else None
    return _zones_by_name().get(bare) or find_zone(bare, "") or None


@cache
def _zones_by_name() -> dict[str, str]:
    """Return IANA names by themselves and by their town, as plain texts."""
    known = {plain_text(name.rpartition("/")[2]).replace("_", " "): name
             for name in sorted(available_timezones()) if "/" in name}  # fmt: skip
    return known | {plain_text(name): name for name in available_timezones() if "/" in name}


def find_country(text: str) -> str | None:
    """Return the two-letter code of a country by its name or code, None where it is none."""
    return _codes_of_countries().get(plain_text(text))


def _zone_of(code: str) -> str:
    """Return the zone that a country's own data choose, else its only one, else ""."""
    facts = read_known(code.lower())
    zones = facts.get("time_zones", ())
    return str(facts.get("time_zone") or (zones[0] if len(zones) == 1 else ""))


HOME_ZONE = _zone_of("SY")  # for rows that name no country


@cache
def _codes_of_countries() -> dict[str, str]:
    """Return two-letter codes by names and codes of countries, as plain texts."""
    codes: dict[str, str] = {}
    for name in world_names():
        if name.kind == "country" and name.country and (iso3 := find_iso3(name.country)):
            spellings = (*name.spellings, name.country, iso3)
            codes |= {plain_text(spelling): name.country for spelling in spellings}
    return codes
