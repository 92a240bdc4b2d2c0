"""The help of a verb that reads or writes formats, loaded only when its help is asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer
from typer.core import TyperCommand

if TYPE_CHECKING:
    from geo.reading.kinds import Format

__all__ = ["FormatsCommand", "ReadingCommand"]

LINE = 110  # characters
WIDTH = 24  # characters of the column of endings and names


class FormatsCommand(TyperCommand):
    """A verb whose help ends with the formats that it knows."""

    heading = "Formats, by the ending of FILE:"

    def list_formats(self) -> Iterable[tuple[tuple[str, ...], str]]:
        """Return the endings of each format and what it is."""
        raise NotImplementedError

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override] # typer hands its own
        """Return the help, with the formats below the options."""
        lines = [
            f"  {' '.join(suffixes):<{WIDTH}} {sentence}"
            for suffixes, sentence in self.list_formats()
        ]
        return "\n".join([super().get_help(ctx), "", self.heading, *lines])


class ReadingCommand(TyperCommand):
    """A verb that reads STRIKES, whose help says which files and formats are read."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override] # typer hands its own
        """Return the help, with what is read below the options."""
        from geo.reading.registry import CONTAINERS, FORMAT_NAMES

        files = ((" ".join(one.suffixes), one.title) for one in CONTAINERS)
        formats = (_word_format(name, one) for name, one in FORMAT_NAMES.items())
        return "\n".join(
            [
                super().get_help(ctx),
                *("", "STRIKES is read by the ending of its name:"),
                *(f"  {suffixes:<{WIDTH}} {title}" for suffixes, title in files),
                *("", "and by its columns, or by the name that --format gives:"),
                *formats,
            ]
        )


def _word_format(short_name: str, known: Format) -> str:
    """Return a format under its short name, its sentence broken into lines."""
    gap = " " * (WIDTH + 3)
    lines = textwrap.fill(
        known.sentence, LINE, initial_indent=gap, subsequent_indent=gap, break_on_hyphens=False
    )
    return f"  {short_name:<{WIDTH}} {lines.lstrip()}"
