"""What is noted beside an answer: a decision that no row says, a point outside the countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from strikemap.cli.messages import say

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from gazetteer.decisions.decision import Decision
    from gazetteer.several import Gazetteers
    from geo.land.boundaries import Boundaries
    from geo.placing.evidence import Matches
    from geo.workspace.store import Workspace

__all__ = ["note_point", "note_taken", "note_unsaid"]


def note_unsaid(opened: Workspace, decision: Decision, pack: Matches) -> None:
    """Say it where no row says a decided name, or only beside another governorate."""
    from gazetteer.decisions.decision import Decided

    said = opened.find_said(decision.name)
    decided = Decided([decision], get_place=lambda _: None, find_governorate=pack.find_governorate)
    if any(decided.find(one.place, one.governorate) is not None for one in said):
        return
    if not said:
        say(f"note: no row says {decision.name!r} that has no point of its own")
        return
    areas = sorted({one.governorate or "" for one in said})
    options = " or ".join(f'--governorate "{area}"' if area else "none" for area in areas)
    say(f"note: rows say {decision.name!r} beside another governorate; say {options}")


def note_point(decision: Decision, areas: Boundaries | None) -> None:
    """Say it where a point lies outside the countries at hand."""
    import shapely

    from geo.placing.extent import lie_inside, name_home

    lon, lat = decision.lon, decision.lat
    if areas is None or lon is None or lat is None or decision.verdict != "point":
        return
    inside, exchanged = lie_inside(shapely.points([[lon, lat], [lat, lon]]), areas)
    if not inside:
        turned = f"; LAT comes first: {lon:g},{lat:g} lies in it" if exchanged else ""
        say(f"note: {lat:g},{lon:g} lies outside {name_home(areas)}{turned}")


def note_taken(
    decisions: Sequence[Decision], pack: Gazetteer | Gazetteers, areas: Boundaries
) -> None:
    """Say which of a colleague's decisions place no row here, or put theirs out of the country."""
    import shapely

    from gazetteer.several import find_unlisted
    from geo.placing.extent import lie_inside, name_home

    for one in find_unlisted(pack, decisions):
        say(
            f"note: {one.name}: {one.place_id} is listed nowhere here, so no row is placed by it; "
            "add the table that lists it (--gazetteer FILE), or decide the name anew"
        )
    pointed = [one for one in decisions if one.verdict == "point"]
    lon, lat = [one.lon for one in pointed], [one.lat for one in pointed]
    inside = lie_inside(shapely.points(lon, lat), areas)
    for one, is_inside in zip(pointed, inside, strict=True):
        if not is_inside:
            say(f"note: {one.name}: {one.lat:g},{one.lon:g} lies outside {name_home(areas)}")
