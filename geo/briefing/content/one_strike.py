"""A sheet of one strike: what it was, how sure its place is, and every claim of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.briefing.content.places import word_place
from geo.briefing.content.rows import word_actors, word_date, word_what
from geo.briefing.content.sources import Source, Sources, word_publication
from geo.briefing.drawing.fonts import clean
from geo.briefing.terms.words import Words

__all__ = ["describe_strike", "list_claims"]


def describe_strike(
    shown: gpd.GeoDataFrame, names: Mapping[str, str], words: Words, *, country: str
) -> tuple[str, tuple[str, ...]]:
    """Return the finding of one strike, and sentences on how sure its place is.

    names: of areas, by code.
    """
    row = shown.to_dict("records")[0]
    parts = {
        "what": words.large(word_what(row, words)),
        "place": words.large(word_place(row, names, words, country=country)),
        "date": word_date(row, words),
    }
    return words.say("strike headline", **parts), tuple(_list_sure(row, words))


def _list_sure(row: Mapping[str, Any], words: Words) -> list[str]:
    sure = []
    if row["location_status"] == "located":
        precision, km = words.term(f"precision {row['precision']}"), row["uncertainty_km"]
        if pd.isna(km):
            sure.append(words.say("sure point", precision=precision))
        else:
            told = words.in_digits(f"{km:g}")
            sure.append(words.say("sure within", precision=precision, km=told))
    if isinstance(row["place_text"], str):
        sure.append(words.say("sure as reported", place=clean(row["place_text"])))
    method = words.term(f"method {row['match_method']}")
    sure.append(words.say("sure found", method=method))
    return sure


def list_claims(claims: pd.DataFrame, strike: str, words: Words) -> Sources:
    """Return every claim as a source of its own: who published it, and what it says.

    Its words of place and date are told as they stand; of its toll the figures alone, since
    words of a toll may name persons.
    """
    ordered = claims.sort_values(["published", "claim_id"], kind="stable", na_position="last")
    listed = []
    for number, (at, row) in enumerate(zip(ordered.index, ordered.to_dict("records"), strict=True)):
        published = word_publication(ordered.loc[[at]].astype(object).fillna(""), words)
        said = words.say("semicolon").join(_list_said(row, words)) or words.say("claim nothing")
        line = words.say("claim", source=published, said=said)
        url = clean(row["url"]) if isinstance(row["url"], str) else ""
        listed.append(Source(number + 1, line, url))
    return Sources(tuple(listed), len(listed), {strike: [each.number for each in listed]})


def _list_said(row: Mapping[str, Any], words: Words) -> list[str]:
    said = [
        words.say(f"claim {name}", text=clean(row[f"{name}_text"]))
        for name in ("place", "date")
        if isinstance(row[f"{name}_text"], str)
    ]
    if isinstance(row["actor"], str):
        said.append(words.say("actors", values=word_actors(clean(row["actor"]), words)))
    for toll in ("killed", "civilians_killed", "injured", "casualties"):
        low, high = row[f"{toll}_min"], row[f"{toll}_max"]
        if not (pd.isna(low) and pd.isna(high)):
            said.append(words.say(f"claim {toll}", toll=words.range(low, high)))
    return said
