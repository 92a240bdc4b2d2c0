"""A decision on one name in one context, and what a gazetteer answers by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from gazetteer.match import Match, answer_place
from gazetteer.places import Place
from gazetteer.spelling.names import clean, fold

__all__ = ["VERDICTS", "Decided", "Decision", "Verdict"]

Verdict = Literal["place", "point", "no place", "later"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
# The precision of a point by its radius: how far the place may lie from it, in km, at most.
PRECISION_KM = ((1.0, "site"), (3.0, "settlement"), (10.0, "near"))


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided on one name.

    name, governorate: as reported; the decision counts for all rows that say both, and one
    without a governorate for those that state none. verdict: a listed place (place_id), a point
    (lon and lat in degrees, radius_km), no place at all, or later: looked at and left open. A
    point beside a place stands in for it where the place is not listed. when: ISO 8601, UTC.
    """

    name: str
    governorate: str = ""
    verdict: Verdict = "later"
    place_id: str = ""
    lon: float | None = None
    lat: float | None = None
    radius_km: float | None = None
    reason: str = ""
    who: str = ""
    when: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What it is a decision on: name and governorate, whatever their case and accents."""
        return fold(clean(self.name)), fold(clean(self.governorate))

    @property
    def answer(self) -> tuple[object, ...]:
        """What was decided, without why, by whom and when."""
        if self.verdict == "point":
            return self.verdict, self.lon, self.lat, self.radius_km
        return (self.verdict, self.place_id) if self.verdict == "place" else (self.verdict,)

    @property
    def words(self) -> str:
        """Who decided it, when and why, as the reason of an answer."""
        said = "decided" + (f" by {self.who}" if self.who else "")
        said += f" on {self.when[:10]}" if self.when else ""
        return said + (f": {self.reason}" if self.reason else "")


class Decided:
    """Answers the names of one gazetteer that a person decided."""

    def __init__(
        self,
        decisions: Iterable[Decision],
        *,
        get_place: Callable[[str], Place | None],
        find_governorate: Callable[[str], Place | None],
    ) -> None:
        self._get_place = get_place
        self._find_governorate = find_governorate
        self._known = {
            (fold(clean(one.name)), self._context(one.governorate)): one for one in decisions
        }

    def __len__(self) -> int:
        """How many names are decided."""
        return len(self._known)

    @property
    def all(self) -> tuple[Decision, ...]:
        """Every decision."""
        return tuple(self._known.values())

    @property
    def unlisted(self) -> tuple[Decision, ...]:
        """The decisions for a place that is not listed, and that give no point in its stead."""
        places = (one for one in self._known.values() if one.verdict == "place")
        return tuple(
            one for one in places if one.lon is None and self._get_place(one.place_id) is None
        )

    def find(self, name: object, governorate: object = None) -> Decision | None:
        """Return the decision on a name in a stated governorate, in any of its spellings."""
        if not self._known:
            return None
        return self._known.get((fold(clean(name)), self._context(governorate)))

    def decides(self, name: str, governorate: object = None) -> bool:
        """Say whether a person decided what a name means here."""
        return self.answer(name, governorate) is not None

    def answer(self, name: str, governorate: object = None) -> Match | None:
        """Return what was decided of a name; None for nothing, or a place not listed here."""
        decision = self.find(name, governorate)
        if decision is None or decision.verdict == "later":
            return None
        if decision.verdict == "no place":
            return Match(name, "reviewed", None, f"no place, {decision.words}", "unknown")
        if decision.verdict == "point":
            return _answer_point(name, decision)
        place = self._get_place(decision.place_id)
        if place is None:
            return None if decision.lon is None else _answer_point(name, decision)
        reason = f"{place.name}, {decision.words}"
        found = answer_place(name, place, reason, method="reviewed", score=1.0, share=1.0)
        return replace(found, score=None)  # nothing was matched that could be wrong so often

    def _context(self, governorate: object) -> str:
        text = clean(governorate)
        area = self._find_governorate(text) if text else None
        return (area.adm1_code or "") if area is not None else fold(text)


def _answer_point(name: str, decision: Decision) -> Match:
    radius = decision.radius_km or 0.0
    precision = next((word for most, word in PRECISION_KM if radius <= most), "area")
    what = f"{decision.place_id} by its point" if decision.place_id else "a point"
    return Match(
        name, "reviewed", None, f"{what}, {decision.words}", precision,
        lon=decision.lon, lat=decision.lat, uncertainty_km=radius,
    )  # fmt: skip
