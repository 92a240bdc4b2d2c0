"""An open workspace, one for all visitors of the app: its strikes in memory, changed with it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from weakref import WeakValueDictionary

import geopandas as gpd
import pandas as pd

from gazetteer import Gazetteer
from gazetteer.decisions.decision import Decision
from gazetteer.language import N_, _
from gazetteer.several import Gazetteers
from geo.errors import WorkspaceError
from geo.land.boundaries import Boundaries
from geo.placing.edition import countries_in
from geo.strikes.checks import check_claims
from geo.strikes.filters import Filters
from geo.webmap.payload.kept import Kept
from geo.workspace.naming import is_address, name_safely
from geo.workspace.own_places import extend
from geo.workspace.owning import list_places
from geo.workspace.store import LogEntry, Workspace
from strikemap.web.country import USUAL_COUNTRY, Countries, shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset
from strikemap.web.workspaces.folder import started_workspace
from strikemap.web.workspaces.holders import Holders, find_leaving
from strikemap.web.workspaces.part import count_part, find_part, name_part
from strikemap.web.workspaces.shown import Shown, count_changes, patch_dataset

__all__ = ["SharedWorkspace", "countries_of", "open_shared", "title_of"]

Given = TypeVar("Given")
_OPEN: dict[str, SharedWorkspace] = {}
_LOCK = threading.Lock()
_OPENING: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()  # one for each name


class SharedWorkspace:
    """An open workspace. One thread has it in hand, and does what the visitors' ask in turn."""

    def __init__(self, name: str, asked: Filters | None = None) -> None:
        """Open it; asked: of a database, only the strikes that pass these filters."""
        self.name, self.asked, self.closed = name, asked, False
        self._extended: tuple[object, Gazetteer | Gazetteers] | None = None
        self._part: Filters | None = None
        self.holders = Holders()
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="workspace")
        self._ahead: threading.Thread | None = None
        run = copy_context().run  # what refuses it is said in the language of whoever asks
        self._workspace = self._hand.submit(run, self._open).result()
        self.shown = self._hand.submit(self._read).result()

    @property
    def title(self) -> str:
        """Its name without its folder."""
        return title_of(self.name)

    @property
    def keeps_log(self) -> bool:
        """Whether others read it while it is written."""
        return self._workspace.keeps_log

    @property
    def dataset(self) -> Dataset:
        """Its strikes, as they are now."""
        return self.shown.dataset

    @property
    def started(self) -> bool:
        """Whether the app was started with it, so that it stays open."""
        return self.name == started_workspace()

    @property
    def countries_land(self) -> tuple[Gazetteer | Gazetteers, Boundaries]:
        """The places and areas of its countries."""
        return shared_gazetteer(self._named), shared_boundaries(self._countries)

    @property
    def land(self) -> tuple[Gazetteer | Gazetteers, Boundaries]:
        """The places and areas that its strikes are located with, its own places among them."""
        gazetteer, areas = self.countries_land
        made_of = gazetteer, self.shown.own
        if self._extended is None or self._extended[0] != made_of:
            self._extended = made_of, extend(gazetteer, self.shown.own, areas)
        return self._extended[1], areas

    def act(self, work: Callable[[Workspace], Given], *, who: str = "") -> Given:
        """Do a piece of work in the workspace; when this returns, its strikes are up to date.

        who: the name that the log is to have. Raises what the work raises, WorkspaceError mostly.
        """

        def do() -> Given:
            self._workspace.who = who
            try:
                return work(self._workspace)
            finally:
                self._catch_up()

        return self._submit(do).result()

    def _submit(self, work: Callable[[], Given]) -> Future[Given]:
        try:
            return self._hand.submit(work)
        except RuntimeError:  # it takes nothing on any more
            raise WorkspaceError(
                _("{title} was closed meanwhile: look at it again first", title=self.title)
            ) from None

    def decide(self, decisions: Sequence[Decision], who: str) -> int:
        """Take decisions; on disk and in memory when this returns how many rows changed."""
        return self.act(lambda workspace: workspace.decide_many(decisions, *self.land), who=who)

    def make_ready(self) -> None:
        """Begin to read what the first decision asks for; this returns at once."""
        land = self.land
        self._submit(lambda: self._workspace.make_ready(*land))

    def work_ahead(self) -> None:
        """Begin to work out what the map asks of the data as they are; this returns at once."""
        if self._ahead is None or not self._ahead.is_alive():
            dataset = self.dataset
            self._ahead = threading.Thread(
                target=lambda: (dataset.payload_text, dataset.title), daemon=True
            )
            self._ahead.start()

    def undo(self, who: str) -> str:
        """Take the last change back; return what it was on, "" for none."""
        return self._turn(Workspace.undo, who)

    def redo(self, who: str) -> str:
        """Take the last undo back; return what it was on, "" for none."""
        return self._turn(Workspace.redo, who)

    def _turn(self, turn: Callable[[Workspace], LogEntry | None], who: str) -> str:
        entry = self.act(turn, who=who)
        return entry.what if entry else ""

    def refresh(self) -> None:
        """Take in what others wrote since, where others can write."""
        if is_address(self.name) or self.shown.reading:
            self._submit(self._catch_up).result()

    def write_here(self) -> bool:
        """Open it anew, to write where nobody else does now; return whether it is written here."""
        self._submit(self._open_again).result()
        return not self.shown.reading

    def close(self) -> None:
        """Let others write."""
        with _LOCK:
            _OPEN.pop(_key_of(self.name, self.asked), None)
            if self.closed:
                return
            self.closed = True
        self._hand.submit(self._workspace.close).result()
        self._hand.shutdown()

    def _open(self) -> Workspace:
        workspace = Workspace(self.name)
        self._countries, self._named = countries_of(workspace)
        self._part = self.asked
        try:
            if is_address(self.name) and self.asked is None:
                self._part = find_part(workspace, *self.countries_land, at_start=self.started)
        except BaseException:
            workspace.close()
            raise
        return workspace

    def _open_again(self) -> None:
        self._workspace.close()
        self._workspace = self._open()
        self.shown = self._read()

    def _read(self) -> Shown:
        """Read the whole of it."""
        workspace = self._workspace
        last = count_changes(workspace)  # what is written meanwhile is taken in next
        strikes, read = self._read_tables(workspace)
        claims = check_claims(read, strikes)
        chosen = name_part(self._part, self._areas) if self._part else ""
        dataset = Dataset(
            f"{self.title} ({chosen})" if chosen else self.title, strikes, claims, shipped=False,
            countries=self._countries, part=chosen, kept=Kept(),
        )  # fmt: skip
        known = {one.key: one for one in workspace.list_decisions()}
        part = count_part(workspace, self._part, self._areas) if self._part else None
        own = list_places(workspace)
        return Shown(dataset, known, last, self._word_reading(), own, part)

    @property
    def _areas(self) -> Boundaries:
        return shared_boundaries(self._countries)

    def _read_tables(self, workspace: Workspace) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
        if self._part:
            return workspace.read_part(self._part)
        return workspace.read_strikes(), workspace.read_claims()

    def _word_reading(self) -> str:
        """Say why it is only read here; "" where it is written."""
        if self._workspace.writable:
            return ""
        if is_address(self.name):
            return N_("its administrator gives the right to write")
        if not os.access(self.name, os.W_OK):
            return N_("the file may not be written")
        return self._workspace.refusal or f"open elsewhere, {self._workspace.writer}"

    def _catch_up(self) -> None:
        """Take in what was written since, in new tables: others look at those that there are."""
        part = self._part
        changed = self._workspace.changed_since(self.shown.changes, part)
        if changed is None:
            return
        if part and part.sources and changed.claims is not None:
            self.shown = self._read()  # whose strikes pass hangs on all of their claims
            return
        self.shown = replace(
            self.shown, dataset=patch_dataset(self.shown.dataset, changed), known=changed.decisions,
            changes=changed.seq, own=list_places(self._workspace),
        )  # fmt: skip


