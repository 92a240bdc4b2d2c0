"""Toyland with tables added to it."""

from __future__ import annotations

from pathlib import Path

from paths import TOYLAND

from gazetteer import Gazetteer, load_gazetteer


def load_toyland(folder: Path, *tables: str) -> Gazetteer:
    """Load toyland with CSV texts, written to table0.csv, table1.csv and so on."""
    paths = []
    for number, text in enumerate(tables):
        paths.append(folder / f"table{number}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    return load_gazetteer(TOYLAND, extra=paths)
