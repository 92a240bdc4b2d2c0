"""A person's own places: what a workspace lists beside the gazetteer, and their file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely

from gazetteer import Gazetteer, Place
from gazetteer.matching.adding import add_places
from gazetteer.places import AREA_KINDS, PLACE_KINDS
from gazetteer.several import Gazetteers
from gazetteer.spelling.names import clean, fold
from gazetteer.spreadsheet_cells import make_harmless
from geo.errors import CorrectionError
from geo.land.boundaries import Boundaries
from geo.workspace.changes import Row

__all__ = [
    "FARTHEST_KM", "KINDS", "OwnPlace", "check_governorate", "extend", "read_own", "write_places",
]  # fmt: skip

KINDS = tuple(kind for kind in PLACE_KINDS if kind not in AREA_KINDS)  # areas have outlines
FARTHEST_KM = 500.0
# Columns of the file, as tables of places name them (gazetteer/tables/columns.py).
COLUMNS = ("place_id", "name", "spellings", "kind", "governorate", "lon", "lat", "radius_km",
           "source", "note")  # fmt: skip
Listing = Gazetteer | Gazetteers


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that a person lists: lon, lat in degrees, and the radius in km that holds it.

    governorate: as its country calls it, "" for the one that its point lies in. source: who says
    that it is there. at: ISO 8601, UTC.
    """

    place_id: str
    name: str
    lon: float
    lat: float
    radius_km: float
    kind: str = "settlement"
    other_names: tuple[str, ...] = ()
    governorate: str = ""
    source: str = ""
    reason: str = ""
    who: str = ""
    at: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, folded as names are compared."""
        return tuple(dict.fromkeys(fold(clean(name)) for name in (self.name, *self.other_names)))

    def to_row(self) -> Row:
        """Return it as the table `places` has it."""
        return {
            "place_id": self.place_id, "name": self.name, "governorate": self.governorate,
            "other_names": "; ".join(self.other_names), "lon": self.lon, "lat": self.lat,
            "radius_km": self.radius_km, "kind": self.kind, "source": self.source,
            "reason": self.reason, "who": self.who, "at": self.at, "geom": [self.lon, self.lat],
        }  # fmt: skip

    def check(self) -> None:
        """Raise CorrectionError naming the field and the remedy for what no place is."""
        if not clean(self.name) or not all(self.names):
            raise CorrectionError("name: says nothing; write the place's name")
        if ";" in self.name:
            raise CorrectionError("name: holds a semicolon; write other spellings beside it")
        if self.kind not in KINDS:
            raise CorrectionError(f"kind: {self.kind!r} is none of {', '.join(KINDS)}")
        if not (abs(self.lon) <= 180 and abs(self.lat) <= 90):
            raise CorrectionError(f"point: {self.lat} {self.lon} is no latitude and longitude")
        if not 0 < self.radius_km <= FARTHEST_KM:
            raise CorrectionError(
                f"radius: {self.radius_km:g} km; say within how many km of the point it lies, up "
                f"to {FARTHEST_KM:g}"
            )


def read_own(rows: Iterable[Row]) -> tuple[OwnPlace, ...]:
    """Return the places that rows of the table hold."""
    return tuple(
        OwnPlace(
            row["place_id"], row["name"], row["lon"], row["lat"], row["radius_km"],
            row["kind"] or "settlement",
            tuple(name for name in row["other_names"].split("; ") if name),
            row["governorate"], row["source"], row["reason"], row["who"], row["at"],
        )
        for row in rows
    )  # fmt: skip


def extend(gazetteer: Listing, own: Sequence[OwnPlace], boundaries: Boundaries) -> Listing:
    """Return a gazetteer that lists a person's own places too, each in its country.

    One whose governorate no country of it has (another edition, another spelling) lies in the one
    that its point lies in.
    """
    if not own:
        return gazetteer
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    added: list[list[Place]] = [[] for _ in members]
    for place in own:
        area = _find_area(place, gazetteer, boundaries)
        at = next((at for at, one in enumerate(members) if area in one.governorates), 0)
        added[at].append(_to_place(place, area))
    extended = [add_places(one, more) for one, more in zip(members, added, strict=True)]
    return Gazetteers(extended) if len(extended) > 1 else extended[0]


def check_governorate(own: OwnPlace, gazetteer: Listing) -> None:
    """Raise CorrectionError for a governorate that no country of a gazetteer has."""
    if own.governorate and gazetteer.find_governorate(own.governorate) is None:
        raise CorrectionError(
            f"governorate: {own.governorate!r} is not known; leave it empty for the one that "
            "the point lies in"
        )


def _find_area(own: OwnPlace, gazetteer: Listing, boundaries: Boundaries) -> Place | None:
    if own.governorate and (found := gazetteer.find_governorate(own.governorate)):
        return found
    table = boundaries.governorates
    codes = {*table["code"][table.covers(shapely.Point(own.lon, own.lat))]}
    return next((area for area in gazetteer.governorates if area.adm1_code in codes), None)


def _to_place(own: OwnPlace, area: Place | None) -> Place:
    return Place(
        own.place_id, own.name, own.kind, own.lon, own.lat, own.radius_km,
        adm1_code=area.adm1_code if area else None, adm1_name=area.adm1_name if area else None,
        spellings=own.other_names, sources=(own.source or "the workspace's own",), added=True,
    )  # fmt: skip


def write_places(own: Iterable[OwnPlace]) -> str:
    """Return places as the text of a table that `strikemap gazetteer add` takes, by name."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in sorted(own, key=lambda place: (place.name, place.place_id)):
        cells = (
            one.place_id, one.name, "; ".join(one.other_names), one.kind, one.governorate,
            one.source, one.reason,
        )  # fmt: skip
        texts = [make_harmless(cell) for cell in cells]
        numbers = f"{one.lon:.6f}", f"{one.lat:.6f}", f"{one.radius_km:g}"
        writer.writerow([*texts[:5], *numbers, *texts[5:]])
    return text.getvalue()
