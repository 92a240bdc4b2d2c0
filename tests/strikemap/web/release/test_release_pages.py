"""A release profile in the app: while it is on, Explore and Briefing have the release alone."""

from __future__ import annotations

import pytest
from app_pages import command, open_page, press, run, table_ids
from leaks import find_leaks, forms_of
from streamlit.testing.v1 import AppTest

from geo.errors import ReleaseError
from geo.strikes.filters import Filters, filter_strikes
from geo.webmap.payload.encode import MapOptions
from strikemap.web.datasets import load_shipped
from strikemap.web.downloads import list_downloads
from strikemap.web.release.chosen import CHOSEN_KEY, Chosen
from strikemap.web.release.released import leaving_of
from strikemap.web.workspaces.folder import FOLDER

pytestmark = pytest.mark.slow

PROFILE = b"""
name = "Partners"
[columns]
claims = ["claimant", "published"]
[[coarsen]]
everywhere = true
to = "district"
[cells]
strikes = 3
"""


def hand_over(page: AppTest, name: str, content: bytes) -> AppTest:
    uploader = next(one for one in page.file_uploader if "what may leave" in one.label)
    uploader.set_value((name, content, "application/toml"))
    return run(page)


def said(page: AppTest) -> str:
    return " ".join(one.value for one in (*page.markdown, *page.error)).replace("\\", "")


def test_explore_shows_and_offers_the_release_alone_until_it_is_let_go_of():
    page = open_page()
    whole = table_ids(page)
    assert not any(one.startswith("release:") for one in whole)
    hand_over(page, "partners.toml", PROFILE)
    assert "**As released by Partners** (partners.toml)" in said(page)
    assert f"{len(load_shipped().strikes)} strikes told of by the district" in said(page)
    assert all(one.startswith("release:") for one in table_ids(page))
    assert "--profile partners.toml" in command(page)
    refused = hand_over(page, "slip.toml", b"[days]\nlats = 3")
    assert "slip.toml:2: days.lats: is no key here" in said(refused)
    assert "As released by Partners" in said(refused), "what was on stays on"
    press(page, "Show all strikes")
    assert "As released" not in said(page)
    assert table_ids(page) == whole


def test_a_profile_of_the_folder_is_offered_and_too_few_strikes_are_not_shown(
    tmp_path, monkeypatch
):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    (tmp_path / "desk.toml").write_text("[cells]\nstrikes = 5000")
    page = open_page()
    page.selectbox(key="release_listed_0_").set_value("desk.toml")
    run(page)
    assert "fewer than the 5,000 that" in said(page)
    assert not table_ids(page)
    assert table_ids(press(page, "Show all strikes"))


def draw_briefing() -> None:
    from strikemap.web.briefing.page import show_page

    show_page()


def test_briefing_makes_its_sheets_of_the_release():
    from geo.release.toml import parse_profile

    page = AppTest.from_function(draw_briefing, default_timeout=120)
    chosen = Chosen("partners.toml", parse_profile(PROFILE, "partners.toml"))
    page.session_state[CHOSEN_KEY] = chosen
    page.run()
    assert not page.exception
    assert "As released by Partners" in said(page)
    (sheet,) = page.session_state["briefing_sheets"][3]
    assert sheet.options.release == "Partners"
    assert sheet.shown.geometry.isna().all()
    assert sheet.claims["title"].isna().all()


def test_files_of_a_part_have_no_small_area_and_none_of_what_is_held_back():
    from dataclasses import replace

    from geo.release.release import release
    from geo.release.toml import parse_profile

    whole = load_shipped()
    left = release(whole.strikes, whole.claims, parse_profile(PROFILE, "partners.toml"))
    dataset = replace(whole, strikes=left.strikes, claims=left.claims, release=left)
    october = Filters.from_query("from=2015-10-01&to=2015-10-31")
    shown = filter_strikes(left.strikes, october)
    strikes, claims, told = leaving_of(dataset, shown, left.claims)
    assert (strikes["adm1_code"].value_counts() >= 3).all()
    assert told[0] == "Released by the profile Partners."
    files = list_downloads(strikes, claims, {}, MapOptions(notes=told), release=told)
    secrets = {one: forms_of(one) for one in whole.claims["title"].dropna().unique()}
    geojson = files[0].make()
    content = geojson.encode() if isinstance(geojson, str) else geojson
    assert find_leaks(content, secrets) == []
    assert find_leaks(content, {"told": forms_of("Released by the profile Partners")})
    with pytest.raises(ReleaseError):
        leaving_of(dataset, shown.iloc[:1], left.claims)
    strikes = leaving_of(dataset, shown, left.claims)[0]
    assert strikes.index.equals(shown.index), "hidden places do not drop out"
