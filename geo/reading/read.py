"""Files -> strikes, their claims, and the rows refused with reasons; nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from geo.errors import ReadError
from geo.files import claims_beside
from geo.reading.columns import choose_columns
from geo.reading.columnwise.when import LOCAL_TIMES
from geo.reading.inputs import FileInput, read_table
from geo.reading.kinds import Format, ReadOptions
from geo.reading.recognise.unused import look_like
from geo.reading.registry import FORMATS, choose_format, find_format
from geo.reading.result import Reading, leave_out_others
from geo.reading.table import Table, text_table
from geo.reading.values.spans import Order
from geo.strikes.schema import KINDS

__all__ = ["find_columns", "has_local_times", "read_as", "read_seeds", "read_strikes"]

_SEEDS = Path(__file__).parents[1] / "data" / "seeds"


def read_strikes(
    source: FileInput,
    *,
    claims: FileInput | None = None,
    columns: Mapping[str, str] | None = None,
    name: str | None = None,
    kind: str = "other",
    format: str | None = None,  # noqa: A002 what users call it
    sheet: str | None = None,
    order: Order | None = None,
    strikes_only: bool = False,
    home: str = "",
) -> Reading:
    """Read strikes from a file or a DataFrame: our own tables, or any with dates and places.

    Args:
        source: path, bytes or open file; CSV, Excel, GeoJSON, GeoPackage, KML or Parquet by the
            ending of its name. Or a DataFrame or GeoDataFrame: its cells are read as a file's,
            rows are numbered from 1, a named index counts as a column, points come from the
            geometry (any crs) or from columns lon and lat (degrees).
        claims: claims table of our own format; by default the one inside the file or beside
            it (`claims.csv` beside `strikes.csv`, `NAME.claims.csv` beside `NAME.csv`).
        columns: {column of the file: word of geo.reading.column_names.FIELDS}; by default
            guessed.
        name: what the table is called where `source` has no name; ids of rows begin with it.
        kind: what struck, for the rows of a table that do not say.
        format: short name of the publisher's format, such as "ucdp", where it is known; by
            default the one that recognises the table's columns.
        sheet: sheet of a workbook or layer of a map file; by default the one that has strikes.
        order: how 3/4/2015 is meant, "day first" or "month first", where no date shows it.
        strikes_only: leave out rows that are no strikes; they are `left_out` of the result.
        home: country, by name or code, to whose local day times with a zone are taken where a
            row states none; by default that of the places that ship.

    Returns:
        Strikes not yet placed (`geo.locate` places them), claims, refused rows with reasons.

    Raises:
        ReadError: the table cannot be read as strikes at all; names it and the remedy.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"date": ["2015-09-30"], "town": ["Talbisah"], "killed": ["3-5"]})
    >>> strikes = read_strikes(table).strikes
    >>> strikes["killed_min"].tolist(), strikes["killed_max"].tolist()
    ([3], [5])
    """
    table = read_table(source, name=name, sheet=sheet)
    if kind not in KINDS:
        raise ReadError(f"{table.name}: kind {kind!r} is unknown; use one of {', '.join(KINDS)}")
    chosen = choose_format(format) if format else _choose_format(table, columns)
    beside = None
    if chosen.has_claims:
        beside = _find_claims(table, source) if claims is None else None
        table = _take_claims(table, beside if claims is None else claims)
    elif claims is not None:
        raise ReadError(
            f"{table.name}: claims go with a strikes table of our own format (strike_id, kind, "
            "date_start ...); in other tables every source column becomes a claim"
        )
    reading = replace(
        read_as(chosen, table, ReadOptions(columns, kind, order, home)), claims_beside=beside
    )
    return leave_out_others(reading, text_table(table).cells) if strikes_only else reading


def read_as(known: Format, table: Table, options: ReadOptions) -> Reading:
    """Read an opened table as one of a format; raises ReadError where it cannot be read at all."""
    if not known.takes_typed:
        table = text_table(table)
    table = replace(table, taken={}, home=options.home)
    reading = known.read(table, options)
    reading = replace(reading, meanings=_list_meanings(table))
    if known.publisher:
        reading = replace(reading, dataset=_name_dataset(reading.title, known.publisher))
    if not known.asks_columns:
        return reading
    read = {*reading.columns, *(column for column, field in table.taken.items() if field)}
    free = [column for column in table.cells.columns if column not in read]
    return replace(reading, unused=look_like(table.cells, free))


def _list_meanings(table: Table) -> dict[str, str | None]:
    """Return what each column was read as, under a publisher's names where the table has none."""
    names = [str(name) for name in table.cells.columns]
    if not any(name in table.taken for name in names):
        return dict(table.taken)
    return {name: table.taken.get(name) for name in names}


def _name_dataset(title: str, publisher: str) -> str:
    return title if publisher in title else f"{title} ({publisher})"


def has_local_times(reading: Reading) -> bool:
    """Say whether days were told by the local time of a country, so that the country counts."""
    return any(note.startswith(LOCAL_TIMES) for note in reading.notes)


def find_columns(
    source: FileInput,
    chosen: Mapping[str, str],
    *,
    format: str | None = None,  # noqa: A002 as in read_strikes
    sheet: str | None = None,
) -> dict[str, str] | None:
    """Guess what a file's columns mean, but for what a person chose: {column: word of FIELDS}.

    Returns None where nothing is chosen. Raises ReadError where the file's format has known
    columns, or where it cannot be read; `read_strikes(columns=...)` checks what is returned.
    """
    if not chosen:
        return None
    table = text_table(read_table(source, sheet=sheet))
    known = choose_format(format) if format else find_format(table)
    if not known.asks_columns:
        raise ReadError(f"{table.name}: its columns are those of {known.name}; choose none")
    return choose_columns(table.cells.columns, chosen, table.cells, tags=table.tags)


def read_seeds() -> Reading:
    """Read the strikes that ship: those of five reports, with their claims, placed already.

    >>> seeds = read_seeds()
    >>> len(seeds.strikes), len(seeds.claims), len(seeds.rejected)
    (42, 58, 0)
    """
    read = _read_seeds()
    # Who asked may write in what they got.
    return replace(read, strikes=read.strikes.copy(), claims=read.claims.copy(),
                   rejected=read.rejected.copy(), rejected_claims=read.rejected_claims.copy(),
                   left_out=read.left_out.copy(), numbers=read.numbers.copy(),
                   dropped=read.dropped.copy(),
                   columns=dict(read.columns), meanings=dict(read.meanings),
                   unused=dict(read.unused))  # fmt: skip


@cache
def _read_seeds() -> Reading:
    return read_strikes(_SEEDS / "strikes.csv", claims=_SEEDS / "claims.csv")


def _choose_format(table: Table, columns: Mapping[str, str] | None) -> Format:
    """Return the surest format; where columns are chosen by hand, the one that asks for them."""
    if columns is None:
        return find_format(table)
    return next(one for one in FORMATS if one.asks_columns)


def _find_claims(table: Table, source: FileInput) -> Path | None:
    """Return the claims file beside a table of strikes that holds none itself, if it is there."""
    if table.claims is not None or not isinstance(source, str | Path):
        return None
    beside = claims_beside(Path(source))
    return beside if beside.exists() else None


def _take_claims(table: Table, claims: FileInput | None) -> Table:
    if claims is None:
        return table
    named = None if isinstance(claims, str | Path) else "claims.csv"
    return replace(table, claims=read_table(claims, name=named))
