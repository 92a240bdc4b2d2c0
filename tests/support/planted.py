"""A few strikes with a secret in every column, and the profile that keeps each from leaving."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pandas as pd
from leaks import MARK, forms_of, number_forms
from shapely import Point

from gazetteer.places import Place
from geo.briefing.content.metadata import SHOWN_DIGITS
from geo.land.boundaries import load_boundaries
from geo.release.release import Released, release
from geo.release.toml import parse_profile
from geo.strikes.checks import check_claims, validate
from geo.strikes.ids import hash_data
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, make_claims, make_strikes

PERMITTED = "Permitted place"  # leaves: that it is found shows that a format is searched
SECRET_DAY = date(2017, 3, 9)
PROFILE = """
name = "Partners"

[columns]
strikes = [
  "kind", "date_start", "date_end", "place_text", "place_name", "munition", "weapon", "actor",
  "attribution", "target", "target_kind", "adm1_name", "adm2_code", "adm2_name", "country_text",
  "killed_min", "killed_max", "time_local", "event_id", "toll_lead", "outcome",
]
claims = ["claimant", "outlet", "published", "title", "url", "actor", "attribution"]

[[coarsen]]
target_kinds = ["medical"]
to = "governorate"

[[coarsen]]
words = ["tent city"]
grid_km = 20

[days]
last = 14
undated = true
"""
KEPT_IN_SIGHT = ("munition", "weapon", "time_local", "country_text", "actor")
POINTS = {
    "medical": (36.512347, 35.812346), "camp": (36.712349, 35.912341),
    "late": (36.412343, 35.712348),
}  # fmt: skip
HELD_COLUMNS = ("note", "source_codes", "reading_note", "corrected", "place_text_ar",
                "governorate_text", "match_reason")  # fmt: skip
HELD_OF_CLAIMS = ("note", "toll_text", "media_url", "archive_url", "place_text", "date_text")
# What else tells where the strike on a clinic was: who says so names it as another claim words it,
# as the gazetteer spells it, or by a point.
SPELT = "Zq9spelt"
MGRS = "37S BV 58341 66032"
TELLING = (
    {"claimant": f"{MARK}alias Town Council", "place_text": f"{MARK}alias Town, Hama"},
    {"claimant": "SOHR", "outlet": f"{SPELT} Media"},
    {"claimant": f"a source at {POINTS['medical'][1]:.6f} N", "outlet": f"a source at {MGRS}"},
)
CODES = {"adm1_code": "SY07", "adm1_name": "Idlib"}  # true ones: sheets look them up


def _free(columns: Any) -> list[str]:
    return [c.name for c in columns if c.dtype == "text" and c.vocabulary is None]


def _token(row: str, column: str) -> str:
    """Return a text like no other; in columns that stay it is beside the place's own name."""
    bare = f"xq-{row}-{MARK}-{column.replace('_', '-')}-مخبأ"
    return f"{bare} {_token(row, 'place_text')}" if column in KEPT_IN_SIGHT else bare


def _row(name: str, number: int, **facts: Any) -> dict[str, Any]:
    lon, lat = POINTS.get(name, (36.6 + number / 40, 35.8))
    day = pd.Timestamp(2016, 5, 1 + number)
    return {
        "kind": "airstrike", "date_start": day, "date_end": day, "date_precision": "day",
        "place_text": f"{PERMITTED} {number}", "match_method": "given", "precision": "settlement",
        "uncertainty_km": 2.0, "location_status": "located", "event_status": "reported",
        "source_count": 1, "actor": "Russia", **CODES, "geometry": Point(lon, lat),
        "killed_min": 6, "killed_max": 9, **facts,
    }  # fmt: skip


def _secret_row(name: str, number: int, **facts: Any) -> dict[str, Any]:
    planted = {column: _token(name, column) for column in _free(STRIKE_COLUMNS)}
    for column in (*CODES, "toll_lead", "not_strike"):
        planted.pop(column)
    facts = {key: f"{planted[key]} {said}" if key in planted else said
             for key, said in facts.items()}  # fmt: skip
    return {**_row(name, number), **planted, **facts}


