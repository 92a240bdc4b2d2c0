"""`strikemap workspace list`: the strikes of a workspace with their ids."""

from __future__ import annotations

from typing import Annotated

import typer

from geo.workspace.naming import name_safely
from strikemap.cli.messages import answer, count, say
from strikemap.cli.workspace.verbs import WorkspaceArgument

__all__ = ["list_strikes"]


def list_strikes(
    workspace: WorkspaceArgument,
    name: Annotated[
        str, typer.Option("--name", metavar="TEXT", help="Only strikes whose place holds TEXT.")
    ] = "",
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="Strikes shown.")] = 50,
) -> None:
    """Say the strikes, a line each: the id that other verbs take, day, place, where it is."""
    from gazetteer.spelling.names import clean, fold
    from geo.workspace.editing.fields import word_place
    from geo.workspace.editing.records import to_rows
    from geo.workspace.store import Workspace

    with Workspace(workspace, writing=False) as opened:
        strikes = opened.read_strikes()
    if name:
        wanted = fold(clean(name))
        cells = strikes[["place_text", "place_text_ar", "place_name", "place_name_ar"]]
        texts = cells.astype(object).fillna("").agg(" ".join, axis=1)
        strikes = strikes[[wanted in fold(clean(text)) for text in texts]]
    shown = strikes.head(most)
    for row in to_rows(shown):
        day = str(row["date_start"])[:10] if row["date_start"] else "undated"
        answer(f"{row['strike_id']}  {day}  {row['place_text'] or '-'}  {word_place(row)}")
    more = f", the first {len(shown):,} shown" if len(shown) < len(strikes) else ""
    say(f"{name_safely(workspace)}: {count(len(strikes), 'strike')}{more}")
