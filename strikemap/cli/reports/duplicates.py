"""`strikemap duplicates`: rows that may be one strike told twice, each pair with its reasons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.workspace.naming import is_address, name_safely
from strikemap.cli.formats_help import ReadingCommand
from strikemap.cli.inputs import Input, read_located
from strikemap.cli.messages import count, say, tell_progress
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import LandOptions, ReadingOptions
from strikemap.cli.outputs import check_out, refuse_over, report_rejected

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from geo.strikes.duplicates.propose import Proposals

__all__ = ["DuplicatesCommand", "duplicates"]

_LATER = "casualties_max"  # a column that drafts of an earlier edition lack


class DuplicatesCommand(ReadingCommand):
    """`strikemap duplicates`, whose help says what is read."""


@spread_options
def duplicates(
    strikes: Annotated[
        str,
        typer.Argument(
            metavar="STRIKES",
            help="Table of strikes, drafts that `strikemap read` wrote, a workspace's file or "
            "address, or 'seeds'.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Table of pairs: .csv")],
    how: ReadingOptions,
    land: LandOptions,
) -> None:
    """List which rows may be one strike told twice, the likeliest first, and why.

    Place and radius, days, kind, toll, actor, target and source are held against each other; a row
    without a date is not compared. Nothing is merged: `strikemap workspace join` does, and undo
    takes it back.
    """
    given = Input(strikes, how)
    read = [] if is_address(strikes) else [*given.files(), *land.files()]
    check_out(out, (".csv",), read)
    table, claims = _read(given, land, out)
    from geo.export.csv_table import EXCEL_MARK, table_to_csv
    from geo.files import replace_files
    from geo.strikes.duplicates.propose import propose

    with tell_progress(f"comparing {len(table):,} strikes"):
        found = propose(table, claims)
    beside = _put_beside(found.table, table)
    replace_files({out: EXCEL_MARK + table_to_csv(beside)})
    _say_result(out, found)


def _read(given: Input, land: LandOptions, out: Path) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return located strikes and their claims, of a file or of a team's database."""
    if is_address(given.strikes):
        from geo.workspace.store import Workspace

        with Workspace(given.strikes, writing=False) as opened:
            say(f"{name_safely(given.strikes)}: read")
            return opened.read_strikes(), opened.read_claims()
    refuse_over([out], given.claims_beside())
    if (drafts := _read_drafts(given)) is not None:
        return drafts
    reading = read_located(given, land).reading
    refuse_over([out], [reading.claims_beside])
    report_rejected(reading.rejected, out)
    return reading.strikes, reading.claims


def _read_drafts(given: Input) -> tuple[gpd.GeoDataFrame, pd.DataFrame] | None:
    """Return drafts that `strikemap read` wrote, each where it was read to be; None for no such."""
    path = Path(given.strikes)
    if path.suffix.lower() != ".csv" or not path.is_file():
        return None
    import pandas as pd

    from gazetteer.spreadsheet_cells import take_back
    from geo.strikes.schema import make_claims
    from reports.claims import claims_of_documents, strikes_of_drafts
    from reports.table import DRAFT_COLUMNS

    with path.open(encoding="utf-8-sig", errors="replace") as file:
        header = file.readline().rstrip("\r\n").split(",")
    if header not in (list(DRAFT_COLUMNS), [one for one in DRAFT_COLUMNS if one != _LATER]):
        return None
    table = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""])
    say(f"{path}: {count(len(table), 'draft')} of reports")
    said = given.how.claims
    if not said:
        return strikes_of_drafts(table), claims_of_documents(table)
    claims = pd.read_csv(said, dtype="str").map(take_back, na_action="ignore")
    return strikes_of_drafts(table), make_claims(claims)


def _put_beside(pairs: pd.DataFrame, strikes: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return pairs with what each of the two rows says."""
    from geo.workspace.editing.records import to_rows
    from geo.workspace.editing.telling import type_values

    ids = list(dict.fromkeys([*pairs["strike_id"], *pairs["other_id"]]))
    said = {
        str(row["strike_id"]): {"place_text": row["place_text"], **type_values(row)}
        for row in to_rows(strikes.loc[ids])
    }
    table = pairs.copy()
    for name in ("place_text", "date", "kind", "killed", "injured", "actor"):
        table[name] = [said[one][name] for one in pairs["strike_id"]]
        table[f"other_{name}"] = [said[one][name] for one in pairs["other_id"]]
    return table


def _say_result(out: Path, found: Proposals) -> None:
    say(
        f"{out}: {count(len(found.table), 'pair')} that may be one strike, of "
        f"{count(found.compared, 'row')} compared; {found.undated:,} without a date not compared"
    )
    if found.crowded:
        say(
            f"{count(found.crowded, 'row')} lie with over 200 others on one day and place and "
            "were not compared there; look at them by a filter"
        )
