"""Applying a change: checked against what stands, written, and logged, in one transaction.

Undoing is applying the last change turned round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Table, bindparam, func, select, tuple_

from geo.errors import StaleError
from geo.workspace.changes import Change, Patch, Row, dump_patches, load_patches
from geo.workspace.tables import KEYS, TABLES

__all__ = ["Direction", "now", "turn_change", "write_changes"]

_MANY = 500  # keys of one statement
_RECENT = 500  # entries of the log that are asked who wrote a row

_OWN = ("fid", "version")  # what the database itself fills
_NOT_TOLD = (*_OWN, "geom", "decided", "name_key", "governorate_key", "at")

Key = tuple[str, ...]
Direction = Literal["undo", "redo"]


def now() -> str:
    """Return the time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def write_changes(
    connection: Connection, changes: Sequence[Change], *, who: str, tokens: Sequence[str]
) -> None:
    """Check, write and log changes, of which no two write the same row.

    tokens: what each is known by in the log. Raises StaleError where what stands is not what a
    change began from.
    """
    whole = [patch for change in changes for patch in change.patches]
    for name, patches in _by_table(whole).items():
        table = TABLES.tables[name]
        _check(connection, table, patches)
        _take_out(connection, table, [patch for patch in patches if patch.after is None])
        _put_in(connection, table, [patch for patch in patches if patch.before is None])
        _alter(connection, table, [p for p in patches if None not in (p.before, p.after)])
    entries, at = [], now()
    for change, token in zip(changes, tokens, strict=True):
        before, after = dump_patches(change.patches)
        entries.append({
            "at": at, "who": who, "action": change.action, "what": change.what,
            "rows": change.rows, "why": change.why, "before": before, "after": after,
            "token": token,
        })  # fmt: skip
    connection.execute(TABLES.tables["log"].insert(), entries)


def _by_table(patches: Iterable[Patch]) -> dict[str, list[Patch]]:
    found: dict[str, list[Patch]] = {}
    for patch in patches:
        if patch.before is not None or patch.after is not None:
            found.setdefault(patch.table, []).append(patch)
    for name, own in found.items():
        if len({patch.key for patch in own}) < len(own):
            raise ValueError(f"a change writes a row of {name} twice")
    return found


def _check(connection: Connection, table: Table, patches: Sequence[Patch]) -> None:
    names = sorted({name for patch in patches for name in _asked(patch)} - {*_OWN})
    columns = [table.c[name] for name in names]
    keys = _key_columns(table)
    stands: dict[Key, Row] = {}
    for some in _in_parts([patch.key for patch in patches]):
        query = select(*keys, *columns).where(_among(table, some))
        for row in connection.execute(query):
            stands[tuple(row[: len(keys)])] = dict(zip(names, row[len(keys) :], strict=True))
    for patch in patches:
        found = stands.get(patch.key)
        if not _is_as_before(patch.before, found):
            raise _tell_stale(connection, patch, found)


def _is_as_before(before: Row | None, found: Row | None) -> bool:
    if before is None or found is None:
        return before is None and found is None
    return all(found[name] == value for name, value in before.items() if name not in _OWN)


def _asked(patch: Patch) -> Iterable[str]:
    """Return the columns that are looked at: of a row that should not be there, to tell them."""
    return patch.after or () if patch.before is None else patch.before


def _tell_stale(connection: Connection, patch: Patch, found: Row | None) -> StaleError:
    by, wanted = _name_writer(connection, patch), patch.after
    what = f"{patch.table} {' '.join(part for part in patch.key if part)}"
    if found is None or patch.before is None:
        is_there = "is no longer there" if found is None else "is there by now"
        both = "" if found is None else f" with {_tell_first(found, wanted)}"
        return StaleError(f"{what} {is_there}{both}{by}; look at it again", found, wanted)
    name = next(n for n, value in patch.before.items() if n not in _OWN and found[n] != value)
    yours = "" if wanted is None or name not in wanted else f", and yours {_word(wanted[name])}"
    return StaleError(
        f"{what}: {name} is {_word(found[name])} by now, not {_word(patch.before[name])}"
        f"{by}{yours}; look at it again", found, wanted,
    )  # fmt: skip


def _word(value: object) -> str:
    """Return a value as a message says it: text in quotes, "nothing" for none."""
    if value is None:
        return "nothing"
    return repr(value) if isinstance(value, str) else str(value)


def _tell_first(found: Row, wanted: Row | None) -> str:
    """Return the first values that stand otherwise than they were to be written."""
    names = [name for name in wanted or {} if name in found and name not in _NOT_TOLD]
    differ = [name for name in names if (wanted or {})[name] != found[name]]
    words = [
        f"{name} {_word(found[name])}, yours {_word((wanted or {})[name])}" for name in differ[:3]
    ]
    return "; ".join(words) or "the same values"


