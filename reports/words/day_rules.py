"""Patterns of the wordings of dates of a language, each with the name of how it is read."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reports.words.gate import Gated, Gates
from reports.words.wording import filled, load_wording, spaced

__all__ = ["day_rules"]


@cache
def day_rules(language: str) -> Gates[tuple[int, str]]:
    """Return patterns by number and name of their reading, the longest wordings first."""
    wording = load_wording(language)
    table: dict[str, Any] = wording.tables["days"]
    words = {name: said for name, said in table.items() if isinstance(said, str)}
    words |= {name: "|".join(table[name]) for name in _LISTS}
    words |= {
        "number": "|".join(sorted(wording.words("tolls", "numbers"), key=len, reverse=True)),
        "unit": f"(?P<unit>{'|'.join(table['units'].values())})",
        "month": f"(?P<month>{words['months']})",
        "weekday": f"(?P<weekday>{words['weekdays']})",
        "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
        "year": r"(?P<year>(?:19|20)\d\d)",
    }
    rules = [*_NUMBERS, *((rule, name) for rule, name in table["rules"])]
    return Gates({
        (number, name): _whole(spaced(filled(rule, words)), wording.joined)
        for number, (rule, name) in enumerate(rules)
    })  # fmt: skip


def _whole(rule: str, joined: str) -> Gated:
    pattern = re.compile(rf"(?<![\w-]){joined}(?:{rule})(?!\w)", re.IGNORECASE)
    return Gated(pattern, [""] if joined else [rule])


_LISTS = ("weekdays", "months", "today", "yesterday", "before_yesterday", "overnight")
_NUMBERS = (
    (r"(?P<year>20\d\d)(?P<mark>[-/.])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})", "iso"),
    (r"(?P<day>\d{1,2})[-/.](?P<number>\d{1,2})[-/.](?P<year>20\d\d)", "numeric"),
    (r"(?<!\d\s)(?P<day>\d{1,2}) (?P<number>\d{1,2}) (?P<year>20\d\d)", "numeric"),
)
