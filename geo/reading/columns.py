"""Column recognition: what the columns of a stranger's table mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gazetteer.spelling.normalise import strip_marks

__all__ = ["FIELDS", "SEVERAL", "choose_columns", "guess_columns", "is_own_format",
           "list_unused", "missing_fields", "warn_of_place"]  # fmt: skip

# What a column may be read as, with the words a person chooses by.
FIELDS: dict[str, str] = {
    "id": "id of the row at its source",
    "date": "date, month, year or range",
    "date_dmy": "date, day before month",
    "date_mdy": "date, month before day",
    "date_end": "last day",
    "date_precision": "how sharp the date is",
    "time_local": "local time",
    "place_text": "place",
    "governorate_text": "governorate",
    "lon": "longitude",
    "lat": "latitude",
    "precision": "how sharp the point is",
    "uncertainty_km": "radius in km",
    "kind": "what struck",
    "munition": "munition",
    "weapon": "aircraft or launcher",
    "actor": "actor",
    "attribution": "standing of the actor",
    "event_status": "standing of the event",
    "target": "target",
    "target_kind": "kind of target",
    "outcome": "outcome",
    "killed": "killed, a number or a range",
    "killed_min": "killed, lower bound",
    "killed_max": "killed, upper bound",
    "civilians_killed": "civilians killed",
    "civilians_killed_min": "civilians killed, lower bound",
    "civilians_killed_max": "civilians killed, upper bound",
    "injured": "injured",
    "injured_min": "injured, lower bound",
    "injured_max": "injured, upper bound",
    "casualties": "killed or injured together",
    "casualties_min": "killed or injured, lower bound",
    "casualties_max": "killed or injured, upper bound",
    "source": "source",
    "outlet": "outlet of the source",
    "url": "address of the source",
    "archive_url": "address of an archived copy",
    "title": "headline of the source",
    "published": "day of publication",
    "note": "note",
}
# Fields that several columns may have: each makes a claim of its own.
SEVERAL = ("source", "url")

# Names as tables write them, normalised; for a field with several candidates the first wins.
_NAMES: dict[str, str] = {
    "id": "id code uid event_id_cnty incident_id incident_code strike_id event_code record_id"
    " data_id case_id ref reference event_id unique_ref_number",
    "date": "date date_start start_date event_date strike_date incident_date attack_date"
    " date_of_event date_of_strike date_of_incident day when التاريخ تاريخ تاريخ_الحادث",
    "date_dmy": "date_dmy",
    "date_mdy": "date_mdy",
    "date_end": "date_end end_date",
    "date_precision": "date_precision time_precision date_prec",
    "time_local": "time_local time local_time hour time_of_day الوقت الساعة",
    "place_text": "place_text place place_name location location_name loc_name loc_en town village"
    " city locality settlement community place_reported location_reported where_coordinates"
    " neighbourhood neighborhood site area المكان الموقع البلدة القرية المدينة المنطقة loc_ar",
    "governorate_text": "governorate_text governorate governate admin1 admin_1 adm1 adm_1"
    " admin1_name admin1name_en adm1_name adm1_en admin1_name_en province muhafaza mohafaza state"
    " region المحافظة محافظة",
    "lon": "lon lng long longitude x x_coord lon_dec longitude_x point_x coord_x خط_الطول",
    "lat": "lat latitude y y_coord lat_dec latitude_y point_y coord_y خط_العرض",
    "precision": "precision geo_precision where_prec geolocation_precision location_precision"
    " coordinate_precision spatial_precision geoprecision",
    "uncertainty_km": "uncertainty_km radius_km uncertainty accuracy_km",
    "kind": "kind strike_type attack_type type_of_attack type_of_strike sub_event_type event_type"
    " incident_type type نوع نوع_الهجوم",
    "munition": "munition munitions munition_type weapon_type_used munition_used ذخيرة",
    "weapon": "weapon weapons weapon_used weapon_type aircraft launcher السلاح",
    "actor": "actor actor1 actors perpetrator perpetrators attacker attackers belligerent"
    " suspected_belligerent who who_did_it by_whom carried_out_by blamed accused"
    " alleged_actor alleged_perpetrator responsible responsible_party"
    " الفاعل الجهة المسؤول",
    "attribution": "attribution",
    "event_status": "event_status",
    "target": "target targets target_description object_hit الهدف",
    "target_kind": "target_kind target_type type_of_target",
    "outcome": "outcome",
    "killed": "killed deaths fatalities dead death_toll killed_total total_killed total_deaths"
    " number_killed people_killed fatality قتلى القتلى عدد_القتلى",
    "civilians_killed": "civilians_killed civilian_deaths civilian_fatalities deaths_civilians"
    " civilians_dead civilian_killed",
    "injured": "injured wounded injuries total_injured number_injured people_injured"
    " civilians_injured جرحى الجرحى",
    "casualties": "casualties total_casualties victims killed_or_injured ضحايا",
    "source": "source sources claimant reported_by source_name source_office data_source المصدر"
    " مصدر",
    "outlet": "outlet publisher newspaper media media_outlet",
    "url": "url urls link links source_url source_link sources_url source_urls web_address href"
    " website post_url video_url tweet_url الرابط رابط",
    "archive_url": "archive_url archive archived_url archive_link archived_link",
    "title": "title headline source_headline العنوان",
    "published": "published publication_date date_published published_date source_date",
    "note": "note notes comment comments remarks description summary ملاحظات",
}
# Words beside a name that change nothing of what its column means.
_ASIDE = {"total", "reported", "as_reported", "estimated", "text", "name", "english", "arabic",
          "en", "ar", "optional", "decimal", "decimal_degrees", "degrees", "deg", "wgs84",
          "wgs_84", "dd", "n", "e", "people", "persons", "number"}  # fmt: skip
_FREE_TEXT = {"place_text", "governorate_text", "actor", "target", "munition", "weapon", "kind",
              "date", "date_end", "time_local", "source", "url", "title", "note",
              "outlet"}  # fmt: skip
_PARTS = re.compile(r"[/|,،&()\[\]{}\n]|\s(?:or|and|أو)\s")
_BOUNDS = {"min": "min minimum low lowest at_least", "max": "max maximum high highest at_most"}


def _with_bounds() -> dict[str, list[str]]:
    names = {field: listed.split() for field, listed in _NAMES.items()}
    for toll in ("killed", "civilians_killed", "injured", "casualties"):
        for bound, words in _BOUNDS.items():
            names[f"{toll}_{bound}"] = [
                pattern
                for name in names[toll]
                for word in words.split()
                for pattern in (f"{name}_{word}", f"{word}_{name}")
            ]
    return names


_CANDIDATES = _with_bounds()
_FIELD_OF_NAME = {name: field for field, names in reversed(_CANDIDATES.items()) for name in names}


def guess_columns(names: Iterable[str]) -> dict[str, str]:
    """Guess what columns mean: {column as the file names it: word of `FIELDS`}.

    Columns that are not recognised are absent. Each field has one column at most, but for
    those of `SEVERAL`. A name of several parts, such as "Town / Village" or "Date (local)",
    counts for a field that no whole name gives, where its parts do not speak of two fields. The result may be changed and given to `read_strikes(columns=...)`.

    >>> guess_columns(["Event Date", "Town", "Deaths", "Source 1", "Source 2"])
    {'Event Date': 'date', 'Town': 'place_text', 'Deaths': 'killed', 'Source 1': 'source', 'Source 2': 'source'}
    """  # noqa: E501 doctest needs its result on one line
    columns = list(names)
    plain = {column: _normalise(column) for column in columns}
    chosen: dict[str, str] = {}
    for field, candidates in _CANDIDATES.items():
        if field in SEVERAL:
            found = [c for c in columns if re.sub(r"_?\d+$", "", plain[c]) in candidates]
        else:
            ranked = (c for name in candidates for c in columns if plain[c] == name)
            found = [c for c in ranked if c not in chosen][:1]
        chosen.update({column: field for column in found if column not in chosen})
    for column in columns:
        field_of_parts = None if column in chosen else _guess_by_parts(column)
        if field_of_parts and (field_of_parts in SEVERAL or field_of_parts not in chosen.values()):
            chosen[column] = field_of_parts
    return {column: chosen[column] for column in columns if column in chosen}


def _guess_by_parts(name: str) -> str | None:
    """Return the one field that the parts of a name speak of, None where they differ.

    A part that says nothing is passed over in columns of free text only: "Deaths (soldiers)" are
    not all the deaths, and "X (m)" is no longitude.
    """
    parts = [plain for plain in map(_normalise, _PARTS.split(name)) if plain]
    told = [_FIELD_OF_NAME.get(part) for part in parts if part not in _ASIDE]
    fields = {field for field in told if field}
    if len(fields) != 1 or len(parts) < 2:
        return None
    field = fields.pop()
    return field if field in _FREE_TEXT or None not in told else None


def choose_columns(names: Iterable[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Guess what columns mean, but for what a person chose: {column: word of `FIELDS`}."""
    columns = list(names)
    guessed = {
        column: field for column, field in guess_columns(columns).items()
        if column not in chosen and field not in chosen.values()
    }  # fmt: skip
    return guessed | dict(chosen)