def plant() -> tuple[Any, pd.DataFrame]:
    """Return strikes and claims: eight in sight, three to be hidden, one with hidden columns."""
    late = {"date_start": pd.Timestamp(SECRET_DAY), "date_end": pd.Timestamp(SECRET_DAY)}
    rows = {f"xq-{n}-{MARK}-id": _row("plain", n) for n in range(8)}
    rows[f"xq-medical-{MARK}-id"] = _secret_row("medical", 9, target_kind="medical")
    rows[f"xq-camp-{MARK}-id"] = _secret_row("camp", 10, target="the Tent  City")
    rows[f"xq-late-{MARK}-id"] = {**_secret_row("late", 11), **late}
    rows[f"xq-hidden-{MARK}-id"] = _row("plain", 12) | {
        c: _token("hidden", c) for c in HELD_COLUMNS
    }
    strikes = make_strikes(pd.DataFrame.from_dict(rows, orient="index"))
    claims = [_claim(strike_id, "hidden" if "hidden" in strike_id else strike_id.split("-")[1])
              for strike_id in rows]  # fmt: skip
    clinic = f"xq-medical-{MARK}-id"
    claims += [{"claim_id": f"telling-{n}", "strike_id": clinic, "published": "2016-06-01", **told}
               for n, told in enumerate(TELLING)]  # fmt: skip
    table = make_claims(pd.DataFrame(claims))
    return validate(strikes), check_claims(table, strikes)


def _claim(strike_id: str, row: str) -> dict[str, Any]:
    secret = HELD_OF_CLAIMS if row == "hidden" else _free(CLAIM_COLUMNS)
    planted = {} if row.isdigit() else {c: _claim_token(row, c) for c in secret}
    in_sight = {"claimant": "SOHR", "outlet": "Outlet", "published": "2016-06-01"}
    if row in ("medical", "camp"):
        in_sight |= {c: f"{c} of {_token(row, 'place_text')} xq-{row}-{MARK}-claim-{c}"
                     for c in ("claimant", "outlet", "actor")}  # fmt: skip
    return {
        **planted,
        **in_sight,
        "claim_id": f"{strike_id}/xq-claim-{MARK}",
        "strike_id": strike_id,
    }


def _claim_token(row: str, column: str) -> str:
    return f"xq-{row}-{MARK}-claim-{column.replace('_', '-')}"


@cache
def released() -> Released:
    """Return what the profile leaves of them."""
    profile = parse_profile(PROFILE.encode(), "partners.toml")
    strikes, claims = plant()
    place_id = strikes["place_id"][f"xq-medical-{MARK}-id"]
    place = Place(place_id, "Clinic", "facility", spellings=(SPELT,))
    return release(strikes, claims, profile, boundaries=load_boundaries("sy"),
                   places={place_id: place}, today=date(2017, 4, 1))  # fmt: skip


@cache
def list_secrets() -> dict[str, list[bytes]]:
    """Return the bytes of every secret by name."""
    strikes, claims = plant()
    texts = strikes.drop(columns="geometry").reset_index()
    cells = {*texts.to_numpy().ravel().tolist(), *claims.to_numpy().ravel().tolist()}
    parts = {word for cell in cells if isinstance(cell, str)
             for word in cell.split() if word.startswith("xq-")}  # fmt: skip
    # A map page keeps what all words of a column begin with apart from the words.
    secrets = {part: forms_of(part.removeprefix("xq-")) for part in parts}
    for telling in (f"{MARK}alias Town", SPELT, MGRS):
        secrets[telling] = forms_of(telling)
    # A guess at the data could be tried against it.
    secrets["data hash"] = forms_of(hash_data(strikes, claims)[:SHOWN_DIGITS])
    for row, point in POINTS.items():
        for axis, degrees in zip(("lon", "lat"), point, strict=True):
            secrets[f"{row} {axis}"] = number_forms(degrees)
    for words in ("2017-03-09", "20170309", "9 March 2017", "9 Mar 2017", "9\xa0Mar\xa02017",
                  "9\xa0March\xa02017"):  # fmt: skip
        secrets[words] = forms_of(words)
    return secrets
