"""`strikemap app`: the web door, served on this machine."""

from __future__ import annotations

import importlib.resources
import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from gazetteer.errors import StrikemapError
from gazetteer.online.folder import data_folder
from geo.workspace.naming import is_address, name_safely, names_workspace
from strikemap.cli.inputs import Input, read_filters, read_input, refuse_for_seeds
from strikemap.cli.messages import say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import (
    SEEDS,
    USUAL_COUNTRY,
    CountriesOption,
    QueryOption,
    ReadingOptions,
    read_codes,
)
from strikemap.cli.ports import LAST_PORT, USUAL_PORT, choose_port

# Streamlit finds a config.toml beside the repository's streamlit_app.py, not beside a wheel's.
CONFIG = ("strikemap.web", "config.toml")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def list_flags() -> dict[str, str]:
    """Return the app's settings as Streamlit takes them on its command line: lists as JSON.

    What a variable of the environment sets is left out: Streamlit would take it second.
    """
    package, file = CONFIG
    text = importlib.resources.files(package).joinpath(file).read_text(encoding="utf-8")
    flags = dict(_flatten(tomllib.loads(text)))
    return {name: value for name, value in flags.items() if _name_variable(name) not in os.environ}


def _name_variable(setting: str) -> str:
    """Return the variable that Streamlit reads a setting from: STREAMLIT_SERVER_PORT."""
    return "STREAMLIT_" + re.sub(r"(?<=[a-z])(?=[A-Z])|\.", "_", setting).upper()


def _flatten(settings: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value if isinstance(value, str) else json.dumps(value)


@spread_options
def serve(
    strikes: Annotated[
        str | None,
        typer.Argument(
            metavar="STRIKES",
            help="Table of strikes, or a workspace; by default what ships.",
        ),
    ] = None,
    *,
    how: ReadingOptions,
    country: CountriesOption = "",
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            min=1,
            max=LAST_PORT,
            help="Port of this machine; else 8501 or the next.",
        ),
    ] = None,
    tiles: Annotated[
        Path | None,
        typer.Option(
            "--tiles",
            metavar="FILE",
            help="Your own tiles (MBTiles or PMTiles; raster, or vector of Protomaps or "
            "OpenMapTiles) under the strikes: those where the strikes are, as deep as 12 MB hold.",
        ),
    ] = None,
    query: QueryOption = "",
    workspace_folder: Annotated[
        Path | None,
        typer.Option(
            "--workspace-folder",
            metavar="FOLDER",
            help="Where workspaces are made and opened from the page; by default one of your own "
            "data folder, and none where others than this machine are served.",
        ),
    ] = None,
) -> None:
    """Serve the map in the browser, on this machine only."""
    given = Input(strikes or SEEDS, how)
    environment = {**os.environ, **_name_data(given, country), **_name_tiles(tiles)}
    environment |= _name_filter(given.strikes, query)
    host = environment.get("STREAMLIT_SERVER_ADDRESS", "localhost")
    environment |= _name_folder(workspace_folder, host)
    flags = {**list_flags(), **_choose_port(port, host)}
    command = [sys.executable, "-m", "streamlit", "run", _find_page()]
    command += [f"--{name}={value}" for name, value in flags.items()]
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 our own interpreter
    raise typer.Exit(subprocess.call(command, env=environment))  # noqa: S603 our own command


def _name_data(given: Input, country: str) -> dict[str, str]:
    """Check the tables that the page is to open on, and return the variables that name them."""
    codes = read_codes(country)
    named = {"STRIKEMAP_COUNTRY": ",".join(codes)}
    if given.strikes == SEEDS and codes not in ((), (USUAL_COUNTRY,)):
        raise typer.BadParameter("hand over STRIKES of that country", param_hint="--country")
    if given.strikes == SEEDS:
        refuse_for_seeds(given.how)
    elif names_workspace(given.strikes):
        return _name_workspace(given, country)
    else:
        read_input(given)
        named["STRIKEMAP_STRIKES"] = str(Path(given.strikes).resolve())
        named["STRIKEMAP_READING"] = json.dumps(_word_reading(given))
    if given.how.claims is not None:
        named["STRIKEMAP_CLAIMS"] = str(given.how.claims.resolve())
    return named


def _name_tiles(tiles: Path | None) -> dict[str, str]:
    """Check a file of tiles, and return the variable that names it."""
    if tiles is None:
        return {}
    from geo.land.tiles.bundle import open_tiles

    open_tiles(tiles)
    return {"STRIKEMAP_TILES": str(tiles.resolve())}


def _name_filter(strikes: str, query: str) -> dict[str, str]:
    """Check a filter, and return the variable of it: which strikes of a database are opened."""
    if query and not is_address(strikes):
        raise typer.BadParameter(
            "opens a part of a team's database; a file is filtered on the page",
            param_hint="--filter",
        )
    if read_filters(query).near_layer:
        raise typer.BadParameter(
            "near_layer: a database does not measure from a layer; leave it out",
            param_hint="--filter",
        )
    return {"STRIKEMAP_FILTER": query}


def _name_workspace(given: Input, country: str) -> dict[str, str]:
    """Return the variable that names a workspace, which says itself how it is read."""
    if country or given.how != ReadingOptions():
        raise typer.BadParameter(
            f"{name_safely(given.strikes)} is a workspace, which keeps how it was read; leave out "
            "the other options"
        )
    whole = given.strikes if is_address(given.strikes) else str(Path(given.strikes).resolve())
    return {"STRIKEMAP_WORKSPACE": whole}


def _name_folder(asked: Path | None, host: str) -> dict[str, str]:
    """Return the variable that names the folder for workspaces, none where strangers are served."""
    if asked is None and host not in LOOPBACK:
        return {}
    folder = asked or data_folder() / "workspaces"
    return {"STRIKEMAP_WORKSPACE_FOLDER": str(folder.resolve())}


def _word_reading(given: Input) -> dict[str, object]:
    """Return what is said of a table, as the page reads it: nothing that is to be recognised."""
    said, how = given.said(), given.how
    words = {"columns": dict(said.columns), "order": said.order, "format": how.format,
             "sheet": how.sheet}  # fmt: skip
    return {"kind": said.kind, **{name: value for name, value in words.items() if value}}


def _choose_port(asked: int | None, host: str) -> dict[str, str]:
    """Return the port as Streamlit takes it, nothing where its own is free or set elsewhere."""
    if asked is None and "STREAMLIT_SERVER_PORT" in os.environ:
        return {}
    port = choose_port(asked, host)
    if asked is None and port != USUAL_PORT:
        say(f"port {USUAL_PORT} is taken by another program; the app takes {port}")
    return {} if port == USUAL_PORT else {"server.port": str(port)}


def _find_page() -> str:
    """Return where streamlit_app.py is: beside the repository's packages, or installed."""
    spec = importlib.util.find_spec("streamlit_app")
    if spec is None or spec.origin is None:
        raise StrikemapError("streamlit_app.py is not installed; install strikemap again")
    return spec.origin
