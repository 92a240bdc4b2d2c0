"""Make a workspace of what is shown: in the app's folder, or as a file to download."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pandas as pd

from gazetteer.decisions.decision import Decision
from gazetteer.language import _
from gazetteer.leftovers import make_scratch
from geo.errors import WorkspaceError
from geo.files import name_beside
from geo.layers.layer import Layer
from geo.placing.edition import edition_of
from geo.strikes.schema import empty_claims, empty_strikes
from geo.workspace.changes import Change, Patch, Row
from geo.workspace.files import make_workspace, now
from geo.workspace.homes.files import give_name
from geo.workspace.layering import keep_layer
from geo.workspace.store import Workspace
from strikemap.web.country import Countries, shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset
from strikemap.web.reports.deciding.in_session import patch_here

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
    for change in reversed(changes):
        dataset = patch_here(dataset, change.turn("undo")) if change.patches else dataset
    day = now()[:10]
    strikes = dataset.strikes
    dayless = frozenset(map(str, strikes.index[strikes["added"].isna()]))
    dataset = replace(
        dataset, strikes=strikes.assign(added=strikes["added"].fillna(pd.Timestamp(day)))
    )
    changes = [_add_day(change, dayless, day) for change in changes]
    with _hidden(path) as beside:
        _write(beside, dataset, changes, list(decisions), layers, who)


def _write(
    path: Path, dataset: Dataset, changes: Sequence[Change], decided: Sequence[Decision],
    layers: Sequence[tuple[str, Layer]], who: str,
) -> None:  # fmt: skip
    land = shared_gazetteer(dataset.countries), shared_boundaries(dataset.countries)
    make_workspace(path, dataset.strikes, dataset.claims, located=edition_of(*land))
    if not decided and not changes and not layers:
        return
    with Workspace(path) as opened:
        opened.who = who
        for change in changes:
            opened.apply(change)
        opened.decide_many(decided, *land)
        for file, layer in layers:
            keep_layer(opened, layer, file=file)


def _add_day(change: Change, dayless: Collection[str], day: str) -> Change:
    """Return a change of strikes that have the day on which they were added by now."""

    def add(row: Row | None, patch: Patch) -> Row | None:
        own = patch.table == "strikes" and patch.key[0] in dayless
        has_none = row is not None and "added" in row and row["added"] is None
        return {**row, "added": day} if row is not None and own and has_none else row

    patches = [
        replace(patch, before=add(patch.before, patch), after=add(patch.after, patch))
        for patch in change.patches
    ]
    return replace(change, patches=patches)


@contextmanager
def _hidden(path: Path) -> Iterator[Path]:
    """Give a hidden path beside another one, whose name the file has once it is whole.

    Raises WorkspaceError where there is such a file; then, as at every error, nothing is left.
    """
    there = _("{path}: is there already; name another file", path=path)
    if path.exists():
        raise WorkspaceError(there)
    beside = name_beside(path).with_suffix(path.suffix)
    try:
        yield beside
        give_name(beside, path)
    except FileExistsError:
        raise WorkspaceError(there) from None
    except WorkspaceError as error:
        raise WorkspaceError(str(error).replace(str(beside), str(path))) from error
    finally:
        for left in (beside, Path(f"{beside}.lock")):
            with suppress(OSError):
                left.unlink()


def make_empty(path: Path, countries: Countries) -> None:
    """Write a new workspace of some countries that holds no strike yet.

    Raises WorkspaceError where there is such a file, or it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    located = edition_of(shared_gazetteer(countries), shared_boundaries(countries))
    make_workspace(path, empty_strikes(), empty_claims(), located=located)


def pack_empty(countries: Countries) -> bytes:
    """Return a new workspace without strikes as the bytes of its file."""
    with make_scratch() as folder:
        path = Path(folder) / "empty.gpkg"
        make_empty(path, countries)
        return path.read_bytes()


def pack_workspace(
    dataset: Dataset, decisions: Iterable[Decision], *,
    changes: Sequence[Change] = (), layers: Sequence[tuple[str, Layer]] = (), who: str = "",
) -> bytes:  # fmt: skip
    """Return a new workspace, as `make_of` writes it, as the bytes of its file."""
    with make_scratch() as folder:
        path = Path(folder) / "workspace.gpkg"
        make_of(dataset, decisions, path, changes=changes, layers=layers, who=who)
        return path.read_bytes()
