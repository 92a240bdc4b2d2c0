"""An open workspace: read, changed, undone, redone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Literal
from uuid import uuid4

import geopandas as gpd
import pandas as pd
from sqlalchemy import Connection

from gazetteer.decisions.decision import Decision
from gazetteer.spelling.names import clean, fold
from geo.errors import StaleError, WorkspaceError
from geo.land.boundaries import Boundaries
from geo.placing.columnwise.few import FewRows
from geo.placing.evidence import Matches
from geo.strikes.filters import Filters
from geo.workspace.applying import Direction, now, turn_change, write_changes
from geo.workspace.changes import Change, Row, Step
from geo.workspace.deciding import change_decision, list_decisions, place_rows
from geo.workspace.files import open_home
from geo.workspace.finding import LogEntry, find_entry, find_rows, list_log, list_steps
from geo.workspace.following import Changed, read_changed
from geo.workspace.homes.home import Home
from geo.workspace.homes.migrating import read_value
from geo.workspace.listing.page import Lists
from geo.workspace.rows import (
    Said,
    SaidByName,
    read_chosen,
    read_chosen_claims,
    read_claims,
    read_said,
    read_strikes,
)

__all__ = ["LogEntry", "Workspace", "open_workspace"]

_UNSEEN = object()


def open_workspace(name: str | Path, *, who: str = "", writing: bool = True) -> Workspace:
    """Open a workspace by its path or its address, postgresql://..., as Workspace does."""
    return Workspace(name, who=who, writing=writing)


