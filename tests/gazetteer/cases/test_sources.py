"""Where a case names a source that can be opened, the source says what the case says."""

from __future__ import annotations

import csv
import re

import pandas as pd
import pytest
from geopy.distance import geodesic
from paths import REFERENCE, SHARED

from gazetteer import load_gazetteer
from gazetteer.cases.judge import read_target
from gazetteer.cases.read import read_cases

CASES = read_cases()
# km: the case's place from the source's; a part that is not listed counts as its whole.
SAME_KM = 10.5
TYPE_WORDS = re.compile(r"\b(town|village|suburb|air ?base|city|airport)\b", re.I)

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="reference data (../shared/reference) is not here"
)


def cases_of(source):
    return [case for case in CASES if case.source.startswith(source)]


def plain(text):
    letters = TYPE_WORDS.sub("", text.lower())
    return re.sub(r"\W|\b(al|as|at|az)\b", "", letters)


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared/seeds is not here")
def test_the_reports_hold_the_names():
    reports = {
        f"seed {path.name[:3]}": re.sub(r"\s+", " ", path.read_text("utf-8")).lower()
        for path in (SHARED / "seeds").glob("*.txt")
    }
    absent = [
        case.name for case in cases_of("seed ") if case.name.lower() not in reports[case.source]
    ]
    assert not absent


@needs_reference
def test_centcom_names_the_places():
    with (REFERENCE / "files" / "centcom_releases.csv").open(encoding="utf-8", newline="") as file:
        names = {row["location"] for row in csv.DictReader(file)}
    asked = [case for case in cases_of("CENTCOM") if "," not in case.name]
    assert not [case.name for case in asked if case.name not in names]


@needs_reference
def test_communities_lie_where_the_case_says():
    rows = pd.read_csv(REFERENCE / "ocha_places" / "locations.csv", dtype=str)
    points = {
        row["Location_Pcode"]: (float(row["Latitude_y"]), float(row["Longitude_x"]))
        for row in rows.to_dict("records")
    }
    pack, far = load_gazetteer("sy"), []
    for case in cases_of("OCHA C"):
        target = read_target(case.expected, pack)
        meant = [target.place, *target.rivals] if target.place else target.rivals
        at = [(place.lat, place.lon) for place in meant if place.lat is not None]
        point = points[case.source.removeprefix("OCHA ")]
        if at and min(geodesic(point, other).km for other in at) > SAME_KM:
            far.append(f"{case.name}: {case.expected} is not {case.source}")
    assert not far


@needs_reference
def test_ucdp_names_the_places():
    path = REFERENCE / "ucdp_ged" / "ucdp_ged_syria.csv"
    rows = pd.read_csv(path, usecols=["where_coordinates"], low_memory=False)
    names = " ".join(plain(name) for name in rows["where_coordinates"].unique())
    absent = [case.name for case in cases_of("UCDP GED") if plain(case.name) not in names]
    assert not absent
