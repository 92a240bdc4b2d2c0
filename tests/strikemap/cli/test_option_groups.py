"""A dataclass of options stands for them all in a verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from strikemap.cli.option_groups import spread_options


@dataclass(frozen=True)
class Paint:
    colour: Annotated[str, typer.Option("--colour", help="Which.")] = "red"
    coats: Annotated[int, typer.Option("--coats", help="How many.")] = 1


@spread_options
def coat(
    fence: Annotated[str, typer.Argument(metavar="FENCE")],
    paint: Paint,
    dry: Annotated[bool, typer.Option("--dry", help="Wait.")] = False,
) -> None:
    """Coat a fence."""
    typer.echo(f"{fence} {paint.colour} {paint.coats} {dry}")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["north"], "north red 1 False"),
        (["north", "--coats", "3", "--dry"], "north red 3 True"),
        (["--colour", "blue", "north"], "north blue 1 False"),
    ],
)
def test_the_fields_are_options_and_the_verb_is_given_the_dataclass(
    words: list[str], said: str
) -> None:
    app = typer.Typer()
    app.command()(coat)
    done = CliRunner().invoke(app, words)
    assert done.stdout.strip() == said, done.output


def test_options_stand_where_their_group_stands() -> None:
    app = typer.Typer()
    app.command()(coat)
    text = CliRunner().invoke(app, ["--help"]).stdout
    assert "Coat a fence." in text
    assert text.index("--colour") < text.index("--coats") < text.index("--dry")
