"""Moving: one strike put on a point with its radius, or on a listed place; its area joined anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gazetteer import Place
from gazetteer.decisions.decision import Decision
from geo.errors import CorrectionError
from geo.land.boundaries import Boundaries
from geo.placing.deciding import forget_places
from geo.placing.evidence import Matches
from geo.placing.locate import locate
from geo.workspace.changes import Change, Row
from geo.workspace.editing.correcting import correct_place, place_state
from geo.workspace.editing.fields import PLACE, word_place
from geo.workspace.editing.records import Act, Record, to_rows, to_table

__all__ = ["Land", "find_place", "locate_row", "make_decision", "move", "place_decided"]

FARTHEST_KM = 500.0
# What a row says of its place, which a person overrules. What it says of its area stays beside, so
# that what disagrees is told in adm_note.
_OVERRULED = {
    "pcode_text": None, "district_text": None, "subdistrict_text": None, "place_text_ar": None,
    "country_text": None, "stated_precision": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Land:
    """Where strikes are put: the places and the areas of their countries."""

    gazetteer: Matches
    boundaries: Boundaries | None = None


def find_place(place_id: str, gazetteer: Matches) -> Place:
    """Return a listed place by its id; raises CorrectionError for none."""
    found = next((place for place in gazetteer.places if place.place_id == place_id), None)
    if found is None:
        raise CorrectionError(
            f"place: {place_id!r} is not listed; look it up with `strikemap gazetteer search NAME`"
        )
    return found


def make_decision(
    act: Act, *, place: Place | None = None, point: tuple[float, float] | None = None,
    radius_km: float | None = None,
) -> Decision:  # fmt: skip
    """Return where one strike was, as a decision: a listed place, or (lon, lat) within a radius.

    Raises CorrectionError for a point without its radius, or off the earth.
    """
    said = Decision("", reason=act.why, who=act.who, when=act.at)
    if place is not None:
        return replace(
            said, verdict="place", place_id=place.place_id,
            lon=place.lon, lat=place.lat, radius_km=place.uncertainty_km,
        )  # fmt: skip
    lon, lat = point or (None, None)
    if lon is None or lat is None or not (abs(lon) <= 180 and abs(lat) <= 90):
        raise CorrectionError(f"place: {lat} {lon} is no latitude and longitude in degrees")
    if radius_km is None or not 0 < radius_km <= FARTHEST_KM:
        raise CorrectionError(
            f"place: {radius_km} is no radius in km; say within how many km of the point it was, "
            f"up to {FARTHEST_KM:g}"
        )
    return replace(said, verdict="point", lon=lon, lat=lat, radius_km=radius_km)


def move(record: Record, decision: Decision, land: Land) -> Change:
    """Return the change that puts a strike where a decision says, for this one strike alone."""
    row = record.strike
    state = locate_row(row, decision, land)
    act = Act(decision.who, decision.when, decision.reason)
    patches = correct_place(record, state, act)
    if not patches:
        raise CorrectionError(f"{record.strike_id}: is there already; pick another place")
    was, now = word_place(row), word_place(state)
    return Change("move", f"{record.strike_id}: from {was} to {now}", patches, act.why)


def place_decided(record: Record, land: Land) -> Row | None:
    """Return where a strike is by what was decided of its name; None where nothing was.

    That it was put elsewhere is left aside. A point of its source is never overruled.
    """
    was = record.corrections.get(PLACE)
    row = {**record.strike, **(was["as_read"] if was else {})}
    name, area = row.get("place_text"), row.get("governorate_text")
    if row["match_method"] == "given" or not name:
        return None
    decision = land.gazetteer.decided.find(name, area)
    return locate_row(row, decision, land) if decision and decision.verdict != "later" else None


def locate_row(row: Row, decision: Decision, land: Land) -> Mapping[str, Any]:
    """Return what locating fills in a row, with its point, where a decision says it was."""
    name = row.get("place_text") or "this strike"
    area = row.get("governorate_text")
    own = replace(decision, name=str(name), governorate=str(area or ""))
    asked = {**row, **_OVERRULED, "place_text": name}
    bare = forget_places(to_table([asked]))
    placed = locate(bare, land.gazetteer.with_decisions([own]), boundaries=land.boundaries)
    return place_state(to_rows(placed)[0])
