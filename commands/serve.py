"""`strikemap app`: the web door, served on this machine."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from commands.inputs import read_input
from commands.options import SEEDS, ClaimsOption
from gazetteer.errors import StrikemapError

# What .streamlit/config.toml says, for an installed wheel, which has no such file.
STREAMLIT_FLAGS = {
    "browser.gatherUsageStats": "false",
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "50",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.disableDataExport": "true",
    "theme.baseRadius": "small",
    "theme.showSidebarBorder": "true",
    "theme.light.primaryColor": "#1f5a85",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f3f5f7",
    "theme.light.textColor": "#1c2630",
    "theme.light.linkColor": "#1f5a85",
    "theme.light.borderColor": "#d5dbe1",
    "theme.dark.primaryColor": "#4a90c2",
    "theme.dark.backgroundColor": "#12181f",
    "theme.dark.secondaryBackgroundColor": "#1b232c",
    "theme.dark.textColor": "#e6eaee",
    "theme.dark.linkColor": "#7db8e0",
    "theme.dark.borderColor": "#36414c",
}


def serve(
    strikes: Annotated[
        str | None,
        typer.Argument(metavar="STRIKES", help="Table of strikes; by default what ships."),
    ] = None,
    claims: ClaimsOption = None,
    port: Annotated[
        int | None, typer.Option("--port", help="Port on this machine; by default 8501.")
    ] = None,
) -> None:
    """Serve the map in the browser, on this machine only."""
    environment = dict(os.environ)
    if strikes is not None and strikes != SEEDS:
        read_input(strikes, claims)
        environment["STRIKEMAP_STRIKES"] = str(Path(strikes).resolve())
    if claims is not None:
        environment["STRIKEMAP_CLAIMS"] = str(claims.resolve())
    spec = importlib.util.find_spec("streamlit_app")
    if spec is None or spec.origin is None:
        raise StrikemapError("streamlit_app.py is not installed; install strikemap again")
    flags = {**STREAMLIT_FLAGS, **({"server.port": str(port)} if port else {})}
    environment.setdefault("STREAMLIT_SERVER_ADDRESS", "localhost")
    command = [sys.executable, "-m", "streamlit", "run", spec.origin]
    command += [f"--{name}={value}" for name, value in flags.items()]
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 our own interpreter
    raise typer.Exit(subprocess.call(command, env=environment))  # noqa: S603 our own command
