"""What a person typed and chose for drafts: kept in the session until their text is forgotten.

A widget that is not drawn forgets what it held; what stands here outlasts another draft, another
page and a reload.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from gazetteer import Place
from strikemap.web.picker import Point
from strikemap.web.reports.held import Told
from strikemap.web.visitors.session import EDITS_KEY

__all__ = ["Edits", "count_unsaved", "edits_of", "forget_edits", "keep_edit"]


@dataclass(frozen=True, slots=True)
class Edits:
    """What differs of a draft from what was read, and why.

    fields: by name, as typed. chosen: a listed place, or a word for none at all.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    chosen: Place | str | None = None
    point: Point | None = None

    @property
    def places(self) -> bool:
        """Whether they say where the draft was."""
        return self.chosen is not None or self.point is not None

    @property
    def names(self) -> list[str]:
        """What they are of, in the words of columns."""
        return [*(["place"] if self.places else []), *self.fields]


_NONE = Edits()


def edits_of(key: str) -> Edits:
    """Return what was typed and chosen for a draft, by its key."""
    return _held().get(key, _NONE)


def keep_edit(key: str, **changed: Any) -> None:  # noqa: ANN401 fields of Edits
    """Keep what was typed or chosen for a draft by now."""
    edits = replace(edits_of(key), **changed)
    if edits != edits_of(key):
        _hold({**_held(), key: edits})


def count_unsaved(told: Told, decided: Container[str]) -> int:
    """Return how many drafts of a text have edits that no decision has written."""
    return sum(key not in decided and bool(edits_of(key).names) for key in told.keys)


def forget_edits(keys: Iterable[str]) -> None:
    """Have drafts be as they were read."""
    gone = {*keys}
    _hold({key: edits for key, edits in _held().items() if key not in gone})


def _held() -> Mapping[str, Edits]:
    held: Mapping[str, Edits] = st.session_state.get(EDITS_KEY, {})
    return held


def _hold(every: Mapping[str, Edits]) -> None:
    """Hold edits anew: what is shelved of the session is never changed in place."""
    held = {key: edits for key, edits in every.items() if edits != _NONE}
    if held:
        st.session_state[EDITS_KEY] = held
    else:
        st.session_state.pop(EDITS_KEY, None)
