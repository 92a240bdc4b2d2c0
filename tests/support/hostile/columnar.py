"""Parquet files that are small on the disk and large in memory, or deep."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hostile.case import Case, Make

SAID = {"date": "2020-01-12", "place": "Sarmin", "kind": "airstrike"}


def _case(name: str, make: Make, *, refused: bool = False) -> Case:
    return Case("sizes", name, "strikes", "a.parquet", make, refused=refused)


def list_parquet() -> Iterator[Case]:
    yield _case("30 million equal rows", _write_equal_rows, refused=True)
    yield _case("a cell of 30 MB", _write_long_cell)
    yield _case("6,000 columns", _write_columns)
    yield _case("a cell of 200 MB", _write_longest_cell, refused=True)
    yield _case("lists in lists", _write_lists)
    for kind in (4, 7):
        yield _case(
            f"100,000 shapes of kind {kind} in one another",
            lambda path, kind=kind: _write_nest(path, kind),
            refused=True,
        )


def _write_longest_cell(path: Path) -> None:
    cells = {**{k: [v] for k, v in SAID.items()}, "note": ["x" * 200_000_000]}
    pq.write_table(pa.table(cells), path, compression="zstd", use_dictionary=False)


def _write_nest(path: Path, kind: int) -> None:
    """Write a GeoParquet of one shape; reading it as others do ends the process."""
    shape = struct.pack("<BII", 1, kind, 1) * 100_000 + struct.pack("<BIdd", 1, 1, 36.5, 35.5)
    geo = {"version": "1.0.0", "primary_column": "geometry",
           "columns": {"geometry": {"encoding": "WKB", "geometry_types": []}}}  # fmt: skip
    table = pa.table({**{k: [v] for k, v in SAID.items()}, "geometry": pa.array([shape])})
    pq.write_table(table.replace_schema_metadata({b"geo": json.dumps(geo).encode()}), path)


def _write_equal_rows(path: Path) -> None:
    table = pa.table(
        {
            name: pa.DictionaryArray.from_arrays(
                pa.array([0], pa.int8()).take(pa.array([0] * 1_000_000)), pa.array([cell])
            )
            for name, cell in SAID.items()
        }
    )
    with pq.ParquetWriter(path, table.schema) as writer:
        for _ in range(30):
            writer.write_table(table)


def _write_long_cell(path: Path) -> None:
    pq.write_table(
        pa.table({**{k: [v] for k, v in SAID.items()}, "note": ["x" * 30_000_000]}), path
    )


def _write_columns(path: Path) -> None:
    pq.write_table(
        pa.table({**{k: [v] for k, v in SAID.items()}, **{f"c{n}": ["1"] for n in range(6_000)}}),
        path,
    )


def _write_lists(path: Path) -> None:
    value: object = "x"
    for _ in range(60):
        value = [value]
    pq.write_table(pa.table({**{k: [v] for k, v in SAID.items()}, "l": [value]}), path)
