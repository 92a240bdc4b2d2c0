"""The command line as a page, from what `--help` of each verb says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from strikemap.cli.formats_help import FormatsCommand, ReadingCommand
from strikemap.cli.main import app
from tools.docs_site.markdown import escape, make_table, to_code

READS = "What is read"
Verb = TyperCommand | TyperGroup
__all__ = ["describe_verbs"]

OPENING = """# The command line

Made from the help of each verb, of the same state as the program. `strikemap VERB --help` says it \
on your machine. Every verb ends with 0 when it did what was asked, with another number and one \
line on what to do where it did not.
"""


def describe_verbs() -> str:
    """Return the page of all verbs."""
    verbs = cast(TyperGroup, get_command(app))
    parts = [OPENING, *_describe(verbs, "strikemap", None, 2)]
    return "\n\n".join([*parts, f"## {READS}", _say_what_is_read(verbs)]) + "\n"


def _describe(command: Verb, path: str, parent: typer.Context | None, level: int) -> Iterator[str]:
    """Yield the parts of a verb, or of a group and each of its verbs."""
    made = command.make_context(path.split()[-1], [], parent, resilient_parsing=True)
    context = cast(typer.Context, made)
    verbs = getattr(command, "commands", None)
    if verbs is None:
        yield f"{'#' * level} {path}"
        yield from _describe_verb(command, context, path)
        return
    if parent is not None:
        yield f"{'#' * level} {path}"
        yield escape(command.help or "")
    for name, verb in verbs.items():
        yield from _describe(verb, f"{path} {name}", context, min(level + (parent is not None), 3))


def _describe_verb(command: Verb, context: typer.Context, path: str) -> Iterator[str]:
    yield from map(escape, (command.help or "").split("\n\n"))
    pieces = " ".join(command.collect_usage_pieces(context))
    yield to_code(f"{path} {pieces}")
    rows = _list_parameters(command, context)
    if rows:
        yield make_table(("argument or option", "what it means"), rows)
    if isinstance(command, ReadingCommand):
        yield f"[{READS}](#{READS.lower().replace(' ', '-')}), of files and of publishers' formats."
    if isinstance(command, FormatsCommand):
        yield f"{command.heading.rstrip(':')}:"
        yield make_table(
            ("ending", "format"),
            ((f"`{' '.join(endings)}`", escape(said)) for endings, said in command.list_formats()),
        )


def _list_parameters(command: Verb, context: typer.Context) -> list[tuple[str, str]]:
    records = (parameter.get_help_record(context) for parameter in command.get_params(context))
    return [
        (f"`{name}`".replace("|", "\\|"), escape(said))
        for name, said in filter(None, records)
        if not name.startswith("--help")
    ]


def _say_what_is_read(verbs: TyperGroup) -> str:
    """Return what the help of a verb that reads says below its options."""
    context = verbs.make_context("strikemap", [], resilient_parsing=True)
    _, _, below = str(verbs.commands["app"].get_help(context)).partition("STRIKES is read")
    return to_code(f"STRIKES is read{below}")
