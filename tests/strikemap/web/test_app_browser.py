"""The running app in a headless Chromium, cut off from the network."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Visits
from paths import ROOT
from PIL import Image
from playwright.sync_api import Locator, Page, expect

PATIENCE = 15_000  # ms; a limit for waiting on a state, never a pause
AIRSTRIKE = (213, 94, 0)  # the map's colour for air strikes
HOSTILE = (
    "{{7*7}}",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "![x](http://far.example/p.png)",
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def app() -> Iterator[str]:
    """Serve the app on a free port and give its address once it answers."""
    port = free_port()
    named = {name: text for name, text in os.environ.items() if not name.startswith("STRIKEMAP_")}
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "streamlit_app.py",
         "--server.port", str(port), "--server.address", "127.0.0.1"],
        cwd=ROOT, env=named, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert server.stdout
    heard: list[str] = []
    try:
        for line in server.stdout:
            heard.append(line)
            if f":{port}" in line:
                break
        else:
            pytest.fail("the app did not start:\n" + "".join(heard))
        threading.Thread(target=server.stdout.read, daemon=True).start()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
            assert answer.status == 200
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def get_map(page: Page, number: int = 0) -> Locator:
    """Return the map once it is drawn; other data mount a map of the next number."""
    drawn = page.locator(f".st-key-strike_map_{number} .strike-mount[data-strikes=ready]")
    # An upload mounts anew: for a moment the map before it may still stand beside it.
    expect(drawn).to_have_count(1, timeout=PATIENCE)
    expect(page.locator(".strike-mount")).to_have_count(1, timeout=PATIENCE)
    return drawn


def read(drawn: Locator) -> dict[str, Any]:
    state: dict[str, Any] = drawn.evaluate("element => element.strikes.getState()")
    return state


def wait_for(drawn: Locator, condition: str, value: object = None) -> dict[str, Any]:
    """Wait until a JavaScript condition on the map's `state` and a `value` holds."""
    drawn.page.wait_for_function(
        f"([element, value]) => {{ const state = element.strikes.getState(); return {condition} }}",
        arg=[drawn.element_handle(), value],
        timeout=PATIENCE,
    )
    return read(drawn)


def numbers(page: Page) -> Locator:
    return page.locator(".st-key-numbers")


def expect_numbers_of(page: Page, totals: dict[str, int]) -> None:
    """Wait until the page's line of numbers says what the map's totals say."""
    strikes = f"{totals['rows']} strike"
    located = f"{totals['located']} of {totals['rows']} located"
    expect(numbers(page)).to_contain_text(strikes, timeout=PATIENCE)
    expect(numbers(page)).to_contain_text(located, timeout=PATIENCE)
    undated = f"{totals['undated']} of {totals['rows']} undated"
    for said in (f"{totals['areaOnly']} area only", f"{totals['unlocated']} unlocated", undated):
        expect(numbers(page)).to_contain_text(said, timeout=PATIENCE)


def search(page: Page, text: str) -> None:
    field = page.get_by_label("Search place, actor or target")
    field.fill(text)
    field.press("Enter")


def click_mark(drawn: Locator, mark: dict[str, float]) -> None:
    drawn.click(position={"x": mark["x"], "y": mark["y"]})


