"""The time behind a date, and the day at the place where the text has a time zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from geo.reading.values.plain import plain_text

__all__ = ["TIME", "find_time", "has_zone"]

# A pattern for the end of a date; behind it the groups h, min, half and zone.
TIME = (
    r"(?:(?:t|,? (?:at )?| - )(?P<h>\d{1,2}):(?P<min>\d{2})(?::\d{2}(?:[.,]\d+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?"
    r"(?P<zone> ?(?:z|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|utc|gmt)(?: \(.*\))?)?)?"
)
_ZONED = re.compile(r"\d:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}$)")


def has_zone(text: str) -> bool:
    """Say whether a text states a time with its zone."""
    return bool(_ZONED.search(plain_text(text)))


def find_time(parts: dict[str, str | None], day: date, zone: str | None) -> tuple[date, str | None]:
    """Return the day and the time at the place, HH:MM, None where no time is stated.

    parts: the groups of TIME. zone: the place's zone, such as "Asia/Damascus"; without it a text
    with a zone keeps its day and gives no time. Midnight is a placeholder, whatever the zone.
    """
    clock = _read_clock(parts)
    if clock is None or clock == time():
        return day, None
    if not parts.get("zone"):
        return day, clock.strftime("%H:%M")
    if zone is None:
        return day, None
    there = datetime.combine(day, clock, _offset(str(parts["zone"]))).astimezone(_zone(zone))
    stated = there.time().replace(tzinfo=None)
    return there.date(), None if stated == time() else stated.strftime("%H:%M")


def _read_clock(parts: dict[str, str | None]) -> time | None:
    if not parts.get("h"):
        return None
    hour, minute = int(str(parts["h"])), int(str(parts["min"]))
    if half := parts.get("half"):
        hour = hour % 12 + 12 * (half[0] == "p") if hour <= 12 else 24
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _offset(text: str) -> timezone:
    found = re.search(r"([+-])(\d{1,2}):?(\d{2})?", text)
    if not found:
        return UTC
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    minutes = min(minutes, 14 * 60)
    return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
