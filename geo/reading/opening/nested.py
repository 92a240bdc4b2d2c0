"""Records with values inside values -> flat records, whose names say where a value stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from geo.errors import ReadError
from geo.reading.columns import guess_columns
from geo.strikes.schema import SEPARATOR

__all__ = ["clean_key", "find_records", "flatten_all", "name_columns"]

_DEEPEST = 8  # objects inside objects that become columns; what is deeper stays JSON text
_MOST_COLUMNS = 2_000
_LOOKED_AT = 50  # records whose columns decide which list is the table
# Names that say nothing without what they are the name of.
_BARE = {"name", "title", "label", "value", "text", "id"}


def clean_key(key: object) -> str:
    """Return a name that any file can hold: JSON may have halves of surrogate pairs."""
    return str(key).encode("utf-8", "replace").decode()


def flatten_all(records: Sequence[Mapping[str, object]], name: str) -> list[dict[str, object]]:
    """Return records whose inner objects became columns, such as `incident.date`.

    Lists of texts are joined by ';', lists of objects column by column, in step. Raises ReadError
    where the records have more columns than a table can.
    """
    flat = [dict(_flatten(record, "", _DEEPEST)) for record in records]
    keys = dict.fromkeys(key for record in flat for key in record)
    if len(keys) > _MOST_COLUMNS:
        raise ReadError(
            f"{name}: its records have {len(keys):,} columns; a table has at most "
            f"{_MOST_COLUMNS:,}: leave out what differs from record to record"
        )
    names = name_columns(keys)
    return [{names[key]: value for key, value in record.items()} for record in flat]


def _flatten(value: Mapping[str, object], path: str, depth: int) -> Iterator[tuple[str, object]]:
    for raw, inner in value.items():
        key = f"{path}.{clean_key(raw)}" if path else clean_key(raw)
        if isinstance(inner, Mapping) and inner and depth:
            yield from _flatten(inner, key, depth - 1)
        elif isinstance(inner, list) and not inner:
            continue
        elif isinstance(inner, list) and all(isinstance(one, Mapping) for one in inner):
            yield from _join_in_step(inner, key)
        elif isinstance(inner, list) and not any(isinstance(one, Mapping | list) for one in inner):
            yield key, SEPARATOR.join(str(one) for one in inner if one is not None)
        else:
            yield key, inner


def _join_in_step(records: Sequence[Mapping[str, object]], path: str) -> Iterator[tuple[str, str]]:
    flat = [dict(_flatten(record, path, 0)) for record in records]
    for key in dict.fromkeys(key for record in flat for key in record):
        texts = ("" if record.get(key) is None else str(record[key]) for record in flat)
        yield key, SEPARATOR.join(text.replace(SEPARATOR, ",") for text in texts)


def name_columns(keys: Mapping[str, object] | Sequence[str]) -> dict[str, str]:
    """Return {path of a value: name of its column}.

    A path is named by its last part, or by the one before, where only that is recognised.
    """
    names: dict[str, str] = {}
    taken = {key for key in keys if "." not in key}
    for key in keys:
        parts = key.split(".")
        last = parts[-2:-1] if parts[-1].casefold() in _BARE else parts[-1:]
        shorter = [part for part in last if part not in taken]
        if len(parts) > 1 and shorter and not guess_columns([key]) and guess_columns(shorter):
            names[key] = shorter[0]
            taken.add(shorter[0])
        else:
            names[key] = key
    return names


def find_records(value: object, depth: int = 6) -> list[Mapping[str, object]] | None:
    """Return the list of objects inside a JSON value that is most like a table of strikes."""
    best: tuple[int, int, list[Mapping[str, object]]] | None = None
    for found in _lists(value, depth):
        keys = {clean_key(key) for record in islice(found, _LOOKED_AT) for key in
                dict(_flatten(record, "", 2))}  # fmt: skip
        rank = (len(set(guess_columns(sorted(keys)).values())), len(found), found)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return best[2] if best else None


def _lists(value: object, depth: int) -> Iterator[list[Mapping[str, object]]]:
    if isinstance(value, list):
        records = [one for one in value if isinstance(one, Mapping)]
        if records and 2 * len(records) > len(value):
            yield records
    inner = value.values() if isinstance(value, Mapping) else value
    if depth and isinstance(value, Mapping | list):
        for one in islice(inner, 1_000):  # type: ignore[call-overload] # a list or values
            yield from _lists(one, depth - 1)
