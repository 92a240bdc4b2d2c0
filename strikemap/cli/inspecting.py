"""`strikemap inspect`: what a file is and what would become of its rows, before any is written."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gazetteer.errors import StrikemapError
from strikemap.cli.formats_help import ReadingCommand
from strikemap.cli.inputs import Input, Located, read_located
from strikemap.cli.messages import answer, count, say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import SEEDS, FileArgument, LandOptions, ReadingOptions
from strikemap.cli.outputs import check_out

if TYPE_CHECKING:
    import pandas as pd

    from geo.reading.mapping import ColumnMapping
    from geo.reading.result import Reading

__all__ = ["InspectCommand", "inspect_file"]

_CELL = re.compile(r"'[^']*'|\d+")  # what differs between reasons of one kind
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
         "civilians_killed_min", "civilians_killed_max", "injured_min", "injured_max",
         "casualties_min", "casualties_max", "strikes_min", "strikes_max", "not_strike",
         "reading_note")  # fmt: skip


class InspectCommand(ReadingCommand):
    """`strikemap inspect`, whose help says what is read."""


@spread_options
def inspect_file(
    file: FileArgument,
    how: ReadingOptions,
    land: LandOptions,
    as_json: Annotated[bool, typer.Option("--json", help="Say it for machines.")] = False,
    save_mapping: Annotated[
        Path | None,
        typer.Option(
            "--save-mapping", metavar="OUT", help="Write what columns mean, for --mapping: .json"
        ),
    ] = None,
) -> None:
    """Say what FILE is, what its columns mean and what its rows would become; write no strikes."""
    given = Input(file, how)
    if save_mapping is not None:
        inputs = [*given.files(), *land.files()]
        check_out(save_mapping, (".json",), inputs, tables=False, option="--save-mapping")
    located = read_located(given, land, quietly=True)
    found = describe(given, located)
    if save_mapping is not None:
        _save(save_mapping, located.reading, given.said())
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    for line in word(found):
        answer(line)


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be said of a file; counts are rows."""

    file: str
    container: str
    format: str
    rows: int
    claims: int
    columns: dict[str, str | None]  # null: nothing is read from it
    fates: dict[str, int]
    no_strikes: dict[str, int]
    refused_for: dict[str, int]
    notes: list[str]
    summary: list[str]
    first_rows: list[dict[str, str | int]]


def describe(given: Input, located: Located) -> Found:
    """Gather what is to be said of a file whose strikes were located."""
    reading, strikes = located.reading, located.reading.strikes
    status = strikes["location_status"].value_counts()
    fates = {word: int(status.get(name, 0)) for name, word in FATES.items()}
    others = strikes["not_strike"].dropna().value_counts()
    reasons = _count_reasons(reading.rejected["reason"])
    return Found(
        given.strikes,
        _name_container(given.strikes),
        reading.title,
        len(strikes) + len(reading.rejected),
        len(reading.claims),
        _list_columns(given, reading),
        {**fates, "refused": len(reading.rejected)},
        {str(why): int(rows) for why, rows in others.items()},
        dict(reasons.most_common(MOST_REASONS)),
        list(reading.notes),
        list(located.summary.lines()),
        list(_list_first(reading)),
    )


def _count_reasons(reasons: pd.Series) -> Counter[str]:
    """Count the rows that are refused for one reason, as the first of them words it."""
    counted: Counter[str] = Counter()
    firsts: dict[str, str] = {}
    for reason, rows in reasons.value_counts(sort=False).items():
        counted[firsts.setdefault(_CELL.sub("", str(reason)), str(reason))] += int(rows)
    return counted


def _name_container(strikes: str) -> str:
    from geo.reading.registry import find_container

    found = None if strikes == SEEDS else find_container(Path(strikes).suffix)
    return found.title if found else ""


def _list_columns(given: Input, reading: Reading) -> dict[str, str | None]:
    """Return the columns that had to be recognised in the table's order; none of a known table."""
    from geo.reading.inputs import read_table

    if not reading.columns:
        return {}
    table = read_table(Path(given.strikes), sheet=given.how.sheet)
    return {str(name): reading.columns.get(name) for name in table.cells.columns}


def _save(path: Path, reading: Reading, said: ColumnMapping) -> None:
    from geo.reading.mapping import write_mapping

    if not reading.columns:
        raise StrikemapError(f"the columns are those of {reading.title}; there is nothing to save")
    write_mapping(replace(said, columns=reading.columns), path)
    say(f"{path}: {len(reading.columns)} columns; correct it and hand it over with --mapping")


def _list_first(reading: Reading) -> Iterator[dict[str, str | int]]:
    import pandas as pd

    shown = pd.DataFrame(reading.strikes[list(SHOWN)]).head(FIRST)
    for day in ("date_start", "date_end"):
        shown[day] = shown[day].dt.strftime("%Y-%m-%d")
    for number, strike in zip(reading.numbers, shown.to_dict("records"), strict=False):
        yield {"row": int(number), **{k: v for k, v in strike.items() if not pd.isna(v)}}


def word(found: Found) -> Iterator[str]:
    """Yield what was found, line by line."""
    kind = f" ({found.container})" if found.container else ""
    rows, claims = count(found.rows, "row"), count(found.claims, "claim")
    yield f"{found.file}: {found.format}{kind}, {rows}, {claims}"
    columns = [f"{name}: {to or 'not used'}" for name, to in found.columns.items()]
    yield from _word_part("columns", columns)
    yield from _word_part("rows", _count(found.fates))
    yield from _word_part("rows that are no strikes", _count(found.no_strikes))
    yield from _word_part("refused for", _count(found.refused_for))
    yield from _word_part("in short", found.summary)
    yield from _word_part("notes", found.notes)
    firsts = [
        f"row {row['row']}: "
        + "; ".join(f"{name} {value}" for name, value in row.items() if name != "row")
        for row in found.first_rows
    ]
    yield from _word_part("the first rows would become", firsts)


def _word_part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _count(rows: Mapping[str, int]) -> list[str]:
    return [f"{count:>9,} {name}" for name, count in rows.items()]
