"""What a column may be read as: the fields with their meanings, as data."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FIELDS", "SEVERAL", "name_some"]

_MOST_NAMED, _LONGEST = 40, 60  # columns; signs of a name

# What a column may be read as, with the words a person chooses by.
FIELDS: dict[str, str] = {
    "id": "id of the row at its source",
    "date": "date, month, year or range",
    "date_dmy": "date, day before month",
    "date_mdy": "date, month before day",
    "date_end": "last day",
    "year": "year, where the date is in three columns",
    "month": "month, where the date is in three columns",
    "day": "day, where the date is in three columns",
    "date_precision": "how sharp the date is",
    "time_local": "local time",
    "place_text": "place",
    "place_text_ar": "place in another language, such as Arabic",
    "governorate_text": "governorate",
    "adm2_text": "district",
    "adm3_text": "subdistrict",
    "country": "country",
    "pcode": "P-code of the area or place",
    "lon": "longitude",
    "lat": "latitude",
    "point": "latitude and longitude in one cell",
    "precision": "how sharp the point is",
    "uncertainty_km": "radius in km",
    "kind": "kind, what struck",
    "not_strike": "why the row is no strike",
    "strikes": "strikes that the row stands for",
    "strikes_min": "strikes, lower bound",
    "strikes_max": "strikes, upper bound",
    "weapon": "weapon, aircraft or launcher",
    "munition": "munition",
    "actor": "actor",
    "attribution": "standing of the actor",
    "event_status": "standing of the event",
    "target": "target",
    "target_kind": "target's kind",
    "outcome": "outcome",
    "killed": "killed, a number or a range",
    "killed_min": "killed, lower bound",
    "killed_max": "killed, upper bound",
    "killed_part": "part of the killed, such as children",
    "civilians_killed": "civilians killed",
    "civilians_killed_min": "civilians killed, lower bound",
    "civilians_killed_max": "civilians killed, upper bound",
    "injured": "injured",
    "injured_min": "injured, lower bound",
    "injured_max": "injured, upper bound",
    "injured_part": "part of the injured, such as children",
    "casualties": "killed or injured together",
    "casualties_min": "killed or injured, lower bound",
    "casualties_max": "killed or injured, upper bound",
    "source": "source",
    "outlet": "outlet of the source",
    "url": "address of the source",
    "archive_url": "address of an archived copy",
    "media_url": "address of a photo or video",
    "media_archive_url": "address of an archived copy of a photo or video",
    "media_sha256": "SHA-256 of a photo or video",
    "media_kind": "photo, video, satellite image or document",
    "geolocation_url": "address where the geolocation is told",
    "title": "headline of the source",
    "published": "day of publication",
    "source_codes": "the publisher's own codes",
    "note": "note",
}
# Fields that several columns may have.
SEVERAL = ("source", "url", "pcode", "kind", "note", "killed_part", "injured_part")


def name_some(names: Sequence[str]) -> str:
    """Return names of columns in one line: the first ones, and how many more there are.

    >>> name_some([f"c{number}" for number in range(5_000)])[-20:]
    ', c39 and 4,960 more'
    """
    more = len(names) - _MOST_NAMED
    shown = (n if len(n) <= _LONGEST else f"{n[:_LONGEST]}…" for n in names[:_MOST_NAMED])
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")
