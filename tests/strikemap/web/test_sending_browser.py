"""What goes to the browser and what comes out of it: messages, uploads, pictures, files."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

from app_pages import HOSTILE
from browser import Visits
from PIL import Image
from playwright.sync_api import Locator, Page, WebSocketRoute, expect
from served_pages import (
    AIRSTRIKE,
    PATIENCE,
    count_pixels,
    download,
    expect_numbers_of,
    get_map,
    read,
    search,
    upload,
    wait_for,
)


class Wire:
    """What a page and its server say to each other; what the server says can be held back."""

    def __init__(self, page: Page) -> None:
        self.sizes: list[int] = []  # of what the server said, in bytes
        self.said: list[str | bytes] = []  # by the page
        self._held: list[str | bytes] | None = None
        page.route_web_socket("**", self._pass)

    def hold(self) -> None:
        """Keep from the page what the server says, until it is released."""
        self._held = []
        self.said.clear()

    def release(self) -> None:
        """Give the page what was held back."""
        held, self._held = self._held or [], None
        for message in held:
            self._browser.send(message)

    def _pass(self, browser: WebSocketRoute) -> None:
        self._browser, server = browser, browser.connect_to_server()
        browser.on_message(lambda message: (self.said.append(message), server.send(message)))
        server.on_message(self._answer)

    def _answer(self, message: str | bytes) -> None:
        self.sizes.append(len(message))
        if self._held is None:
            self._browser.send(message)
        else:
            self._held.append(message)


def test_a_filter_sends_no_strikes_again_and_a_page_that_is_left_says_nothing(
    served_app: str, visits: Visits
):
    page = visits.open("about:blank", fresh=True)
    wire = Wire(page)
    page.goto(served_app)
    drawn = get_map(page)
    whole = read(drawn)["totals"]["rows"]
    first = sum(wire.sizes)
    wire.sizes.clear()
    search(page, "Hama")
    expect_numbers_of(page, wait_for(drawn, "state.totals.rows < value", whole)["totals"])
    assert max(wire.sizes) < first / 10
    wire.hold()
    page.get_by_role("link", name="Places").click()
    drawn.evaluate("element => element.strikes.map.panBy([90, 0], { animate: false })")
    for _ in range(PATIENCE // 20):
        if wire.said:
            break
        page.wait_for_timeout(20)  # ms: the press is on its way
    page.wait_for_timeout(600)  # ms: what the map says, it says 300 ms after
    assert len(wire.said) == 1, "the press alone"
    wire.release()
    expect(page.get_by_role("heading", name="Places to decide")).to_be_visible(timeout=PATIENCE)


def test_a_picture_and_what_is_in_view_are_saved_and_the_map_works_by_itself(
    served_app: str, visits: Visits, tmp_path: Path
):
    page = visits.open(served_app)
    drawn = get_map(page)
    see_that_the_saved_picture_shows_what_the_map_shows(page, drawn, tmp_path)
    search(page, "Duwaylah")
    totals = wait_for(drawn, "state.totals.rows <= 2")["totals"]
    expect_numbers_of(page, totals)
    see_what_is_downloaded(page, totals, visits, tmp_path)


def see_that_the_saved_picture_shows_what_the_map_shows(
    page: Page, drawn: Locator, folder: Path
) -> None:
    near = len(read(drawn)["clusters"])
    page.get_by_role("button", name="Show the land and all strikes").click()
    marks = wait_for(drawn, "state.clusters.length < value", near)["clusters"]
    box = drawn.locator(".leaflet-container").bounding_box()
    assert box
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save picture").click()
    path = folder / saving.value.suggested_filename
    saving.value.save_as(path)
    saved = Image.open(path)
    assert saved.format == "PNG"
    picture = saved.convert("RGB")
    assert path.suffix == ".png"
    assert picture.width == 2 * round(box["width"])
    assert picture.height > 2 * round(box["height"])
    assert count_pixels(picture, AIRSTRIKE) > 400
    strips = range(picture.height // 2 - round(box["height"]))
    matching = [top for top in strips if all(has_ring(picture, mark, top) for mark in marks)]
    assert 0 < len(matching) <= 3, "the clusters of the picture stand where those of the map do"


LEAST_RING = 9  # CSS pixels of radius, from which a circle has a ring: marks/circles.js


def has_ring(picture: Image.Image, cluster: dict[str, float], top: int) -> bool:
    """Say whether a cluster is drawn where the map has it, with the map `top` CSS pixels down."""

    def pixels_at(reach: float) -> list[tuple[int, ...]]:
        x, y = cluster["x"], cluster["y"] + top
        ends = ((x - reach, y), (x + reach, y), (x, y + reach), (x, y - reach))
        return [picture.getpixel((round(2 * across), round(2 * down))) for across, down in ends]

    beyond = [not is_drawn(pixel) for pixel in pixels_at(cluster["radius"] + 3)]
    if cluster["count"] == 1:
        return all(is_drawn(pixel) for pixel in pixels_at(cluster["radius"] - 2)) and all(beyond)
    ring = [is_near(pixel, AIRSTRIKE) for pixel in pixels_at(cluster["radius"] - 2)]
    if cluster["radius"] < LEAST_RING:  # full of its colours, the number beside it
        return sum(ring) >= 3 and sum(beyond) >= 3
    within = [not is_near(pixel, AIRSTRIKE) for pixel in pixels_at(cluster["radius"] - 6)]
    return sum(ring) >= 3 and all(within) and sum(beyond) >= 3


def is_near(pixel: tuple[int, ...], colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 40 for a, b in zip(pixel, colour, strict=True))


def is_drawn(pixel: tuple[int, ...]) -> bool:
    """Return whether a pixel is a mark's orange: land, sea and lines are grey or blue."""
    return pixel[0] - pixel[2] > 60


