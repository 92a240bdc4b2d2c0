"""Where map and texts go on the first page: the map has its share, texts have the rest."""

from __future__ import annotations

from dataclasses import dataclass

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.page.blocks import GAP
from geo.briefing.page.edges import find_body, make_maker
from geo.briefing.page.given import PageContent
from geo.briefing.terms.options import Paper

__all__ = ["MAP_SHARE", "Arrangement", "arrange", "frame_map"]

MAP_SHARE = 0.555  # of the page, more than half of which the map has at least
LEAST_PANEL = 11.5  # of the size of text: a narrower panel breaks the totals
LEAST_BELOW, LEAST_BELOW_RTL = 11.0, 16.0  # of the size of text: less holds no totals


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the map lies and where the rest goes, on a page read from the left."""

    map: Rect
    rest: Rect
    beside: bool  # whether the rest stands beside the map, not under it


def arrange(body: Rect, paper: Paper, *, rtl: bool = False) -> Arrangement:
    """Give the map its share of the page: beside a panel, or over the rest on upright paper.

    It has less only where head and foot take so much that nothing could be said beside it. rtl:
    whether lines of text are as high as those that run from the right.
    """
    need = MAP_SHARE * paper.width * paper.height
    least = LEAST_BELOW_RTL if rtl else LEAST_BELOW
    if paper.upright:
        high = min(need / body.width, body.height - least * paper.small)
        below = Rect(body.x, body.y + high + GAP, body.width, body.height - high - GAP)
        return Arrangement(Rect(body.x, body.y, body.width, high), below, beside=False)
    gap = GAP * 1.4
    wide = min(need / body.height, body.width - gap - LEAST_PANEL * paper.small)
    panel = Rect(body.x + wide + gap, body.y, body.width - wide - gap, body.height)
    return Arrangement(Rect(body.x, body.y, wide, body.height), panel, beside=True)


def frame_map(page: PageContent, canvas: Canvas) -> MapFrame:
    """Return where the map lies and what it shows."""
    body = find_body(page, make_maker(page, canvas))
    where = arrange(body, page.paper, rtl=page.words.rtl)
    return fit_frame(page.turn(where.map), page.plan.box, projection=page.plan.projection)