def count_pixels(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    return sum(
        count
        for count, found in picture.convert("RGB").getcolors(picture.width * picture.height) or []
        if all(abs(a - b) <= 6 for a, b in zip(found, colour, strict=True))
    )


def drag(page: Page, slider: Locator, share: float) -> None:
    """Drag a slider's thumb by mouse to a share of the track."""
    box = slider.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    low = slider.get_attribute("aria-label") == "From"
    page.mouse.move(box["x"] + 8 if low else box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * share, middle, steps=5)
    page.mouse.up()


def test_the_map_draws_what_the_page_counts(app: str, visits: Visits):
    page = visits.open(app)
    drawn = get_map(page)
    state = read(drawn)
    assert state["totals"]["rows"] >= 20
    assert (
        sum(cluster["count"] for cluster in state["clusters"]) + state["outside"]
        == (state["totals"]["dated"]["located"])
    )
    expect_numbers_of(page, state["totals"])
    seen = Image.open(io.BytesIO(drawn.screenshot()))
    assert count_pixels(seen, AIRSTRIKE) > 100


def test_moving_the_slider_changes_clusters_and_totals(app: str, visits: Visits):
    page = visits.open(app)
    drawn = get_map(page)
    before = read(drawn)
    drag(page, page.get_by_role("slider", name="From"), 0.6)
    after = wait_for(drawn, "state.totals.rows < value", before["totals"]["rows"])
    assert after["clusters"] != before["clusters"]
    assert after["range"]
    expect_numbers_of(page, after["totals"])
    expect(page.get_by_role("tab").first).to_have_text(f"Table ({after['totals']['rows']})")
    page.wait_for_url(re.compile(f"from={after['range'][0]}"), timeout=PATIENCE)
    page.get_by_role("button", name="Show the whole period").click()
    expect_numbers_of(page, before["totals"])
    assert read(drawn)["clusters"] == before["clusters"]
    page.wait_for_url(re.compile("^((?!from=).)*$"), timeout=PATIENCE)


def test_zoom_and_position_survive_a_filter(app: str, visits: Visits):
    page = visits.open(app)
    drawn = get_map(page)
    before = read(drawn)
    drawn.evaluate(
        "element => { element.rest = new Promise((done) =>"
        " element.strikes.map.once('moveend', done)).then(() => null); }"
    )
    click_mark(drawn, max(before["clusters"], key=lambda cluster: cluster["count"]))
    drawn.evaluate("element => element.rest")
    zoomed = read(drawn)
    assert zoomed["view"]["zoom"] > before["view"]["zoom"]
    search(page, "Hama")
    filtered = wait_for(drawn, "state.totals.rows < value", before["totals"]["rows"])
    assert filtered["view"] == zoomed["view"]
    expect_numbers_of(page, filtered["totals"])
    assert read(drawn)["view"] == zoomed["view"]


def test_the_period_survives_a_filter(app: str, visits: Visits):
    page = visits.open(app)
    drawn = get_map(page)
    whole = read(drawn)["totals"]["rows"]
    drag(page, page.get_by_role("slider", name="To"), 0.5)
    moved = wait_for(drawn, "state.totals.rows < value", whole)
    expect_numbers_of(page, moved["totals"])
    page.get_by_role("button", name="ground attack").click()
    more = wait_for(drawn, "state.totals.rows > value", moved["totals"]["rows"])
    assert more["range"] == moved["range"]
    expect_numbers_of(page, more["totals"])


def test_a_link_brings_back_filters_and_period(app: str, visits: Visits):
    page = visits.open(f"{app}?from=2020-01-01&to=2020-12-31&kind=airstrike")
    drawn = get_map(page)
    state = read(drawn)
    assert state["range"][0] == "2020-01-01"
    expect_numbers_of(page, state["totals"])
    page.get_by_role("button", name="Show the whole period").click()
    whole = wait_for(drawn, "state.totals.rows > value", state["totals"]["rows"])
    expect_numbers_of(page, whole["totals"])


def test_the_popup_of_duwaylah_reads_right(app: str, visits: Visits):
    page = visits.open(app)
    drawn = get_map(page)
    search(page, "Duwaylah")
    found = wait_for(drawn, "state.totals.rows <= 2")
    assert len(found["clusters"]) == 1
    click_mark(drawn, found["clusters"][0])
    page.locator(".strike-entry, .strike-popup[data-strike]").first.wait_for()
    if page.locator(".strike-entry").count():
        page.locator(".strike-entry", has_text="70").first.click()
    popup = page.locator("article.strike-popup")
    expect(popup.locator("h3")).to_have_text("Duwaylah")
    for words in ("26 October 2020", "Russia (alleged)", "70–100", "Idlib",
                  "Russian Air Force Strikes Rebel Headquarters in Idlib, Syria"):  # fmt: skip
        expect(popup).to_contain_text(words)
    only = page.get_by_text("Only the 1 chosen on the map")
    expect(only).to_be_visible(timeout=PATIENCE)


def choose_box(page: Page, drawn: Locator, mark: dict[str, float]) -> None:
    """Draw a box around a mark by mouse."""
    box = drawn.bounding_box()
    assert box
    x, y = box["x"] + mark["x"], box["y"] + mark["y"]
    page.get_by_role("button", name="Choose").click()
    page.mouse.move(x - 25, y - 25)
    page.mouse.down()
    page.mouse.move(x + 25, y + 25)
    page.mouse.up()


def test_a_choice_on_the_map_holds_table_and_numbers_to_it(app: str, visits: Visits):
    page = visits.open(app)
    drawn = get_map(page)
    state = read(drawn)
    mark = max(state["clusters"], key=lambda cluster: cluster["count"])
    choose_box(page, drawn, mark)
    expect(numbers(page)).to_contain_text("chosen on the map", timeout=PATIENCE)
    told = re.search(r"(\d+) strikes? chosen", numbers(page).inner_text())
    assert told
    assert int(told[1]) < state["totals"]["rows"]
    expect(page.get_by_role("tab").first).to_have_text(f"Table ({told[1]})")
    assert read(drawn)["view"] == state["view"]
    page.get_by_role("button", name="Close the list").click()
    expect_numbers_of(page, state["totals"])


def test_a_row_of_the_table_flies_to_its_strike(app: str, visits: Visits):
    page = visits.open(f"{app}?q=Duwaylah")
    drawn = get_map(page)
    before = read(drawn)
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + 15, box["y"] + 55)
    popup = page.locator("article.strike-popup")
    expect(popup.locator("h3")).to_have_text("Duwaylah", timeout=PATIENCE)
    after = read(drawn)
    assert after["view"]["zoom"] > before["view"]["zoom"]
    expect(page.get_by_role("tab").first).to_have_text(f"Table ({before['totals']['rows']})")


