"""What a workspace holds, as the pages show it, and how it is made new by what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gazetteer.decisions.decision import Decision
from geo.strikes.checks import check_claims
from geo.strikes.patching import patch_rows
from geo.workspace.following import Changed
from geo.workspace.own_places import OwnPlace
from geo.workspace.store import Workspace
from strikemap.web.datasets import Dataset
from strikemap.web.workspaces.part import Part

__all__ = ["Shown", "count_changes", "patch_dataset"]

Key = tuple[str, str]


@dataclass(frozen=True)
class Shown:
    """What a workspace holds, as the pages show it.

    changes: how many were written to it. reading: "" where it is written here, else
    why not. own: the places that it lists beside the gazetteer.
    """

    dataset: Dataset
    known: Mapping[Key, Decision]
    changes: int
    reading: str = ""
    own: tuple[OwnPlace, ...] = ()
    part: Part | None = None  # which of its strikes are open; None for all


def patch_dataset(old: Dataset, changed: Changed) -> Dataset:
    """Return data with what changed; where nothing did, the same, with what was made of them."""
    if changed.strikes.empty and not changed.removed and changed.claims is None:
        return old
    strikes = patch_rows(old.strikes, changed.strikes, changed.removed)
    claims = old.claims if changed.claims is None else check_claims(changed.claims, strikes)
    return replace(old, strikes=strikes, claims=claims)


def count_changes(workspace: Workspace) -> int:
    """Return the number of the last change that was written, 0 before the first."""
    last = workspace.list_log(1)
    return last[0].seq if last else 0