def countries_of(workspace: Workspace) -> tuple[Countries, Countries]:
    """Return the countries whose areas a workspace needs, and those whose places."""
    codes, named = countries_in(workspace.located)
    return codes or (USUAL_COUNTRY,), named or codes or (USUAL_COUNTRY,)


def title_of(name: str) -> str:
    """Return what a workspace is called: its file, or its database without who signs in."""
    return name_safely(name) if is_address(name) else Path(name).name


def _key_of(name: str, asked: Filters | None) -> str:
    return name if asked is None else f"{name} {asked.to_query()}"


def open_shared(name: str, asked: Filters | None = None, *, who: str = "") -> SharedWorkspace:
    """Return the open workspace of a name, opened now where it was not.

    name: a path or an address, of the app's own start or folder. asked: of a database, a part;
    where they are many, those that nobody uses are closed. who: the visitor that has it open from
    now on. Raises WorkspaceError, also where all the parts that there is room for are in use.
    """
    key = _key_of(name, asked)
    with _LOCK:
        alone = _OPENING.setdefault(key, threading.Lock())
    with alone:  # others' are not waited for; two at the same moment may make one part more
        with _LOCK:
            opened = _OPEN.get(key)
            parts = [one for one in _OPEN.values() if one.asked is not None]
        if opened is None:
            for old in find_leaving(parts) if asked is not None else ():
                old.close()
            opened = SharedWorkspace(name, asked)
            with _LOCK:
                _OPEN[key] = opened
        opened.holders.note(who)
    return opened
