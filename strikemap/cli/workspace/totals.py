"""`strikemap totals`: the strikes of a team's database counted in it, however many they are."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.workspace.naming import name_safely
from strikemap.cli.inputs import read_filters
from strikemap.cli.messages import answer, count, say, word_counted
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import DistrictOption, LandOptions, QueryOption
from strikemap.cli.outputs import check_out

if TYPE_CHECKING:
    from geo.strikes.filters import Filters
    from geo.strikes.totals import Totals
    from geo.workspace.counting.cells import Box, Cell
    from geo.workspace.counting.groups import Group
    from geo.workspace.store import Workspace

__all__ = ["name_group", "settle", "totals"]

CELL = "cell"
USUAL_ZOOM = 6  # of a country on a screen
HEAD = ("rows", "located", "area_only", "unlocated", "undated", "strikes_min", "strikes_max",
        "killed_min", "killed_max", "rows_with_killed")  # fmt: skip
CELL_HEAD = ("west", "south", "east", "north", "rows", "rows_less_exact", "strikes_min",
             "strikes_max")  # fmt: skip

Line = dict[str, str | int | float | None]


@spread_options
def totals(
    database: Annotated[
        str, typer.Argument(metavar="DATABASE", help="A team's database, postgresql://...")
    ],
    land: LandOptions,
    query: QueryOption = "",
    district: DistrictOption = None,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="WORD", help="governorate, kind, actor, source, month or cell."
        ),
    ] = "",
    zoom: Annotated[
        int | None,
        typer.Option("--zoom", metavar="N", help="Zoom of a map, by which cells are sized: 6."),
    ] = None,
    box: Annotated[
        str, typer.Option("--box", metavar="W,S,E,N", help="Only cells in it, degrees.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Table to write: .csv")
    ] = None,
) -> None:
    """Count the strikes of a team's database that pass a filter, in the database: none is read."""
    from geo.workspace.store import Workspace

    if out is not None:
        check_out(out, (".csv",), land.files(), tables=False)
    asked = read_filters(query, district)
    _refuse_unused(by, zoom, box)
    corners = _read_box(box)
    with Workspace(database, writing=False) as opened:
        filters, names = settle(opened, asked, land)
        found = opened.counted.totals(filters)
        lines = list(_count(opened, filters, by, USUAL_ZOOM if zoom is None else zoom, corners))
    _tell(name_safely(database), filters.in_words(names, noun=found.noun), found)
    if out is not None:
        _write(out, _head(by), [line for _, line in lines] if by else [_count_line(found)])
    else:
        for said, _ in lines:
            answer(said)


def settle(
    opened: Workspace, filters: Filters, land: LandOptions
) -> tuple[Filters, Mapping[str, str]]:
    """Return filters with the codes of the areas that they name, and the names of those."""
    from geo.errors import FilterError
    from geo.placing.asking.filters import settle_filters
    from strikemap.cli.workspace.verbs import load_countries_land

    if not (filters.governorates or filters.districts or filters.around):
        return filters, {}
    pack, areas = load_countries_land(opened, land)
    try:
        return settle_filters(filters, opened.counted.areas(), areas, pack), areas.names
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint="--filter") from error


def _refuse_unused(by: str, zoom: int | None, box: str) -> None:
    for option, given in (("--zoom", zoom is not None), ("--box", bool(box))):
        if given and by != CELL:
            raise typer.BadParameter(
                f"is of cells: add --by {CELL}, or leave it out", param_hint=option
            )


def _head(by: str) -> tuple[str, ...]:
    """Return the columns of a table, the same however many rows it has."""
    if by == CELL:
        return CELL_HEAD
    return (by, "code", *HEAD) if by else HEAD


def _read_box(text: str) -> Box | None:
    if not text:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter(
            f"{text} is no box; write west,south,east,north in degrees, such as 35.7,32,43,38",
            param_hint="--box",
        ) from None
    return west, south, east, north


def _count(
    opened: Workspace, filters: Filters, by: str, zoom: int, corners: Box | None
) -> Iterator[tuple[str, Line]]:
    """Yield what is said of each group or cell, and its line of the table."""
    if by == CELL:
        from geo.workspace.counting.cells import WORLD, cell_km

        cells = opened.counted.cells(filters, zoom, corners or WORLD)
        say(f"{count(len(cells), 'cell')} of {cell_km(zoom):.3g} km from south to north, with "
            f"{count(sum(cell.rows for cell in cells), 'located row')}")  # fmt: skip
        yield from ((_word_cell(cell), _cell_line(cell)) for cell in cells)
    elif by:
        groups = opened.counted.groups(filters, by)
        several = Counter(group.name for group in groups)
        for group in groups:
            named = {by: group.name or "not reported", "code": group.key}
            said = name_group(group, shared=several[group.name] > 1)
            yield _word_group(said, group), {**named, **_count_line(group.totals)}


def name_group(group: Group, *, shared: bool) -> str:
    """Return what a group is called, with its code where others are called so too."""
    name = group.name or "not reported"
    if not shared:
        return name
    return f"{name} ({group.key})" if group.key != name else f"{name} (which is not told)"


def _word_group(name: str, group: Group) -> str:
    from geo.strikes.killed import word_killed

    rows, located = group.totals.rows, group.totals.located
    return f"{name}: {count(rows, 'row')}, {located:,} located; {word_killed(group.totals)}"


def _word_cell(cell: Cell) -> str:
    corners = ",".join(f"{one:g}" for one in (cell.west, cell.south, cell.east, cell.north))
    vague = f", {cell.less_exact:,} known less exactly than to a cell" if cell.less_exact else ""
    return f"{corners}: {count(cell.rows, 'located row')}{vague}"


def _cell_line(cell: Cell) -> Line:
    cells = (
        cell.west, cell.south, cell.east, cell.north, cell.rows, cell.less_exact,
        cell.strikes_low, cell.strikes_high,
    )  # fmt: skip
    return dict(zip(CELL_HEAD, cells, strict=True))


def _count_line(found: Totals) -> Line:
    killed = found.tolls["killed"]
    cells = (
        found.rows, found.located, found.area_only, found.unlocated, found.undated,
        found.strikes_low, found.strikes_high, killed.low, killed.high, killed.reported,
    )  # fmt: skip
    return dict(zip(HEAD, cells, strict=True))


def _tell(name: str, chosen: str, found: Totals) -> None:
    """Say the totals: of how many rows each is."""
    from geo.strikes.killed import word_killed, word_undated

    rows = f"{found.rows:,}"
    counted = word_counted(found, of=found.rows)
    answer(f"{name}, {chosen}: {rows} {counted}")
    answer(f"  {found.located:,} of {rows} located, {found.area_only:,} known only to an area, "
           f"{found.unlocated:,} not located; {word_undated(found)}")  # fmt: skip
    answer(f"  {word_killed(found)}")


def _write(out: Path, head: Sequence[str], lines: Sequence[Line]) -> None:
    from gazetteer.spreadsheet_cells import make_harmless
    from geo.files import replace_files

    text = io.StringIO()
    table = csv.DictWriter(text, head, lineterminator="\n")
    table.writeheader()
    for line in lines:
        cells = line.items()
        table.writerow({n: make_harmless(one) if isinstance(one, str) else one for n, one in cells})
    replace_files({out: text.getvalue()})
    say(f"{out}: {count(len(lines), 'row')}")
