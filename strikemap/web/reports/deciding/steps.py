"""Decisions without a workspace: the steps of the session, each while what it wrote is there."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from geo.workspace.changes import Change, Patch, Row
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
    """A decision: on which draft, what it wrote, and the strikes that it was about, if any."""

    draft: str
    verdict: Verdict
    change: Change
    about: tuple[str, ...] = ()

    @property
    def claims(self) -> frozenset[str]:
        """The ids of the claims that it wrote."""
        return frozenset(one.key[0] for one in self.change.patches if one.table == "claims")


def list_steps(dataset: Dataset) -> tuple[Step, ...]:
    """Return the steps that stand in the data, the last at the end; rejections of drafts all do.

    A step stands where the data, with the steps after it taken back, have what it wrote.
    """
    held, later = _held(), _Earlier(dataset, _held())
    stand = [step for step in reversed(held) if later.take_back(step)]
    return tuple(reversed(stand))


class _Earlier:
    """Which strikes are there and whose claims are told, while steps are taken back one by one."""

    def __init__(self, dataset: Dataset, steps: tuple[Step, ...]) -> None:
        """Begin with the data as they are."""
        ids = frozenset().union(*(step.claims for step in steps))
        self._claims: dict[str, str | None] = {**dataset.remember(
            ("told of by", ids), lambda: _find_told(dataset, ids)
        )}  # fmt: skip
        self._strikes: dict[str, bool] = {}
        self._index = dataset.strikes.index

    def take_back(self, step: Step) -> bool:
        """Say whether a step stands, and take it back where it does."""
        stands = self._has(step)
        for patch in step.change.patches if stands else ():
            if patch.table == "strikes":
                self._strikes[patch.key[0]] = patch.before is not None
            elif patch.table == "claims" and _names_strike(patch.before):
                self._claims[patch.key[0]] = patch.before["strike_id"] if patch.before else None
        return stands

    def _has(self, step: Step) -> bool:
        patches = step.change.patches
        if not patches:
            return all(self._is_there(one) for one in step.about)
        return all(
            self._is_there(one.key[0]) == (one.after is not None)
            if one.table == "strikes"
            else one.table != "claims" or self._is_told(one)
            for one in patches
        )

    def _is_there(self, strike_id: str) -> bool:
        return self._strikes.get(strike_id, strike_id in self._index)

    def _is_told(self, patch: Patch) -> bool:
        """Say whether a claim is of the strike that a patch gives it to, or gone where it does."""
        told = self._claims.get(patch.key[0])
        if patch.after is None:
            return told is None
        return told == patch.after["strike_id"] if _names_strike(patch.after) else told is not None


def _names_strike(row: Row | None) -> bool:
    return row is None or "strike_id" in row


def _find_told(dataset: Dataset, ids: frozenset[str]) -> dict[str, str]:
    """Return the strike that each of some claims is of, by the claim's id."""
    told = dataset.claims[dataset.claims["claim_id"].isin(ids)]
    return dict(zip(told["claim_id"], told["strike_id"], strict=True))


def push_step(step: Step) -> None:
    """Keep a step; it stands in place of earlier ones on its draft, which are in other data."""
    st.session_state[STEPS_KEY] = (*(one for one in _held() if one.draft != step.draft), step)


def drop_step(step: Step) -> None:
    """Forget a step that was taken back."""
    st.session_state[STEPS_KEY] = tuple(one for one in _held() if one is not step)


def _held() -> tuple[Step, ...]:
    held: tuple[Step, ...] = st.session_state.get(STEPS_KEY, ())
    return held
