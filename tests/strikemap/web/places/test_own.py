"""Places of a person's own on the Places page: listed, corrected, taken out, in the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from workspace_app import make_work

from geo.workspace.owning import list_places
from geo.workspace.store import Workspace
from strikemap.web.workspaces.shared import open_shared

PATIENCE = 60  # seconds; the first run loads the gazetteer


def draw_page() -> None:
    from strikemap.web.places.page import show_page
    from strikemap.web.workspaces.session import open_start

    open_start()
    show_page()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = make_work(tmp_path)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(made))
    yield made
    open_shared(str(made)).close()


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def choose(page: AppTest, name: str) -> AppTest:
    page.selectbox(key="own_chosen").set_value(name)
    return run(page)


def said(page: AppTest) -> str:
    """Return what was done, without the signs that keep Markdown out."""
    return page.success[0].value.replace("\\", "")


def heads(page: AppTest) -> list[str]:
    return [one.value for one in page.header]


def test_a_place_is_listed_corrected_undone_and_taken_out(path: Path):
    page = run(AppTest.from_function(draw_page, default_timeout=PATIENCE))
    assert open_shared(str(path)).act(lambda workspace: workspace._placer), "ready to decide"
    page.button(key="places_next").click()
    choose(run(page), "new")
    assert page.text_input(key="own_field_name").value == "Zyxfold"
    assert page.button(key="own_keep").disabled
    for name, value in (("lat", 35.2), ("lon", 36.7), ("radius", 2.0)):
        page.number_input(key=f"own_{name}").set_value(value)
    page.text_input(key="own_field_source").set_value("SOHR")
    page.text_input(key="own_field_other_names").set_value("Zyksfold; ")
    page.text_input(key="visitor_name_typed").set_value("Rana")
    run(page).button(key="own_keep").click()
    assert "Zyxfold is listed; 1 row placed otherwise" in said(run(page))
    assert "Places of your own (1)" in heads(page)
    assert "1 name" in page.markdown[0].value.replace("*", "")
    with Workspace(path, writing=False) as opened:
        (own,) = list_places(opened)
        assert (own.name, own.other_names, own.who) == ("Zyxfold", ("Zyksfold",), "Rana")
        assert opened.read_strikes()["place_id"].tolist()[2] == own.place_id
    page.text_input(key="places_search").set_value("Zyksfold")
    assert "Zyxfold" in run(page).button(key="places_take_1").label
    choose(page, own.place_id)
    assert page.number_input(key="own_lon").value == 36.7
    page.number_input(key="own_radius").set_value(3.0)
    page.number_input(key="own_lat").set_value(35.25)
    page.button(key="own_keep").click()  # in one request with what was typed
    assert "Zyxfold is corrected; 1 row" in said(run(page))
    with Workspace(path, writing=False) as opened:
        (own,) = list_places(opened)
        assert (own.lat, own.radius_km) == (35.25, 3.0)
    choose(page, own.place_id)
    page.button(key="own_remove").click()
    assert "Zyxfold is taken out; 1 row" in said(run(page))
    assert "Places of your own (0)" in heads(page)
    page.button(key="places_undo").click()
    assert "Places of your own (1)" in heads(run(page))


@pytest.mark.usefixtures("path")
def test_what_no_place_is_is_refused_on_the_page():
    page = choose(run(AppTest.from_function(draw_page, default_timeout=PATIENCE)), "new")
    for name, value in (("lat", 35.2), ("lon", 36.7), ("radius", 2.0)):
        page.number_input(key=f"own_{name}").set_value(value)
    page.text_input(key="own_field_governorate").set_value("*Atlantis*")
    run(page).button(key="own_keep").click()
    assert r"\*Atlantis\*" in run(page).error[0].value
    assert page.text_input(key="own_field_governorate").value == "*Atlantis*"
    assert "Places of your own (0)" in heads(page)
