"""How the matches of a pattern may begin: the first letters of each of its alternatives."""

from __future__ import annotations

import re

__all__ = ["LONGEST", "alternatives", "starts_of"]

LONGEST = 12  # signs of a beginning
MOST = 500  # beginnings of one row of signs; a row that has more is followed no further
_QUANTIFIER = re.compile(r"[*+?]\??|\{[\d,]*\}\??")
_CLASS = re.compile(r"\[-?(?:[^\^\\\]-]|\\s)+-?\]")  # of single signs, no range
_SPECIAL = ".$"
_DIGITS = "0123456789"

Start = tuple[str, bool]  # how a match may begin, in small letters; whether more may follow it


def alternatives(pattern: str) -> list[str]:
    """Return the parts between the bars that stand in no group or class."""
    parts, depth, begun, at, in_class = [], 0, 0, 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "[":
            in_class = True
        elif sign == "|" and not depth:
            parts.append(pattern[begun:at])
            begun = at + 1
        at += 1
    return [*parts, pattern[begun:]]


def starts_of(pattern: str) -> set[Start]:
    """Return how matches of a pattern may begin; "" where that cannot be told."""
    return {start for part in alternatives(pattern) for start in _starts_of_row(part)}


def _starts_of_row(pattern: str) -> set[Start]:
    found: set[Start] = {("", True)}
    at = 0
    while at < len(pattern) and any(open_ for _, open_ in found):
        choices, at = _next(pattern, at)
        if choices is None:
            return {(start, False) for start, _ in found}
        grown = {new for start, open_ in found
                 for new in (_joined(start, choices) if open_ else {(start, open_)})}  # fmt: skip
        if len(grown) > MOST:
            return {(start, False) for start, _ in found}
        found = grown
    return found


def _joined(start: str, choices: set[Start]) -> set[Start]:
    grown = {(start + choice, open_) for choice, open_ in choices}
    return {(word[:LONGEST], open_ and len(word) < LONGEST) for word, open_ in grown}


def _next(pattern: str, at: int) -> tuple[set[Start] | None, int]:
    """Return what the next part of a pattern may be, and where it ends; None where unknown."""
    end = _end_of_part(pattern, at)
    part = pattern[at:end]
    choices = _of_group(part) if part[0] == "(" else _of_signs(part)
    quantifier = _QUANTIFIER.match(pattern, end)
    if quantifier and choices is not None:
        end = quantifier.end()
        choices = choices | {("", True)} if quantifier[0][0] in "?*{" else choices
        if quantifier[0][0] != "?" and part != r"\s":  # it may stand more than once
            choices = {(start, False if start else open_) for start, open_ in choices}
    return choices, end


def _of_signs(part: str) -> set[Start] | None:
    """Return what a sign or a class may be; a space is any white space."""
    if part in (r"\b", "^"):
        return {("", True)}
    if part == r"\d":
        return {(digit, True) for digit in _DIGITS}
    if part == r"\s":
        return {(" ", True)}
    if _CLASS.fullmatch(part):
        return {(sign.lower(), True) for sign in part[1:-1].replace(r"\s", " ")}
    if len(part) == 1 and part not in _SPECIAL:
        return {(part.lower(), True)}
    return None


def _of_group(part: str) -> set[Start] | None:
    if part.startswith(("(?=", "(?!", "(?<=", "(?<!")):
        return {("", True)}
    met = re.match(r"\((?:\?:|\?P<\w+>|(?!\?))", part)
    return starts_of(part[met.end() : -1]) if met else None


def _end_of_part(pattern: str, at: int) -> int:
    """Return where a group, a class or one sign ends."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 2) + 1
    if pattern[at] != "(":
        return at + 1
    depth, in_class = 0, False
    while True:
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
            if depth == 0:
                return at + 1
        at += 1
