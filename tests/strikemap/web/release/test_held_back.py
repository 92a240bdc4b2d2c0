"""While a release profile is on, nothing beside the release leaves the app, and that is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from gazetteer.places import Place
from geo.errors import FilterError
from geo.release.release import Released, release
from geo.release.toml import parse_profile
from geo.strikes.filters import Filters, claims_of, filter_strikes
from geo.strikes.near_layers import NearLayer
from geo.webmap.payload.encode import MapOptions
from strikemap.web import datasets, downloads
from strikemap.web.briefing import sheets
from strikemap.web.datasets import Dataset, load_shipped
from strikemap.web.filter_keys import filter_key
from strikemap.web.ground import own_tiles
from strikemap.web.layers.near import (
    NEAR_LAYER,
    settle_near_layer,
    show_near_layer,
    tell_held_filter,
)
from strikemap.web.opening import title
from strikemap.web.release import panel, released
from strikemap.web.release.chosen import CHOSEN_KEY, Chosen
from strikemap.web.visitors import session
from strikemap.web.workspaces.folder import FOLDER
from strikemap.web.workspaces.panel import COUNTRIES_KEY

DOWNLOAD = "Download a workspace of what is shown"
NINE = ("sy", "ua", "ru", "ye", "iq", "lb", "il", "ps", "sd")


def choose(text: bytes = b"[cells]\nstrikes = 2\n") -> Chosen:
    return Chosen("p.toml", parse_profile(text, "p.toml"))


def draw_panel(countries: tuple[str, ...]) -> None:
    from dataclasses import replace

    from strikemap.web.datasets import load_shipped
    from strikemap.web.workspaces.panel import show_panel

    show_panel(replace(load_shipped(), countries=countries))


def test_no_workspace_of_all_strikes_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = AppTest.from_function(draw_panel, default_timeout=60, args=(("sy",),)).run()
    assert DOWNLOAD in [one.proto.label for one in page.get("download_button")]
    page.session_state[CHOSEN_KEY] = choose()
    page.run()
    assert DOWNLOAD not in [one.proto.label for one in page.get("download_button")]
    assert any(one.value.startswith("A release profile is on.") for one in page.caption)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    page.run()
    made = next(one for one in page.button if one.label == "Make it of what is shown")
    assert made.disabled


def test_data_of_nine_countries_leave_the_page_standing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    page = AppTest.from_function(draw_panel, default_timeout=60, args=((*NINE, "xx"),)).run()
    assert not page.exception
    assert page.multiselect(key=COUNTRIES_KEY).value == list(NINE[:8])


def test_a_profile_is_kept_for_a_reload():
    assert CHOSEN_KEY in session.KEPT_KEYS


def release_shipped(profile: bytes) -> tuple[Dataset, Released]:
    whole = load_shipped()
    left = release(whole.strikes, whole.claims, parse_profile(profile, "p.toml"))
    return replace(whole, strikes=left.strikes, claims=left.claims, release=left), left


def test_the_files_of_a_part_tell_no_distance_and_no_source_of_what_does_not_leave(
    monkeypatch: pytest.MonkeyPatch,
):
    dataset, left = release_shipped(b"[cells]\nstrikes = 4\n")
    part = Filters.from_query("from=2015-09-27&to=2015-10-31")
    shown = filter_strikes(left.strikes, part, left.claims)
    strikes, claims, _ = released.leaving_of(dataset, shown, left.claims)
    seen: dict[str, object] = {}

    def measure(measured: object, chosen: object, _: Filters) -> None:
        seen["measured"], seen["chosen"] = measured, chosen

    def take(*given: object, **_: object) -> tuple[()]:
        seen["options"] = given[3]
        given[4]()  # type: ignore[operator]  # makes the columns beside
        raise EOFError

    monkeypatch.setattr(downloads, "tell_distances", measure)
    monkeypatch.setattr(downloads, "list_downloads", take)
    monkeypatch.setattr(downloads, "base_map_of", lambda _: {})
    whole = MapOptions(sources=downloads.list_publications(left.claims, dataset.published))
    with pytest.raises(EOFError):
        downloads.show_downloads(dataset, shown, left.claims, part, whole)
    assert seen["measured"] is seen["chosen"]
    assert len(strikes) < len(left.strikes)
    assert seen["options"].sources == downloads.list_publications(  # type: ignore[attr-defined]
        claims_of(claims, strikes), dataset.published
    )
    assert seen["options"].sources != whole.sources  # type: ignore[attr-defined]


def test_a_filter_near_a_layer_that_is_held_back_is_said_to_be_off(
    monkeypatch: pytest.MonkeyPatch,
):
    held: dict[str, object] = {CHOSEN_KEY: choose(), filter_key(NEAR_LAYER): "sites"}
    monkeypatch.setattr(st, "session_state", held)
    assert show_near_layer() is None
    assert tell_held_filter() == [
        "The filter near sites is off: the profile holds own layers back."
    ]
    with pytest.raises(FilterError, match="holds own layers back"):
        settle_near_layer(Filters(near_layer=NearLayer("sites", 5.0)))
    del held[CHOSEN_KEY]
    assert tell_held_filter() == []


def test_the_map_of_a_release_is_credited_to_no_file_by_name(monkeypatch: pytest.MonkeyPatch):
    dataset, _ = release_shipped(b"[cells]\nstrikes = 4\n")
    credit = "Boundaries: Op Falcon; sites.geojson, given by the user"
    own = replace(dataset.boundaries, credit=credit, nameless="Boundaries: files given by the user")
    monkeypatch.setattr(datasets, "shared_boundaries", lambda _: own)
    assert own_tiles.tiled_base_map(dataset)["credit"] == own.nameless
    assert own_tiles.tiled_map_text(dataset) != own_tiles.tiled_map_text(load_shipped())
    assert sheets._land_of(dataset).credit == own.nameless
    assert own_tiles.tiled_base_map(load_shipped())["credit"] != own.nameless


def draw_list() -> None:
    from strikemap.web.release.panel import offer_profiles

    offer_profiles()


def test_the_list_shows_the_profile_that_is_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    (tmp_path / "a.toml").write_text("[cells]\nstrikes = 2")
    (tmp_path / "bad.toml").write_text("[days]\nslip = 2")
    page = AppTest.from_function(draw_list, default_timeout=60).run()
    page.selectbox[0].set_value("a.toml").run()
    page.selectbox[0].set_value("bad.toml").run()
    assert page.error
    assert page.selectbox[0].value == "a.toml"
    page.session_state[CHOSEN_KEY] = choose()
    page.run()
    assert page.selectbox[0].value == "p.toml"
    page.selectbox[0].set_value("").run()
    assert CHOSEN_KEY not in page.session_state


def test_a_field_that_showed_none_before_cannot_let_go_of_the_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A page sends what a field showed last with whatever else is pressed."""
    monkeypatch.setenv(FOLDER, str(tmp_path))
    (tmp_path / "a.toml").write_text("[cells]\nstrikes = 2")
    page = AppTest.from_function(draw_list, default_timeout=60).run()
    keys = {page.selectbox[0].key}
    for value in ("a.toml", "", "a.toml"):
        page.selectbox[0].set_value(value).run()
        assert page.selectbox[0].value == value
        assert page.selectbox[0].key not in keys
        keys.add(page.selectbox[0].key)


