"""Workspaces by their names, a GeoPackage's path or a database's address: made, checked, opened."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.errors import WorkspaceError
from geo.workspace.applying import now
from geo.workspace.homes.files import FileHome, check_file, make_file, note_file
from geo.workspace.homes.home import Home
from geo.workspace.naming import is_address

__all__ = [
    "check_workspace", "find_miscounted", "make_workspace", "note_workspace", "now", "open_home",
    "recount_database",
]  # fmt: skip


def open_home(name: str | Path, *, writing: bool, who: str = "") -> Home:
    """Open what a workspace is kept in; raises WorkspaceError naming it and the remedy."""
    if is_address(str(name)):
        from geo.workspace.homes.databases import DatabaseHome

        return DatabaseHome(str(name), writing=writing)
    if "://" in str(name):
        raise WorkspaceError(
            f"{str(name).split('://')[0]}://...: is no address of a workspace; begin it with "
            "postgresql://, or name a file"
        )
    return FileHome(Path(name), writing=writing, writer=f"{who or 'somebody'} since {now()}")


def make_workspace(
    name: str | Path, strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, located: str = ""
) -> None:
    """Write a new workspace with located strikes and their claims; nothing is overwritten.

    located: the edition that they were located with. Raises WorkspaceError naming it and remedy.
    """
    made = now()
    said = {"located": located, "made": made}
    strikes = strikes.assign(added=strikes["added"].fillna(pd.Timestamp(made[:10])))
    if is_address(str(name)):
        from geo.workspace.homes.databases import make_database

        make_database(str(name), strikes, claims, said)
    else:
        make_file(Path(name), strikes, claims, said)


def check_workspace(name: str | Path) -> list[str]:
    """Return what is wrong with a workspace, in words; empty for a sound one. Nothing is written.

    Raises WorkspaceError where it is none.
    """
    if is_address(str(name)):
        home = open_home(name, writing=False)
        try:
            return home.check()
        finally:
            home.close()
    return check_file(Path(name))


def find_miscounted(name: str | Path) -> list[str]:
    """Return what a database's summaries count other than its strikes are, in words."""
    if not is_address(str(name)):
        return []
    from geo.workspace.counting.keeping import find_miscounts

    home = open_home(name, writing=False)
    try:
        return home.read(find_miscounts)
    finally:
        home.close()


def recount_database(address: str) -> None:
    """Make a database's summaries anew of its strikes; raises WorkspaceError, as for a reader."""
    from geo.workspace.counting.keeping import recount

    home = open_home(address, writing=True)
    try:
        home.write(recount)
    finally:
        home.close()


def note_workspace(name: str | Path) -> list[str]:
    """Return what a sound workspace lacks, in words; opening it to write mends that."""
    return [] if is_address(str(name)) else note_file(Path(name))
