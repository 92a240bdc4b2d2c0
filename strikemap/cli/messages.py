"""What the person at the terminal reads: progress, refusals, the last line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    import pandas as pd
    from rich.progress import TaskID


def say(text: str) -> None:
    """Write a line to stderr."""
    typer.echo(text, err=True)


@contextmanager
def tell_progress(what: str) -> Iterator[None]:
    """Show on a terminal what is going on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


@contextmanager
def show_downloads() -> Iterator[Callable[[str, int, int | None], None]]:
    """Show on a terminal how far each download is; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import DownloadColumn, Progress, TransferSpeedColumn

    with Progress(
        "{task.description}", DownloadColumn(), TransferSpeedColumn(), console=Console(stderr=True)
    ) as progress:
        bars: dict[str, TaskID] = {}

        def report(name: str, done: int, total: int | None) -> None:
            if name not in bars:
                bars[name] = progress.add_task(name, total=total)
            progress.update(bars[name], completed=done, total=total)

        yield report


def report_rejected(rejected: pd.DataFrame, out: Path, *, what: str = "rows") -> None:
    """Write refused rows beside the output and count them; else remove an earlier run's file."""
    from geo.export.csv_table import rejected_to_csv
    from geo.files import replace_files

    ending = ".rejected.csv" if what == "rows" else f".rejected-{what}.csv"
    beside = out.with_suffix(ending)
    if len(rejected):
        replace_files({beside: rejected_to_csv(rejected)})
        say(f"{len(rejected):,} {what} refused, with reasons in {beside}")
    else:
        beside.unlink(missing_ok=True)


def name_first(rejected: pd.DataFrame) -> str:
    """Return the first refused row with its reason."""
    return f"{rejected['row'].iloc[0]}: {rejected['reason'].iloc[0]}"
