"""A table of names in parts, and the same in one file."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from gazetteer import load_gazetteer

__all__ = ["HEADER", "make_rows", "read_out", "write_parts"]

HEADER = ("id", "town", "gov", "lon", "note")
ODD = (("Zahra", ""), ("Hamidiyah", ""), ("Qwrtzx", ""), ("Rastan and Talbiseh", ""),
       ("north of Talbiseh", "Homs"), ("", ""), ("", "Homs"), ("تلبيسة", "حمص"))  # fmt: skip
Row = Sequence[str]


def make_rows(rows: int, names: int = 300) -> list[Row]:
    """Return rows of one governorate, so that what one name means hangs on all the others."""
    places = [p for p in load_gazetteer("sy").places if p.adm1_code == "SY04" and p.lon]
    drawn = random.Random(18)
    listed = [(place.name, "") for place in places[:names]]
    said = [*listed, *ODD, *ODD]
    drawn.shuffle(said)
    chosen = [*said, *drawn.choices(said, k=rows)][:rows]
    return [(str(n), town, gov, f"{n % 7}", "a, b" if n % 3 else "=1")
            for n, (town, gov) in enumerate(chosen)]  # fmt: skip


def write_parts(folder: Path, rows: Sequence[Row], sizes: Sequence[int]) -> None:
    """Write parts/0.csv, parts/sub/1.parquet, parts/2.csv ... and whole.csv of all rows."""
    (folder / "parts" / "sub").mkdir(parents=True)
    at = 0
    for number, size in enumerate(sizes):
        own = rows[at : at + size]
        at += size
        if number % 2:
            columns = {name: [row[k] for row in own] for k, name in enumerate(HEADER)}
            table = pa.table({**columns, "id": pa.array(map(int, columns["id"]), pa.int32())})
            pq.write_table(table, folder / "parts" / "sub" / f"{number}.parquet")
        else:
            (folder / "parts" / f"{number}.csv").write_text(_csv(own), "utf-8")
    (folder / "whole.csv").write_text(_csv(rows[:at]), "utf-8")


def _csv(rows: Sequence[Row]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, *rows])
    return text.getvalue()


def read_out(path: Path) -> pd.DataFrame:
    """Return a written part as text cells, its row numbers from 0."""
    if path.suffix == ".csv":
        return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    table = pd.read_parquet(path)
    numbers = table.select_dtypes("number").columns
    texts = {name: [_word(value) for value in table[name]] for name in numbers}
    return table.assign(**texts).astype(object).fillna("").astype("str")


def _word(value: float) -> str:
    return "" if pd.isna(value) else f"{value:.6f}".rstrip("0").rstrip(".")
