"""Columns whose name says the zone of their times: "Time (UTC)", "date_utc", "Time (EAT)"."""

from __future__ import annotations

import re

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, take_texts
from geo.reading.recognise.names import zone_of_name
from geo.reading.values.plain import plain_text

__all__ = ["spell_zone"]

_BARE_CLOCK = re.compile(r"(?:^|.*[\dt, ])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?")


def spell_zone(texts: pd.Series) -> tuple[pd.Series, str]:
    """Return a column with the zone of its name behind each time that has none, and what is said.

    The column as it is, and "", where its name says no zone.
    """
    zone = zone_of_name(str(texts.name or ""))
    if not zone:
        return texts, ""
    distinct = find_distinct([texts])
    spelled = [
        f"{text.strip()} {zone}" if _BARE_CLOCK.fullmatch(plain_text(text)) else text
        for (text,) in distinct.texts
    ]
    if all(text == own for text, (own,) in zip(spelled, distinct.texts, strict=True)):
        return texts, ""
    taken = take_texts(spelled, distinct.codes, texts.index).rename(texts.name)
    return taken, f"times of column {str(texts.name)!r} are taken as {zone}, as its name says"
