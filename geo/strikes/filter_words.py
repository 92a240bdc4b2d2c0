"""Filters in words: one phrase that a legend, a file name or a caption can carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from geo.strikes.passing import NOT_REPORTED

__all__ = ["join_hours", "word_filters"]

_STATUS_WORDS = {
    "located": "located", "area_only": "known only to an area", "unlocated": "not located",
}  # fmt: skip


def word_filters(fields: Mapping[str, Any], names: Mapping[str, str], levels: Sequence[str]) -> str:
    """Return filters as one phrase, "" where there are none; fields: those of `Filters` by name.

    names: codes of areas to names; levels: what governorates and districts are called.
    """
    chosen = {
        levels[0]: [names.get(code, code) for code in fields["governorates"]],
        levels[1]: [names.get(code, code) for code in fields["districts"]],
        "actor": fields["actors"],
    }
    phrases = [
        _word_period(fields["date_from"], fields["date_to"]),
        f"new or revised since {_word_day(fields['since'])}" if fields["since"] else "",
        ", ".join(fields["kinds"]),
        *(", ".join(_word(value, what) for value in values) for what, values in chosen.items()),
        _word_sources(fields["sources"]),
        _word_targets(fields["targets"]),
        ", ".join(_word(day.capitalize(), "weekday") for day in fields["weekdays"]),
        f"local time {', '.join(join_hours(fields['hours']))}" if fields["hours"] else "",
        ", ".join(_STATUS_WORDS[status] for status in fields["statuses"]),
        "no rows that are no strikes" if fields["only"] else "",
        fields["near"].in_words() if fields["near"] else "",
        fields["near_layer"].in_words() if fields["near_layer"] else "",
        f"around {fields['around']} km" if fields["around"] else "",
        f"text “{fields['text']}”" if fields["text"] else "",
    ]
    return "; ".join(filter(None, phrases))


def _word(value: str, what: str) -> str:
    return f"{what} not reported" if value.lower() == NOT_REPORTED else value


def _word_sources(sources: tuple[str, ...]) -> str:
    named = [name for name in sources if name != NOT_REPORTED]
    phrases = [f"reported by {', '.join(named)}"] if named else []
    return ", ".join([*phrases, *(["no source given"] if NOT_REPORTED in sources else [])])


def _word_targets(targets: tuple[str, ...]) -> str:
    words = (_word(target.replace("_", " "), "target") for target in targets)
    return f"target: {', '.join(words)}" if targets else ""


def join_hours(hours: tuple[str, ...]) -> list[str]:
    """Return hours as stretches of the day, `NOT_REPORTED` last.

    >>> join_hours(("02", "03", "04", "22"))
    ['02:00–04:59', '22:00–22:59']
    """
    numbers = [int(hour) for hour in hours if hour != NOT_REPORTED]
    begins = [hour for hour in numbers if hour - 1 not in numbers]
    ends = [hour for hour in numbers if hour + 1 not in numbers]
    spans = [f"{a:02}:00–{b:02}:59" for a, b in zip(begins, ends, strict=True)]
    return spans + ([NOT_REPORTED] if NOT_REPORTED in hours else [])


def _word_day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _word_period(first: date | None, last: date | None) -> str:
    if first and last:
        same = first == last
        return _word_day(first) if same else f"{_word_day(first)} to {_word_day(last)}"
    if first:
        return f"from {_word_day(first)}"
    return f"until {_word_day(last)}" if last else ""
