"""`strikemap gazetteer search`: what a name is taken to mean, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.inputs import load_places
from strikemap.cli.messages import answer
from strikemap.cli.options import CountryOption, GazetteerOption

if TYPE_CHECKING:
    from gazetteer import Place


def search(
    name: Annotated[str, typer.Argument(help="Place name, in any spelling or script.")],
    governorate: Annotated[
        str | None, typer.Option("--governorate", help="Governorate as reported.")
    ] = None,
    gazetteer: GazetteerOption = None,
    country: CountryOption = "sy",
) -> None:
    """Say what a name is taken to mean, why, and what else it could mean."""
    from geo.land.installed import load_land
    from geo.land.levels import call_level, level_words, say_levels
    from geo.placing.on_land import keep_match_on_land

    pack = load_places(country, gazetteer)
    match = pack.match(name, governorate)
    if match.method == "nearby":
        match = keep_match_on_land(match, load_land(country))
    where = "" if match.lon is None else f", {match.lon:.5f} {match.lat:.5f} (lon lat)"
    radius = f", within {match.uncertainty_km:g} km" if match.uncertainty_km else ""
    score = "" if match.score is None else f", score {match.score:.2f}"
    answer(f"{name}: {match.method}{score}")
    if match.place is not None:
        named = f"{match.place.name} {match.place.name_ar or ''}".strip()
        answer(f"  {named} [{match.place.place_id}], {match.precision}{where}{radius}")
    elif where:
        answer(f"  {match.precision}{where}{radius}")
    answer(f"  {say_levels(match.reason, country)}")
    candidates = pack.explain(name, governorate)
    if candidates:
        level = level_words((country,)).one[0]
        answer(f"candidates: share, place, {level}, kind, id, spelling met, km to the first")
    for found in candidates[:10]:
        place = found.place
        answer(
            f"  {found.share:4.0%}  {place.name}, {place.adm1_name or '-'}, "
            f"{call_level(place.kind, place.adm1_code)}, "
            f"{place.place_id}, {found.spelling}{' (exact)' if found.exact else ''}"
            f"{_word_distance(candidates[0].place, place)}"
        )


def _word_distance(first: Place, other: Place) -> str:
    """Return how far a place is from another, in km, where both have a point."""
    from geopy.distance import geodesic

    if other is first or None in (first.lon, first.lat, other.lon, other.lat):
        return ""
    return f", {geodesic((first.lat, first.lon), (other.lat, other.lon)).km:,.1f} km"
