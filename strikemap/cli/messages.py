"""What the person at the terminal reads: progress, refusals, the last line."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from gazetteer.passwords import hide_passwords
from strikemap.failures import escape_controls, shorten

if TYPE_CHECKING:
    from rich.progress import TaskID

    from geo.strikes.totals import Totals


def say(text: str) -> None:
    """Write a line to stderr: no password, nothing that steers a terminal, nothing endless."""
    typer.echo(escape_controls(shorten(hide_passwords(text))), err=True)


def answer(text: str) -> None:
    """Write a line to stdout: no password, what would steer a terminal shown as its escape."""
    typer.echo(escape_controls(hide_passwords(text)))


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"


def own_remedies() -> dict[str, str]:
    """Return the options that a person at the terminal has for what is to be said in Python."""
    from geo.reading.remedies import CHOOSE_POINTS, SAY_COLUMNS, SAY_ORDER, SAY_SHEET

    return {
        SAY_ORDER: "say which comes first by --order day-first or --order month-first",
        SAY_COLUMNS: "say what columns mean by --column date=COLUMN --column place_text=COLUMN",
        CHOOSE_POINTS: "say by --column lat=COLUMN --column lon=COLUMN which is which to use them",
        SAY_SHEET: "choose another by --sheet NAME",
    }


def speak_any_script() -> None:
    """Let messages and answers be written where the code page of an output lacks their letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


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


def word_counted(*totals: Totals, of: int) -> str:
    """Return what so many rows are called: strikes, events, or rows where they stand for more."""
    unit = "event" if all(one.unit == "event" for one in totals) else "strike"
    if all(one.rows_are_strikes for one in totals):
        return unit if of == 1 else f"{unit}s"
    low = sum(one.strikes_low for one in totals)
    highs = [one.strikes_high for one in totals]
    high = sum(one for one in highs if one is not None)
    most = "or more " if None in highs else "" if high == low else f"to {high:,} "
    return f"rows ({low:,} {most}{unit}s)"
