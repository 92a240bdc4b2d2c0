"""Excel workbook: the sheets strikes, claims, read me and codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from gazetteer.language import N_
from geo.export.credits import HELD_BACK
from geo.export.format import ExportFormat, Outgoing
from geo.export.labels.column_titles import title_of
from geo.export.provenance import word_file
from geo.export.spreadsheet.cells import MOST_LETTERS, find_long
from geo.export.spreadsheet.package import Sheet, to_workbook
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

__all__ = ["FORMAT"]

_WORDS = {"text": "text", "date": "day", "count": "whole number", "number": "number"}
_SHEETS = (
    ("Sheet strikes", "A row for each strike as reported; lon and lat are empty where it is known "
     "only to an area, or not located."),
    ("Sheet claims", "A row for each source's telling of a strike, by its strike_id."),
    ("Sheet codes", "What each column means, and the words that it may hold."),
    ("Empty cells", "Not reported. It is never 0. A lower bound without an upper one is open."),
)  # fmt: skip
_WHOLE = "A .csv or .parquet holds all of it."
_HELD = f"Cells of columns that the sheet codes calls {HELD_BACK}."


def _render(outgoing: Outgoing) -> bytes:
    strikes = _list_strikes(outgoing)
    claims = outgoing.claims[[column.name for column in CLAIM_COLUMNS]]
    told = [*_list_words(outgoing), *_tell_long({"strikes": strikes, "claims": claims})]
    return to_workbook([
        Sheet("strikes", strikes, (34, 14)),
        Sheet("claims", claims, (34, 34, 18)),
        Sheet("read me", pd.DataFrame(told, columns=["about", "what"]), (24, 110), wraps=True),
        Sheet("codes", _list_codes(outgoing), (10, 24, 36, 14, 70), wraps=True),
    ])  # fmt: skip


def _list_strikes(outgoing: Outgoing) -> pd.DataFrame:
    strikes = outgoing.strikes
    table = pd.DataFrame(strikes.reset_index()[["strike_id", *(c.name for c in STRIKE_COLUMNS)]])
    points = strikes.geometry
    return table.assign(lon=points.x.to_numpy(), lat=points.y.to_numpy())


def _list_words(outgoing: Outgoing) -> list[tuple[str, str]]:
    held = [("Cells held back", _HELD)] if any(outgoing.held.values()) else []
    return [*word_file(outgoing), *_SHEETS, *held]


def _tell_long(tables: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, str]]:
    """Yield which texts are cut, as they have more letters than a cell holds."""
    for sheet, table in tables.items():
        for name, values in table.items():
            if long := int(find_long(values).sum()):
                what = f"{long:,} of {len(table):,} cells of {name} in the sheet {sheet}"
                most = f"more than {MOST_LETTERS:,} letters, the most that Excel takes"
                yield "Texts cut", f"{what} hold the beginning of a text of {most}. {_WHOLE}"


def _list_codes(outgoing: Outgoing) -> pd.DataFrame:
    columns = ["sheet", "column", "name", "holds", "meaning", "words"]
    return pd.DataFrame([*_describe_columns(outgoing)], columns=columns)


def _describe_columns(outgoing: Outgoing) -> Iterator[tuple[str, ...]]:
    yield "strikes", "strike_id", title_of("strike_id"), "text", "unique", ""
    for sheet, columns in (("strikes", STRIKE_COLUMNS), ("claims", CLAIM_COLUMNS)):
        for column in columns:
            words = ", ".join(column.vocabulary or ())
            means = HELD_BACK if outgoing.holds(sheet, column.name) else column.meaning
            meaning = (title_of(column.name), _WORDS[column.dtype], means)
            yield sheet, column.name, *meaning, words
    for name in ("lon", "lat"):
        yield "strikes", name, title_of(name), "number", "degrees, WGS 84; empty: no point", ""


FORMAT = ExportFormat(
    suffixes=(".xlsx",),
    sentence="Excel workbook: strikes, claims, read me, codes",
    mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    render=_render,
    label=N_("Excel workbook"),
    order=7,
)
