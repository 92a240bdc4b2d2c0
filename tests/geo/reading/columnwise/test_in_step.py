"""Listed texts with a ';' of their own stay whole, and one that is missing keeps its place."""

from __future__ import annotations

import pandas as pd

from geo.reading.columnwise.in_step import join_step, restore_step


def test_a_text_with_a_semicolon_is_one_of_the_list_and_comes_back_whole():
    titles = join_step(["Two dead; army denies", "", " Town hit "]).split(";")
    assert len(titles) == 3
    claims = pd.DataFrame({"title": pd.Series(titles, dtype="str")}).reindex(
        columns=["claimant", "outlet", "title", "published"]
    )
    restored = restore_step(claims.astype("str"))["title"]
    assert list(restored.fillna("none")) == ["Two dead; army denies", "none", "Town hit"]
