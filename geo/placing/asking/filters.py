"""Filters as asked -> filters as the rows have them; what no row and no area answers is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

import pandas as pd

from gazetteer.matching.ladder import Gazetteer
from gazetteer.several import Gazetteers, join_words, name_covered
from geo.errors import FilterError
from geo.land.boundaries import Boundaries
from geo.land.levels import level_words
from geo.placing.asking.areas import NamedAreas
from geo.placing.asking.around import settle_around
from geo.strikes.filters import NOT_REPORTED, Filters
from geo.strikes.passing import by_actors, fold, holds_text
from geo.strikes.schema import split_several

__all__ = ["note_unmet", "settle_area", "settle_filters"]

_PARTS = ((1, "governorate", "governorates"), (2, "district", "districts"))
_MOST_NEAR = 3  # actors that are offered


def settle_filters(
    filters: Filters,
    strikes: pd.DataFrame,
    boundaries: Boundaries,
    gazetteer: Gazetteer | Gazetteers | None = None,
) -> Filters:
    """Return filters whose areas are the codes that they name, and `around` a circle by its point.

    An area goes by its code, its ISO 3166-2 code and every spelling that outlines, rows or
    gazetteer list. A name that rows alone report stays. Where governorates are given that are
    areas of the second level and no districts are, they are districts. strikes: located ones.
    Raises FilterError naming the nearest areas for a name that is none of them, and for a layer
    that is not at hand.
    """
    if filters.near_layer:
        filters.near_layer.require()
    filters = settle_around(filters, gazetteer)
    if not filters.governorates and not filters.districts:
        return filters
    known = {level: NamedAreas(level, strikes, boundaries, gazetteer) for level, _, _ in _PARTS}
    found: dict[str, tuple[str, ...]] = {}
    for level, part, field in _PARTS:
        asked = getattr(filters, field)
        codes = [_find(name, known[level], strikes, level) for name in asked]
        if None in codes and level == 1 and not filters.districts:
            below = [_find(name, known[2], strikes, 2) for name in asked]
            if None not in below:
                return replace(filters, governorates=(), districts=_flat(below))
        for name, code in zip(asked, codes, strict=True):
            if code is None:
                raise FilterError(_say_unknown(part, name, known[level], boundaries))
        found[field] = _flat(codes)
    return replace(filters, governorates=found["governorates"], districts=found["districts"])


def settle_area(
    text: str,
    strikes: pd.DataFrame,
    boundaries: Boundaries,
    gazetteer: Gazetteer | Gazetteers | None = None,
) -> str:
    """Return the code of the one first-level area that a text names; the text for none, several."""
    codes = NamedAreas(1, strikes, boundaries, gazetteer).find(text)
    return codes[0] if len(codes) == 1 else text


def note_unmet(filters: Filters, strikes: pd.DataFrame, boundaries: Boundaries) -> list[str]:
    """Say which days, actors, words and areas of settled filters no row has, and what is near."""
    notes = [*_note_period(filters, strikes)]
    for actor in filters.actors:
        if actor != NOT_REPORTED and not by_actors(strikes["actor"], (actor,)).any():
            near = _near_actors(actor, strikes["actor"])
            notes.append(f"actor={actor}: no row names it{_offer(near)}")
    if filters.text and not holds_text(strikes, filters.text).any():
        notes.append(f"q={filters.text}: no row has these words in its names, actor or target")
    return [*notes, *_note_empty(filters, strikes, boundaries)]


def _note_period(filters: Filters, strikes: pd.DataFrame) -> Iterator[str]:
    """Say where a period reaches beyond the days of the data: none there is none recorded."""
    first, last = strikes["date_start"].min(), strikes["date_end"].max()
    if filters.date_from and first > pd.Timestamp(filters.date_from):
        yield f"from={filters.date_from}: the data begin on {first:%Y-%m-%d}, none is known before"
    if filters.date_to and last < pd.Timestamp(filters.date_to):
        yield f"to={filters.date_to}: the data end on {last:%Y-%m-%d}, none is known after"


def _note_empty(filters: Filters, strikes: pd.DataFrame, boundaries: Boundaries) -> Iterator[str]:
    words = level_words(boundaries.countries).one
    for level, part, field in _PARTS:
        counted = {fold(code) for code in strikes[f"adm{level}_code"].dropna().unique()}
        for code in sorted(set(getattr(filters, field)) - {NOT_REPORTED}):
            if fold(code) in counted or _is_stated(code, strikes, level):
                continue
            named = f"{boundaries.names[code]}, {code}" if code in boundaries.names else code
            note = f"{part}={code}: no row is counted on this {words[level - 1]} ({named})"
            lacking = level > 1 and level not in boundaries.levels
            yield note + (f"; no outlines of a {words[level - 1]} are at hand" if lacking else "")


def _near_actors(actor: str, cells: pd.Series) -> list[str]:
    names = {name for cell in cells.dropna().unique() for name in split_several(cell)}
    folded = {fold(name): name for name in sorted(names)}
    within = [name for key, name in folded.items() if fold(actor) in key]
    close = get_close_matches(fold(actor), folded, n=_MOST_NEAR)
    return list(dict.fromkeys([*within, *(folded[key] for key in close)]))[:_MOST_NEAR]


def _find(
    name: str, known: NamedAreas, strikes: pd.DataFrame, level: int
) -> tuple[str, ...] | None:
    """Return the codes that a name stands for, itself where rows alone say it, None for none."""
    if name == NOT_REPORTED:
        return (name,)
    codes = known.find(name)
    return codes or ((name,) if _is_stated(name, strikes, level) else None)


def _is_stated(name: str, strikes: pd.DataFrame, level: int) -> bool:
    """Say whether rows without a code report an area so."""
    word = ("governorate", "district")[level - 1]
    texts = strikes.loc[strikes[f"adm{level}_code"].isna(), f"{word}_text"]
    names = strikes.loc[strikes[f"adm{level}_code"].isna(), f"adm{level}_name"]
    said = pd.concat([texts, names]).dropna().unique()
    return any(fold(text) == fold(name) for text in said)


def _flat(codes: list[tuple[str, ...] | None]) -> tuple[str, ...]:
    return tuple(code for several in codes for code in several or ())


def _say_unknown(part: str, name: str, known: NamedAreas, boundaries: Boundaries) -> str:
    words = level_words(boundaries.countries)
    word, where = words.one[known.level - 1], "these countries"
    if len(boundaries.countries) <= _MOST_NEAR:
        where = join_words([name_covered(country) for country in boundaries.countries])
    listed = [known.names[code] for code in sorted(known.names)]
    if not listed:
        return f"filter: {part}={name}: no {word} is known in {where}; leave the part out"
    near = known.near(name)
    offered = _offer(near) or f"; the {words.many[known.level - 1]} are {_enumerate(listed)}"
    return f"filter: {part}={name} is no {word} known in {where}{offered}"


def _enumerate(names: list[str], most: int = 40) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _offer(near: list[str]) -> str:
    return f"; nearest: {', '.join(near)}" if near else ""
