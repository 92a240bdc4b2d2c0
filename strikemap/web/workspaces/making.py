"""Make a workspace of what is shown: in the app's folder, or as a file to download."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from gazetteer.decisions.decision import Decision
from geo.placing.edition import edition_of
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace
from strikemap.web.country import shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset

__all__ = ["make_of", "pack_workspace"]


def make_of(dataset: Dataset, decisions: Iterable[Decision], path: Path) -> None:
    """Write a new workspace with what is shown and what was decided of it.

    Raises WorkspaceError where there is such a file, or it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    land = shared_gazetteer(dataset.countries), shared_boundaries(dataset.countries)
    make_workspace(path, dataset.strikes, dataset.claims, located=edition_of(*land))
    decided = list(decisions)
    if decided:
        with Workspace(path) as opened:
            opened.decide_many(decided, *land)


def pack_workspace(dataset: Dataset, decisions: Iterable[Decision]) -> bytes:
    """Return a new workspace as the bytes of its file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workspace.gpkg"
        make_of(dataset, decisions, path)
        return path.read_bytes()
