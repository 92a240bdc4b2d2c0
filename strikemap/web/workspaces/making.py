"""Make a workspace of what is shown: in the app's folder, or as a file to download."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from gazetteer.decisions.decision import Decision
from geo.layers.layer import Layer
from geo.placing.edition import edition_of
from geo.strikes.schema import empty_claims, empty_strikes
from geo.workspace.changes import Change
from geo.workspace.files import make_workspace
from geo.workspace.layering import keep_layer
from geo.workspace.store import Workspace
from strikemap.web.country import Countries, shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset
from strikemap.web.reports.in_session import patch_here

__all__ = ["make_empty", "make_of", "pack_empty", "pack_workspace"]


def make_of(
    dataset: Dataset, decisions: Iterable[Decision], path: Path, *,
    changes: Sequence[Change] = (), layers: Sequence[tuple[str, Layer]] = (), who: str = "",
) -> None:  # fmt: skip
    """Write a new workspace with what is shown and what was decided of it.

    changes: those that led to what is shown, the last at the end; the log has each, by `who`.
    layers: a person's own, each with the file it was read from, the lowest first.
    Raises WorkspaceError where there is such a file, or it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    land = shared_gazetteer(dataset.countries), shared_boundaries(dataset.countries)
    for change in reversed(changes):
        dataset = patch_here(dataset, change.turn("undo")) if change.patches else dataset
    make_workspace(path, dataset.strikes, dataset.claims, located=edition_of(*land))
    decided = list(decisions)
    if not decided and not changes and not layers:
        return
    with Workspace(path) as opened:
        opened.who = who
        for change in changes:
            opened.apply(change)
        opened.decide_many(decided, *land)
        for file, layer in layers:
            keep_layer(opened, layer, file=file)


def make_empty(path: Path, countries: Countries) -> None:
    """Write a new workspace of some countries that holds no strike yet.

    Raises WorkspaceError where there is such a file, or it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    located = edition_of(shared_gazetteer(countries), shared_boundaries(countries))
    make_workspace(path, empty_strikes(), empty_claims(), located=located)


def pack_empty(countries: Countries) -> bytes:
    """Return a new workspace without strikes as the bytes of its file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.gpkg"
        make_empty(path, countries)
        return path.read_bytes()


def pack_workspace(
    dataset: Dataset, decisions: Iterable[Decision], *,
    changes: Sequence[Change] = (), layers: Sequence[tuple[str, Layer]] = (), who: str = "",
) -> bytes:  # fmt: skip
    """Return a new workspace, as `make_of` writes it, as the bytes of its file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workspace.gpkg"
        make_of(dataset, decisions, path, changes=changes, layers=layers, who=who)
        return path.read_bytes()
