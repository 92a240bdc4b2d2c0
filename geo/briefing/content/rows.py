"""The rows of a sheet's table: when, where, what, killed and sources of each strike, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.briefing.content.places import word_place
from geo.briefing.content.sources import Sources
from geo.briefing.drawing.fonts import clean
from geo.briefing.terms.words import Words

__all__ = ["TableRow", "list_rows", "word_actors", "word_date", "word_what"]

MOST_NUMBERS = 4  # of sources in one row
# Of those killed in a strike the first that is told, and the phrase that names it.
_TOLD_AS = {"killed": "", "civilians_killed": "civilians", "casualties": "killed or injured"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One strike of the table, in words; `outside` once the map is known to leave it out."""

    strike_id: str
    number: int
    date: str
    place: str
    what: str
    killed: str
    sources: str
    cited: tuple[int, ...]  # the source numbers that `sources` says
    link: str  # the first web address among them, '' for none
    least: float | None  # killed at least, by which a table of the highest tolls is ordered


def list_rows(
    main: gpd.GeoDataFrame,
    least: pd.Series,
    sources: Sources,
    names: Mapping[str, str],
    words: Words,
    *,
    country: str,
) -> list[TableRow]:
    """Return the rows of the table, numbered from 1.

    least: killed at least, by strike. names: of areas, by code.
    """
    number_of = {strike: at + 1 for at, strike in enumerate(main.index)}
    rows = []
    for strike, row in zip(main.index, main.to_dict("records"), strict=True):
        numbers = sources.of_strike.get(str(strike), [])
        rows.append(
            TableRow(
                strike_id=str(strike),
                number=number_of[strike],
                date=word_date(row, words),
                place=word_place(row, names, words, country=country),
                what=word_what(row, words),
                killed=_killed(str(strike), row, number_of, words),
                sources=_numbers(numbers, words),
                cited=tuple(numbers[:MOST_NUMBERS]),
                link=sources.find_link(numbers[:MOST_NUMBERS]),
                least=None if pd.isna(least[strike]) else float(least[strike]),
            )
        )
    return rows


def _numbers(numbers: Sequence[int], words: Words) -> str:
    """Return source numbers, no more than a narrow column holds."""
    listed = words.say("comma").join(words.number(number) for number in numbers[:MOST_NUMBERS])
    return f"{listed} …" if len(numbers) > MOST_NUMBERS else listed


def word_date(row: Mapping[str, Any], words: Words) -> str:
    """Return the days of a strike, as sharp as they are known."""
    if pd.isna(row["date_start"]):
        return words.say("undated")
    first, last = row["date_start"].date(), row["date_end"].date()
    return words.span(first, last, row["date_precision"])


def word_what(row: Mapping[str, Any], words: Words) -> str:
    """Say kind, kind of target and alleged actor; the free text of a target may name persons."""
    what = words.term(row["kind"])
    target = _text(row["target_kind"])
    if target and target not in ("other", "unknown"):
        what = words.say("on", kind=what, target=words.term(target))
    if row["event_status"] in ("contested", "denied"):
        what = words.say("standing", what=what, standing=words.term(row["event_status"]))
    what = _count_strikes(what, row, words)
    actor, attribution = _text(row["actor"]), _text(row["attribution"])
    if actor and attribution:
        actor = word_actors(actor, words)
        return words.say("by", what=what, actor=actor, attribution=words.term(attribution))
    return words.say("by bare", what=what, actor=word_actors(actor, words)) if actor else what


def _count_strikes(what: str, row: Mapping[str, Any], words: Words) -> str:
    """Add that a row is no strike, or how many strikes it stands for."""
    if _text(row["not_strike"]):
        return words.say("no strike", what=what)
    low, high = row["strikes_min"], row["strikes_max"]
    if all(pd.isna(bound) or bound == 1 for bound in (low, high)):
        return what
    return words.say("several", what=what, strikes=words.range(low, high))


def word_actors(actor: str, words: Words) -> str:
    """Return actors that are joined by semicolons in the language."""
    return words.say("comma").join(words.term(part.strip()) for part in actor.split(";"))


def _killed(strike: str, row: Mapping[str, Any], number_of: Mapping[str, int], words: Words) -> str:
    lead = row["toll_lead"]
    if isinstance(lead, str) and lead != strike:
        if lead in number_of:
            return words.say("counted with number", number=number_of[lead])
        return words.say("counted with", lead=clean(lead))
    for toll, phrase in _TOLD_AS.items():
        low, high = row[f"{toll}_min"], row[f"{toll}_max"]
        if not (pd.isna(low) and pd.isna(high)):
            told = words.range(low, high)
            return words.say(phrase, toll=told) if phrase else told
    return words.say("toll")


def _text(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""
