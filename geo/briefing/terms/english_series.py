"""English phrases of trends and comparisons, and of the layers of an SVG."""

from __future__ import annotations

__all__ = ["SERIES"]

SERIES: dict[str, str] = {
    "unlocated alone": "{count} not located",
    "trend area": "{Nouns} per {bin} by area",
    "trend actor": "{Nouns} per {bin} by actor",
    "trend scale": "One scale for all: the highest bar is {most}",
    "trend dated": "{dated} of {rows} {nouns} are dated and in these bars; {undated} undated",
    "trend dated all": "All {rows} {nouns} are dated and in these bars",
    "trend none": "None of {rows} {nouns} has a date: there is no trend to show",
    "trend areas": "{count} other areas",
    "trend actors": "{count} other actors",
    "trend shared": "{count} {nouns} name several actors: in the bars of each",
    "trend shared one": "1 {noun} names several actors: in the bars of each",
    "trend undated": "{count}, of them {undated} undated",
    "actor not reported": "actor not reported",
    "compare headline": "{first} {nouns} ({own}) against {second} ({other})",
    "compare title": "{Nouns} by area in both",
    "compare set": "{count} {nouns}; {located} of {count} located",
    "compare set one": "1 {noun}; {located} of 1 located",
    "compare none": "no {noun}",
    "compare killed": "killed, as reported: {toll}, a figure for {reported} of {rows}",
    "compare killed none": "killed: no figure reported",
    "compare scale": "One scale for both: the longest bar is {most}",
    "compare both": "{count} {nouns} are in both sets",
    "compare both one": "1 {noun} is in both sets",
    "compare days": "{first} and {second} days: the counts are not per day",
    "compare undated": "{count} undated {nouns} are in neither period",
    "compare undated one": "1 undated {noun} is in neither period",
    "compare more": "and {count} more areas",
    "compare more one": "and 1 more area",
    "column difference": "Difference",
    "embed": "Put this into a story page",
    "embed how": "Put this file on your server, paste the lines below into the story, and write "
    "its address into them. Readers of the story do not see this part.",
    "part paper": "Paper",
    "part ground": "Ground",
    "part own layers": "Own layers",
    "part beyond extent": "Outside the extent",
    "part uncertainty": "Circles of uncertainty",
    "part names": "Names",
    "part strikes": "{Nouns}",
    "part page": "Page",
}
