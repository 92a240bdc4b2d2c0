"""A change: what a person did, as rows before and after. Undo is the same change turned round."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geo.workspace.tables import KEYS

__all__ = ["Change", "Patch", "Row", "Step", "dump_patches", "load_patches"]

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Patch:
    """One row before and after.

    table: one of geo.workspace.tables.KEYS; key: the values of the row's key columns, in their
    order. before: the columns that change, as they stand (None: the row is not there); after: the
    same columns as they are to be (None: the row is taken out, then `before` is the whole row).
    Values are what JSON holds: a day is ISO 8601, the point `geom` is [lon, lat] in degrees, a
    layer's shape its WKB in hexadecimal digits.
    """

    table: str
    key: tuple[str, ...]
    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        """Refuse what names no row."""
        if len(self.key) != len(KEYS[self.table]):
            raise ValueError(f"{self.table} is keyed by {KEYS[self.table]}, not {self.key}")

    def turn(self) -> Patch:
        """Return what takes it back."""
        return Patch(self.table, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One act: what was done to what, why, and the rows that it wrote.

    action: a verb such as decide, correct, split; what: what it was done to, in words.
    """

    action: str
    what: str
    patches: Sequence[Patch]
    why: str = ""

    @property
    def rows(self) -> int:
        """How many strikes it writes."""
        return len({patch.key for patch in self.patches if patch.table == "strikes"})

    def turn(self, action: str) -> Change:
        """Return what takes it back."""
        turned = [patch.turn() for patch in reversed(self.patches)]
        return Change(action, self.what, turned, self.why)


@dataclass(frozen=True, slots=True)
class Step:
    """A change as the log has it: when, by whom, what it wrote and why."""

    at: str  # ISO 8601, UTC
    who: str
    action: str
    why: str
    undone: bool
    patches: Sequence[Patch]


def dump_patches(patches: Iterable[Patch]) -> tuple[list[Any], list[Any]]:
    """Return the rows before and after as the log holds them, rows that are alike together.

    Each is a list of {table, keys, row}; the second has the order of the first.
    """
    alike: dict[tuple[str, str, str], tuple[Patch, list[list[str]]]] = {}
    texts: dict[int, str] = {}  # rows that share a state share its dict

    def word(row: Row | None) -> str:
        found = texts.get(id(row))
        if found is None:
            found = texts[id(row)] = json.dumps(row, ensure_ascii=False, sort_keys=True)
        return found

    patches = list(patches)
    for patch in patches:
        same = patch.table, word(patch.before), word(patch.after)
        alike.setdefault(same, (patch, []))[1].append(list(patch.key))
    return (
        [{"table": one.table, "keys": keys, "row": one.before} for one, keys in alike.values()],
        [{"table": one.table, "keys": keys, "row": one.after} for one, keys in alike.values()],
    )


def load_patches(before: Sequence[Any], after: Sequence[Any]) -> list[Patch]:
    """Return the patches that the log holds."""
    return [
        Patch(old["table"], tuple(key), old["row"], new["row"])
        for old, new in zip(before, after, strict=True)
        for key in old["keys"]
    ]
