"""The pairs that are proposed among all strikes, kept while rows change, and those still open."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from geo.strikes.duplicates.propose import Proposals, propose, propose_again
from strikemap.web.datasets import Dataset
from strikemap.web.pairs.decided import Said, word_pair

__all__ = ["Pair", "find_proposals", "list_changed", "list_open"]

KEPT = "pairs_proposed"
MOST_CHANGED = 500  # strikes whose pairs alone are looked for anew
# What a strike is compared by; another of its columns changes no proposal.
COMPARED = [
    "place_text", "place_id", "precision", "uncertainty_km", "location_status", "adm1_code",
    "adm2_code", "date_start", "date_end", "kind", "actor", "target_kind", "event_id",
    "killed_min", "killed_max", "injured_min", "injured_max", "casualties_min", "casualties_max",
    "source_count", "geometry",
]  # fmt: skip
# What is read of their claims.
CLAIMED = ["strike_id", "claimant", "outlet", "url", "title", "published"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two strikes by their ids, and why they may be one."""

    one: str
    other: str
    reason: str

    @property
    def words(self) -> str:
        """What the log says of it."""
        return word_pair(self.one, self.other)


def find_proposals(dataset: Dataset) -> Proposals:
    """Return what is proposed among the strikes that are shown; after a change of few, anew."""
    kept: tuple[Dataset, Proposals] | None = st.session_state.get(KEPT)
    if kept is not None and kept[0].strikes is dataset.strikes:
        return kept[1]
    changed = None if kept is None else list_changed(kept[0], dataset)
    if kept is None or changed is None:
        found = propose(dataset.strikes, dataset.claims)
    else:
        found = propose_again(kept[1], dataset.strikes, dataset.claims, changed)
    st.session_state[KEPT] = dataset, found
    return found


def list_changed(before: Dataset, now: Dataset) -> list[str] | None:
    """Return the strikes that are new or say otherwise; None where they are many."""
    old, new = before.strikes, now.strikes
    if abs(len(old) - len(new)) > MOST_CHANGED:
        return None
    both = new.index.intersection(old.index)
    one, other = (pd.DataFrame(table.loc[both, COMPARED]) for table in (old, new))
    # Whether a number is another than none is not known to pandas.
    differs = (one != other).fillna(True) & ~(one.isna() & other.isna())
    retold = both[both.isin(_list_retold(before.claims, now.claims))]
    changed = dict.fromkeys([
        *new.index.difference(old.index), *both[differs.any(axis=1).to_numpy(bool)], *retold,
    ])  # fmt: skip
    return list(changed) if len(changed) <= MOST_CHANGED else None


def _list_retold(old: pd.DataFrame, new: pd.DataFrame) -> set[str]:
    """Return the strikes of claims that are new, gone or say otherwise."""
    if old is new:
        return set()
    marks = [
        pd.util.hash_pandas_object(table[CLAIMED].astype("string").fillna(""), index=False)
        for table in (old, new)
    ]
    odd = [
        table.loc[~mark.isin(others).to_numpy(), "strike_id"]
        for table, mark, others in zip((old, new), marks, marks[::-1], strict=True)
    ]
    return set(pd.concat(odd))


def list_open(dataset: Dataset, said: Said) -> list[Pair]:
    """Return the pairs that nobody decided, the likeliest first."""
    table = find_proposals(dataset).table
    pairs = (
        Pair(*map(str, row))
        for row in zip(table["strike_id"], table["other_id"], table["reason"], strict=True)
    )
    return [pair for pair in pairs if not said.tells_apart(pair.one, pair.other)]
