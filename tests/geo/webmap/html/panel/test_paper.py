"""The one-file map on paper, and opened where nobody sees it yet."""

from __future__ import annotations

import io

from map_pages import state_of
from map_strikes import few_strikes
from pypdf import PdfReader

HIDE = "addEventListener('DOMContentLoaded', () => { document.body.style.display = 'none'; })"
SHAPE = """() => {
  const boxOf = (name) => document.querySelector(name).getBoundingClientRect();
  const [frame, ground, legend] = [".strike-frame", ".strike-frame > .leaflet-container", ".strike-legend"].map(boxOf);
  return {
    shape: ground.width / ground.height, share: ground.width / frame.width, under: legend.top - ground.bottom,
    page: frame.width / document.documentElement.clientWidth,
  };
}"""  # noqa: E501  # a script


def test_it_shows_all_once_it_is_seen_and_is_printed_whole(open_map):
    page = open_map(*few_strikes(), title="Strikes of a few days", before=HIDE)
    page.evaluate("document.body.style.display = ''")
    page.wait_for_function("layer.map.getSize().x > 0 && layer.marks?.badges")
    assert 6 < state_of(page)["view"]["zoom"] < 10, "all strikes, not one place or the world"
    assert page.locator("button.strike-fit").is_hidden()
    page.get_by_role("button", name="List", exact=True).click()
    page.locator(".strike-drawer").wait_for()
    size = page.evaluate("[layer.container.clientWidth, layer.container.clientHeight]")
    for landscape in (False, True):
        printed = PdfReader(io.BytesIO(page.pdf(format="A4", landscape=landscape)))
        assert len(printed.pages) == 1, landscape
        words = printed.pages[0].extract_text()
        for text in ("Strikes of a few days", "Legend", "Boundaries", "located"):
            assert text in words, text
        for text in ("Save picture", "Ways to show", "Filter"):
            assert text not in words, text
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    found = page.evaluate(SHAPE)
    assert abs(found["shape"] - size[0] / size[1]) < 0.01, "the map is not stretched"
    assert found["under"] >= 0, "the legend lies over no strike"
    assert found["page"] <= 1.01
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("[layer.container.clientWidth, layer.container.clientHeight]") == size
    assert page.locator(".leaflet-container > .strike-legend").count() == 1
