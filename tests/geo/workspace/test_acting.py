"""Changes of single strikes on disk: written whole or not at all, and undone to the last byte."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pandas as pd
import pytest
from copied_workspace import copy_workspace

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.errors import CorrectionError, StaleError
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.reading.result import Reading
from geo.workspace.editing.correcting import correct
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import Land, make_decision
from geo.workspace.editing.records import Act
from geo.workspace.editing.splitting import Part
from geo.workspace.homes.spatial_index import add_functions
from geo.workspace.store import Workspace

TABLES = ("strikes", "claims", "corrections", "removed", "decisions")
ROWS = [
    {"date": f"2016-09-0{day}", "place": "Suran", "killed": day, "source": "SOHR",
     "url": f"https://example.org/{day}"} for day in (1, 2, 3)
]  # fmt: skip


@pytest.fixture(scope="module")
def land() -> Land:
    return Land(load_gazetteer("sy"), load_boundaries("sy"))


@pytest.fixture(scope="module")
def located(land) -> Reading:
    return locate(read_strikes(pd.DataFrame(ROWS)), land.gazetteer, boundaries=land.boundaries)


@pytest.fixture
def path(located, tmp_path) -> Path:
    return copy_workspace(tmp_path / "work.gpkg", located.strikes, located.claims)


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the log, in their order, without their versions."""
    connection = sqlite3.connect(path)
    try:
        return {name: connection.execute(select_from(connection, name)).fetchall()
                for name in TABLES}  # fmt: skip
    finally:
        connection.close()


def select_from(connection: sqlite3.Connection, name: str) -> str:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    return f"SELECT {', '.join(one for one in names if one != 'version')} FROM {name}"


def without_numbers(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, list[str]]:
    """Return the rows whatever their numbers in the file, which count on when they are redone."""
    return {name: sorted(repr(row[1:]) for row in rows) for name, rows in tables.items()}


def test_all_acts_are_undone_to_the_last_byte_and_done_again(path, land):
    first = everything(path)
    with Workspace(path, who="Rana") as opened:
        desk = Desk(opened, why="the list")
        one, two, three = opened.read_strikes().index
        desk.correct(one, {"killed_min": 7, "killed_max": None})
        desk.move(one, make_decision(desk.act, point=(36.75, 35.29), radius_km=2.0), land)
        key = desk.read(one).claims[0]["claim_id"]
        desk.split(one, [Part((key,)), Part((key,), {"kind": "drone"})])
        desk.join([one, two], {})
        desk.delete(three)
        desk.add({"place_text": "Suran"}, [{"claimant": "VDC"}], land)
        opened.decide(Decision("Suran", "", "no place"), land.gazetteer, land.boundaries)
        desk.restore(two)
        done = everything(path)
        acts = [entry.action for entry in opened.list_log()]
        assert acts == ["restore", "decide", "add", "delete", "join", "split", "move", "correct"]
        for _ in acts:
            assert opened.undo() is not None
        assert opened.undo() is None
        assert everything(path) == first
        for _ in acts:
            assert opened.redo() is not None
    assert without_numbers(everything(path)) == without_numbers(done)


def test_a_decision_on_a_name_leaves_a_strike_where_a_person_put_it(path, land):
    with Workspace(path) as opened:
        one = opened.read_strikes().index[0]
        desk = Desk(opened)
        desk.move(one, make_decision(desk.act, point=(36.75, 35.29), radius_km=2.0), land)
        suran = Decision("Suran", "", "place", "gn:163915")
        assert opened.decide(suran, land.gazetteer, land.boundaries) == 2
        strikes = opened.read_strikes()
    assert strikes.loc[one].geometry.x == 36.75
    assert strikes["place_id"].tolist().count("gn:163915") == 2


def test_a_place_that_is_taken_back_is_what_was_decided_of_its_name_since(path, land):
    day = "2026-11-29T12:00:00Z"
    suran = Decision("Suran", "", "place", "gn:163915", who="Omar", when=day)
    with Workspace(path) as opened:
        one = opened.read_strikes().index[0]
        desk = Desk(opened)
        desk.move(one, make_decision(desk.act, point=(36.75, 35.29), radius_km=2.0), land)
        opened.decide(suran, land.gazetteer, land.boundaries)
        again = Land(land.gazetteer.with_decisions([suran]), land.boundaries)
        desk.take_back(one, ["place"], again)
        strikes = opened.read_strikes()
    assert strikes["place_id"].tolist() == ["gn:163915"] * 3
    assert strikes["match_reason"].nunique() == 1
    assert strikes["corrected"].isna().all()


def test_what_a_person_did_not_see_is_not_written_over(path):
    with Workspace(path, who="Rana") as opened:
        one = opened.read_strikes().index[0]
        seen = Desk(opened).read(one)
        Desk(opened).correct(one, {"killed_min": 9, "killed_max": 9})
        with pytest.raises(StaleError, match="killed_min is 9 by now, not 1"):
            Desk(opened).correct(seen, {"killed_min": 0})
        with pytest.raises(StaleError, match="killed_min is 9 by now, not 1"):
            Desk(opened).delete(seen)
        assert opened.read_strikes().loc[one, "killed_min"] == 9


def test_what_was_empty_is_told_as_nothing(path):
    with Workspace(path, who="Rana") as opened:
        one = opened.read_strikes().index[0]
        seen = Desk(opened).read(one)
        Desk(opened).correct(one, {"target": "a mill"})
        with pytest.raises(StaleError, match=r"target is 'a mill' by now, not nothing .*yours 'x'"):
            Desk(opened).correct(seen, {"target": "x"})


def test_a_change_that_knew_another_value_is_refused_whole(path):
    with Workspace(path, who="Rana") as opened:
        one = opened.read_strikes().index[0]
        old = Desk(opened).read(one)
        Desk(opened).correct(one, {"kind": "drone"})
        before = everything(path)
        stale = correct(old, {"kind": "missile", "target": "a mill"}, Act("Omar"))
        said = r"kind is 'drone' by now, not 'other' \(last written by Rana at .*look at it again"
        with pytest.raises(StaleError, match=said):
            opened.apply(stale)
        assert everything(path) == before


def test_the_last_act_is_not_undone_where_its_rows_are_others_by_now(path):
    with Workspace(path) as opened:
        one = opened.read_strikes().index[0]
        Desk(opened).correct(one, {"kind": "drone"})
        connection = sqlite3.connect(path)
        add_functions(connection)
        connection.execute("UPDATE strikes SET kind = 'ied'")
        connection.commit()
        connection.close()
        with pytest.raises(StaleError, match="kind is 'ied' by now, not 'drone'"):
            opened.undo()


def test_an_id_that_a_split_gave_and_undo_took_is_not_given_again(path):
    with Workspace(path) as opened:
        one = opened.read_strikes().index[0]
        for _ in range(2):
            key = Desk(opened).read(one).claims[0]["claim_id"]
            Desk(opened).split(one, [Part((key,)), Part((key,))])
            ids = opened.read_strikes().index.tolist()
            opened.undo()
    assert f"{one}.3" in ids
    assert f"{one}.2" not in ids


def test_what_was_taken_out_is_named_when_it_is_asked_for(path):
    with Workspace(path) as opened:
        one, two, _ = opened.read_strikes().index
        Desk(opened).join([one, two], {})
        with pytest.raises(CorrectionError, match=f"{two}: is joined into {one}; restore it first"):
            Desk(opened).read(two)
        with pytest.raises(CorrectionError, match="nope: was not taken out"):
            Desk(opened).restore("nope")
