"""What a column may be read as: the fields with their meanings, as data."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.language import N_

__all__ = ["FIELDS", "SEVERAL", "name_some"]

_MOST_NAMED, _LONGEST = 40, 60  # columns; signs of a name

# What a column may be read as, with the words a person chooses by.
FIELDS: dict[str, str] = {
    "id": N_("id of the row at its source"),
    "date": N_("date, month, year or range"),
    "date_dmy": N_("date, day before month"),
    "date_mdy": N_("date, month before day"),
    "date_end": N_("last day"),
    "year": N_("year, where the date is in three columns"),
    "month": N_("month, where the date is in three columns"),
    "day": N_("day, where the date is in three columns"),
    "date_precision": N_("how sharp the date is"),
    "time_local": N_("local time"),
    "place_text": N_("place"),
    "place_text_ar": N_("place in another language, such as Arabic"),
    "governorate_text": N_("governorate"),
    "adm2_text": N_("district"),
    "adm3_text": N_("subdistrict"),
    "country": N_("country"),
    "pcode": N_("P-code of the area or place"),
    "lon": N_("longitude"),
    "lat": N_("latitude"),
    "point": N_("latitude and longitude in one cell"),
    "precision": N_("how sharp the point is"),
    "uncertainty_km": N_("radius in km"),
    "kind": N_("kind, what struck"),
    "not_strike": N_("why the row is no strike"),
    "strikes": N_("strikes that the row stands for"),
    "strikes_min": N_("strikes, lower bound"),
    "strikes_max": N_("strikes, upper bound"),
    "weapon": N_("weapon, aircraft or launcher"),
    "munition": N_("munition"),
    "actor": N_("actor"),
    "attribution": N_("standing of the actor"),
    "event_status": N_("standing of the event"),
    "target": N_("target"),
    "target_kind": N_("target's kind"),
    "outcome": N_("outcome"),
    "killed": N_("killed, a number or a range"),
    "killed_min": N_("killed, lower bound"),
    "killed_max": N_("killed, upper bound"),
    "killed_part": N_("part of the killed, such as children"),
    "civilians_killed": N_("civilians killed"),
    "civilians_killed_min": N_("civilians killed, lower bound"),
    "civilians_killed_max": N_("civilians killed, upper bound"),
    "injured": N_("injured"),
    "injured_min": N_("injured, lower bound"),
    "injured_max": N_("injured, upper bound"),
    "injured_part": N_("part of the injured, such as children"),
    "casualties": N_("killed or injured together"),
    "casualties_min": N_("killed or injured, lower bound"),
    "casualties_max": N_("killed or injured, upper bound"),
    "source": N_("source"),
    "outlet": N_("outlet of the source"),
    "url": N_("address of the source"),
    "archive_url": N_("address of an archived copy"),
    "media_url": N_("address of a photo or video"),
    "media_archive_url": N_("address of an archived copy of a photo or video"),
    "media_sha256": N_("SHA-256 of a photo or video"),
    "media_kind": N_("photo, video, satellite image or document"),
    "geolocation_url": N_("address where the geolocation is told"),
    "title": N_("headline of the source"),
    "published": N_("day of publication"),
    "source_codes": N_("the publisher's own codes"),
    "note": N_("note"),
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