def _name_writer(connection: Connection, patch: Patch) -> str:
    """Return who wrote a row last, of the recent changes; else who wrote last."""
    log = TABLES.tables["log"]
    query = select(log.c.who, log.c.at, log.c.after).order_by(log.c.seq.desc()).limit(_RECENT)
    key, found = list(patch.key), connection.execute(query).fetchall()
    for who, at, after in found:
        if any(one["table"] == patch.table and key in one["keys"] for one in after):
            return f" (last written by {who or 'somebody'} at {at})"
    return ""


def _take_out(connection: Connection, table: Table, patches: Sequence[Patch]) -> None:
    for some in _in_parts([patch.key for patch in patches]):
        connection.execute(table.delete().where(_among(table, some)))


def _put_in(connection: Connection, table: Table, patches: Sequence[Patch]) -> None:
    names = KEYS[table.name]
    rows = [
        {n: v for n, v in (patch.after or {}).items() if n != "version" and n in table.c}
        | dict(zip(names, patch.key, strict=True)) for patch in patches
    ]  # fmt: skip
    for _, alike in groupby(sorted(rows, key=sorted), key=sorted):
        connection.execute(table.insert(), [*alike])


def _alter(connection: Connection, table: Table, patches: Sequence[Patch]) -> None:
    """Write rows that become alike together, the others each."""
    alike: dict[int, list[Patch]] = {}
    for patch in patches:
        alike.setdefault(id(patch.after), []).append(patch)
    singly = [own[0] for own in alike.values() if len(own) == 1]
    _alter_each(connection, table, singly)
    for own in alike.values():
        values = _values(table, own[0])
        if len(own) > 1 and len(values) > 1:
            for some in _in_parts([patch.key for patch in own]):
                connection.execute(table.update().where(_among(table, some)).values(values))


def _alter_each(connection: Connection, table: Table, patches: Sequence[Patch]) -> None:
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for patch in patches:
        names = tuple(sorted(name for name in patch.after or {} if name not in _OWN))
        cells = {f"new_{name}": (patch.after or {})[name] for name in names}
        keys = {f"key_{number}": part for number, part in enumerate(patch.key)}
        alike.setdefault(names, []).append({**cells, **keys})
    wheres = [one == bindparam(f"key_{at}") for at, one in enumerate(_key_columns(table))]
    for names, rows in alike.items():
        values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
        if values:
            raised = {"version": table.c.version + 1}
            connection.execute(table.update().where(*wheres).values({**values, **raised}), rows)


def _values(table: Table, patch: Patch) -> dict[str, Any]:
    """Return what a row's columns are to be, its version raised."""
    own = {name: value for name, value in (patch.after or {}).items() if name not in _OWN}
    return {**own, "version": table.c.version + 1}


def _key_columns(table: Table) -> list[ColumnElement[Any]]:
    return [table.c[name] for name in KEYS[table.name]]


def _among(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    columns = _key_columns(table)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return tuple_(*columns).in_(keys)


def _in_parts(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    for first in range(0, len(keys), _MANY):
        yield keys[first : first + _MANY]


def turn_change(
    connection: Connection, direction: Direction, *, who: str, own: bool, token: str
) -> bool:
    """Undo the last change or redo the first undone, one's own or anybody's; False: there is none.

    token: what it is known by in the log. Raises StaleError where its rows were changed since.
    """
    log = TABLES.tables["log"]
    undo = direction == "undo"
    mine: list[ColumnElement[bool]] = [log.c.action.not_in(("undo", "redo"))]
    if own:
        mine.append(log.c.who == who)
    query = select(log).where(*mine, log.c.undone == int(not undo))
    if undo:
        query = query.order_by(log.c.seq.desc())
    else:
        standing = select(func.max(log.c.seq)).where(*mine, log.c.undone == 0)
        last = connection.execute(standing).scalar() or 0
        query = query.where(log.c.seq > last).order_by(log.c.seq)
    found = connection.execute(query.limit(1)).mappings().fetchone()
    if found is None:
        return False
    change = _read(found)
    turned = (
        change.turn("undo") if undo else Change("redo", change.what, change.patches, change.why)
    )
    connection.execute(log.update().where(log.c.seq == found["seq"]).values(undone=int(undo)))
    write_changes(connection, [turned], who=who, tokens=[token])
    return True


def _read(entry: Any) -> Change:  # noqa: ANN401
    patches = load_patches(entry["before"], entry["after"])
    return Change(entry["action"], entry["what"], patches, entry["why"])
