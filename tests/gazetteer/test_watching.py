"""How far a long work is, told to whoever watches."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from gazetteer.watching import count_through, watching


def test_whoever_watches_is_told_at_the_start_and_after_every_200():
    told: list[tuple[int, int, str]] = []
    with watching(lambda *how_far: told.append(how_far)):
        assert list(count_through(range(450), "names")) == list(range(450))
    assert told == [(0, 450, "names"), (200, 450, "names"), (400, 450, "names")]
    assert list(count_through(range(3), "names")) == [0, 1, 2]
    assert len(told) == 3


def test_what_is_raised_ends_the_work():
    class Enough(Exception):  # noqa: N818 of this test
        pass

    def stop(done: int, _of: int, _what: str) -> None:
        if done == 200:
            raise Enough

    seen = []
    with pytest.raises(Enough), watching(stop):
        seen += count_through(range(1000), "names")
    assert len(seen) <= 200


def test_names_are_told_as_they_are_matched_each_once():
    told: list[tuple[int, int, str]] = []
    with watching(lambda *how_far: told.append(how_far)):
        load_gazetteer("sy").match_many(["Talbisah", "Talbisah", "Zahra"])
    assert (0, 2, "names") in told
    assert (0, 1, "names with the rows near them") in told