def test_a_link_brings_back_view_and_way_to_show_and_warns_of_other_data(app: str, visits: Visits):
    page = visits.open(app)
    drawn = get_map(page)
    drawn.evaluate(
        "element => { element.strikes.map.setView([35.5, 36.6], 9, { animate: false }) }"
    )
    page.get_by_label("Show", exact=True).select_option("areas")
    # Leaflet moves by whole pixels: the centre may come back a few metres off.
    at = r"at=36\.(6|60|59)\d*%2C35\.(5|50|49)\d*%2C9&"
    page.wait_for_url(re.compile(f"{at}.*show=areas|show=areas.*&{at}"), timeout=PATIENCE)
    again = visits.open(page.url)
    state = read(get_map(again))
    assert state["view"] == pytest.approx({"lon": 36.6, "lat": 35.5, "zoom": 9}, abs=0.01)
    assert state["areas"]
    expect(again.get_by_text("The data have changed")).to_have_count(0)
    other = visits.open(re.sub(r"data=\w+", "data=00000000", page.url))
    expect(other.get_by_text("The data have changed")).to_be_visible(timeout=PATIENCE)


def test_a_filter_sends_neither_scripts_nor_strikes_again(app: str, visits: Visits):
    page = visits.open("about:blank")
    sizes: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: sizes.append(len(frame))),
    )
    page.goto(app)
    drawn = get_map(page)
    whole = read(drawn)["totals"]["rows"]
    first = sum(sizes)
    sizes.clear()
    search(page, "Hama")
    expect_numbers_of(page, wait_for(drawn, "state.totals.rows < value", whole)["totals"])
    assert max(sizes) < first / 10


