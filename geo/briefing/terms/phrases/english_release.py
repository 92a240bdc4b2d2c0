"""English: what a release profile held back of a sheet's data."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE: dict[str, str] = {
    "release": "Released by the profile {name}: {held}",
    "release nothing": "nothing of these {nouns} held back",
    "release days": "{count} of {all} {nouns} held back by their day",
    "release coarse": "{count} placed coarsely, in {told}",
    "release grid": "a square of {km} km",
    "release district": "their district",
    "release governorate": "their {its_adm}",
    "release country": "their country",
    "release small": "{count} counted on a larger area, since few are in their own",
    "release tolls": "tolls of fewer than {least} people told as 1 to {most}",
    "release tolls one": "tolls of fewer than {least} people told as 1",
    "toll": "not reported",
    "toll held": "held back",
    "killed none held": "Killed: held back in this release",
    "killed all none held": "All killed: held back in this release",
    "compare killed none held": "killed: held back in this release",
    "unseen tolls held": "The numbers of people killed are held back in this release; "
    "that is neither unreported nor zero.",
    "release columns": "held back, not unreported: {names}",
    "undated held": "held back",
    "undated count held": "days held back: no timeline",
    "no dated strikes held": "days held back",
    "timeline none held": "Days held back in this release: no timeline",
    "timeline area": "No timeline: it would count the days of one area, which "
    "this release does not",
    "unseen undated held": "The days of these {nouns} are held back in this release: "
    "they are in no period and on no timeline.",
    "as of unknown held": "As of: held back",
    "date not known held": "date held back",
    "actor not reported held": "actor held back",
    "no place held": "place held back",
    "outlet not known held": "outlet held back",
    "no sources held": "The sources of these {nouns} are held back in this release.",
    "release sources": "held back of sources: {names}",
    "release sources all": "all sources held back",
}  # fmt: skip