class Workspace:
    """An open workspace; a context manager that closes it."""

    def __init__(self, name: str | Path, *, who: str = "", writing: bool = True) -> None:
        """Open a workspace, to write where it may be; else, or as asked, to read.

        name: a GeoPackage's path or a database's address. who: the name that the log is to have,
        if any. Raises WorkspaceError for one that is none, or damaged: nothing is written then.
        """
        self._home: Home = open_home(name, writing=writing, who=who)
        self.who = who
        self._known: dict[tuple[str, str], Decision] | None = None
        self._placer: FewRows | None = None

    def __enter__(self) -> Workspace:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Close it and let others write."""
        self._home.close()

    @property
    def name(self) -> str:
        """What it is called: its path, or its address without a password."""
        return self._home.name

    @property
    def path(self) -> Path:
        """The path of a file."""
        return Path(self._home.name)

    @property
    def writable(self) -> bool:
        """Whether changes are taken."""
        return self._home.writable

    @property
    def shared(self) -> bool:
        """Whether several people write at once; undo takes back one's own then."""
        return self._home.shared

    @property
    def writer(self) -> str:
        """Who last opened it to write, and when."""
        return self._say("writer")

    @property
    def refusal(self) -> str:
        """Why its disk refused to have it written when it was opened, and the remedy; mostly ""."""
        return self._home.refusal

    @property
    def keeps_log(self) -> bool:
        """Whether others read it while it is written; else one waits for the other."""
        return self._home.keeps_log

    @property
    def located(self) -> str:
        """The edition of places and areas that its strikes were located with."""
        return self._say("located")

    def _say(self, key: str) -> str:
        return self._home.read(lambda at: read_value(at, key))

    def read_strikes(self, ids: Iterable[str] | None = None) -> gpd.GeoDataFrame:
        """Return the strikes table as it holds now; ids: only of these strikes."""
        wanted = None if ids is None else list(ids)  # it may be read twice
        return self._home.read(lambda at: read_strikes(at, wanted))

    def read_claims(self, ids: Iterable[str] | None = None) -> pd.DataFrame:
        """Return the claims table; ids: only of these strikes."""
        wanted = None if ids is None else list(ids)
        return self._home.read(lambda at: read_claims(at, wanted))

    def read_part(self, filters: Filters) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
        """Return the strikes of a team's database that pass filters, with their claims, alone."""
        self._refuse_file()
        return self._home.read(
            lambda at: (read_chosen(at, filters), read_chosen_claims(at, filters))
        )

    @property
    def counted(self) -> Lists:
        """The strikes of a team's database, counted in it; WorkspaceError of a file."""
        self._refuse_file()
        return Lists(self._home)

    def _refuse_file(self) -> None:
        if not self.shared:
            raise WorkspaceError(
                f"{self.name}: is a file, which is counted in memory; name a team's database, "
                "postgresql://..."
            )

    def list_decisions(self) -> list[Decision]:
        """Return every decision."""
        self._known = self._home.read(list_decisions)
        return list(self._known.values())

    def find_said(self, name: str) -> Sequence[Said]:
        """Return the places with their governorates by which rows say a name."""
        return self._said.get(fold(clean(name)), ())

    def list_log(self, most: int | None = None) -> list[LogEntry]:
        """Return the changes, the last first."""
        return self._home.read(lambda at: list_log(at, most))

    def list_steps(self, strike_id: str) -> list[Step]:
        """Return the changes that name a strike, decisions aside, the last first."""
        return self._home.read(lambda at: list_steps(at, strike_id))

    def find_rows(self, table: str, column: str, values: Sequence[str] | None) -> list[Row]:
        """Return the rows of a table that have one of several values in a column; None for all."""
        return self._home.read(lambda at: find_rows(at, table, column, values))

    def changed_since(self, seq: int, part: Filters | None = None) -> Changed | None:
        """Return what was written after the change of a number, by anybody; None for nothing.

        part: only of the strikes of a team's database that pass these filters.

        Cheap where there is nothing: to be asked every few seconds.
        """
        return self._home.read(lambda at: read_changed(at, seq, part))

    def apply(self, change: Change) -> int:
        """Write a change, all of it or nothing; return how many strikes it wrote.

        Raises StaleError where what stands is not what the change began from, WorkspaceError
        where the workspace is only read or cannot be written.
        """
        self._apply_all([change])
        return change.rows

    def _apply_all(self, changes: Sequence[Change]) -> None:
        self.refuse_reading()
        token = uuid4().hex
        tokens = [f"{token}-{number}" for number in range(len(changes))]

        def work(connection: Connection) -> None:
            write_changes(connection, changes, who=self.who, tokens=tokens)

        self._home.write(work, token=tokens[0])

    def decide(
        self, decision: Decision, gazetteer: Matches, boundaries: Boundaries | None = None,
        *, seen: Decision | object | None = _UNSEEN,
    ) -> int:  # fmt: skip
        """Decide what a name means for all rows that say it; return how many rows changed.

        gazetteer: of the country, without the workspace's decisions. It is on disk when this
        returns, the rows with it. seen: the decision on the name that the person saw (None: none),
        else what this workspace last read: another that stands by then raises StaleError. Raises
        WorkspaceError where the workspace is only read.
        """
        if seen is None:
            self._decisions.pop(decision.key, None)
        elif isinstance(seen, Decision):
            self._decisions[decision.key] = seen
        return self.decide_many([decision], gazetteer, boundaries)

    def decide_many(
        self,
        decisions: Iterable[Decision],
        gazetteer: Matches,
        boundaries: Boundaries | None = None,
    ) -> int:
        """Decide what several names mean, all of them or none, as `decide` does."""
        self.refuse_reading()
        last = {decision.key: decision for decision in decisions}  # of two on a name, the last
        fresh = [self._sign(decision) for decision in last.values()]
        if not fresh:
            return 0
        known, said, placer = self._decisions, self._said, self._get_placer(gazetteer, boundaries)
        patches = self._home.read(lambda at: place_rows(at, fresh, said=said, placer=placer))
        changes = [
            change_decision(one, known.get(one.key), patches.get(one.key, [])) for one in fresh
        ]
        try:
            self._apply_all(changes)
        except StaleError:
            self._known = None  # both are shown: who decides again has seen them
            raise
        known.update({one.key: one for one in fresh})
        return sum(change.rows for change in changes)

    def make_ready(self, gazetteer: Matches, boundaries: Boundaries | None = None) -> None:
        """Read what every decision asks for, so that the first is as quick as the next."""
        self._get_placer(gazetteer, boundaries)
        _ = self._decisions, self._said

    def _get_placer(self, gazetteer: Matches, boundaries: Boundaries | None) -> FewRows:
        """Return what places rows, kept from one decision to the next."""
        kept = self._placer
        if kept is None or kept.gazetteer is not gazetteer or kept.boundaries is not boundaries:
            kept = self._placer = FewRows(gazetteer, boundaries)
        return kept

    @property
    def _decisions(self) -> dict[tuple[str, str], Decision]:
        """The decisions as this workspace last read them."""
        if self._known is None:
            self.list_decisions()
        return self._known if self._known is not None else {}

    @cached_property
    def _said(self) -> SaidByName:
        """What rows say of their places, which no decision changes."""
        return self._home.read(read_said)

    def _sign(self, decision: Decision) -> Decision:
        """Say who decides and when, where the decision itself does not."""
        who, when = decision.who or self.who, decision.when or now()
        return replace(decision, who=who, when=when)

    def undo(self) -> LogEntry | None:
        """Take the last change back, one's own where several write; None where there is none."""
        return self._turn("undo")

    def redo(self) -> LogEntry | None:
        """Take the last undo back; None where nothing was undone since the last change."""
        return self._turn("redo")

    def _turn(self, direction: Direction) -> LogEntry | None:
        self.refuse_reading()
        token = uuid4().hex

        def work(connection: Connection) -> LogEntry | Literal[False] | None:
            turned = turn_change(
                connection, direction, who=self.who, own=self.shared, token=token
            )  # fmt: skip
            return turned and find_entry(connection, token)

        done = self._home.write(work, token=token)
        if done is False:  # and not None: written, and told by the log alone
            return None
        self._known = None
        self.__dict__.pop("_said", None)
        return done or self._home.read(lambda at: find_entry(at, token))

    def refuse_reading(self) -> None:
        """Raise WorkspaceError where it is only read."""
        if not self.writable:
            raise WorkspaceError(self._home.why_only_read(self.writer))
