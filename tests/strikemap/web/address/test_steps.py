"""Filters as steps of the browser's history: read back from the address, undone, reset."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from app_pages import filter_box, open_page, run
from streamlit.testing.v1 import AppTest

from geo.strikes.schema import DEFAULT_KINDS
from strikemap.web.address import steps
from strikemap.web.map_view import MapView
from strikemap.web.period import RESETS_KEY

IDLIB, ALEPPO = "SY07", "SY02"


def visit(page: AppTest, address: dict[str, list[str]]) -> AppTest:
    """Run the page as Streamlit does after Back or Forward: with the address of that step."""
    page.query_params.clear()
    for name, value in address.items():
        page.query_params[name] = value
    return run(page)


def said(page: AppTest) -> dict[str, list[str]]:
    return {name: [v] if isinstance(v, str) else v for name, v in page.query_params.items()}


def choose(page: AppTest, *codes: str) -> dict[str, list[str]]:
    filter_box(page, "Governorate").set_value(list(codes))
    return said(run(page))


def chosen(page: AppTest) -> list[str]:
    return filter_box(page, "Governorate").value


def kinds(page: AppTest) -> list[str]:
    return filter_box(page, "Kind").value


def test_back_and_forward_bring_the_filters_of_their_step():
    page = open_page()
    assert not said(page), "the first address is the map's to write: it is no step"
    run(page)
    first, second, third = said(page), choose(page, IDLIB), choose(page, IDLIB, ALEPPO)
    assert second["governorate"] == [IDLIB]
    for step, codes in ((second, [IDLIB]), (first, []), (third, [ALEPPO, IDLIB])):
        visit(page, step)
        assert sorted(chosen(page)) == codes
        assert said(page) == step, "what is shown of a step is what its address says"


def test_what_the_map_writes_of_its_own_is_no_step_of_the_filters():
    page = open_page({"kind": "drone"})
    filter_box(page, "Governorate").set_value([IDLIB])
    moved = said(page) | {"at": ["37,35,8"], "show": ["areas"], "from": ["2016-01-01"]}
    visit(page, moved)
    assert chosen(page) == [IDLIB], "the filter that came with the map's words stays"
    moved |= {"governorate": [IDLIB]}
    assert said(page) == moved, "the map's words stand, though no map has told Python of them"
    visit(page, moved | {"show": ["density"]})
    assert said(page) == moved | {"show": ["density"]}


def test_a_step_that_cannot_be_read_is_told_and_the_usual_view_shown():
    page = open_page()
    choose(page, IDLIB)
    visit(page, {"kind": ["airstike"]})
    assert "use one of" in page.warning[0].value
    assert kinds(page) == list(DEFAULT_KINDS)
    assert chosen(page) == []


def test_a_filter_is_undone_by_a_button_as_often_as_there_were_some_and_all_are_reset_by_one():
    page = run(open_page({"kind": "airstrike", "from": "2015-10-01"}))
    assert not [button for button in page.button if button.key == "filters_undo"]
    choose(page, IDLIB)
    choose(page, IDLIB, ALEPPO)
    assert not page.button(key="filters_undo").proto.shortcut, "it would be heard in text fields"
    page.button(key="filters_undo").click()
    run(page)
    assert chosen(page) == [IDLIB]
    page.button(key="filters_undo").click()
    run(page)
    assert chosen(page) == []
    assert not [button for button in page.button if button.key == "filters_undo"]
    assert kinds(page) == ["airstrike"]
    page.button(key="filters_reset").click()
    run(page)
    assert kinds(page) == list(DEFAULT_KINDS)
    assert not [button for button in page.button if button.key == "filters_reset"]
    assert "whole period" in page.markdown[0].value, "all dates too"
    assert page.session_state[RESETS_KEY] == 1, "which the map's slider is told by"
    page.button(key="filters_undo").click()
    run(page)
    assert kinds(page) == ["airstrike"]


def test_the_first_address_says_what_is_shown_in_the_order_of_its_parts(monkeypatch):
    monkeypatch.setattr(steps, "_given", dict)
    monkeypatch.setattr(steps, "chosen_countries", lambda: ("sy",))
    query = steps.first_address(steps.DEFAULT_FILTERS, MapView(data="0123abcd"))
    assert list(parse_qs(query)) == ["country", "data", "kind", "only"]
    assert parse_qs(query)["kind"] == [",".join(DEFAULT_KINDS)]


@pytest.mark.parametrize("back_to", [0, 1])
def test_what_was_gone_back_over_is_not_undone_again(back_to):
    page = run(open_page())
    steps_seen = [said(page), choose(page, IDLIB), choose(page, IDLIB, ALEPPO)]
    visit(page, steps_seen[back_to])
    before = len(page.session_state[steps.BEFORE_KEY])
    assert before == back_to


def test_what_the_browser_said_before_it_drew_a_step_does_not_undo_it():
    page = run(open_page())
    second, third = choose(page, IDLIB), choose(page, IDLIB, ALEPPO)
    before = page._tree.get_widget_states()
    visit(page, second)
    page._run(before)  # such as of the map, sent in the same moment
    assert chosen(page) == [IDLIB]
    assert said(page) == second != third


@pytest.mark.parametrize(
    "bare", [{}, {"lang": "en"}, {"lang": "ar"}, {"data": "fd8cded5"}], ids=str
)
def test_the_first_filter_stands_though_the_browser_sends_the_bare_address_it_came_by(bare):
    page = open_page(bare)
    page.multiselect(key="filter_governorates").set_value([IDLIB])
    page.query_params.clear()
    visit(page, {name: [value] for name, value in bare.items()})
    assert page.multiselect(key="filter_governorates").value == [IDLIB]
    assert said(page)["governorate"] == [IDLIB]
