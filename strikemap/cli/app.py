"""`strikemap app`: the web door, served on this machine."""

from __future__ import annotations

import importlib.resources
import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from gazetteer.errors import StrikemapError
from strikemap.cli.inputs import read_choices, read_input
from strikemap.cli.options import SEEDS, ClaimsOption, ColumnOption

# Streamlit finds a config.toml beside the repository's streamlit_app.py, not beside a wheel's.
CONFIG = ("strikemap.web", "config.toml")


def list_flags() -> dict[str, str]:
    """Return the app's settings as Streamlit takes them on its command line: lists as JSON."""
    package, file = CONFIG
    text = importlib.resources.files(package).joinpath(file).read_text(encoding="utf-8")
    return dict(_flatten(tomllib.loads(text)))


def _flatten(settings: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value if isinstance(value, str) else json.dumps(value)


def serve(
    strikes: Annotated[
        str | None,
        typer.Argument(metavar="STRIKES", help="Table of strikes; by default what ships."),
    ] = None,
    claims: ClaimsOption = None,
    column: ColumnOption = None,
    port: Annotated[
        int | None, typer.Option("--port", help="Port on this machine; by default 8501.")
    ] = None,
) -> None:
    """Serve the map in the browser, on this machine only."""
    environment = dict(os.environ)
    chosen = read_choices(column)
    if strikes is not None and strikes != SEEDS:
        read_input(strikes, claims, chosen)
        environment["STRIKEMAP_COLUMNS"] = json.dumps(chosen)
        environment["STRIKEMAP_STRIKES"] = str(Path(strikes).resolve())
    elif chosen:
        raise typer.BadParameter("the strikes that ship need none", param_hint="--column")
    if claims is not None:
        environment["STRIKEMAP_CLAIMS"] = str(claims.resolve())
    spec = importlib.util.find_spec("streamlit_app")
    if spec is None or spec.origin is None:
        raise StrikemapError("streamlit_app.py is not installed; install strikemap again")
    flags = {**list_flags(), **({"server.port": str(port)} if port else {})}
    environment.setdefault("STREAMLIT_SERVER_ADDRESS", "localhost")
    command = [sys.executable, "-m", "streamlit", "run", spec.origin]
    command += [f"--{name}={value}" for name, value in flags.items()]
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 our own interpreter
    raise typer.Exit(subprocess.call(command, env=environment))  # noqa: S603 our own command
