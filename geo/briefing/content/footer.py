"""The lines under a sheet: endorsement, credits, dates and hash."""

from __future__ import annotations

from collections.abc import Sequence

from geo.briefing.content.facts import Facts
from geo.briefing.content.metadata import SHOWN_DIGITS
from geo.briefing.drawing.fonts import clean
from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.layers.layer import Layer

__all__ = ["make_footer"]


def make_footer(
    facts: Facts,
    base_map: BaseMap,
    options: SheetOptions,
    *,
    words: Words,
    data_hash: str,
    layers: Sequence[Layer] = (),
) -> tuple[str, ...]:
    """Return the lines: what is legal to say, own layers credited last, and what is technical."""
    legal = [words.say("names" if options.has_plate else "boundaries"), base_map.credit_in(words)]
    legal.append(base_map.say("places_credit", words))
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


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