def test_hostile_place_names_arrive_as_they_are(served_app: str, visits: Visits):
    rows = [["2016-02-03", place, 34.6 + 1.2 * (number % 2), 37.5 + number] for number, place in
            enumerate(HOSTILE)]  # fmt: skip
    text = io.StringIO()
    csv.writer(text).writerows([["date", "place", "lat", "lon"], *rows])
    page = visits.open(served_app)
    get_map(page)
    upload(page, "hostile.csv", text.getvalue().encode())
    drawn = get_map(page, 1)
    state = wait_for(drawn, "state.totals.rows === value", len(HOSTILE))
    assert len(state["clusters"]) == len(HOSTILE)
    assert {heading_of(drawn, mark) for mark in state["clusters"]} == set(HOSTILE)
    cells = page.get_by_test_id("data-grid-canvas").first.locator("[role=gridcell]")
    page.get_by_role("tab", name=re.compile("^Table")).click()
    expect(cells.filter(has_text=HOSTILE[0]).first).to_be_attached(timeout=PATIENCE)
    texts = cells.evaluate_all("cells => cells.map((cell) => cell.textContent)")
    assert set(HOSTILE) <= set(texts)


def heading_of(drawn: Locator, mark: dict[str, float]) -> str:
    """Read a mark's strike, return its heading and close it."""
    drawn.evaluate("(element, row) => element.strikes.openStrike(row)", mark["row"])
    read = drawn.page.locator("article.strike-read")
    expect(read).to_have_count(1)
    assert read.locator("img, script").count() == 0
    heading: str = read.locator("h3").evaluate("heading => heading.textContent")
    drawn.evaluate("element => { element.strikes.panel.drawer.close(); }")
    expect(read).to_have_count(0)
    return heading


def see_what_is_downloaded(
    page: Page, totals: dict[str, Any], visits: Visits, folder: Path
) -> None:
    page.get_by_role("tab", name="Download").click()
    geojson = json.loads(download(page, "GeoJSON, claims inside", "strikes.geojson"))
    assert len(geojson["features"]) == totals["rows"]
    with zipfile.ZipFile(io.BytesIO(download(page, "CSV: strikes and claims", "strikes.zip"))) as z:
        assert z.namelist() == ["strikes.csv", "claims.csv", "strikes.csv-metadata.json"]
        rows = list(csv.DictReader(io.StringIO(z.read("strikes.csv").decode())))
    assert {row["place_text"] for row in rows} == {"Duwaylah"}
    path = folder / "strikes.html"
    path.write_bytes(download(page, "Map as one HTML file", "strikes.html"))
    alone = visits.open(path.as_uri())
    alone.locator("html[data-strikes=ready]").wait_for(timeout=PATIENCE)
    said = alone.locator(".strike-totals").inner_text()
    assert f"{totals['located']} of {totals['rows']} located" in said