def list_unused(names: Iterable[str], columns: Mapping[str, str]) -> str:
    """Name the columns that nothing is read from; "" where there are none."""
    unused = [str(name) for name in names if name not in columns]
    return f"columns not used: {', '.join(unused)}" if unused else ""


def warn_of_place(columns: Mapping[str, str]) -> str:
    """Say so where no column tells a place sharper than a governorate; "" where one does."""
    fields = set(columns.values())
    if "place_text" in fields or {"lon", "lat"} <= fields:
        return ""
    known = "a row is known by its governorate at best" if "governorate_text" in fields else ""
    return "no column was taken as the place" + (f": {known}" if known else "")


def missing_fields(columns: Mapping[str, str]) -> str | None:
    """Say what a table lacks to be read as strikes; None where it has enough.

    Needed are a date, and a place, a governorate, or longitude and latitude.
    """
    fields = set(columns.values())
    dated = fields & {"date", "date_dmy", "date_mdy"}
    placed = fields & {"place_text", "governorate_text"} or {"lon", "lat"} <= fields
    lacking = [
        *([] if dated else ["a date column"]),
        *([] if placed else ["a place column, or columns of longitude and latitude"]),
    ]
    return " and ".join(lacking) or None


def is_own_format(names: Iterable[str]) -> bool:
    """Say whether the columns are those of our own strikes table, whole or in part."""
    return {"strike_id", "kind", "date_start", "date_end", "date_precision"} <= set(names)


def _normalise(name: str) -> str:
    """Return `Event Date`, `eventDate` and `EVENT-DATE` as `event_date`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    bare = strip_marks(apart).casefold()
    return re.sub(r"[\W_]+", "_", bare).strip("_")
