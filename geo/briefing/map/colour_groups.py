"""Strikes coloured by kind or actor: the groups, which strike is of which, and their drawing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import clean
from geo.briefing.terms.words import Words

__all__ = ["Colouring", "Disc", "Group", "colour_strikes", "draw_discs", "text_on"]

Point = tuple[float, float]
Parts = tuple[str, ...]  # the names that a row tells in one cell, none twice, in a fixed order
COLOURS = ("group 1", "group 2", "group 3", "group 4", "group 5", "group 6")
OTHER, UNKNOWN = "group other", "group unknown"
# As on the web map, so that a kind has one colour everywhere.
KINDS: dict[Parts, str] = dict(zip(
    (("airstrike",), ("drone",), ("shelling",), ("ied",), ("missile",), ("ground",)), COLOURS,
    strict=True,
))  # fmt: skip
DARK = (COLOURS[1],)  # on these a number is white
HOLLOW = 0.74  # of the radius: the hole of a disc that holds a disputed strike
STEPS = 64  # corners of a whole disc


@dataclass(frozen=True, slots=True)
class Group:
    """Strikes of one kind or actor: what it is called, and the name of its colour."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Colouring:
    """The groups in the order of the legend, and the position among them of each strike's."""

    groups: tuple[Group, ...]
    of: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle of the map: middle and radius in points, strikes of each group, whether hollow."""

    x: float
    y: float
    radius: float
    counts: Sequence[tuple[int, int]]  # position of a group, strikes
    hollow: bool


def colour_strikes(
    strikes: gpd.GeoDataFrame, shown: gpd.GeoDataFrame, by: str, words: Words
) -> Colouring | None:
    """Return the groups of the strikes shown by kind or actor, None where `by` is ''.

    Kinds have colours of their own; of actors, those of most strikes in all of the data, so that
    one keeps its colour whatever is filtered. Actors that are named together are a group of their
    own in whatever order, and one of them by itself is said to be alone. The rest is one group,
    and what is not reported another.
    """
    if not by:
        return None
    known = KINDS if by == "kind" else _colour_actors(strikes)
    keys = [_sort_parts(value) for value in shown[by]]
    colours = [known.get(key, OTHER) if key else UNKNOWN for key in keys]
    shared = {part for key in (*known, *keys) if len(key) > 1 for part in key}
    names = {colour: _name(key, shared, words) for key, colour in known.items()}
    held = "actor not reported" in words.held
    unknown = words.say("actor not reported" if held else "not reported")
    names |= {OTHER: words.say("legend other"), UNKNOWN: unknown}
    there = [colour for colour in names if colour in set(colours)]
    of = {str(strike): there.index(colour)
          for strike, colour in zip(shown.index, colours, strict=True)}  # fmt: skip
    return Colouring(tuple(Group(names[colour], colour) for colour in there), of)


def _colour_actors(strikes: gpd.GeoDataFrame) -> dict[Parts, str]:
    counts = Counter(filter(None, map(_sort_parts, strikes["actor"])))
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return dict(zip(order, COLOURS, strict=False))


def _sort_parts(value: object) -> Parts:
    """Return the names in a cell in a fixed order: of actors that a row lists none comes first."""
    names = value.split(";") if isinstance(value, str) else ()
    return tuple(sorted({name.strip() for name in names} - {""}))


def _name(key: Parts, shared: Collection[str], words: Words) -> str:
    """Return what a group is called. shared: who is named beside others in other groups."""
    name = " + ".join(clean(words.term(part)) for part in key)
    alone = len(key) == 1 and key[0] in shared
    return words.say("legend alone", name=name) if alone else name


def text_on(disc: Disc, groups: Sequence[Group]) -> tuple[str, str]:
    """Return the names of the colours of a number in a disc and of its halo, '' for none."""
    if disc.hollow:
        return "ink", ""
    several = len(disc.counts) > 1
    dark = not several and groups[disc.counts[0][0]].colour in DARK
    return "circle text" if dark else "ink", "paper" if several else ""


def draw_discs(canvas: Canvas, discs: Sequence[Disc], groups: Sequence[Group]) -> None:
    """Draw discs in parts of their groups' colours, the first lowest."""
    parts = [part for disc in discs for part in _cut(disc, groups)]
    canvas.shapes(
        [shape for shape, _ in parts], fill=[colour for _, colour in parts], edge="ink", line=0.5,
        layer=6,
    )  # fmt: skip


def _cut(disc: Disc, groups: Sequence[Group]) -> Iterator[tuple[BaseGeometry, str]]:
    whole, start = sum(count for _, count in disc.counts), 0.0
    for group, count in disc.counts:
        end = start + count / whole
        yield shapely.Polygon(_corners(disc, disc.radius, start, end)), groups[group].colour
        start = end
    if disc.hollow:
        yield shapely.Polygon(_corners(disc, disc.radius * HOLLOW, 0, 1)), "paper"


def _corners(disc: Disc, radius: float, start: float, end: float) -> list[Point]:
    """Return the corners of a sector, from and to parts of a turn, clockwise from the top."""
    steps = max(2, math.ceil((end - start) * STEPS))
    turns = [math.tau * (start + (end - start) * at / steps) for at in range(steps + 1)]
    rim = [(disc.x + radius * math.sin(t), disc.y - radius * math.cos(t)) for t in turns]
    return rim if end - start >= 1 else [(disc.x, disc.y), *rim]