def test_the_saved_picture_shows_what_the_map_shows(app: str, visits: Visits, tmp_path: Path):
    page = visits.open(app)
    drawn = get_map(page)
    state = read(drawn)
    box = drawn.bounding_box()
    assert box
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save picture").click()
    path = tmp_path / saving.value.suggested_filename
    saving.value.save_as(path)
    saved = Image.open(path)
    assert saved.format == "PNG"
    picture = saved.convert("RGB")
    assert path.suffix == ".png"
    assert picture.width == 2 * round(box["width"])
    assert picture.height > 2 * round(box["height"])
    assert count_pixels(picture, AIRSTRIKE) > 400
    strips = range(picture.height // 2 - round(box["height"]))
    matching = [
        top for top in strips if all(has_ring(picture, mark, top) for mark in state["clusters"])
    ]
    assert 0 < len(matching) <= 3, "the clusters of the picture stand where those of the map do"


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
    within = [not is_near(pixel, AIRSTRIKE) for pixel in pixels_at(cluster["radius"] - 6)]
    return sum(ring) >= 3 and all(within) and sum(beyond) >= 3


def is_near(pixel: tuple[int, ...], colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 40 for a, b in zip(pixel, colour, strict=True))


def is_drawn(pixel: tuple[int, ...]) -> bool:
    """Tell a mark's orange, solid or pale, from land, sea and lines, which are grey or blue."""
    return pixel[0] - pixel[2] > 60


def upload(page: Page, name: str, content: bytes) -> None:
    page.get_by_role("tab", name="Use your own data").click()
    page.locator("input[type=file]").first.set_input_files(
        [{"name": name, "mimeType": "text/csv", "buffer": content}]
    )
    page.get_by_role("button", name="Locate and show").click()
    expect(page.get_by_role("button", name="Back to the shipped data")).to_be_visible(
        timeout=PATIENCE
    )


def test_hostile_place_names_arrive_as_they_are(app: str, visits: Visits):
    rows = [["2016-02-03", place, 34.6 + 1.2 * (number % 2), 37.5 + number] for number, place in
            enumerate(HOSTILE)]  # fmt: skip
    text = io.StringIO()
    csv.writer(text).writerows([["date", "place", "lat", "lon"], *rows])
    page = visits.open(app)
    page.on("dialog", lambda dialog: visits.troubles.append(f"a script ran: {dialog.message}"))
    get_map(page)
    upload(page, "hostile.csv", text.getvalue().encode())
    drawn = get_map(page, 1)
    state = wait_for(drawn, "state.totals.rows === value", len(HOSTILE))
    assert len(state["clusters"]) == len(HOSTILE)
    assert {popup_heading(drawn, mark) for mark in state["clusters"]} == set(HOSTILE)
    cells = page.get_by_test_id("data-grid-canvas").first.locator("[role=gridcell]")
    page.get_by_role("tab", name=re.compile("^Table")).click()
    expect(cells.filter(has_text=HOSTILE[0]).first).to_be_attached(timeout=PATIENCE)
    told = cells.evaluate_all("cells => cells.map((cell) => cell.textContent)")
    assert set(HOSTILE) <= set(told)


def popup_heading(drawn: Locator, mark: dict[str, float]) -> str:
    """Open a mark's popup, return its heading and close it."""
    drawn.evaluate("(element, row) => element.strikes.openStrike(row)", mark["row"])
    popup = drawn.page.locator("article.strike-popup")
    expect(popup).to_have_count(1)
    assert popup.locator("img, script").count() == 0
    heading: str = popup.locator("h3").evaluate("heading => heading.textContent")
    drawn.evaluate("element => { element.strikes.map.closePopup(); }")
    expect(popup).to_have_count(0)
    return heading


@pytest.mark.parametrize(
    ("size", "scheme"), [((1280, 800), "light"), ((390, 844), "dark")], ids=str
)
def test_the_page_fits_the_screen(app: str, visits: Visits, size: tuple[int, int], scheme: str):
    page = visits.open(app, size=size, scheme=scheme)
    drawn = get_map(page)
    box = drawn.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] < 260
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= size[0]
    dark = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert (sum(int(n) for n in re.findall(r"\d+", dark)[:3]) < 200) == (scheme == "dark")


def test_what_is_in_view_is_downloaded(app: str, visits: Visits):
    page = visits.open(f"{app}?q=Duwaylah")
    totals = read(get_map(page))["totals"]
    page.get_by_role("tab", name="Download").click()
    geojson = json.loads(download(page, "GeoJSON, claims inside", "strikes.geojson"))
    assert len(geojson["features"]) == totals["rows"]
    with zipfile.ZipFile(io.BytesIO(download(page, "CSV: strikes and claims", "strikes.zip"))) as z:
        assert z.namelist() == ["strikes.csv", "claims.csv"]
        rows = list(csv.DictReader(io.StringIO(z.read("strikes.csv").decode())))
    assert {row["place_text"] for row in rows} == {"Duwaylah"}


def download(page: Page, label: str, name: str) -> bytes:
    with page.expect_download(timeout=PATIENCE) as saving:
        page.get_by_role("button", name=label).click()
    assert saving.value.suggested_filename == name
    return Path(saving.value.path()).read_bytes()


def test_the_downloaded_map_works_by_itself(app: str, visits: Visits, tmp_path: Path):
    page = visits.open(f"{app}?governorate=SY07&kind=airstrike")
    totals = read(get_map(page))["totals"]
    page.get_by_role("tab", name="Download").click()
    path = tmp_path / "strikes.html"
    path.write_bytes(download(page, "Map as one HTML file", "strikes.html"))
    alone = visits.open(path.as_uri())
    alone.locator("html[data-strikes=ready]").wait_for(timeout=PATIENCE)
    said = alone.locator(".strike-totals").inner_text()
    assert f"{totals['located']} of {totals['rows']} located" in said
