"""Files -> strikes, their claims, and the rows refused with reasons; nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.errors import ReadError
from geo.reading.any_table import ForeignRows
from geo.reading.cells import CellError
from geo.reading.columns import (
    FIELDS,
    SEVERAL,
    choose_columns,
    guess_columns,
    is_own_format,
    list_unused,
    missing_fields,
    warn_of_place,
)
from geo.reading.files import READABLE, FileInput, Table, read_table
from geo.reading.own_format import read_own_claims, read_own_strikes
from geo.strikes.checks import row_problems
from geo.strikes.ids import make_ids
from geo.strikes.schema import KINDS, empty_claims, empty_strikes, make_claims, make_strikes
from geo.strikes.spreadsheet_cells import take_back

__all__ = ["READABLE", "Reading", "find_columns", "read_seeds",
           "read_strikes", "read_table", "refused_rows"]  # fmt: skip

_SEEDS = Path(__file__).parents[1] / "data" / "seeds"


@dataclass(frozen=True)
class Reading:
    """What a file held: rows read = len(strikes) + len(rejected).

    `rejected` has `row` (the line a spreadsheet shows; the feature's number from 1 where a
    format has no header), `reason` and the file's own columns. `rejected_claims` likewise, of
    a claims table. `notes` say what was decided for the whole file, such as the order of day
    and month. `columns` says how a stranger's columns were read; empty for our own format.
    """

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    rejected: pd.DataFrame
    rejected_claims: pd.DataFrame = field(default_factory=lambda: refused_rows(pd.DataFrame(), {}))
    notes: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


def read_strikes(
    source: FileInput,
    *,
    claims: FileInput | None = None,
    columns: Mapping[str, str] | None = None,
    name: str | None = None,
    kind: str = "other",
) -> Reading:
    """Read a file of strikes: our own tables, or any table with dates and places.

    Args:
        source: path, bytes or open upload; CSV, Excel, GeoJSON, GeoPackage or Parquet by the
            ending of its name.
        claims: claims table of our own format; by default the one inside the file or beside
            it (`claims.csv` beside `strikes.csv`, `NAME.claims.csv` beside `NAME.csv`).
        columns: {column of the file: word of geo.reading.columns.FIELDS}; by default guessed.
        name: the file's name where `source` has none.
        kind: what struck, for the rows of a stranger's table that do not say.

    Raises:
        ReadError: the file cannot be read as strikes at all; names file and remedy.
    """
    table = read_table(source, name=name)
    if columns is None and is_own_format(table.cells.columns):
        return _read_own(table, source, claims)
    if claims is not None:
        raise ReadError(
            f"{table.name}: claims go with a strikes table of our own format (strike_id, kind, "
            "date_start ...); in other tables every source column becomes a claim"
        )
    if kind not in KINDS:
        raise ReadError(f"{table.name}: kind {kind!r} is unknown; use one of {', '.join(KINDS)}")
    chosen = dict(guess_columns(table.cells.columns) if columns is None else columns)
    _check_columns(table, chosen)
    return _read_foreign(table, chosen, kind)


def find_columns(source: FileInput, chosen: Mapping[str, str]) -> dict[str, str] | None:
    """Guess what a file's columns mean, but for what a person chose: {column: word of FIELDS}.

    None where nothing is chosen. Raises ReadError where the file is of our own format, or where
    it cannot be read; `read_strikes(columns=...)` checks what is returned.
    """
    if not chosen:
        return None
    table = read_table(source)
    if is_own_format(table.cells.columns):
        raise ReadError(f"{table.name}: its columns are those of our own format; choose none")
    return choose_columns(table.cells.columns, chosen)


def read_seeds() -> Reading:
    """Read the strikes that ship: those told in five reports, with their claims."""
    return read_strikes(_SEEDS / "strikes.csv", claims=_SEEDS / "claims.csv")


def _check_columns(table: Table, columns: Mapping[str, str]) -> None:
    for column, meaning in columns.items():
        if column not in table.cells.columns:
            has = ", ".join(table.cells.columns)
            raise ReadError(f"{table.name}: there is no column {column!r}; it has {has}")
        if meaning not in FIELDS:
            raise ReadError(
                f"{table.name}: column {column!r} cannot mean {meaning!r}; "
                f"use one of {', '.join(FIELDS)}"
            )
    single = [meaning for meaning in columns.values() if meaning not in SEVERAL]
    twice = sorted({meaning for meaning in single if single.count(meaning) > 1})
    if twice:
        raise ReadError(f"{table.name}: two columns are chosen as {twice[0]}; choose one")
    lacking = missing_fields(columns)
    if lacking:
        has = ", ".join(map(str, table.cells.columns)) or "none"
        raise ReadError(
            f"{table.name}: {lacking} is missing among its columns ({has}); rename the columns "
            "to date, place, lon, lat, or choose what they mean"
        )


def _read_foreign(table: Table, columns: dict[str, str], kind: str) -> Reading:
    reader = ForeignRows(table.cells, columns, kind)
    records: dict[int, dict[str, object]] = {}
    tellings: dict[int, list[dict[str, object]]] = {}
    reasons: dict[int, str] = table.broken.to_dict()
    for number, row in zip(table.cells.index, table.cells.to_dict("records"), strict=True):
        try:
            records[number], tellings[number] = reader.read_row(row)
        except CellError as problem:
            reasons[number] = str(problem)
    prefix = re.sub(r"[\W_]+", "-", Path(table.name).stem.casefold()).strip("-") or "table"
    rows = pd.DataFrame.from_records(list(records.values()), index=list(records))
    strikes, numbers = _build_strikes(_with_ids(rows, prefix), reasons)
    told = [
        {**claim, "strike_id": strike_id, "claim_id": f"{strike_id}/{ordinal}"}
        for number, strike_id in zip(numbers, strikes.index, strict=True)
        for ordinal, claim in enumerate(tellings[number], start=1)
    ]
    return Reading(
        strikes,
        make_claims(pd.DataFrame(told)) if told else empty_claims(),
        refused_rows(table.cells, reasons),
        notes=(*table.notes, *_notes_on_columns(table, columns), *reader.notes()),
        columns=columns,
    )


def _notes_on_columns(table: Table, columns: Mapping[str, str]) -> list[str]:
    told = (warn_of_place(columns), list_unused(table.cells.columns, columns))
    return [note for note in told if note]


def _read_own(table: Table, source: FileInput, claims: FileInput | None) -> Reading:
    rows, reasons = read_own_strikes(_without_apostrophes(table))
    reasons.update(table.broken.to_dict())
    told = _claims_table(table, source, claims)
    read, claim_reasons = _typed_claims(told)
    counts = rows["strike_id"].map(read["strike_id"].value_counts()).fillna(0)
    rows["source_count"] = rows["source_count"].fillna(counts)
    strikes, _ = _build_strikes(rows, reasons)
    claim_reasons.update(_claim_problems(read, strikes))
    kept = read.drop(index=[n for n in claim_reasons if n in read.index])
    return Reading(
        strikes,
        make_claims(kept) if len(kept) else empty_claims(),
        refused_rows(table.cells, reasons),
        refused_rows(pd.DataFrame() if told is None else told.cells, claim_reasons),
        notes=(*table.notes, *(told.notes if told else ())),
    )


def _without_apostrophes(table: Table) -> pd.DataFrame:
    if not _is_text(table.name):
        return table.cells
    restored = {}
    for name, column in table.cells.items():
        changed = {text: take_back(text) for text in column.unique() if text.startswith("'")}
        restored[name] = column.replace(changed) if changed else column
    return pd.DataFrame(restored, index=table.cells.index)


def _with_ids(rows: pd.DataFrame, prefix: str) -> pd.DataFrame:
    """Give ids to rows whose source has none, and a prefix to those it gives."""
    if rows.empty:
        return rows
    made = make_ids(rows, prefix=prefix).to_series(index=rows.index)
    return rows.assign(strike_id=(f"{prefix}:" + rows["strike_id"].astype("str")).fillna(made))


def _is_text(name: str) -> bool:
    return Path(name).suffix.lower() in (".csv", ".tsv", ".txt")


def _claims_table(table: Table, source: FileInput, claims: FileInput | None) -> Table | None:
    if claims is not None:
        return read_table(claims, name=None if isinstance(claims, str | Path) else "claims.csv")
    if table.claims is not None:
        return Table(table.name, table.claims, pd.Series(dtype=object))
    if not isinstance(source, str | Path):
        return None
    path = Path(source)
    beside = path.with_name("claims.csv" if path.stem == "strikes" else f"{path.stem}.claims.csv")
    return read_table(beside) if beside.exists() else None


def _typed_claims(told: Table | None) -> tuple[pd.DataFrame, dict[int, str]]:
    if told is None:
        return empty_claims(), {}
    if not {"claim_id", "strike_id"} <= set(told.cells.columns):
        raise ReadError(f"{told.name}: no claims table; it needs columns claim_id and strike_id")
    read, reasons = read_own_claims(_without_apostrophes(told))
    return read, {**reasons, **told.broken.to_dict()}


def _claim_problems(claims: pd.DataFrame, strikes: gpd.GeoDataFrame) -> dict[int, str]:
    rules = {
        "claim_id is empty; give every claim an id of its own": claims["claim_id"].isna(),
        "claim_id is given twice; the first is kept": claims["claim_id"].duplicated(),
        "strike_id names no strike that was read; check the strikes table":
            ~claims["strike_id"].isin(strikes.index),
    }  # fmt: skip
    return {number: why for why, wrong in rules.items() for number in claims.index[wrong]}


def _build_strikes(
    rows: pd.DataFrame, reasons: dict[int, str]
) -> tuple[gpd.GeoDataFrame, list[int]]:
    """Return the strikes that keep the contract and their row numbers; note the others' reasons."""
    if rows.empty:
        return empty_strikes(), []
    ids = rows["strike_id"]
    first_row = dict(zip(ids[::-1], ids.index[::-1], strict=True))
    for number, strike_id in ids[ids.duplicated()].items():
        reasons[number] = (
            f"id {strike_id!r} was used in row {first_row[strike_id]}; give each row its own, "
            "or choose another id column"
        )
    rows = rows.drop(index=[n for n in reasons if n in rows.index])
    lons, lats = rows["lon"].astype("float64"), rows["lat"].astype("float64")
    points = gpd.GeoSeries(gpd.points_from_xy(lons, lats), index=rows.index)
    points = points.where(lons.notna(), None)
    numbers = list(rows.index)
    rows = rows.set_index(pd.Index(ids[numbers], name="strike_id")).assign(geometry=points.array)
    strikes = make_strikes(rows)
    problems = row_problems(strikes)
    for number, why in zip(numbers, problems, strict=True):
        if isinstance(why, str):
            reasons[number] = f"{why}; correct the row and read it again"
    kept = problems.isna().to_numpy()
    return strikes[kept], [n for n, keep in zip(numbers, kept, strict=True) if keep]


def refused_rows(cells: pd.DataFrame, reasons: Mapping[int, str]) -> pd.DataFrame:
    """Return the refused rows of a table of text cells: row, reason, and its own columns."""
    numbers = sorted(reasons)
    own = {"row": "row_in", "reason": "reason_in"}
    original = cells.rename(columns=own).reindex(numbers).fillna("").astype("str")
    told = pd.DataFrame(
        {"row": pd.Series(numbers, dtype="int64"),
         "reason": pd.Series([reasons[n] for n in numbers], dtype="str")}
    )  # fmt: skip
    return pd.concat([told, original.reset_index(drop=True)], axis=1)
