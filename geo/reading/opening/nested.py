"""Records with values inside values -> flat records, whose names say where a value stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from geo.reading.columns import guess_columns
from geo.reading.opening.features import NO_OBJECT
from geo.reading.recognise.counts import guess_counts
from geo.reading.recognise.names import guess_by_names
from geo.reading.table import check_filling, check_width, is_sparse, is_thin
from geo.strikes.schema import SEPARATOR

__all__ = ["clean_key", "find_records", "find_rows", "flatten_all", "name_columns"]

_DEEPEST = 8  # objects inside objects that become columns; what is deeper stays JSON text
_LOOKED_AT = 50  # records whose columns decide which list is the table
# Names that say nothing without what they are the name of.
_BARE = {"name", "title", "label", "value", "text", "id"}


def clean_key(key: object) -> str:
    """Return a name that any file can hold: JSON may have halves of surrogate pairs."""
    return str(key).encode("utf-8", "replace").decode()


def flatten_all(records: Sequence[Mapping[str, object]], name: str) -> dict[str, Sequence[object]]:
    """Return the columns of records whose inner objects became columns, such as `incident.date`.

    Lists of texts are joined by ';', lists of objects column by column, in step; None where a
    record lacks a value. Raises ReadError where there are more columns than a table can have.
    """
    columns: dict[str, Sequence[object]] = {}
    names = dict.fromkeys(chain.from_iterable(records))
    given = sum(map(len, records))
    check_width(len(names), name)
    check_filling(len(records), len(names), given, name)
    for raw in names:
        values = [record.get(raw) for record in records]
        inner = _open(clean_key(raw), values)
        if inner is None:
            found: dict[str, Sequence[object]] = {clean_key(raw): values}
        else:
            paths = dict.fromkeys(chain.from_iterable(inner))
            given += sum(map(len, inner))
            width = len({*columns, *paths})
            check_width(width, name)
            check_filling(len(records), width, given, name)
            found = {path: [row.get(path) for row in inner] for path in paths}
        for key, cells in found.items():
            columns[key] = _fill(columns[key], cells) if key in columns else cells
    called = name_columns(columns)
    return {called[key]: values for key, values in columns.items()}


def _open(key: str, values: Sequence[object]) -> list[dict[str, object]] | None:
    """Return what each value of a column holds, by where it stands; None where none is nested."""
    if not {dict, list} & set(map(type, values)):
        return None
    return [{} if value is None else dict(_flatten({key: value}, "", _DEEPEST)) for value in values]


def _fill(first: Sequence[object], second: Sequence[object]) -> list[object]:
    """Return a column, filled from another that is called as it is."""
    pairs = zip(first, second, strict=True)
    return [other if one is None else one for one, other in pairs]


def _flatten(value: Mapping[str, object], path: str, depth: int) -> Iterator[tuple[str, object]]:
    for raw, inner in value.items():
        key = f"{path}.{clean_key(raw)}" if path else clean_key(raw)
        if isinstance(inner, Mapping) and inner and depth:
            yield from _flatten(inner, key, depth - 1)
        elif isinstance(inner, list) and not inner:
            continue
        elif isinstance(inner, list) and all(isinstance(one, Mapping) for one in inner):
            flat = [dict(_flatten(record, key, 0)) for record in inner]
            keys = dict.fromkeys(chain.from_iterable(flat))
            thin = is_thin(len(flat), len(keys), sum(map(len, flat)))
            yield from [(key, inner)] if thin else _join_in_step(flat, keys)
        elif isinstance(inner, list) and not any(isinstance(one, Mapping | list) for one in inner):
            yield key, SEPARATOR.join(str(one) for one in inner if one is not None)
        else:
            yield key, inner


def _join_in_step(
    flat: Sequence[Mapping[str, object]], keys: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for key in keys:
        texts = ("" if record.get(key) is None else str(record[key]) for record in flat)
        yield key, SEPARATOR.join(text.replace(SEPARATOR, ",") for text in texts)


def name_columns(keys: Mapping[str, object] | Sequence[str]) -> dict[str, str]:
    """Return {path of a value: name of its column}.

    A path is named by its last part, by the one before, or by both, where only that is recognised.
    """
    names: dict[str, str] = {}
    taken = {key for key in keys if "." not in key}
    for key in keys:
        parts = key.split(".")
        last = parts[-2:-1] if parts[-1].casefold() in _BARE else parts[-1:]
        shorter = [name for name in (*last, "_".join(parts[-2:])) if name not in taken]
        known = [name for name in shorter if _is_known(name)] if len(parts) > 1 else []
        names[key] = known[0] if known and not _is_known(key) else key
        taken.add(names[key])
    return names


def _is_known(name: str) -> bool:
    """Say whether a name means something, be it one that needs another, such as a latitude."""
    return bool(guess_by_names([name], {}) or guess_counts([name], {}))


def find_records(value: object, depth: int = 6) -> list[Mapping[str, object]] | None:
    """Return the list of objects inside a JSON value that is most like a table of strikes.

    What else the list holds is a record without values, whose key says so: NO_OBJECT.
    """
    best: tuple[int, int, list[Mapping[str, object]]] | None = None
    for found in _lists(value, depth):
        keys = {clean_key(key) for record in islice(found, _LOOKED_AT) for key in
                dict(_flatten(record, "", 2)) if key != NO_OBJECT}  # fmt: skip
        rank = (len(set(guess_columns(sorted(keys)).values())), len(found), found)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return best[2] if best else None


def _are_alike(values: Sequence[object]) -> bool:
    """Say whether the values of an object are records of one kind, kept by their keys."""
    if len(values) < 2 or not all(isinstance(one, Mapping) and one for one in values):
        return False
    shared = set.intersection(*(set(one) for one in values if isinstance(one, Mapping)))
    return len(shared) > 0


def find_rows(value: object) -> list[Mapping[str, object]] | None:
    """Return the records of JSON that keeps them otherwise than as a list of objects.

    Read are a list of rows under a row of names, columns beside rows, and columns of one length;
    None for anything else.
    """
    if isinstance(value, list):
        return _name_cells(value[0], value[1:]) if value else None
    if not isinstance(value, Mapping):
        return None
    if isinstance(value.get("columns"), list) and isinstance(value.get("data"), list):
        return _name_cells(value["columns"], value["data"])
    inner = list(value.values())
    lengths = {len(one) if isinstance(one, list) else -1 for one in inner}
    if len(inner) < 2 or len(lengths) != 1 or lengths <= {-1, 0}:
        return None
    return [dict(zip(value, row, strict=True)) for row in zip(*inner, strict=True)]


def _name_cells(names: object, rows: Sequence[object]) -> list[Mapping[str, object]] | None:
    """Return rows of cells as records; None where the names are no texts or rows no lists."""
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    if not rows or not all(isinstance(row, list) and len(row) == len(names) for row in rows):
        return None
    return [dict(zip(names, row, strict=True)) for row in rows if isinstance(row, list)]


def _lists(value: object, depth: int) -> Iterator[list[Mapping[str, object]]]:
    """Yield what of a value may be a table; columns kept by row, as pandas has them, also so."""
    if isinstance(value, list):
        if any(isinstance(one, Mapping) for one in value):
            yield [one if isinstance(one, Mapping) else {NO_OBJECT: one} for one in value]
    elif isinstance(value, Mapping) and _are_alike(list(value.values())):
        yield list(value.values())
        rows = dict.fromkeys(chain.from_iterable(value.values()))
        if not is_sparse(len(rows), len(value), sum(map(len, value.values()))):
            yield [{name: column.get(row) for name, column in value.items()} for row in rows]
    inner = value.values() if isinstance(value, Mapping) else value
    if depth and isinstance(value, Mapping | list):
        for one in islice(inner, 1_000):  # type: ignore[call-overload] # a list or values
            yield from _lists(one, depth - 1)
