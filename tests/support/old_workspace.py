"""A workspace as an earlier version of the program made it: a team's database, or a file."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
from sqlalchemy import text

from geo.workspace.homes import connecting
from geo.workspace.homes.databases import copy_in, make_engine
from geo.workspace.homes.files import write_layers
from geo.workspace.homes.migrating import migrate, write_value

__all__ = ["make_old_database", "make_old_file"]


def make_old_database(
    address: str, version: int, strikes: gpd.GeoDataFrame, claims: pd.DataFrame
) -> None:
    """Make a workspace of a version with strikes and claims; the extensions are there."""
    engine = make_engine(address)
    with engine.begin() as connection:
        migrate(connection, of=0, to=version)
        tables = {"strikes": strikes.reset_index(), "claims": claims}
        for name, rows in tables.items():
            known = connection.execute(text(f"SELECT * FROM {name} LIMIT 0")).keys()
            copy_in(connection, name, rows[[n for n in rows if n in known or n == "geometry"]])
        write_value(connection, "located", "sy sy 1 0")
    engine.dispose()


def make_old_file(
    path: Path, version: int, strikes: gpd.GeoDataFrame, claims: pd.DataFrame
) -> None:
    """Make a workspace of a version with strikes and claims, as a file."""
    write_layers(path, strikes, claims)
    engine = connecting.make_engine(path, writable=True)
    with engine.connect().execution_options(writes=True) as connection:
        migrate(connection, of=0, to=version)
        connection.commit()
    engine.dispose()
