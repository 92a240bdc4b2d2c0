"""Review: the names of a file that a person should decide, the most frequent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat, zip_longest
from typing import Any

import numpy as np
import pandas as pd

from gazetteer import Candidate, Gazetteer
from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import COLUMNS
from gazetteer.matching.reasons import write_met
from gazetteer.several import Gazetteers

__all__ = ["SURE", "NameToDecide", "find_candidates", "list_names", "tabulate_names"]

SURE = 0.8  # a name that scores less is shown
MOST_CANDIDATES = 5
_KEY = ["place_text", "governorate_text"]
_ANSWER = ("match_method", "match_score", "match_reason")
_OPEN = ("ambiguous", "vague", "none")


@dataclass(frozen=True, slots=True)
class NameToDecide:
    """A name as reported, in its stated governorate, what it is answered, and what it may mean."""

    name: str
    governorate: str
    rows: int  # that say both
    method: str
    score: float | None
    reason: str
    candidates: tuple[Candidate, ...]  # most likely first
    looked_at: Decision | None  # decided to be left for later


def list_names(
    strikes: pd.DataFrame,
    gazetteer: Gazetteer | Gazetteers,
    *,
    below: float = SURE,
    with_candidates: bool = True,
) -> list[NameToDecide]:
    """Return the names that are ambiguous, vague, none, or scored under `below`.

    strikes: located, as `locate` leaves them. Rows with a point of their source, and names that a
    person decided, need none. Without candidates, which take most of the time, `find_candidates`
    finds those of one name.
    """
    shown = pd.DataFrame({name: strikes[name].array for name in (*_KEY, *_ANSWER)})
    method = shown["match_method"]
    unsure = method.isin(_OPEN) | (shown["match_score"].fillna(1.0) < below)
    settled = method.isin(["given", "reviewed"])
    rows = shown[(unsure & ~settled & shown["place_text"].notna()).to_numpy()]
    number = rows.groupby(_KEY, dropna=False, sort=False).ngroup().to_numpy()
    one = np.flatnonzero(np.diff(np.maximum.accumulate(number), prepend=-1))  # first row of each
    first = rows.iloc[one].assign(rows=np.bincount(number))
    first = first.sort_values(["rows", *_KEY], ascending=[False, True, True], kind="stable")
    names = list(map(NameToDecide, *_columns_of(first, gazetteer)))
    if not with_candidates:
        return names
    return [
        replace(one, candidates=find_candidates(one.name, one.governorate, gazetteer))
        for one in names
    ]


def _columns_of(names: pd.DataFrame, gazetteer: Gazetteer | Gazetteers) -> Iterator[Iterable[Any]]:
    """Yield what each name says, field by field: faster than name by name."""
    governorates = names["governorate_text"].fillna("").tolist()
    said = names["place_text"].tolist()
    yield said
    yield governorates
    yield names["rows"].tolist()
    yield names["match_method"].tolist()
    yield names["match_score"].astype(object).where(names["match_score"].notna(), None).tolist()
    yield names["match_reason"].fillna("").tolist()
    yield repeat((), len(said))
    yield map(gazetteer.decided.find, said, governorates)


def find_candidates(
    name: str, governorate: str, gazetteer: Gazetteer | Gazetteers
) -> tuple[Candidate, ...]:
    """Return what a name may mean in its stated governorate, the likeliest first."""
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    found = [one for member in members for one in member.explain(name, governorate or None)]
    return tuple(sorted(found, key=lambda one: -one.share)[:MOST_CANDIDATES])


def tabulate_names(names: Sequence[NameToDecide]) -> pd.DataFrame:
    """Return names as a sheet to decide in: an alias file with a row for each, still empty.

    Its columns are those of an alias file, the verdict empty, then what the name is answered and
    its candidates; filled in, it is read as it is.
    """
    extra = [f"candidate_{number}" for number in range(1, MOST_CANDIDATES + 1)]
    columns = ["rows", *COLUMNS, "answer", "score", "why", *extra]
    cells = [dict(zip_longest(columns, _cells(name), fillvalue="")) for name in names]
    return pd.DataFrame(cells, columns=columns, dtype="str")


def _cells(name: NameToDecide) -> Iterator[str]:
    seen = name.looked_at
    yield str(name.rows)
    for column in COLUMNS:
        known = {"name": name.name, "governorate": name.governorate}
        yield known.get(column) or str((getattr(seen, column) if seen else "") or "")
    yield name.method
    yield "" if name.score is None else f"{name.score:.2f}"
    yield name.reason
    for found in name.candidates:
        place, met = found.place, write_met(found)
        by = "" if met == place.name else f", met as {met!r}"
        yield f"{place.place_id}: {place.name} ({place.adm1_name or '-'}), {found.share:.0%}{by}"
