"""The file that a visitor is opening: kept in the session, so that no other visitor sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import IO, Any

import streamlit as st

from geo.reading.columns import missing_fields
from strikemap.web.countries import started_countries
from strikemap.web.datasets import current_dataset, keep_upload, return_to_shipped
from strikemap.web.filters import reset_filters
from strikemap.web.map_view import DATA_PART, data_hash
from strikemap.web.opening.job import Job
from strikemap.web.opening.steps import Choice, Opened, Prepared, open_file, prepare
from strikemap.web.opening.title import keep_title
from strikemap.web.period import renew_map
from strikemap.web.visitors.links import follow_link
from strikemap.web.visitors.session import OPENING_KEY, forget_hashes, note_hash

__all__ = [
    "FILE_KEY",
    "LEAVE_OUT_KEY",
    "Opening",
    "begin",
    "close",
    "current_opening",
    "go_back",
    "review",
    "show",
]

FILE_KEY = "upload"
LEAVE_OUT_KEY = "opening_leave_out"  # whether rows that are no strikes are left out of the map


@dataclass
class Opening:
    """A file being opened. `in_front` says that it is looked at in place of the map.

    `version` counts the choices that were made elsewhere than in the form, which then begins anew.
    """

    name: str
    file_id: str
    file: IO[Any]
    opening: Job[Opened]
    reading: Job[Prepared] | None = None
    choice: Choice = field(default_factory=Choice)
    claims: IO[Any] | None = None
    version: int = 0
    in_front: bool = True
    shown: bool = False  # on the map, since it was dropped
    refused: Choice | None = None  # what the form said last, where nothing can be read so
    read_as: str = ""  # the file whose meanings the workspace had kept

    def open_sheet(self, sheet: str) -> None:
        """Open another sheet of the file from its beginning."""
        self.stop()
        self.reading, self.refused, self.choice = (
            None,
            None,
            Choice(countries=self.choice.countries),
        )
        self.version += 1
        self.opening = Job(partial(open_file, self.file, sheet=sheet))

    def read(self, opened: Opened, choice: Choice) -> None:
        """Begin to read as chosen; what was begun before is dropped."""
        self.stop()
        self.choice, self.refused = choice, None
        self.reading = Job(partial(_prepare, opened, choice, self.claims))

    def read_first(self, opened: Opened) -> None:
        """Begin to read as guessed, once, where the guess says enough."""
        asks = opened.format.asks_columns
        if self.reading is None and not (asks and missing_fields(opened.guessed)):
            self.read(opened, self.choice)

    def exchange(self, opened: Opened) -> None:
        """Begin to read anew, with points exchanged that would then lie in the country."""
        self.read(opened, replace(self.choice, exchanged=not self.choice.exchanged))

    def stop(self) -> None:
        """Take no result of what is being read."""
        if self.reading is not None:
            self.reading.cancel()


def _prepare(
    opened: Opened, choice: Choice, claims: IO[Any] | None, enter: Callable[[str], None]
) -> Prepared:
    return prepare(opened, choice, enter, claims=claims)


def current_opening() -> Opening | None:
    """Return the file that this visitor is opening or has opened, if any."""
    opening = st.session_state.get(OPENING_KEY)
    return opening if isinstance(opening, Opening) else None


def begin() -> None:
    """Open the file that was just dropped, or close the one that was taken away."""
    file = st.session_state.get(FILE_KEY)
    if file is None:
        close()
        return
    _stop()
    if DATA_PART not in st.query_params:  # dropped sooner than the first map had said its address
        st.query_params[DATA_PART] = data_hash(current_dataset())
    job = Job(partial(open_file, file))
    st.session_state[OPENING_KEY] = Opening(
        file.name, file.file_id, file, job, choice=Choice(countries=started_countries())
    )
    note_hash(st.query_params[DATA_PART])  # which keeps what there is by now


def close() -> None:
    """Stop opening, and go back to the map as it was."""
    was_in_front = _stop()
    if was_in_front:
        renew_map()  # with the period of the page; the one before it is gone


def _stop() -> bool:
    """Take no result of the file being opened; return whether it stood in place of the map."""
    opening = st.session_state.pop(OPENING_KEY, None)
    if not isinstance(opening, Opening):
        return False
    opening.opening.cancel()
    opening.stop()
    return opening.in_front


def review() -> None:
    """Look at the opened file again."""
    opening = current_opening()
    if opening:
        opening.in_front = True


def show(opening: Opening, prepared: Prepared) -> None:
    """Show what was read on the map, to this visitor only."""
    if prepared.dataset is not None:
        opening.in_front = False
        if not opening.shown:  # another file of the same name had a title of its own
            keep_title(prepared.dataset.name, "")
        opening.shown = True
        keep_upload(prepared.dataset)
        forget_hashes()
        reset_filters(every_row=not st.session_state.get(LEAVE_OUT_KEY, True))
        follow_link(data_hash(prepared.dataset))


def go_back() -> None:
    """Show the shipped data again."""
    close()
    return_to_shipped()
    reset_filters()
