"""A map mode is one file and its name in the list, as CONTRIBUTING shows: drawn from a copy."""

from __future__ import annotations

import shutil

import pytest
from map_pages import state_of
from map_strikes import few_strikes
from paths import ROOT, STATIC
from written_steps import Copy, read_blocks

from geo.webmap import assets


@pytest.fixture
def mist(tmp_path, monkeypatch):
    """Have the mode that CONTRIBUTING shows."""
    static = tmp_path / STATIC.relative_to(ROOT)
    shutil.copytree(STATIC, static)
    blocks = read_blocks(ROOT / "CONTRIBUTING.md", "Add a map mode")
    scripts = STATIC.relative_to(ROOT).as_posix()
    Copy(tmp_path).follow([block for block in blocks if block.path.startswith(scripts)])
    monkeypatch.setattr(assets, "STATIC", static)
    assets.bundle_script.cache_clear()
    yield
    assets.bundle_script.cache_clear()


@pytest.mark.usefixtures("mist")
def test_the_legend_offers_it_and_map_and_address_show_it(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("Show", exact=True).select_option("mist")
    state = state_of(page)
    assert sum(state["squares"]) == 5, "the five dated and located strikes"
    assert [badge["name"] for badge in state["badges"]] == ["Latakia"]
    page.wait_for_function("location.hash.includes('show=mist')")
    assert page.get_by_label("Colour").is_hidden()


def test_without_its_file_it_is_not_offered(open_map):
    page = open_map(*few_strikes())
    offered = (
        page.get_by_label("Show", exact=True).locator("option:not([hidden])").all_inner_texts()
    )
    assert offered == ["clusters", "governorates", "density"]
