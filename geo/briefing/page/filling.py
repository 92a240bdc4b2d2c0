"""What the blocks of a page have to say that depends on the map."""

from __future__ import annotations

from dataclasses import dataclass

from geo.briefing.content.facts import Facts
from geo.briefing.map.lay import count_beyond
from geo.briefing.map.points import StrikePoints
from geo.briefing.map.symbols import MapContent, MapPlan

__all__ = ["Filling", "list_needed", "list_possible"]


@dataclass(frozen=True, slots=True)
class Filling:
    """What the blocks say that depends on the map: strikes outside it, sentences needed.

    wider: strikes whose circle of uncertainty is larger than the map. map: whether there is one.
    """

    outside: int
    phrases: tuple[str, ...]
    wider: int = 0
    map: bool = True


def list_possible(facts: Facts, points: StrikePoints, plan: MapPlan) -> Filling:
    """Return the most that the blocks may have to say, before the map is laid."""
    uncertain = bool((points.uncertainty_km[points.located] > 0).any())
    needs = _needs(facts) | {
        "circles": uncertain and plan.symbols != "areas",
        "rings missing": uncertain and plan.symbols == "areas",
        "places": plan.symbols == "places",
        "disputed": bool(points.disputed[points.located].any()) and plan.symbols != "areas",
        "shades": plan.symbols == "areas" and not plan.sheets,
        "insets": plan.symbols == "areas" and not plan.sheets and plan.insets is None,
        "insets chosen": bool(plan.insets),
        "insets counts": bool(plan.insets) and plan.symbols == "areas",
        "sheets": bool(plan.sheets),
    }
    return Filling(count_beyond(points, plan.box), _names(needs))


def list_needed(facts: Facts, content: MapContent) -> Filling:
    """Return what the blocks say beside the map as it is laid."""
    rings = content.rings
    needs = _needs(facts) | {
        "circles": rings is not None and len(rings[0]) > 0,
        "rings missing": rings is None,
        "places": any(c.count > 1 for c in content.circles),
        "disputed": content.count_disputed()[0] > 0,
        "shades": bool(content.counts) and not content.sheets,
        "insets": content.insets > 0 and not content.given_insets,
        "insets chosen": content.insets > 0 and content.given_insets,
        "insets counts": content.insets > 0 and content.given_insets and bool(content.counts),
        "sheets": bool(content.sheets),
        "area": bool(content.badges),
    }
    if not content.drawn:
        of_map = ("circles", "rings missing", "places", "disputed", "shades", "insets",
                  "insets chosen", "insets counts", "sheets", "area")  # fmt: skip
        plain = {name: needed for name, needed in _needs(facts).items() if name not in of_map}
        return Filling(0, _names(plain), map=False)
    return Filling(content.outside, _names(needs), content.wider)


def _needs(facts: Facts) -> dict[str, bool]:
    """Return which sentences on reading the strikes themselves need, in their order."""
    totals = facts.totals
    return {
        "ranges": totals.rows > 0,
        "civilians": totals.instead["civilians_killed"].reported > 0,
        "lead": totals.counted_elsewhere > 0,
        "circles": False,
        "rings missing": False,
        "places": False,
        "disputed": False,
        "shades": False,
        "insets": False,
        "insets chosen": False,
        "insets counts": False,
        "sheets": False,
        "area": totals.area_only > 0,
        "rows": not facts.rows_are_strikes,
        "actors": bool(facts.rows),
    }


def _names(needs: dict[str, bool]) -> tuple[str, ...]:
    return tuple(name for name, needed in needs.items() if needed)
