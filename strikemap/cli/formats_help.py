"""The help of a verb that reads or writes formats, loaded only when its help is asked for."""

from __future__ import annotations

from collections.abc import Iterable

import typer
from typer.core import TyperCommand

__all__ = ["FormatsCommand", "ReadingCommand"]

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
        from geo.reading.registry import CONTAINERS, FORMATS

        files = ((" ".join(one.suffixes), one.title) for one in CONTAINERS)
        formats = ((one.name, one.sentence) for one in FORMATS)
        return "\n".join(
            [
                super().get_help(ctx),
                *("", "STRIKES is read by the ending of its name:"),
                *(f"  {suffixes:<{WIDTH}} {title}" for suffixes, title in files),
                *("", "and by its columns:"),
                *(f"  {name:<{WIDTH}} {sentence}" for name, sentence in formats),
            ]
        )
