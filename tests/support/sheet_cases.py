"""Sheets for the tests of the briefing: ten real inputs, a dozen nasty ones."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from map_strikes import AREA_ONLY, HOSTILE, UNDATED, UNLOCATED, claims_of, strikes_of

from geo.briefing.atlas import make_atlas
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.land.boundaries import Boundaries, load_boundaries
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters

FIRST_DAY = Filters(date_from=date(2015, 9, 30), date_to=date(2015, 9, 30))
OCTOBER = Filters(date_from=date(2015, 10, 1), date_to=date(2015, 10, 31))
LONG_NAME = "Khirbat al-Mashrafah al-Gharbiyah near the old road from Maarrat al-Numan to Abu"
LONG_WORD = "Kafr" * 50


@cache
def boundaries() -> Boundaries:
    return load_boundaries("sy")


@cache
def base_map() -> BaseMap:
    return load_base_map(boundaries())


@cache
def seeds() -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    reading = read_seeds()
    return reading.strikes, reading.claims


def fresh_sheet(**options: Any) -> Sheet:
    """Return a sheet of the seeds that nobody has drawn yet."""
    return make_sheet(*seeds(), base_map(), SheetOptions(**options))


seed_sheet = cache(fresh_sheet)  # drawn once for all tests that only read it


def short_of(suffix: str) -> dict[str, Any]:
    """Return options that leave a playback few frames; for what does not depend on how many."""
    few = Filters(date_from=date(2015, 9, 30), date_to=date(2015, 10, 4))
    return {"filters": few} if suffix in {".gif", ".mp4"} else {}


@cache
def seed_file(suffix: str, **options: Any) -> bytes:
    """Return a sheet of the seeds as a file, made once."""
    return render_sheets([seed_sheet(**options)], suffix)


@cache
def seed_atlas(by: str) -> tuple[Sheet, ...]:
    """Return the sheets of an atlas of the seeds, made once."""
    return tuple(make_atlas(*seeds(), base_map(), by=by))


def no_claims() -> pd.DataFrame:
    return claims_of().iloc[:0]


def _many(count: int, *, box=(35.8, 32.4, 42.2, 37.1), seed: int = 3, **facts: Any):
    random = np.random.default_rng(seed)
    west, south, east, north = box
    lons, lats = random.uniform(west, east, count), random.uniform(south, north, count)
    days = pd.Timestamp("2015-09-30") + pd.to_timedelta(random.integers(0, 900, count), unit="D")
    base = strikes_of(plain={})
    table = base.loc[["plain"] * count].copy()
    table.index = pd.Index([f"s{number:06}" for number in range(count)], name="strike_id")
    table["date_start"] = table["date_end"] = days.astype("datetime64[s]")
    table = table.set_geometry(gpd.points_from_xy(lons, lats), crs="EPSG:4326")
    for name, value in facts.items():
        table[name] = value
    return table


def _row(number: int, **facts: Any) -> dict[str, Any]:
    place = {
        "lon": 36.6 + number * 0.05,
        "lat": 35.4 + number * 0.04,
        "place_text": f"Place {number}",
    }
    return {**place, **facts}


def _rows(count: int, **facts: Any) -> gpd.GeoDataFrame:
    return strikes_of(**{f"s{number:02}": _row(number, **facts) for number in range(count)})


def _one_claim_each(strikes: gpd.GeoDataFrame, **facts: Any) -> pd.DataFrame:
    return claims_of(*({"strike_id": strike, **facts} for strike in strikes.index))


LINKS = ["https://a.example/1", "https://a.example/2"]


@cache
def linked_sheet() -> Sheet:
    """Return a sheet of two strikes that one claimant reports on a page each, and one on none."""
    strikes = _rows(3)
    pages = [*LINKS, "javascript:alert(1)//http://x.example/a"]
    claims = claims_of(
        *({"strike_id": strike, "claimant": "A monitor", "url": page}
          for strike, page in zip(strikes.index, pages, strict=True))
    )  # fmt: skip
    return make_sheet(strikes, claims, base_map(), SheetOptions(extent="strikes"))


@cache
def one_page_sheet() -> Sheet:
    """Return a sheet whose first page says all that it has to say."""
    sheet = make_sheet(_rows(1).iloc[:0], no_claims(), base_map(), SheetOptions(paper="a4"))
    assert sheet.second is None
    return sheet


REAL: dict[str, dict[str, Any]] = {
    "everything, 16:9": {},
    "one day, numbered": {"extent": "strikes", "filters": FIRST_DAY},
    "October on A4": {"paper": "a4", "filters": OCTOBER},
    "one day on A4, for internal use": {
        "paper": "a4", "filters": FIRST_DAY, "extent": "strikes", "handling": "For internal use",
    },
    "Idlib on Letter": {"paper": "letter", "extent": "SY07",
                        "filters": Filters(governorates=("SY07",))},
    "a view, 4:3": {"paper": "4:3", "extent": "36,35,37.5,36.5"},
    "square": {"paper": "square", "extent": "Hama"},
    "A4 across, Lambert": {"paper": "a4-landscape", "projection": "lambert-conformal"},
    "Arabic": {"language": "ar", "digits": "arabic"},
    "Arabic, one day, Letter across": {
        "language": "ar", "filters": FIRST_DAY, "extent": "strikes", "paper": "letter-landscape",
    },
}  # fmt: skip


def nasty_input(name: str) -> tuple[gpd.GeoDataFrame, pd.DataFrame, dict[str, Any]]:
    """Return strikes, claims and options of a nasty case."""
    return NASTY[name]()


def _hostile() -> tuple[gpd.GeoDataFrame, pd.DataFrame, dict[str, Any]]:
    texts = [*HOSTILE, "$x^2$ and $\\frac{1}{2}$", "tab\tnew\nline\x00end"]
    rows = {f"h{at}": _row(at, place_text=text, actor=text, attribution="alleged")
            for at, text in enumerate(texts)}  # fmt: skip
    strikes = strikes_of(**rows)
    claims = _one_claim_each(strikes, title="$$ {{7*7}} <b>", outlet="=1+1", published="2020-01-01")
    return strikes, claims, {"extent": "strikes", "title": "{{7*7}} $x$ </script>"}


def _long_names() -> tuple[gpd.GeoDataFrame, pd.DataFrame, dict[str, Any]]:
    facts = {"place_text": LONG_NAME, "place_name": LONG_NAME, "actor": LONG_NAME,
             "attribution": "contested", "killed_min": 123456, "killed_max": 234567,
             "target_kind": "infrastructure"}  # fmt: skip
    strikes = _rows(6, **facts)
    claims = _one_claim_each(
        strikes, outlet=LONG_NAME, title=LONG_NAME, published="2020-10", claimant=LONG_NAME
    )
    return strikes, claims, {"extent": "strikes", "title": LONG_NAME * 3, "handling": LONG_NAME}


def _endless_words() -> tuple[gpd.GeoDataFrame, pd.DataFrame, dict[str, Any]]:
    strikes = _rows(4, place_text=LONG_WORD, actor=LONG_WORD)
    claims = _one_claim_each(strikes, title=LONG_WORD, outlet=LONG_WORD)
    filters = Filters(text="place", actors=(LONG_WORD,))
    return strikes, claims, {"title": LONG_WORD, "subtitle": LONG_WORD, "filters": filters}


def _many_claims() -> tuple[gpd.GeoDataFrame, pd.DataFrame, dict[str, Any]]:
    strikes = _rows(1, killed_min=3)
    reports = [{"strike_id": "s00", "outlet": f"Paper {n}", "title": f"Report no. {n}"}
               for n in range(60)]  # fmt: skip
    return strikes, claims_of(*reports), {"extent": "strikes"}


def _few_in_one_place(apart: float, count: int) -> gpd.GeoDataFrame:
    rows = {f"t{at:02}": {"lon": 36.5, "lat": 35.5 + at * apart} for at in range(count)}
    return strikes_of(**rows)


METRES_50 = 50 / 111_000  # degrees of latitude
NASTY: dict[str, Any] = {
    "one strike": lambda: (_rows(1), no_claims(), {"extent": "strikes"}),
    "100,000 strikes": lambda: (_many(100_000), no_claims(), {}),
    "none located": lambda: (
        _rows(30, **UNLOCATED), no_claims(), {"extent": "strikes", "paper": "a4"}
    ),
    "names of 80 characters": _long_names,
    "a governorate of 100 km2": lambda: (
        _many(40, box=(36.2, 33.45, 36.4, 33.57), adm1_code="SY01", adm1_name="Damascus"),
        no_claims(), {"extent": "SY01"},
    ),
    "a tiny governorate by area only, on the whole country": lambda: (
        _rows(14, **AREA_ONLY | {"adm1_code": "SY01", "adm1_name": "Damascus"}),
        no_claims(), {},
    ),
    "two strikes 50 m apart": lambda: (
        _few_in_one_place(METRES_50, 2), no_claims(), {"extent": "strikes"}
    ),
    "twelve strikes on one point": lambda: (
        _few_in_one_place(0.0, 12), no_claims(), {"extent": "strikes", "paper": "a4"}
    ),
    "no strike passes": lambda: (_rows(3), no_claims(), {"filters": Filters(text="nowhere")}),
    "all undated": lambda: (_rows(20, **UNDATED), no_claims(), {"paper": "square"}),
    "hostile texts": _hostile,
    "words without a break": _endless_words,
    "sixty sources of one strike": _many_claims,
    "Arabic with Latin names": lambda: (*_long_names()[:2], {"language": "ar", "paper": "4:3"}),
    "3,000 strikes in Arabic": lambda: (
        _many(3000, killed_min=pd.array([5] * 3000, dtype="Int64")), no_claims(),
        {"language": "ar", "digits": "arabic", "paper": "a4-landscape"},
    ),
}  # fmt: skip


LARGE = ("100,000 strikes", "3,000 strikes in Arabic")  # of the nasty ones


@cache
def nasty_sheet(name: str) -> Sheet:
    strikes, claims, options = nasty_input(name)
    return make_sheet(strikes, claims, base_map(), SheetOptions(**options))
