"""Tolls told with their kind: "3 killed", "killed: 3, wounded: 5", "3 قتلى و5 جرحى".

A figure goes to the toll that its own word names; one of two kinds is of both together. No figure
is made of words, but for 0 of "no deaths"; what is told of civilians or of others alone is no toll
of all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.reading.values.joint_tolls import (
    AND,
    BETWEEN,
    KIND,
    KINDS,
    any_of,
    mark_joint,
    read_figure,
)
from geo.reading.values.plain import plain_text

__all__ = ["TOLD", "split_toll"]

TOLD = ("killed", "injured", "casualties")

_PART = (
    "including|incl|among them|of them|of whom|بينهم|من بينهم|منهم|dont|incluidos|darunter|"
    "в том числе|включая|зокрема|у тому числі"
)


_EACH_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items())
_SLASHED = re.compile(r"(\d) ?/ ?(?=\d)")  # which of the two is said, nothing tells
# Where another phrase begins with no mark between: after a kind before a figure, or after a figure
# before a kind with a figure of its own.
_FIGURE_FIRST = re.compile(rf"(?<!\w)({KIND}) (?=\d+ {KIND})")
_KIND_FIRST = re.compile(rf"(\d) (?={KIND} ?[:=]? ?\d)")
_JOINED = (
    (re.compile(rf"(?<!\w)({KIND}) {AND} ?(?=[^,;]*\d)"), r"\1; "),
    (re.compile(rf"(\w) {AND} ?(?={KIND}[^,;]*\d)"), r"\1; "),
)
_PHRASE = re.compile(
    rf"(?P<before>.*?)(?<!\w)(?:{_EACH_KIND})(?!\w)(?:\s*[:=]\s*|\s+-\s+|\s*)(?P<after>.*)"
)
_INCLUDING = re.compile(rf"(?<!\w){any_of(_PART)}(?!\w).*$")


@lru_cache(maxsize=4096)
def split_toll(text: str) -> dict[str, str] | None:
    """Return the figure of each toll that a cell tells with its kind, None where it tells none.

    Figures are as `read_toll` reads them; a toll whose figure is in words is left out, and a kind
    that is told twice makes it None.

    >>> split_toll("3 dead, 5 wounded"), split_toll("at least 3 killed"), split_toll("no deaths")
    ({'killed': '3', 'injured': '5'}, {'killed': 'at least 3'}, {'killed': '0'})
    >>> split_toll("dozens killed"), split_toll("3 civilians killed"), split_toll("5")
    (None, None, None)
    """
    told: dict[str, str] = {}
    plain = mark_joint(_SLASHED.sub(r"\1/", plain_text(text)))
    plain = (_FIGURE_FIRST if plain[:1].isdigit() else _KIND_FIRST).sub(r"\1; ", plain)
    for joint, parted in _JOINED:
        plain = joint.sub(parted, plain)
    for piece in BETWEEN.split(plain):
        phrase = _PHRASE.fullmatch(_INCLUDING.sub("", piece).strip(" .:="))
        if phrase is None:
            continue
        kind = next(kind for kind in TOLD if phrase[kind])
        if kind in told:
            return None
        figure = read_figure(phrase["before"], phrase["after"])
        if figure is not None:
            told[kind] = figure
    return told or None
