"""`strikemap --version`: what runs here, and which places ship with it."""

from __future__ import annotations

import platform
from typing import Annotated

import typer

from strikemap.cli.messages import answer

__all__ = ["VersionOption"]


def _show(asked: bool) -> None:
    """Say the release, Python, and the edition of each pack, and end there."""
    if not asked:
        return
    from gazetteer.tables.packs.shipped import hash_packs
    from geo.placing.edition import release_of

    answer(f"strikemap {release_of()}")
    answer(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for pack, digits in hash_packs().items():
        answer(f"places of {pack}: {digits}")
    raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option(
        "--version",
        is_eager=True,
        callback=_show,
        help="Say the release, Python, and for each pack of places that ships the first digits of "
        "its SHA-256.",
    ),
]
