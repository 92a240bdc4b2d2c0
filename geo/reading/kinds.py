"""What a container of tables is, and what a publisher's format of them is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from geo.reading.dates import Order
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["Container", "Format", "ReadOptions"]


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file that holds a table.

    suffixes: how such files end, in lower case with their point. read: content and file name to
    a table; raises ReadError naming file and remedy. has_sheets: it holds several tables, and
    `read` takes the name of one. takes_paths: `read` is given a path where there is one, since
    what lies beside the file counts.
    """

    title: str
    suffixes: tuple[str, ...]
    read: Callable[..., Table]
    has_sheets: bool = False
    takes_paths: bool = False


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person said of a table beside the table itself.

    columns: {column of the table: word of geo.reading.column_names.FIELDS}, those chosen by hand
    over those guessed. kind: what struck, for rows that do not say. order: how 3/4/2015 is meant.
    home: as `Table.home`.
    """

    columns: Mapping[str, str] | None = None
    kind: str = "other"
    order: Order | None = None
    home: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """What a publisher's tables look like, and how they become strikes and claims.

    name: what people call it by. sentence: what it is, for help and the upload page. recognise:
    how sure it is that a table is one of its own, from 0 (it is not) to 1; the surest format
    reads the table. read: the table's strikes, claims and refused rows; raises ReadError where
    it cannot be read at all. has_claims: a claims table may come with it. takes_typed: it
    reads `typed` tables as they are, others are given text. asks_columns: what its
    columns mean is guessed, and may be chosen by hand. publisher: who made its tables, a source of
    every row; '' where the tables are of many hands, or the rows' own claims name who.
    """

    name: str
    sentence: str
    recognise: Callable[[Table], float]
    read: Callable[[Table, ReadOptions], Reading]
    has_claims: bool = False
    takes_typed: bool = False
    asks_columns: bool = False
    publisher: str = ""
