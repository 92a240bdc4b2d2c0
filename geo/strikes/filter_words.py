"""Filters in words: one phrase that a legend, a file name or a caption can carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gazetteer.language import N_, _, word_day
from geo.strikes.passing import NOT_REPORTED

__all__ = ["join_hours", "word_all", "word_filters"]

_ALL = {"strike": N_("all strikes"), "event": N_("all events"), "row": N_("all rows")}
_STATUS_WORDS = {
    "located": N_("located"), "area_only": N_("known only to an area"),
    "unlocated": N_("not located"),
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
        _("new or revised since {day}", day=word_day(fields["since"])) if fields["since"] else "",
        _(", ").join(map(_, fields["kinds"])),
        *(_(", ").join(_word(value, what) for value in values) for what, values in chosen.items()),
        _word_sources(fields["sources"]),
        _word_targets(fields["targets"]),
        _(", ").join(_word(_(day.capitalize()), "weekday") for day in fields["weekdays"]),
        _word_hours(fields["hours"]),
        _(", ").join(_(_STATUS_WORDS[status]) for status in fields["statuses"]),
        _("no rows that are no strikes") if fields["only"] else "",
        fields["near"].in_words() if fields["near"] else "",
        fields["near_layer"].in_words() if fields["near_layer"] else "",
        _("around {place} km", place=fields["around"]) if fields["around"] else "",
        _("text “{text}”", text=fields["text"]) if fields["text"] else "",
    ]
    return _("; ").join(filter(None, phrases))


def word_all(noun: str) -> str:
    """Say that no row is left out; noun: what a row is called."""
    return _(_ALL[noun])


def _word(value: str, what: str) -> str:
    is_none = value.lower() in (NOT_REPORTED, _(NOT_REPORTED).lower())
    return _("{what} not reported", what=_(what)) if is_none else value


def _word_sources(sources: tuple[str, ...]) -> str:
    named = [name for name in sources if name != NOT_REPORTED]
    phrases = [_("reported by {names}", names=_(", ").join(named))] if named else []
    return _(", ").join([*phrases, *([_("no source given")] if NOT_REPORTED in sources else [])])


def _word_targets(targets: tuple[str, ...]) -> str:
    words = (_word(_(target.replace("_", " ")), "target") for target in targets)
    return _("target: {words}", words=_(", ").join(words)) if targets else ""


def _word_hours(hours: tuple[str, ...]) -> str:
    spans = [_(span) if span == NOT_REPORTED else span for span in join_hours(hours)]
    return _("local time {hours}", hours=_(", ").join(spans)) if hours else ""


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


def _word_period(first: date | None, last: date | None) -> str:
    if first and last:
        same = first == last
        days = {"first": word_day(first), "last": word_day(last)}
        return word_day(first) if same else _("{first} to {last}", **days)
    if first:
        return _("from {day}", day=word_day(first))
    return _("until {day}", day=word_day(last)) if last else ""
