"""TimeMap (Forensic Architecture): its events, and beside them sources and associations.

Fields as TimeMap's own checks take them: every value a text, nothing but what they know. Days are
written month first, as in every TimeMap.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from gazetteer.language import N_
from geo.export.format import Beside, ExportFormat, Outgoing
from geo.export.labels.kind_colours import KIND_COLOURS
from geo.export.provenance import describe_file
from geo.export.records import group_claims, list_strikes
from geo.strikes.killed import word_toll
from geo.strikes.outlets import find_site
from geo.strikes.schema import split_several

__all__ = ["FORMAT"]

Record: TypeAlias = Mapping[str, object]

# What each toll is called, and whether it is said of an event where none is reported.
_TOLLS = {
    "killed": ("Killed", True), "civilians_killed": ("of them civilians", False),
    "injured": ("injured", True), "casualties": ("killed or injured together", False),
}  # fmt: skip
_ENDING = ".timemap.json"
# The names of filters, and the columns of theirs; a governorate is the area that TimeMap lists.
_FILTERS = {"Governorate": "adm1_name", "Actor, as alleged": "actor"}


def _render(outgoing: Outgoing) -> str:
    own = group_claims(outgoing.claims)
    return _to_json([
        _word_event(record, own.get(str(record["strike_id"]), []), outgoing)
        for record in list_strikes(outgoing.strikes)
    ])  # fmt: skip


def _word_event(record: Record, claims: Iterable[Record], outgoing: Outgoing) -> dict[str, object]:
    """Return an event; a strike without a point or a day has empty texts there."""
    return {
        "id": _text(record["strike_id"]),
        "description": _describe(record, outgoing),
        "date": _month_first(record["date_start"]),
        "time": _clock(record["time_local"]),
        "time_precision": _text(record["date_precision"]),
        "location": _text(record["place_text"] or record["adm1_name"]),
        "latitude": _text(record["lat"]),
        "longitude": _text(record["lon"]),
        "type": _text(record["kind"]),
        "category": KIND_COLOURS[str(record["kind"])].name,
        "associations": [_key(*pair) for pair in _list_pairs(record)],
        "sources": [_text(claim["claim_id"]) for claim in claims],
        "comments": "; ".join(_comment(record)),
    }


def _describe(record: Record, outgoing: Outgoing) -> str:
    kind = KIND_COLOURS[str(record["kind"])].name
    target = [f"Target as reported: {record['target']}"] if record["target"] else []
    tolls = [*_word_tolls(record, outgoing)]
    note = [str(record["note"])] if record["note"] else []
    return ". ".join([kind, *target, "; ".join(tolls), *note])


def _word_tolls(record: Record, outgoing: Outgoing) -> Iterator[str]:
    """Yield killed and injured in any case, the others where they are reported."""
    for toll, (what, always) in _TOLLS.items():
        bounds = record[f"{toll}_min"], record[f"{toll}_max"]
        told = bounds != (None, None)
        if told or always:
            held = not told and outgoing.holds("strikes", f"{toll}_min")
            yield f"{what}: {'held back' if held else word_toll(*bounds)}"


def _comment(record: Record) -> Iterator[str]:
    yield f"strike_id {record['strike_id']}"
    if record["date_end"] != record["date_start"]:
        yield f"last possible day {record['date_end']}"
    yield f"{record['location_status']}, {record['precision']}"
    if record["uncertainty_km"] is not None:
        yield f"within {record['uncertainty_km']} km"
    yield f"standing of the event: {record['event_status']}"
    if record["actor"]:
        standing = record["attribution"] or "no standing given"
        yield f"actor as alleged: {record['actor']} ({standing})"


def _list_pairs(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the categories and filters of a strike, each by its kind."""
    yield "Kind", KIND_COLOURS[str(record["kind"])].name
    for name, column in _FILTERS.items():
        values = split_several(record[column]) if column == "actor" else [record[column]]
        yield from ((name, str(value)) for value in values if value)


def _key(name: str, value: str) -> str:
    return f"{name}={value}"


def _word_associations(outgoing: Outgoing) -> str:
    """Return what events share: kinds as categories, areas and actors as filters."""
    records = list_strikes(outgoing.strikes)
    listed = {pair for record in records for pair in _list_pairs(record)}
    colours = {look.name: look.colour for look in KIND_COLOURS.values()}
    return _to_json([
        {
            "id": _key(name, value), "title": value, "desc": "",
            "mode": "CATEGORY" if name == "Kind" else "FILTER",
            "colour": colours[value] if name == "Kind" else "",
            "filter_paths": [name, value],
        }
        for name, value in sorted(listed)
    ])  # fmt: skip


def _word_sources(outgoing: Outgoing) -> str:
    """Return the claims by their ids, with the addresses of their media as paths."""
    every = (claim for claims in group_claims(outgoing.claims).values() for claim in claims)
    return _to_json({str(claim["claim_id"]): _word_source(claim) for claim in every})


def _word_source(claim: Record) -> dict[str, object]:
    """Return a claim; what is no web address is told in its notes, where nobody can press it."""

    def text(name: str) -> str:
        return _text(claim.get(name))

    given = [text("url"), text("archive_url"), *split_several(claim.get("media_url"))]
    others = [f"address as given: {one}" for one in given if one and not find_site(one)]
    return {
        "id": text("claim_id"),
        "title": text("title") or text("outlet") or text("claimant"),
        "author": text("claimant") or text("outlet"),
        "date": text("published"),
        "url": next(filter(find_site, (text("url"), text("archive_url"))), ""),
        "description": text("toll_text"),
        "notes": "; ".join(filter(None, [text("note"), *others])),
        "type": text("media_kind"),
        "paths": [one for one in split_several(claim.get("media_url")) if find_site(one)],
    }


def _month_first(day: object) -> str:
    if day is None:
        return ""
    year, month, number = str(day).split("-")
    return f"{month}/{number}/{year}"


def _clock(time: object) -> str:
    """Return a time that is one; TimeMap drops an event whose time it cannot read."""
    hours, colon, minutes = str(time or "").partition(":")
    clock = colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2
    return f"{int(hours):02}:{int(minutes):02}" if clock and _is_of_day(hours, minutes) else ""


def _is_of_day(hours: str, minutes: str) -> bool:
    return int(hours) < 24 and int(minutes) < 60


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _to_json(value: Mapping[str, object] | list[dict[str, object]]) -> str:
    """Return JSON with a line for each part, which the encoder's own indents take long for."""
    if isinstance(value, Mapping):
        members = (f"{_in_line(key)}: {_in_line(one)}" for key, one in value.items())
        return "{\n" + ",\n".join(members) + "\n}\n"
    return "[\n" + ",\n".join(map(_in_line, value)) + "\n]\n"


def _in_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _beside(name: str, render: Callable[[Outgoing], str]) -> Beside:
    """Return a file beside the events: a.timemap.sources.json of a.timemap.json."""

    def path_of(path: Path) -> Path:
        return path.with_name(f"{path.name[: -len('.json')]}.{name}.json")

    return Beside(path_of, lambda outgoing, _: render(outgoing))


FORMAT = ExportFormat(
    suffixes=(_ENDING,),
    sentence="TimeMap: events, with sources and associations beside",
    mime="application/json",
    render=_render,
    label=N_("TimeMap: events, sources, associations"),
    beside=(
        _beside("sources", _word_sources),
        _beside("associations", _word_associations),
        _beside("about", lambda outgoing: _to_json(describe_file(outgoing))),
    ),
    order=9,
)
