"""`strikemap workspace layer` `add`, `list`, `remove`: own layers that a workspace keeps."""

from __future__ import annotations

from typing import Annotated

import typer

from geo.workspace.naming import name_safely
from strikemap.cli.layers.reading import LAYER_FORM, list_files, read_layers
from strikemap.cli.messages import answer, count, say
from strikemap.cli.workspace.verbs import WhoOption, WorkspaceArgument

__all__ = ["add_layer", "list_kept", "remove_kept"]


def add_layer(
    workspace: WorkspaceArgument,
    layer: Annotated[
        list[str],
        typer.Argument(metavar="FILE;...", help=f"Layers, each as {LAYER_FORM}."),
    ],
    who: WhoOption = "",
) -> None:
    """Keep own layers in a workspace, with their shapes: QGIS shows them as `layer_features`."""
    from geo.workspace.layering import keep_layer
    from geo.workspace.store import Workspace

    files = list_files(layer)
    read = [each.layer for each in read_layers(layer)]
    with Workspace(workspace, who=who) as opened:
        for file, one in zip(files, read, strict=True):
            kept = keep_layer(opened, one, file=file.name)
            features = count(len(kept.features), "feature")
            say(f"{name_safely(workspace)}: {kept.name} is kept; {features}")


def list_kept(workspace: WorkspaceArgument) -> None:
    """Say which layers a workspace keeps, the lowest first."""
    from geo.workspace.layering import list_layers
    from geo.workspace.store import Workspace

    with Workspace(workspace, writing=False) as opened:
        kept = list_layers(opened)
    for layer in kept:
        credit = f" ({layer.credit})" if layer.credit else ""
        by = f", coloured by {layer.by!r}" if layer.by else ""
        answer(f"{layer.in_words()}; {layer.colour}{by}{credit}")
    say(f"{name_safely(workspace)}: {count(len(kept), 'layer')}")


def remove_kept(
    workspace: WorkspaceArgument,
    name: Annotated[str, typer.Argument(help="Name of the layer, as `layer list` has it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in your words.")] = "",
    who: WhoOption = "",
) -> None:
    """Take a layer out of a workspace; `undo` brings it back."""
    from geo.workspace.layering import remove_layer
    from geo.workspace.store import Workspace

    with Workspace(workspace, who=who) as opened:
        taken = remove_layer(opened, name, why=reason)
    say(f"{name_safely(workspace)}: {taken} is taken out")
