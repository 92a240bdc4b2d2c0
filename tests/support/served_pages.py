"""The running app in a browser: how to find its map, ask it, move its slider, take its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from browser import PATIENCE
from map_pages import SHIFT
from PIL import Image
from playwright.sync_api import Locator, Page, expect

STATE_IN_FRAME = f"""(element) => {{
  const {{ x, y }} = element.strikes.container.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  return ({SHIFT})(element.strikes.getState(), x - own.x, y - own.y);
}}"""
AIRSTRIKE = (213, 94, 0)  # the map's colour for air strikes


def get_map(page: Page, number: int = 0) -> Locator:
    """Return the map once it is drawn; other data mount a map of the next number."""
    drawn = page.locator(f".st-key-strike_map_{number} .strike-mount[data-strikes=ready]")
    # An upload mounts anew: for a moment the map before it may still stand beside it.
    expect(drawn).to_have_count(1, timeout=PATIENCE)
    expect(page.locator(".strike-mount")).to_have_count(1, timeout=PATIENCE)
    return drawn


def read(drawn: Locator) -> dict[str, Any]:
    """Return counts, marks, range, view and modes as the map has them.

    Places are in CSS pixels from the corner of `drawn`, the frame around the map.
    """
    state: dict[str, Any] = drawn.evaluate(STATE_IN_FRAME)
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
    """Return the line of numbers above the map."""
    return page.locator(".st-key-numbers")


def expect_numbers_of(page: Page, totals: dict[str, Any]) -> None:
    """Wait until the page's line of numbers says what the map's totals say."""
    strikes = f"{totals['rows']} strike"
    located = f"{totals['located']} of {totals['rows']} located"
    expect(numbers(page)).to_contain_text(strikes, timeout=PATIENCE)
    expect(numbers(page)).to_contain_text(located, timeout=PATIENCE)
    given, left = totals["killed"]["given"], totals["leftOut"]
    killed = f"in {given} of {totals['rows']} row" if given else "not reported in any row"
    expect(numbers(page)).to_contain_text(killed, timeout=PATIENCE)
    if left:
        expect(numbers(page)).to_contain_text(f"{left} undated left out", timeout=PATIENCE)


def search(page: Page, text: str) -> None:
    """Type into the search field and send it."""
    field = page.get_by_label("Search place, actor or target")
    field.fill(text)
    field.press("Enter")


def click_mark(drawn: Locator, mark: dict[str, float]) -> None:
    """Click a mark of the state."""
    drawn.click(position={"x": mark["x"], "y": mark["y"]})


def count_pixels(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    """Return how many pixels of a picture have about a colour."""
    return sum(
        count
        for count, found in picture.convert("RGB").getcolors(picture.width * picture.height) or []
        if all(abs(a - b) <= 6 for a, b in zip(found, colour, strict=True))
    )


def drag(page: Page, slider: Locator, share: float) -> None:
    """Drag a slider's thumb by mouse to a share of the track."""
    slider.evaluate("element => element.scrollIntoView({ block: 'center' })")
    box = slider.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    low = slider.get_attribute("aria-label") == "From"
    page.mouse.move(box["x"] + 8 if low else box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * share, middle, steps=5)
    page.mouse.up()


def get_drop(page: Page) -> Locator:
    """Return where a file is dropped; while the page is drawn others may stand before it."""
    return page.get_by_label("Drop a file with a date").locator("input[type=file]")


def drop(page: Page, name: str, content: bytes, mime: str = "text/csv") -> None:
    """Drop a file on the side bar and wait until it can be shown on the map."""
    get_drop(page).set_input_files([{"name": name, "mimeType": mime, "buffer": content}])
    expect(page.get_by_role("button", name="Show on the map")).to_be_visible(timeout=PATIENCE)


def upload(page: Page, name: str, content: bytes) -> None:
    """Drop a file on the side bar and wait until it is shown."""
    drop(page, name, content)
    page.get_by_role("button", name="Show on the map").click()
    expect(page.get_by_role("button", name="Back to the shipped data")).to_be_visible(
        timeout=PATIENCE
    )


def download(page: Page, label: str, name: str) -> bytes:
    """Press a download button and return the bytes of the file of that name."""
    with page.expect_download(timeout=PATIENCE) as saving:
        page.get_by_role("button", name=label).click()
    assert saving.value.suggested_filename == name
    return Path(saving.value.path()).read_bytes()
