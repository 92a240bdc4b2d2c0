"""What is said of a strike on the command line: fields with values, sources, parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from geo.workspace.editing.records import Record
    from geo.workspace.editing.splitting import Part

__all__ = ["pick_source", "read_part", "read_set", "read_source"]

# Between fields: an address may hold a semicolon of its own, but no space after it.
_NEXT = re.compile(r"\s*;\s+(?=\w+=)")


def read_set(said: Iterable[str], option: str = "--set") -> dict[str, str]:
    """Return fields and what is typed for them, of FIELD=VALUE."""
    pairs = {}
    for text in said:
        name, sign, value = text.partition("=")
        if not sign:
            raise typer.BadParameter(f"{text!r} is no FIELD=VALUE", param_hint=option)
        pairs[name.strip()] = value.strip()
    return pairs


def read_source(text: str, option: str = "--source") -> dict[str, object]:
    """Return a claim's fields, of "claimant=SOHR; url=https://..."; a toll may be a range."""
    from geo.strikes.schema import TOLLS
    from geo.workspace.editing.fields import read_typed

    pairs = read_set(_NEXT.split(text), option)
    tolls = {name: value for name, value in pairs.items() if name in TOLLS}
    plain = {name: value or None for name, value in pairs.items() if name not in TOLLS}
    return {**plain, **read_typed(tolls)}


def pick_source(record: Record, text: str, option: str) -> str:
    """Return the id of a strike's source, said by its number from 1 or by its id."""
    ids = [str(claim["claim_id"]) for claim in record.claims]
    if text in ids:
        return text
    if text.isdecimal() and 0 < int(text) <= len(ids):
        return ids[int(text) - 1]
    known = ", ".join(f"{number} ({one})" for number, one in enumerate(ids, start=1))
    raise typer.BadParameter(
        f"{text!r} is no source of {record.strike_id}; it has {known or 'none'}", param_hint=option
    )


def read_part(record: Record, text: str) -> Part:
    """Return a part of a strike, of "1,2; killed=3; kind=drone": its sources and what differs."""
    from geo.workspace.editing.fields import read_typed
    from geo.workspace.editing.splitting import Part

    listed, *fields = _NEXT.split(text)
    numbers: Sequence[str] = [one.strip() for one in listed.split(",") if one.strip()]
    claims = tuple(pick_source(record, one, "--part") for one in numbers)
    return Part(claims, read_typed(read_set(fields, "--part")))
