"""A database of more strikes than a page holds: counted on Explore, opened in part, left again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from app_pages import open_page, run
from streamlit.util import calc_hash

from geo.errors import WorkspaceError
from geo.reading.read import read_seeds
from geo.release.toml import parse_profile
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.totals import count_totals
from geo.workspace.editing.desk import Desk
from geo.workspace.store import Workspace
from strikemap.web import explore
from strikemap.web.counted.database import CountedDatabase, open_counted
from strikemap.web.counted.lists import pick_areas
from strikemap.web.counted.offer import find_months
from strikemap.web.release.chosen import Chosen
from strikemap.web.visitors.session import PROFILE_KEY, WORKSPACE_KEY
from strikemap.web.workspaces import holders

USUAL = Filters.from_query("kind=airstrike,drone,missile,shelling,other&only=strikes")


PROFILE = b"""[[coarsen]]
everywhere = true
to = "governorate"
"""


def said(page) -> str:
    told = (*page.markdown, *page.caption, *page.info, *page.error, *page.warning, *page.subheader)
    return " ".join(one.value for one in told).replace("\\", "").replace("**", "")


@pytest.mark.usefixtures("counted")
def test_explore_counts_and_opens_what_the_filters_leave_few_enough_of():
    page = open_page()
    usual = len(filter_strikes(read_seeds().strikes, USUAL))
    assert usual > 20
    assert f"{usual} of 42 rows pass the filters" in said(page)
    seeds = read_seeds()
    totals = count_totals(seeds.strikes, USUAL, seeds.claims)
    assert f"{totals.located} of {totals.rows} located" in said(page)
    assert f"{totals.area_only} known only to an area" in said(page)
    bars = next(one.value for one in page.dataframe if "rows" in one.value)
    assert bars["rows"].sum() == usual
    assert page.query_params["kind"]
    page.multiselect[0].set_value(["SY07"]).run()
    assert not page.exception
    assert "A part of it is open: 14 of 42 rows (Idlib)" in said(page)
    assert page.session_state[WORKSPACE_KEY].asked == Filters.from_query("governorate=SY07")
    assert "governorate=SY07" in page.query_params["part"]
    page.multiselect[0].set_value([]).run()
    assert not page.exception
    assert WORKSPACE_KEY not in page.session_state
    assert f"{usual} of 42 rows pass the filters" in said(page)


@pytest.mark.usefixtures("counted")
def test_a_link_to_a_part_opens_it_and_all_of_the_database_is_a_press_away():
    page = open_page({"part": "governorate=SY07", "governorate": "SY07"})
    assert "A part of it is open: 14 of 42 rows (Idlib)" in said(page)
    page.button(key="counted_whole").click().run()
    assert not page.exception
    assert "of 42 rows pass the filters" in said(page)
    wrong = open_page({"part": "governorate"})
    assert "of 42 rows pass the filters" in said(wrong)


@pytest.mark.usefixtures("counted")
def test_a_part_in_use_is_not_closed_for_another_visitor_and_comes_back_once_it_was(monkeypatch):
    monkeypatch.setattr(holders, "MOST_PARTS", 1)
    first = open_page({"governorate": "SY07"})
    part = first.session_state[WORKSPACE_KEY]
    second = open_page({"governorate": "SY02"})
    assert "as many as there is room for; try again" in said(second)
    assert "of 42 rows pass the filters" in said(second)
    assert WORKSPACE_KEY not in second.session_state
    assert not part.closed
    assert "14 of 42 rows (Idlib)" in said(run(first))
    with monkeypatch.context() as later:
        later.setattr(holders, "IDLE_S", 0)
        assert "A part of it is open" in said(run(second))
    assert part.closed
    for act in (part.refresh, part.make_ready, part.write_here, lambda: part.undo("Rana")):
        with pytest.raises(WorkspaceError, match="was closed meanwhile"):
            act()
    second.button(key="counted_whole").click().run()
    first._page_hash = calc_hash("strikes")
    assert "14 of 42 rows (Idlib)" in said(run(first))
    assert first.session_state[WORKSPACE_KEY].asked == part.asked
    assert "as many as there is room for" in said(open_page({"part": "governorate=SY02"}))


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("end", ["from", "to"])
def test_an_end_of_the_slider_at_the_edge_of_a_part_is_the_part_s_own(end, monkeypatch):
    page = open_page()
    page.button(key="counted_offer").click().run()
    part = page.session_state[WORKSPACE_KEY].asked
    days = read_seeds().strikes["date_start"].dt.date
    held = days[(days >= part.date_from) & (days <= part.date_to)]
    between = min(held) + (max(held) - min(held)) / 2
    dragged = (between, None) if end == "from" else (None, between)

    def drag(*_):
        page.session_state["period"] = dragged
        return dragged

    with monkeypatch.context() as moved:
        moved.setattr(explore, "follow_map", drag)
        for _ in range(2):
            run(page)
    kept = (between, part.date_to) if end == "from" else (part.date_from, between)
    assert page.session_state["period"] == kept
    assert page.session_state[WORKSPACE_KEY].asked == part
    assert "A part of it is open" in said(page)
    page.button(key="counted_whole").click().run()
    assert "of 42 rows pass the filters" in said(page)


@pytest.mark.usefixtures("counted")
def test_under_a_release_profile_nothing_is_counted_until_it_is_let_go_of(monkeypatch):
    page = open_page({"part": "governorate=SY07", "governorate": "SY07"})
    page.session_state[PROFILE_KEY] = Chosen("desk.toml", parse_profile(PROFILE, "desk.toml"))
    run(page)
    assert "As released by" in said(page)

    def refuse(_, *__):
        raise AssertionError("the database was asked")

    with monkeypatch.context() as asked:
        for name in ("totals", "groups", "squares", "areas_only", "choices", "page"):
            asked.setattr(CountedDatabase, name, refuse)
        page.button(key="counted_whole").click().run()
        for name in ("", "briefing"):
            page._page_hash = calc_hash(name)
            run(page)
            assert WORKSPACE_KEY not in page.session_state
            assert "(desk.toml) is on, and all of a database cannot be counted" in said(page)
            assert not page.dataframe
    page._page_hash = calc_hash("")
    run(page)
    page.button(key="release_off").click().run()
    assert not page.exception
    assert "of 42 rows pass the filters" in said(page)


def test_the_list_of_an_area_goes_when_the_filters_change(counted):
    page = open_page()
    settled = page.session_state["counted_filters"]
    groups = counted.areas_only(settled)
    of_idlib = next(one.totals.rows for one in groups if one.key == "SY07")
    page.session_state["counted_picked"] = pick_areas(settled, ["SY07"], groups)
    run(page)
    assert f"{of_idlib} known only to Idlib" in said(page)
    assert f"Rows 1 to {of_idlib}, in the order" in said(page)
    page.text_input(key="filter_text").set_value("zzzz").run()
    assert not page.exception
    assert "0 of 42 rows pass" in said(page)
    assert "known only to Idlib" not in said(page)
    assert "counted_picked" not in page.session_state


@pytest.mark.usefixtures("counted")
def test_nothing_passes_is_said_and_a_period_ends_after_it_begins():
    page = open_page({"from": "1999-01-01", "to": "1999-02-01"})
    assert "0 of 42 rows pass the filters" in said(page)
    assert "No row passes the filters in this period" in said(page)
    assert page.date_input(key="counted_from").value == date(1999, 1, 1)
    page.date_input(key="counted_from").set_value(date(1999, 6, 1)).run()
    assert not page.exception
    assert page.date_input(key="counted_to").value is None
    assert "1999-06-01" in page.query_params["from"]
    assert "to" not in page.query_params


def test_pages_that_need_strikes_say_so_and_offer_the_newest_that_are_few_enough(counted):
    page = open_page()
    found = find_months(counted, USUAL)
    assert found is not None
    assert 0 < counted.totals(found).rows <= 20
    rows = counted.totals(replace(found, kinds=(), only=())).rows
    newest = read_seeds().strikes["date_end"].max().date()
    assert found.date_to is not None
    assert found.date_to >= newest.replace(day=1)
    page.button(key="counted_offer").click().run()
    assert not page.exception
    assert f"A part of it is open: {rows} of 42 rows" in said(page)


class OfMonths:
    """A database of months with so many rows each; what overlaps a period may be more."""

    def __init__(self, overlapping=0, **rows):
        self.rows = {f"2024-{month[1:]}": count for month, count in rows.items()}
        self.overlapping = overlapping

    def groups(self, _, __):
        return [
            SimpleNamespace(key=key, totals=SimpleNamespace(rows=count))
            for key, count in self.rows.items()
        ]

    def totals(self, filters):
        asked = (f"{filters.date_from:%Y-%m}", f"{filters.date_to:%Y-%m}")
        rows = sum(count for key, count in self.rows.items() if asked[0] <= key <= asked[1])
        return SimpleNamespace(rows=rows + self.overlapping)


@pytest.mark.parametrize(
    ("database", "period"),
    [
        (OfMonths(m01=5, m02=4, m03=25), (date(2024, 1, 1), date(2024, 2, 29))),
        (OfMonths(m01=5, m02=20, m03=25), (date(2024, 2, 1), date(2024, 2, 29))),
        (OfMonths(m01=9, m02=9, m03=9, overlapping=5), (date(2024, 3, 1), date(2024, 3, 31))),
        (OfMonths(m01=21, m02=25), None),
    ],
)
def test_the_newest_months_that_are_few_enough_may_end_before_the_newest_month(
    monkeypatch, database, period
):
    monkeypatch.setenv("STRIKEMAP_MOST", "20")
    found = find_months(database, Filters())
    assert (found and (found.date_from, found.date_to)) == period


@pytest.mark.usefixtures("counted")
def test_a_database_that_does_not_answer_is_told_with_the_way_to_ask_again(monkeypatch):
    page = open_page()

    def refuse(_, *__):
        raise WorkspaceError("strikes: the connection was cut and could not be had again")

    with monkeypatch.context() as broken:
        for name in ("totals", "groups", "squares", "areas_only", "choices"):
            broken.setattr(CountedDatabase, name, refuse)
        run(page)
        assert "cannot be counted now. strikes: the connection was cut" in said(page)
    page.button(key="counted_again").click().run()
    assert "of 42 rows pass the filters" in said(page)


def test_what_a_colleague_writes_is_counted(counted, address):
    before = counted.totals(Filters())
    with Workspace(address, who="Rana") as theirs:
        Desk(theirs).delete(str(read_seeds().strikes.index[0]))
        assert counted.totals(Filters()) == before
        counted.look()
        assert counted.totals(Filters()).rows == before.rows - 1
        theirs.undo()
    counted.look()
    assert counted.totals(Filters()) == before


def test_a_database_that_fails_while_it_is_opened_is_let_go_of(address, monkeypatch):
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", address)
    closed = []
    close = Workspace.close
    monkeypatch.setattr(Workspace, "close", lambda one: (closed.append(one), close(one)))

    def refuse(_, *__):
        raise WorkspaceError("strikes: no answer within 30 seconds")

    for tried, name in enumerate(("look", "totals"), 1):
        with monkeypatch.context() as broken:
            broken.setattr(CountedDatabase, name, refuse)
            with pytest.raises(WorkspaceError, match="no answer"):
                open_counted(address)
        assert len(closed) == tried
