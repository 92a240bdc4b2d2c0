"""The command line: its verbs put together, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

import typer
from typer.main import get_command

from gazetteer.online.workshop import clear_all
from strikemap.cli.app import serve
from strikemap.cli.boundaries import add_areas, fetch_areas, list_areas, remove_areas
from strikemap.cli.briefing.brief import BriefCommand, brief
from strikemap.cli.editions.comparing import CompareCommand, compare
from strikemap.cli.editions.updating import UpdateCommand, update
from strikemap.cli.ending import close_outputs, end_plainly, speak_of_warnings
from strikemap.cli.export import ExportCommand, export
from strikemap.cli.formats_help import ReadingCommand
from strikemap.cli.gazetteer.add import AddCommand, add
from strikemap.cli.gazetteer.deciding import decide, merge, review
from strikemap.cli.gazetteer.fetch import fetch
from strikemap.cli.gazetteer.info import info
from strikemap.cli.gazetteer.search import search
from strikemap.cli.gazetteer.version import VersionOption
from strikemap.cli.importing import ImportCommand, import_file
from strikemap.cli.inspecting import InspectCommand, inspect_file
from strikemap.cli.messages import speak_any_script
from strikemap.cli.placing.geocode import geocode
from strikemap.cli.placing.places import places
from strikemap.cli.reports.duplicates import DuplicatesCommand, duplicates
from strikemap.cli.reports.reading import read
from strikemap.cli.sources.checking import check as check_sources
from strikemap.cli.workspace import layers, listing, own_places, strikes, totals, verbs

# typer's boxes and coloured panels are for eyes only; scripts read the last line.
app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Put air strikes on a map, honestly: place names to places, a map, exports, briefings.",
)
gazetteer_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look into places.")
boundaries_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Bring areas in.")
workspace_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Decide names, mend single strikes, and keep it all in one file with a log.",
)


@app.callback()
def begin(*, version: VersionOption = False) -> None:
    """Begin a command."""


app.command("app", cls=ReadingCommand)(serve)
for verb in (geocode, places, read):
    app.command()(verb)
app.command("inspect", cls=InspectCommand)(inspect_file)
app.command("import", cls=ImportCommand)(import_file)
app.command("locate", cls=ImportCommand, hidden=True)(import_file)  # the same, as some look for it
app.command(cls=ExportCommand)(export)
app.command(cls=BriefCommand)(brief)
app.command(cls=CompareCommand)(compare)
app.command(cls=DuplicatesCommand)(duplicates)
app.command()(totals.totals)
app.add_typer(gazetteer_app, name="gazetteer")
for gazetteer_verb in (search, info, fetch, decide, merge):
    gazetteer_app.command()(gazetteer_verb)
gazetteer_app.command(cls=AddCommand)(add)
gazetteer_app.command(cls=ReadingCommand)(review)
app.add_typer(boundaries_app, name="boundaries")
boundaries_app.command("add")(add_areas)
boundaries_app.command("fetch")(fetch_areas)
boundaries_app.command("list")(list_areas)
boundaries_app.command("remove")(remove_areas)
sources_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look after sources.")
app.add_typer(sources_app, name="sources")
sources_app.command("check", cls=ReadingCommand)(check_sources)
app.add_typer(workspace_app, name="workspace")
workspace_app.command(cls=ReadingCommand)(verbs.make)
workspace_app.command(cls=UpdateCommand)(update)
for workspace_verb in (
    verbs.check, verbs.recount, verbs.log, verbs.decide, verbs.merge, verbs.undo, verbs.redo,
    verbs.export, verbs.roles, strikes.show, strikes.edit, strikes.add, strikes.remove,
    strikes.restore, strikes.split, strikes.join,
):  # fmt: skip
    workspace_app.command()(workspace_verb)
workspace_app.command("list")(listing.list_strikes)
place_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Places of your own.")
workspace_app.add_typer(place_app, name="place")
place_app.command("add")(own_places.add_place)
place_app.command("list")(own_places.list_own)
place_app.command("remove")(own_places.remove)
layer_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Layers of your own.")
workspace_app.add_typer(layer_app, name="layer")
layer_app.command("add")(layers.add_layer)
layer_app.command("list")(layers.list_kept)
layer_app.command("remove")(layers.remove_kept)


def main() -> None:
    """Run the command line; what goes wrong is one plain line, never a traceback."""
    speak_any_script()
    clear_all()
    with speak_of_warnings():
        code = end_plainly(lambda: _tell_click()(standalone_mode=False))
    close_outputs()
    sys.exit(code)


@cache
def _tell_click() -> Callable[..., object]:
    return get_command(app)


if __name__ == "__main__":
    main()
