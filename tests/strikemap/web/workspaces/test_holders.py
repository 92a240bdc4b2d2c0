"""Which parts of a database give way to one more: those that nobody has open, never one in use."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from geo.errors import WorkspaceError
from strikemap.web.workspaces.holders import IDLE_S, MOST_PARTS, Holders, find_leaving


@dataclass
class Part:
    name: int
    holders: Holders


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def parts(clock):
    """Open as many as there is room for, one a minute, each for a visitor of its own."""
    opened = []
    for name in range(MOST_PARTS):
        clock[0] += 60
        opened.append(Part(name, Holders(lambda: clock[0])))
        opened[-1].holders.note(f"visitor {name}")
    return opened


def test_parts_in_use_stay_and_one_more_is_refused_in_words(parts):
    assert find_leaving(parts[1:]) == []
    with pytest.raises(WorkspaceError, match=f"{MOST_PARTS} parts of the database open"):
        find_leaving(parts)


def test_the_one_that_nobody_has_open_gives_way_before_those_that_are_old(parts, clock):
    parts[2].holders.note("another visitor")
    parts[2].holders.let_go("visitor 2")
    with pytest.raises(WorkspaceError):
        find_leaving(parts)
    parts[2].holders.let_go("another visitor")
    assert find_leaving(parts) == [parts[2]]
    clock[0] += IDLE_S
    assert find_leaving(parts) == [parts[2]]


def test_of_those_whose_visitors_do_nothing_the_least_lately_used_gives_way(parts, clock):
    clock[0] += IDLE_S - 1
    parts[0].holders.note("visitor 0")
    assert find_leaving(parts) == [parts[1]]
