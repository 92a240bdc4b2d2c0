"""The lines under a sheet: endorsement, credits, dates and hash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.briefing.content.facts import Facts
from geo.briefing.content.metadata import SHOWN_DIGITS
from geo.briefing.drawing.fonts import clean
from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.layers.layer import Layer
from geo.release.held import MOST_COLUMNS, Held

__all__ = ["make_footer"]


def make_footer(
    facts: Facts,
    base_map: BaseMap,
    options: SheetOptions,
    *,
    words: Words,
    data_hash: str,
    layers: Sequence[Layer] = (),
    ground: bool = False,
) -> tuple[str, ...]:
    """Return the lines: what is legal to say, own layers credited last, and what is technical.

    ground: whether rivers, lakes and hill shading are on the map.
    """
    legal = [_say_release(options, words)]
    legal += [words.say("names" if options.has_plate else "boundaries"), base_map.credit_in(words)]
    legal.append(base_map.say_credit(words))
    legal += [words.say("ground credit")] if ground else []
    legal += [clean(f"{layer.name}: {layer.credit}") for layer in layers if layer.credit]
    legal.append(clean(options.credit))
    projection = words.say("projection", name=words.term(options.projection))
    technical = [
        facts.as_of_text,
        words.say("data hash", hash=data_hash[:SHOWN_DIGITS]),
        *([] if options.has_plate else [projection]),
        words.say("made with"),
    ]
    return " ".join(_stopped(part) for part in legal if part), " · ".join(technical)


def _say_release(options: SheetOptions, words: Words) -> str:
    """Return what the release profile held back, "" without one."""
    if not options.release:
        return ""
    stop = "؛ " if words.language == "ar" else "; "
    said = stop.join(_say_held(options.held, words)) if options.held else ""
    held = said or words.say("release nothing")
    return clean(words.say("release", name=options.release, held=held))


def _say_held(held: Held, words: Words) -> Iterator[str]:
    if held.days:
        yield words.say("release days", count=held.days, all=held.strikes)
    for (to, km), rows in held.coarse.items():
        if rows:
            yield words.say(
                "release coarse", count=rows, told=words.say(f"release {to}", km=f"{km:g}")
            )
    if held.small:
        yield words.say("release small", count=sum(held.small.values()))
    if held.tolls:
        said = "release tolls" if held.people > 2 else "release tolls one"
        yield words.say(said, least=held.people, most=held.people - 1)
    if held.columns["strikes"]:
        yield words.say("release columns", names=_list_columns(held.columns["strikes"]))
    if held.claims_held:
        yield words.say("release sources all")
    elif held.columns["claims"]:
        yield words.say("release sources", names=_list_columns(held.columns["claims"]))


def _list_columns(columns: Sequence[str]) -> str:
    more = f" +{len(columns) - MOST_COLUMNS}" if len(columns) > MOST_COLUMNS else ""
    return ", ".join(columns[:MOST_COLUMNS]) + more


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
