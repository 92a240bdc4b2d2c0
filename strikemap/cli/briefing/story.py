"""The sheets of a story on the command line: of a file, or the saved views of a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from geo.workspace.naming import is_address, name_safely, names_workspace
from strikemap.cli.messages import say

if TYPE_CHECKING:
    from geo.briefing.terms.options import SheetOptions

__all__ = ["list_story_files", "read_chapters", "refuse_beside_story"]

OPTION = "--story"


def list_story_files(story: str) -> list[Path]:
    """Return the file that a story is read from, none where it is a database."""
    return [] if not story or is_address(story) else [Path(story)]


def refuse_beside_story(others: Mapping[str, object]) -> None:
    """Refuse options, by name, that each sheet of a story has of its own."""
    if given := [name for name, value in others.items() if value]:
        raise typer.BadParameter(
            f"each sheet of a story has its own; leave out {', '.join(given)}", param_hint=OPTION
        )


def read_chapters(story: str, usual: SheetOptions) -> list[SheetOptions]:
    """Return what each sheet of a story is asked to be; usual: what all have alike.

    A workspace gives its saved views in the order in which they were saved, titled by name.
    """
    from geo.briefing.terms.chapters import read_story
    from geo.errors import SheetError

    if names_workspace(story):
        return _read_views(story, usual)
    try:
        return list(read_story(Path(story), usual))
    except SheetError as error:
        raise typer.BadParameter(str(error), param_hint=OPTION) from error


def _read_views(name: str, usual: SheetOptions) -> list[SheetOptions]:
    from geo.briefing.terms.chapters import make_chapter
    from geo.errors import SheetError
    from geo.workspace.store import Workspace

    said = name_safely(name)
    with Workspace(name, writing=False) as opened:
        views = opened.find_rows("views", "name", None)
    if not views:
        raise typer.BadParameter(
            f"{said} has no saved view; save one on Explore, or give a file", param_hint=OPTION
        )
    chapters = []
    for view in views:
        own = {"view": view["query"], "title": view["name"], "headline": view["note"]}
        try:
            chapters.append(make_chapter(own, usual))
        except SheetError as error:
            raise typer.BadParameter(
                f"{said}: view {view['name']}: {error}", param_hint=OPTION
            ) from error
    say(f"{said}: a story of its views: {', '.join(str(view['name']) for view in views)}")
    return chapters
