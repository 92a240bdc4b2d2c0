"""Decisions without a workspace: the steps of the session, each while what it wrote is there."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from geo.workspace.changes import Change
from strikemap.web.datasets import Dataset
from strikemap.web.visitors.session import STEPS_KEY

__all__ = ["Step", "Verdict", "drop_step", "list_steps", "push_step"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a draft: accepted, joined or rejected; of the first two, the strike's id."""

    word: str
    strike_id: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A decision: on which draft, and what it wrote."""

    draft: str
    verdict: Verdict
    change: Change

    @property
    def claims(self) -> frozenset[str]:
        """The ids of the claims that it wrote."""
        return frozenset(one.key[0] for one in self.change.patches if one.table == "claims")


def list_steps(dataset: Dataset) -> tuple[Step, ...]:
    """Return the steps whose claims are in the data, the last at the end; rejections are all."""
    ids = dataset.remember("claim ids", lambda: frozenset(dataset.claims["claim_id"]))
    return tuple(step for step in _held() if step.claims <= ids)


def push_step(step: Step) -> None:
    """Keep a step; it stands in place of earlier ones on its draft, which are in other data."""
    st.session_state[STEPS_KEY] = (*(one for one in _held() if one.draft != step.draft), step)


def drop_step(step: Step) -> None:
    """Forget a step that was taken back."""
    st.session_state[STEPS_KEY] = tuple(one for one in _held() if one is not step)


def _held() -> tuple[Step, ...]:
    held: tuple[Step, ...] = st.session_state.get(STEPS_KEY, ())
    return held
