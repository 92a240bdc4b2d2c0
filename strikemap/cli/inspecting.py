"""`strikemap inspect`: what a file is and what would become of its rows, before any is written."""

from __future__ import annotations

import json
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
    from geo.reading.mapping import ColumnMapping
    from geo.reading.result import Reading

__all__ = ["InspectCommand", "inspect_file"]

FIRST = 5  # rows shown as they would become
MOST_UNUSED = 20  # columns that nothing is read from, each on a line
FATES = {
    "located": "located",
    "area_only": "known only to an area",
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
    columns: dict[str, str | None]  # null: nothing is read; "": a publisher's codes and words
    fates: dict[str, int]
    no_strikes: dict[str, int]
    refused_for: dict[str, int]
    not_located_for: dict[str, int]
    notes: list[str]
    summary: list[str]
    first_rows: list[dict[str, str | int]]


def describe(given: Input, located: Located) -> Found:
    """Gather what is to be said of a file whose strikes were located."""
    from geo.strikes.reasons import count_reasons

    reading, strikes = located.reading, located.reading.strikes
    status = strikes["location_status"].value_counts()
    fates = {word: int(status.get(name, 0)) for name, word in FATES.items()}
    others = strikes["not_strike"].dropna().value_counts()
    return Found(
        given.strikes,
        _name_container(given.strikes),
        reading.title,
        reading.rows,
        len(reading.claims),
        dict(reading.meanings),
        {**fates, "refused": len(reading.rejected)},
        {str(why): int(rows) for why, rows in others.items()},
        count_reasons(reading.rejected["reason"]),
        dict(located.summary.unlocated),
        list(reading.notes),
        [*filter(None, [located.countries.said]), *located.summary.lines()],
        list(_list_first(reading)),
    )


def _name_container(strikes: str) -> str:
    from geo.reading.registry import find_container

    found = None if strikes == SEEDS else find_container(Path(strikes).suffix)
    return found.title if found else ""


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
    yield from _word_part("columns", list(_word_columns(found)))
    yield from _word_part("rows", _count(found.fates))
    yield from _word_part("rows that are no strikes", _count(found.no_strikes))
    yield from _word_part("refused for", _count(found.refused_for))
    yield from _word_part("not located because", _count(found.not_located_for))
    yield from _word_part("in short", found.summary)
    yield from _word_part("notes", found.notes)
    firsts = [
        f"row {row['row']}: "
        + "; ".join(f"{name} {value}" for name, value in row.items() if name != "row")
        for row in found.first_rows
    ]
    yield from _word_part("the first rows would become", firsts)


def _word_columns(found: Found) -> Iterator[str]:
    """Yield what each column is read as, and the first ones that nothing is read from."""
    unused = [name for name, field in found.columns.items() if field is None]
    further = set(unused[MOST_UNUSED:])
    for name, field in found.columns.items():
        if name not in further:
            own = f"a column of {found.format}, read as such"
            yield f"{name}: {'not used' if field is None else field or own}"
    if further:
        yield f"and {len(further):,} more columns, not used"


def _word_part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _count(rows: Mapping[str, int]) -> list[str]:
    return [f"{count:>9,} {name}" for name, count in rows.items()]
