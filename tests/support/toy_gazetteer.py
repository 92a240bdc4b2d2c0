"""A gazetteer of five places that answers from a table."""

from __future__ import annotations

from gazetteer import Match, Place
from gazetteer.decisions.decision import Decided

NORTH = Place("T1", "North", "governorate", name_ar="شمال", adm1_code="T1", adm1_name="North")
MILL = Place(
    "t:mill", "Mill", "settlement", 1.0, 2.0, 3.0, "طاحون",
    adm1_code="T1", adm1_name="North", adm2_code="T101", adm3_code="T10101",
)  # fmt: skip
OTHER_MILL = Place("t:mill-2", "Mill", "settlement", 5.0, 6.0, 1.5, adm1_code="T2")
DISTRICT = Place("T101", "Millshire District", "district", adm1_code="T1", adm2_code="T101")


def of(place, name, *, method="exact", precision="settlement"):
    area = precision in ("district", "governorate")
    return Match(
        name, method, 0.9, "listed spelling", precision, place=place,
        lon=None if area else place.lon, lat=None if area else place.lat,
        uncertainty_km=place.uncertainty_km, adm1_code=place.adm1_code, adm1_name="North",
    )  # fmt: skip


SHIRE = Place("T10101", "Mill Subdistrict", "subdistrict", adm1_code="T1", adm3_code="T10101")


class ToyGazetteer:
    """Answers from a table and records what it was asked."""

    country = "toyland"
    places = (NORTH, MILL, OTHER_MILL, DISTRICT, SHIRE)

    decided = Decided((), get_place=lambda _: None, find_governorate=lambda _: None)

    def __init__(self):
        self.asked = []

    def match_many(self, names, governorates=None):
        self.asked.append((list(names), list(governorates)))
        return [self.match(name) for name in names]

    def match(self, name):
        if name == "Mill":
            return of(MILL, name)
        if name == "near Mill":
            return of(MILL, name, method="nearby", precision="near")
        if name == "Millshire":
            return of(DISTRICT, name, precision="district")
        if name == "mills":
            rivals = (MILL, OTHER_MILL)
            return Match(name, "ambiguous", 0.5, "two alike", "unknown", rivals=rivals)
        if name == "several towns":
            return Match(name, "vague", None, "names no place", "unknown")
        return Match(name, "none", None, "nothing alike", "unknown")

    def find_area(self, *_):
        return None

    def find_governorate(self, text):
        return NORTH if text.casefold() in ("north", "t1", "شمال") else None

    def split_governorate(self, text):
        first, _, rest = text.partition(": ")
        area = self.find_governorate(first) if rest else None
        return (rest, area) if area else None

    def lists(self, text):
        return self.match(text).method == "exact"

    def knows(self, text):
        return self.match(text).method != "none"