def test_a_list_of_an_earlier_run_cannot_let_go_of_the_profile(monkeypatch: pytest.MonkeyPatch):
    """A page under load has it called after the list is gone, without a value or with None."""
    chosen = choose()
    state: dict[str, object] = {CHOSEN_KEY: chosen, "release_listed_0_": ""}
    monkeypatch.setattr(st, "session_state", state)
    for key in ("release_listed_0_", panel.listed_key()):
        panel._take_listed(key)
    assert state[CHOSEN_KEY] is chosen


def test_the_kind_of_a_place_of_the_workspace_s_own_is_known(monkeypatch: pytest.MonkeyPatch):
    whole = load_shipped()
    row = whole.strikes.index[whole.strikes.geometry.notna()][0]
    strikes = whole.strikes.copy()
    strikes.loc[row, "place_id"] = "own:1"
    own = Place("own:1", "Own", "camp")
    opened = SimpleNamespace(land=(SimpleNamespace(get={"own:1": own}.get), None))
    monkeypatch.setattr(released, "current_workspace", lambda: opened)
    profile = parse_profile(b'[[coarsen]]\nplace_kinds = ["camp"]\nto = "governorate"\n', "p.toml")
    made = released._release(replace(whole, strikes=strikes), profile)
    assert made.release is not None
    assert not made.release.told[0].startswith("0 of "), made.release.told


def test_a_title_given_before_the_profile_does_not_leave_with_the_release(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(st, "session_state", {})
    dataset = load_shipped()
    profile = parse_profile(b'[columns]\nstrikes = ["date_start", "date_end"]', "p.toml")
    title.keep_title(dataset.name, "Strikes on Zqxville")
    assert title.title_of(dataset) == "Strikes on Zqxville"
    left = release(dataset.strikes, dataset.claims, profile)
    leaving = replace(dataset, release=left)
    assert title.own_title(leaving) == ""
    assert title.title_of(leaving) == dataset.title
