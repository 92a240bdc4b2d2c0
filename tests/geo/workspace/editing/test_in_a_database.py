"""Single strikes of a team's database: every act is done and undone there as in a file."""

from __future__ import annotations

import pandas as pd
from cluster import Cluster

from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import make_decision
from geo.workspace.editing.splitting import Part
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace, open_workspace

TABLES = ("strikes", "claims", "corrections", "removed")
ROWS = [
    {"date": f"2016-09-0{day}", "place": "Suran", "killed": day, "source": "SOHR"}
    for day in (1, 2, 3)
]


def everything(opened: Workspace) -> dict[str, list[str]]:
    """Return every row, whatever its number in the database."""
    rows = {name: opened.find_rows(name, "strike_id", None) for name in TABLES}
    return {
        name: sorted(repr(sorted((k, v) for k, v in row.items() if k != "fid")) for row in own)
        for name, own in rows.items()
    }


def test_all_acts_are_undone(cluster: Cluster, land):
    located = locate(read_strikes(pd.DataFrame(ROWS)), land.gazetteer, boundaries=land.boundaries)
    address = cluster.address(cluster.make_database())
    make_workspace(address, located.strikes, located.claims)
    with open_workspace(address, who="Rana") as opened:
        first, desk = everything(opened), Desk(opened, why="the list")
        one, two, three = opened.read_strikes().index
        desk.correct(one, {"killed_min": 7, "killed_max": None})
        desk.move(one, make_decision(desk.act, point=(36.75, 35.29), radius_km=2.0), land)
        key = desk.read(one).claims[0]["claim_id"]
        desk.split(one, [Part((key,)), Part((key,), {"kind": "drone"})])
        desk.join([one, two], {})
        desk.delete(three)
        desk.restore(two)
        desk.add({"place_text": "Suran"}, [{"claimant": "VDC"}], land)
        assert everything(opened) != first
        steps = 0
        while opened.undo():
            steps += 1
        assert (steps, everything(opened)) == (7, first)
