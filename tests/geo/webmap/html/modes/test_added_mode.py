"""A map mode is one file and its name in the list, as CONTRIBUTING shows: done on a copy."""

from __future__ import annotations

import re
import shutil

import pytest
from map_pages import state_of, words_of_picture
from map_strikes import few_strikes
from paths import ROOT, STATIC

from geo.webmap import assets

LISTED = 'require("./density.js")'


@pytest.fixture
def dots(tmp_path, monkeypatch):
    """Have the mode that CONTRIBUTING shows."""
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Add a map mode\n")[1]
    [example] = re.findall(r"```js\n(.*?)```", section, re.DOTALL)
    copy = tmp_path / "static"
    shutil.copytree(STATIC, copy)
    (copy / "modes" / "dots.js").write_text(example, encoding="utf-8")
    registry = copy / "modes" / "modes.js"
    listed = registry.read_text(encoding="utf-8")
    assert LISTED in listed
    registry.write_text(listed.replace(LISTED, f'{LISTED}, require("./dots.js")'), "utf-8")
    monkeypatch.setattr(assets, "STATIC", copy)
    assets.bundle_script.cache_clear()
    yield
    assets.bundle_script.cache_clear()


@pytest.mark.usefixtures("dots")
def test_the_legend_offers_it_and_map_picture_and_address_show_it(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("Show", exact=True).select_option("dots")
    state = state_of(page)
    assert state["dots"] == 4, "two of the five dated and located strikes are at one place"
    assert [badge["name"] for badge in state["badges"]] == ["Latakia"]
    assert "strikes in a small square" in page.locator(".strike-legend").inner_text()
    assert "strikes in a small square" in words_of_picture(page)
    page.wait_for_function("location.hash.includes('show=dots')")
    assert page.get_by_label("Colour").is_hidden()


def test_without_its_file_it_is_not_offered(open_map):
    page = open_map(*few_strikes())
    offered = page.get_by_label("Show", exact=True).locator("option").all_inner_texts()
    assert offered == ["clusters", "governorates", "density"]
