"""What a publisher's format of places is: one of these in each module of `tables.formats`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gazetteer.tables.draft import Draft
from gazetteer.tables.files import PlaceFile

__all__ = ["PlaceFormat"]


@dataclass(frozen=True, slots=True)
class PlaceFormat:
    """One publisher's files, and how they become drafts of places.

    name: whose files they are. sentence: what they are, for the command line's help, 70
    characters at most. recognise: how sure it is that a file is one of its own, from 0 (it is
    not) to 1; the surest format reads the file. read: the file's places; raises GazetteerError
    naming file, row and remedy. order: where it stands in the help.
    """

    name: str
    sentence: str
    recognise: Callable[[PlaceFile], float]
    read: Callable[[PlaceFile], list[Draft]]
    order: int = 100
