"""Release profiles read from TOML, strictly: what is not understood is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from gazetteer.limits import require_plain
from gazetteer.places import PLACE_KINDS
from geo.errors import ReleaseError
from geo.release.profile import Cells, Coarsening, Columns, Days, Profile
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, TARGET_KINDS, TOLLS

__all__ = ["LARGEST_BYTES", "parse_profile", "read_profile"]

LARGEST_BYTES = 64_000  # a profile has some thousand; a key of very many parts takes its time
AREAS = ("district", "governorate")
LEAST_KM, MOST_KM = 1, 500  # side of a square
MOST_DAYS = 36_500
MOST_CELL = 1_000_000
COLUMNS = {
    "strikes": tuple(column.name for column in STRIKE_COLUMNS),
    "claims": tuple(column.name for column in CLAIM_COLUMNS),
}
# One without the other would say something else: a lower bound without its upper one is open.
_PAIRS = (
    ("date_start", "date_end"), ("strikes_min", "strikes_max"), ("event_id", "toll_lead"),
    ("adm2_code", "adm2_name"), ("adm3_code", "adm3_name"),
    *((f"{toll}_min", f"{toll}_max") for toll in TOLLS),
)  # fmt: skip
KEYS = {
    "": ("name", "columns", "coarsen", "days", "cells", "layers"),
    "columns": ("strikes", "claims"),
    "coarsen": ("target_kinds", "place_kinds", "words", "everywhere", "to", "grid_km"),
    "days": ("last", "spans", "undated"),
    "days.spans": ("from", "to"),
    "cells": ("strikes", "people"),
}

Table = Mapping[str, Any]
Read = TypeVar("Read")


def read_profile(path: Path | str) -> Profile:
    """Read a release profile; raises ReleaseError naming file, line, key and remedy."""
    path = Path(path)
    try:
        require_plain(path)
        content = path.read_bytes()
    except OSError as error:
        raise ReleaseError(
            f"{path}: the release profile cannot be read ({error.strerror}); name a TOML file"
        ) from error
    return parse_profile(content, str(path))


def parse_profile(content: bytes, file: str) -> Profile:
    r"""Read the bytes of a release profile; `file` is what messages and the profile call it.

    >>> parse_profile(b"[days]\nlast = 14", "partners.toml").days.last
    14
    """
    return _Reader(_decode(content, file), file).read()


def _decode(content: bytes, file: str) -> str:
    if len(content) > LARGEST_BYTES:
        raise ReleaseError(f"{file}: {len(content):,} bytes are no release profile")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ReleaseError(f"{file}: is no UTF-8 text ({error.reason}); save it as UTF-8") from None


class _Reader:
    """Reads one file, and knows its name and lines for messages."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.block = 0  # which [[coarsen]] is read

    def read(self) -> Profile:
        try:
            whole = tomllib.loads(self.text)
        except RecursionError:
            raise ReleaseError(
                f"{self.file}: is no TOML: lists in lists too deep to be read"
            ) from None
        except ValueError as error:  # also of numbers with more digits than Python reads
            raise ReleaseError(f"{self.file}: is no TOML: {error}") from None
        self.check_keys(whole, "")
        if not whole.keys() - {"name"}:
            raise ReleaseError(
                f"{self.file}: holds nothing back; give it {self.word_list(KEYS[''][1:])}"
            )
        name = self.text_of(whole, "name", "") or Path(self.file).stem
        return Profile(
            name,
            self.columns(self.table(whole, "columns")),
            tuple(self.coarsenings(self.tables(whole, "coarsen", ""))),
            self.days(self.table(whole, "days")),
            self.cells(self.table(whole, "cells")),
            self.flag(whole, "layers", ""),
        )

    def columns(self, table: Table) -> Columns:
        self.check_keys(table, "columns")
        return Columns(**{name: self.columns_of(table, name) for name in COLUMNS if name in table})

    def columns_of(self, table: Table, name: str) -> frozenset[str]:
        chosen = frozenset(self.words(table, name, "columns", COLUMNS[name]))
        for pair in _PAIRS:
            listed = [one for one in pair if one in chosen]
            if len(listed) == 1 and set(pair) <= set(COLUMNS[name]):
                other = pair[1 - pair.index(listed[0])]
                raise self.error(
                    "columns", name, f"{listed[0]} says something else without {other}; "
                    "list both or neither",
                )  # fmt: skip
        return chosen

    def coarsenings(self, tables: Sequence[Table]) -> Iterator[Coarsening]:
        for self.block, table in enumerate(tables):
            yield self.coarsening(table)

    def coarsening(self, table: Table) -> Coarsening:
        self.check_keys(table, "coarsen")
        kinds = frozenset(self.words(table, "target_kinds", "coarsen", TARGET_KINDS))
        places = frozenset(self.words(table, "place_kinds", "coarsen", PLACE_KINDS))
        words = tuple(self.words(table, "words", "coarsen"))
        everywhere = self.flag(table, "everywhere", "coarsen")
        if not (kinds or places or words or everywhere):
            raise self.error(
                "coarsen", next(iter(table), ""), "means no strikes; give target_kinds, "
                "place_kinds, words or everywhere = true",
            )  # fmt: skip
        if ("to" in table) == ("grid_km" in table):
            raise self.error(
                "coarsen", "to" if "to" in table else next(iter(table)),
                "give either to, an area, or grid_km, the side of a square",
            )  # fmt: skip
        if "grid_km" in table:
            km = self.number(table, "grid_km", "coarsen", LEAST_KM, MOST_KM)
            return Coarsening("grid", km, kinds, places, words, everywhere)
        to = table["to"]
        if to not in AREAS:
            raise self.error("coarsen", "to", f"{to!r} is no area; use {self.word_list(AREAS)}")
        return Coarsening(to, 0.0, kinds, places, words, everywhere)

    def days(self, table: Table) -> Days:
        self.check_keys(table, "days")
        last = self.count(table, "last", "days", 1, MOST_DAYS)
        spans = tuple(self.span(one) for one in self.tables(table, "spans", "days"))
        return Days(last, spans, self.flag(table, "undated", "days"))

    def span(self, table: Table) -> tuple[date, date]:
        self.check_keys(table, "days.spans")
        first, last = (self.day(table, key) for key in KEYS["days.spans"])
        if last < first:
            raise self.error("days.spans", "to", f"{last} is before {first}; swap the two")
        return first, last

    def cells(self, table: Table) -> Cells:
        self.check_keys(table, "cells")
        return Cells(**{key: self.count(table, key, "cells", 2, MOST_CELL) for key in table})

    # What a value is, or a message on it.

    def table(self, table: Table, key: str) -> Table:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self.error("", key, f"is no table; write [{key}] on a line of its own")
        return value

    def tables(self, table: Table, key: str, where: str) -> list[Table]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            shape = f"[[{key}]]" if not where else f"{key} = [{{from = DAY, to = DAY}}]"
            raise self.error(where, key, f"is no list of tables; write {shape}")
        return value

    def words(self, table: Table, key: str, where: str, known: Collection[str] = ()) -> list[str]:
        value = table.get(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.error(where, key, 'is no list of words; write ["one", "other"]')
        if (not value and not known) or any(not one.strip() for one in value):
            raise self.error(where, key, "has an empty word; leave it out")
        for word in value:
            if known and word not in known:
                raise self.error(
                    where, key, f"{word!r} is unknown; use {self.word_list(known)}", word
                )
        return value

    def text_of(self, table: Table, key: str, where: str) -> str:
        return " ".join(self.typed(table.get(key, ""), str, where, key, "a text").split())

    def flag(self, table: Table, key: str, where: str) -> bool:
        return self.typed(table.get(key, False), bool, where, key, "true or false")

    def count(self, table: Table, key: str, where: str, least: int, most: int) -> int:
        if key not in table:
            return 0
        value = table[key]
        if type(value) is not int or not least <= value <= most:
            raise self.error(
                where, key, f"{value!r} will not do; give a whole number, {least} to {most:,}"
            )
        return value

    def number(self, table: Table, key: str, where: str, least: float, most: float) -> float:
        value = table[key]
        if type(value) not in (int, float) or not least <= value <= most:
            raise self.error(where, key, f"{value!r} will not do; give km, {least} to {most:,}")
        return float(value)

    def day(self, table: Table, key: str) -> date:
        value = table.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            said = "is missing" if value is None else f"{value!r} is no day"
            raise self.error("days.spans", key, f"{said}; write it bare, such as 2024-01-31")
        return value

    def typed(self, value: Any, kind: type[Read], where: str, key: str, what: str) -> Read:  # noqa: ANN401 TOML
        if not isinstance(value, kind):
            raise self.error(where, key, f"{value!r} will not do; give {what}")
        return value

    def check_keys(self, table: Table, where: str) -> None:
        for key in table:
            if key not in KEYS[where]:
                raise self.error(
                    where, key, f"is no key here; the keys are {self.word_list(KEYS[where])}"
                )

    def error(self, where: str, key: str, said: str, value: str = "") -> ReleaseError:
        path = f"{where}.{key}" if where else key
        return ReleaseError(f"{self.file}:{self.line_of(where, key, value)}: {path}: {said}")

    def line_of(self, where: str, key: str, value: str) -> int:
        """Return the line that a key, and where given a value, stands on; 1 where neither does."""
        head = where.split(".")[0]
        begin = self.find(rf"^\s*\[+\s*{head}\s*\]", 0) if where else 0
        for _ in range(self.block if where == "coarsen" else 0):
            begin = self.find(r"^\s*\[\[\s*coarsen\s*\]", begin + 1)
        at = self.find(rf"(?<![\w-]){re.escape(key)}(?![\w-])", begin)
        at = self.find(re.escape(f'"{value}"'), at) if value else at
        return self.text.count("\n", 0, at) + 1

    def find(self, pattern: str, begin: int) -> int:
        found = re.compile(pattern, re.MULTILINE).search(self.text, begin)
        return found.start() if found else begin

    word_list: Callable[[Collection[str]], str] = staticmethod(", ".join)
