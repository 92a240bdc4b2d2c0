"""What a page is given to be drawn: its paper, facts, points, base map and lines of text."""

from __future__ import annotations

from dataclasses import dataclass

from geo.briefing.content.facts import Facts
from geo.briefing.drawing.frame import Rect
from geo.briefing.map.base_map import BaseMap
from geo.briefing.map.points import StrikePoints
from geo.briefing.map.symbols import MapPlan
from geo.briefing.series.plates import Plate
from geo.briefing.terms.options import Paper
from geo.briefing.terms.words import Words

__all__ = ["PageContent"]


@dataclass(frozen=True, slots=True, eq=False)
class PageContent:
    """All that a page needs to be drawn."""

    paper: Paper
    facts: Facts
    points: StrikePoints
    base_map: BaseMap
    plan: MapPlan
    footer: tuple[str, ...]
    handling: str
    words: Words
    plate: Plate | None = None  # in the place of the map
    of_atlas: bool = False  # whether other sheets stand before it, so that its page 2 is another

    @property
    def margin(self) -> float:
        """Points kept free at the edges; printers need more."""
        return 20.0 if self.paper.dpi < 300 else 30.0

    @property
    def subtitles(self) -> list[str]:
        """The lines under the headline: the subtitle given, then title, period and filters."""
        facts = self.facts
        title = facts.title if facts.title != facts.headline else ""
        whole = self.words.say("semicolon").join(
            part for part in (title, facts.period, facts.filters) if part
        )
        return [line for line in (facts.subtitle, whole) if line]

    def turn(self, rect: Rect) -> Rect:
        """Return where a rectangle lies: mirrored on a page that is read from the right."""
        return rect.mirror(self.paper.width) if self.words.rtl else rect
