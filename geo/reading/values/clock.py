"""The time behind a date, and the day at the place where the text has a time zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from geo.reading.values.plain import plain_text
from geo.reading.values.zone_words import HALVES
from geo.reading.values.zones import is_local, read_zone

__all__ = ["TIME", "TIME_ALONE", "Clock", "find_time", "has_zone"]

_HALF = "|".join(re.escape(word) for word in sorted(HALVES, key=len, reverse=True))
_WORD = r"[^\W\d_]+"
# What may be a zone: an offset, or words; whether it is one is for the zones to say.
_ZONE = (
    r"(?: ?\(?(?:(?:utc|gmt) ?)?[+-] ?\d{1,2}(?::?\d{2})?\)?(?: (?:utc|gmt))?"
    rf"| ?\(?{_WORD}(?:[/ _-]{_WORD}){{0,3}}\)?)(?: \(.*\))?"
)
_CLOCK = (
    r"(?:(?P<h>\d{1,2})[:h](?P<min>\d{2})(?::\d{2}(?:[.,]\d+)?)?"
    r"|(?P<h2>\d{2})(?P<min2>\d{2})(?= ?(?:z|utc|gmt|h|hrs?|hours|local|lt)\b))"
    rf"(?: ?(?:hrs?|hours|h)\b)?(?: ?(?P<half>{_HALF})(?!\w))?(?P<zone>{_ZONE})?"
)
# A pattern for the end of a date; behind it the groups h, min, h2, min2, half and zone.
TIME = rf"(?:(?:t|,? (?:at )?| - ){_CLOCK})?"
TIME_ALONE = re.compile(_CLOCK)
_ZONED = re.compile(rf"(?:^|[ t]){_CLOCK}")
_DATE_TIME_GROUP = re.compile(r"\d{6} ?z\b")  # of armed forces: 302230Z SEP 15


@dataclass(frozen=True, slots=True)
class Clock:
    """A day and the time on it, at the place.

    time_local: HH:MM, None where none is stated. strange: the words behind a time that are no
    known zone, for which the day stays as written; "" where there are none. turned: the zone of
    the text made it another time at the place.
    """

    day: date
    time_local: str | None = None
    strange: str = ""
    turned: bool = False


def has_zone(text: str) -> bool:
    """Say whether a text states a time with its zone."""
    plain = plain_text(text[:_LONGEST])
    if _DATE_TIME_GROUP.match(plain):
        return True
    found = _ZONED.search(plain)
    if found is None or not found["zone"] or is_local(found["zone"]):
        return False
    return read_zone(found["zone"], datetime(2000, 1, 1), None) is not None or bool(
        re.fullmatch(r" ?[a-z]{2,5}", found["zone"])
    )


_LONGEST = 80  # letters; longer texts are no dates


def find_time(parts: dict[str, str | None], day: date, zone: str | None) -> Clock:
    """Return the day and the time at the place.

    parts: the groups of TIME. zone: the place's zone, such as "Asia/Damascus"; without it a text
    with a zone keeps its day and gives no time. Midnight is a placeholder, whatever the zone.
    """
    clock = _read_clock(parts)
    if clock is None or clock == time():
        return Clock(day)
    said = (parts.get("zone") or "").strip()
    if not said or is_local(said):
        return Clock(day, clock.strftime("%H:%M"))
    written = datetime.combine(day, clock)
    stated = read_zone(said, written, zone)
    if stated is None:
        return Clock(day, None, said)
    if zone is None:
        return Clock(day)
    there = written.replace(tzinfo=stated).astimezone(ZoneInfo(zone))
    local = there.time().replace(tzinfo=None)
    told = None if local == time() else local.strftime("%H:%M")
    return Clock(there.date(), told, turned=there.replace(tzinfo=None) != written)


def _read_clock(parts: dict[str, str | None]) -> time | None:
    hours, minutes = (parts.get(name) or parts.get(f"{name}2") for name in ("h", "min"))
    if not hours or not minutes:
        return None
    hour, minute = int(hours), int(minutes)
    if half := parts.get("half"):
        hour = hour % 12 + HALVES[half] if hour <= 12 else 24
    return time(hour, minute) if hour < 24 and minute < 60 else None
