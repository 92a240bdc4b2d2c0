"""Groups: rows of one day and one publisher, whose places are mostly near each other."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.placing.rows.answers import Answer, Answers
from geo.strikes.claim_rows import find_strikes
from geo.strikes.outlets import find_site

__all__ = ["answer_rows", "group_rows", "name_publishers"]

# Names that are asked again in their groups, about 1 ms each; in a file with more of them only
# the file as a whole counts.
MOST_ASKED = 10_000
Codes = NDArray[np.intp]


def group_rows(strikes: pd.DataFrame, claims: pd.DataFrame | None) -> Codes:
    """Return the number of each row's group, -1 for a row without a day, or alone in its group.

    claims: the first of a row names its publisher: outlet, claimant, or the site of its address.
    """
    days = strikes["date_start"].where(strikes["date_precision"] == "day")
    numbers, _ = pd.factorize(days)
    if claims is not None and len(claims):
        published, _ = name_publishers(strikes, claims)
        numbers = np.where(numbers < 0, -1, numbers * (published.max() + 2) + published + 1)
    numbers, _ = pd.factorize(np.where(numbers < 0, -1, numbers))
    own = days.notna().to_numpy()
    size = np.bincount(numbers[own], minlength=numbers.max(initial=0) + 1)
    return np.where(own & (size[numbers] > 1), numbers, -1).astype(np.intp)


def name_publishers(strikes: pd.DataFrame, claims: pd.DataFrame) -> tuple[Codes, list[str]]:
    """Return the number of each row's publisher, -1 where none is named, and their names."""
    names = claims["outlet"].fillna(claims["claimant"])
    nameless = names.isna() & claims["url"].notna()
    if nameless.any():
        sites = {url: find_site(url) or None for url in claims["url"][nameless].unique()}
        names = names.fillna(claims["url"].map(sites))
    rows = find_strikes(claims, strikes)
    known = (rows >= 0) & names.notna().to_numpy()
    first = pd.Series(names[known].to_numpy(), index=rows[known])
    first = first[~first.index.duplicated()]
    numbers = np.full(len(strikes), -1, dtype=np.intp)
    numbers[first.index], named = pd.factorize(first)
    return numbers, [str(name) for name in named]


def answer_rows(answers: Answers, codes: Codes, groups: Codes) -> tuple[list[Answer], Codes]:
    """Return all answers and each row's number of one; what is open is asked again in its group.

    codes: each row's number of what it says; groups: as `group_rows` numbers them.
    """
    may_change = np.zeros(len(answers.all), dtype=bool)
    may_change[answers.list_open()] = True
    again = may_change[codes] & (groups >= 0)
    if not again.any():
        return answers.all, codes
    near = np.isin(groups, np.unique(groups[again]))
    pairs, numbers = np.unique(
        np.column_stack([codes[near], groups[near]]), axis=0, return_inverse=True
    )
    if may_change[pairs[:, 0]].sum() > MOST_ASKED:
        return answers.all, codes
    grouped = answers.answer_in_groups([(int(at), str(group)) for at, group in pairs])
    changed = codes.copy()
    changed[near] = np.where(again[near], len(answers.all) + numbers.ravel(), codes[near])
    return [*answers.all, *grouped], changed
