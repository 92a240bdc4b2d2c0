"""A team's database killed at random moments; `python -m bench.faults.database` does 200."""

from __future__ import annotations

import random

import pytest
from cluster import run_cluster

from bench.faults.database import kill_deciding, kill_making, kill_migrating
from bench.faults.killing import Killer
from gazetteer import load_gazetteer
from geo.land.boundaries import load_boundaries


@pytest.mark.slow  # a server of its own, which is started again and again
def test_what_was_acknowledged_survives_a_kill_and_nothing_is_half():
    land = load_gazetteer("sy"), load_boundaries("sy")
    with run_cluster(lasting=True) as cluster:
        killer = Killer(cluster, random.Random(14))
        deciding = kill_deciding(cluster, killer, land, 4)
        others = [kill(cluster, killer, land, 2) for kill in (kill_making, kill_migrating)]
    assert [one.faults for one in (deciding, *others)] == [[], [], []]
    assert deciding.acknowledged > 3
    assert deciding.cuts > 0
