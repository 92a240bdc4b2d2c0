"""Strikes, claims and filters of every sort from a seed, for tests of exactness."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from random import Random
from typing import Any

import geopandas as gpd
import pandas as pd
from map_strikes import AREA_ONLY, HOSTILE, UNDATED, UNLOCATED, claims_of, strikes_of

from geo.strikes.filters import NOT_REPORTED, Filters
from geo.strikes.nearness import Near
from geo.strikes.passing import WEEKDAYS
from geo.strikes.schema import KINDS, LOCATION_STATUSES, TARGET_KINDS

FIRST = date(2015, 1, 1)
DAYS = 5 * 365
# Two codes that no polygon has, and none.
AREAS = {
    "SY02": "Aleppo", "SY05": "Hama", "SY06": "Latakia", "SY07": "Idlib", "SY04": "Homs",
    "SY09": "Deir ez-Zor", "XX01": "Elsewhere", "XX02": None,
}  # fmt: skip
ACTORS = (
    None, "Russia", "russia", "Russia;Syrian government", " Syrian government ; Iran", "إيران",
    "ايران", ";", "Großmacht", "GROSSMACHT", "İran", *HOSTILE,
)  # fmt: skip
PLACES = (
    None, "Duwaylah", "Kafr-Zita", "kafr zita", "Tell Rif‘at", "Tell Rif'at", "حلب",
    "حَلَب", "Şanlıurfa", "al-Lataminah", *HOSTILE,
)  # fmt: skip
STATED = (None, "Idlib", "IDLIB", "Hama", "rural Damascus", "Elsewhere", "not reported")
SOURCES = (None, "SOHR", "SNHR", "A witness", "no source given", *HOSTILE)
SEARCHES = (
    "kafr zita", "KAFR-ZITA", "rifat", "حلب", "sanlıurfa", "gross", "grossmacht", "zita kafr", "a",
    "'", "script", "elsewhere", "{{7*7}}", "idl amin", "nowhere at all", "one two",
)  # fmt: skip
TIMES = (None, "02:15", "02:59", "23:00", "night", "24:10", *HOSTILE)
SPOTS = ((36.452, 36.049), (36.75, 35.13), (40.14, 35.33))  # several strikes at each


def _span(chance: Random) -> dict[str, Any]:
    start = FIRST + timedelta(days=chance.randrange(DAYS))
    sort = chance.choices(("day", "week", "month", "long", "undated"), (60, 10, 12, 6, 12))[0]
    if sort == "undated":
        return UNDATED
    length = {"day": 0, "week": 6, "month": 29, "long": chance.randrange(30, 500)}[sort]
    precision = "month" if sort == "long" else sort
    end = start + timedelta(days=length)
    return {"date_start": str(start), "date_end": str(end), "date_precision": precision}


def _toll(chance: Random) -> dict[str, Any]:
    low = chance.choice((None, 0, 1, 3, 12, 140, 12_000))
    high = chance.choice((None, low, None if low is None else low + chance.randrange(50), 7))
    if low is not None and high is not None and high < low:
        high = low
    return {"killed_min": low, "killed_max": high}


def _place(chance: Random) -> dict[str, Any]:
    code = chance.choice(list(AREAS))
    area = {"adm1_code": code, "adm1_name": AREAS[code]}
    sort = chance.choices(("located", "area_only", "unlocated"), (60, 25, 15))[0]
    if sort == "area_only":
        return {**AREA_ONLY, **area}
    bare = chance.random() < 0.5
    kept = {"adm1_code": None, "adm1_name": chance.choice((None, "Idlib", "Farther off"))}
    if sort == "unlocated":
        return {**UNLOCATED, **(kept if bare else area)}
    lon, lat = chance.uniform(35.7, 42.3), chance.uniform(32.4, 37.2)
    if chance.random() < 0.25:
        lon, lat = chance.choice(SPOTS)
    return {"lon": lon, "lat": lat, **(kept if chance.random() < 0.15 else area)}


def random_strikes(seed: int, count: int) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return strikes of every sort with their claims: some have none, some share a toll."""
    chance = Random(seed)
    rows: dict[str, dict[str, Any]] = {}
    claims: list[dict[str, Any]] = []
    for number in range(count):
        strike = f"s{number}"
        follows = number % 11 == 10
        toll = (
            {"event_id": f"e{number}", "toll_lead": f"s{number - 1}"} if follows else _toll(chance)
        )
        rows[strike] = {
            "kind": chance.choice(KINDS), "actor": chance.choice(ACTORS),
            "place_text": chance.choice(PLACES), "place_name": chance.choice(PLACES),
            "place_name_ar": chance.choice(PLACES), "target": chance.choice(PLACES),
            "time_local": chance.choice(TIMES), "target_kind": chance.choice((None, *TARGET_KINDS)),
            "governorate_text": chance.choice(STATED), **_span(chance), **_place(chance), **toll,
        }  # fmt: skip
        for _ in range(chance.randrange(4)):
            source = {"claimant": chance.choice(SOURCES), "outlet": chance.choice(SOURCES)}
            claims.append({"strike_id": strike, **source})
    return strikes_of(**rows), claims_of(*claims)


def random_filters(chance: Random, *, most: int = 3) -> Filters:
    """Return filters of up to `most` values a field, some of which no strike has."""

    def some(values: tuple[str, ...]) -> tuple[str, ...]:
        return (
            tuple(chance.sample(values, chance.randrange(most + 1)))
            if chance.random() < 0.45
            else ()
        )

    governorates = (*AREAS, "Idlib", "hama", "Farther off", "rural Damascus", NOT_REPORTED)
    actors = tuple({part.strip() for cell in ACTORS if cell for part in cell.split(";")} - {""})
    return Filters(
        kinds=some(KINDS), statuses=some(LOCATION_STATUSES), governorates=some(governorates),
        actors=some((*sorted(actors), "Nobody", NOT_REPORTED)),
        sources=some((*(name for name in SOURCES if name), "Nobody", NOT_REPORTED)),
        targets=some((*TARGET_KINDS, NOT_REPORTED)), weekdays=some((*WEEKDAYS, NOT_REPORTED)),
        hours=some(("02", "23", "12", NOT_REPORTED)),
        text=chance.choice(SEARCHES) if chance.random() < 0.3 else "",
        near=Near(*chance.choice(SPOTS), chance.choice((0.5, 20, 150)), chance.choice(("", "A, b")))
        if chance.random() < 0.2 else None,
    )  # fmt: skip


def fields_of(filters: Filters) -> dict[str, object]:
    """Return filters as the map's own scripts take them."""
    fields = {**asdict(filters), "near": filters.near.text if filters.near else ""}
    # The slider's, and the choice of rows in Python.
    elsewhere = ("date_from", "date_to", "only", "since", "around", "near_layer")
    return {name: value for name, value in fields.items() if name not in elsewhere}


def random_period(chance: Random) -> tuple[date, date]:
    """Return first and last day of a window: a day, some weeks or years, now and then all."""
    first = FIRST + timedelta(days=chance.randrange(-10, DAYS))
    return first, first + timedelta(days=chance.choice((0, 6, 30, 200, 900, 3000)))
