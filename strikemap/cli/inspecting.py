"""`strikemap inspect`: what a file is and what would become of its rows, before any is written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.formats_help import ReadingCommand
from strikemap.cli.inputs import Input, load_pack, locate_strikes, read_quietly
from strikemap.cli.messages import escape_controls, tell_progress
from strikemap.cli.options import (
    BoundariesOption,
    ClaimsOption,
    ColumnOption,
    CountryOption,
    FormatOption,
    GazetteerOption,
)

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.reading.result import Reading

__all__ = ["InspectCommand", "inspect_file"]

FIRST = 5  # rows shown as they would become
MOST_REASONS = 12
FATES = {
    "located": "located",
    "area_only": "known by area only",
    "unlocated": "not located",
}
# Of a strike, what is shown of its row.
SHOWN = ("kind", "date_start", "date_end", "place_text", "governorate_text", "country_text",
         "place_name", "precision", "adm1_name", "match_reason", "killed_min", "killed_max",
         "injured_min", "injured_max", "strikes_min", "strikes_max", "not_strike",
         "reading_note")  # fmt: skip


class InspectCommand(ReadingCommand):
    """`strikemap inspect`, whose help says what is read."""


def inspect_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Table of a publisher, or any.")],
    claims: ClaimsOption = None,
    column: ColumnOption = None,
    format_: FormatOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say it for machines.")] = False,
    gazetteer: GazetteerOption = None,
    boundaries: BoundariesOption = None,
    country: CountryOption = "sy",
) -> None:
    """Say what FILE is, what its columns mean and what its rows would become; write nothing."""
    reading = read_quietly(Input(file, claims, tuple(column or ()), format_))
    pack, areas = load_pack(country, gazetteer, boundaries)
    with tell_progress(f"locating {len(reading.strikes):,} strikes"):
        located = locate_strikes(reading.strikes, pack, pack, areas)
    found = describe(file, reading, located)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    for line in word(found):
        typer.echo(escape_controls(line))


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be said of a file; counts are rows."""

    file: str
    format: str
    rows: int
    claims: int
    columns: dict[str, str]
    fates: dict[str, int]
    no_strikes: dict[str, int]
    refused_for: dict[str, int]
    notes: list[str]
    first_rows: list[dict[str, str | int]]


def describe(file: str, reading: Reading, located: gpd.GeoDataFrame) -> Found:
    """Gather what is to be said of a file whose strikes were located."""
    status = located["location_status"].value_counts()
    fates = {word: int(status.get(name, 0)) for name, word in FATES.items()}
    others = located["not_strike"].dropna().value_counts()
    reasons = Counter(reading.rejected["reason"].tolist())
    return Found(
        file,
        reading.title,
        len(located) + len(reading.rejected),
        len(reading.claims),
        dict(reading.columns),
        {**fates, "refused": len(reading.rejected)},
        {str(why): int(rows) for why, rows in others.items()},
        dict(reasons.most_common(MOST_REASONS)),
        list(reading.notes),
        list(_list_first(reading, located)),
    )


def _list_first(reading: Reading, located: gpd.GeoDataFrame) -> Iterator[dict[str, str | int]]:
    import pandas as pd

    shown = pd.DataFrame(located[list(SHOWN)]).head(FIRST)
    for day in ("date_start", "date_end"):
        shown[day] = shown[day].dt.strftime("%Y-%m-%d")
    for number, strike in zip(reading.numbers, shown.to_dict("records"), strict=False):
        yield {"row": int(number), **{k: v for k, v in strike.items() if not pd.isna(v)}}


def word(found: Found) -> Iterator[str]:
    """Yield what was found, line by line."""
    yield f"{found.file}: {found.format}, {found.rows:,} rows, {found.claims:,} claims"
    yield from _word_part("columns", [f"{name} -> {to}" for name, to in found.columns.items()])
    yield from _word_part("rows", _count(found.fates))
    yield from _word_part("rows that are no strikes", _count(found.no_strikes))
    yield from _word_part("refused for", _count(found.refused_for))
    yield from _word_part("notes", found.notes)
    rows = [
        f"row {row['row']}: "
        + "; ".join(f"{name} {value}" for name, value in row.items() if name != "row")
        for row in found.first_rows
    ]
    yield from _word_part("the first rows would become", rows)


def _word_part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _count(rows: Mapping[str, int]) -> list[str]:
    return [f"{count:>9,} {name}" for name, count in rows.items()]
