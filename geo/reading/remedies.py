"""What a person does about a table, as messages say it: in Python, and as another door says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.reading.result import Reading
from geo.reading.values.spans import SAY_ORDER

__all__ = ["CHOOSE_POINTS", "SAY_COLUMNS", "SAY_ORDER", "SAY_SHEET", "name_remedies", "reword"]

# Remedies of who reads in Python. The command line and the app put their own words in their place.
SAY_COLUMNS = 'say what columns mean by columns={"When": "date", "Where": "place_text"}'
CHOOSE_POINTS = "say by columns= which is lat and which is lon to use them"
SAY_SHEET = "choose another by sheet="


def reword(text: str, remedies: Mapping[str, str]) -> str:
    """Return a message with a door's own words for what is to be done.

    remedies: {one of this module's remedies: the door's own words}.
    """
    for python, own in remedies.items():
        text = text.replace(python, own)
    return text


def name_remedies(reading: Reading, remedies: Mapping[str, str]) -> Reading:
    """Return a reading whose notes and reasons name a door's own remedies, as `reword` does."""
    rejected = reading.rejected
    known = {reason: reword(reason, remedies) for reason in rejected["reason"].unique()}
    return replace(
        reading,
        notes=tuple(reword(note, remedies) for note in reading.notes),
        rejected=rejected.assign(reason=rejected["reason"].map(known).astype("str")),
    )
