"""Pages of the one-file HTML map for browser tests: how to find the map on them and ask it."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image
from playwright.sync_api import Page

READY = "document.documentElement.dataset.strikes === 'ready'"
FIND_MAP = """
() => {
  window.layer = Object.values(window).find((value) => value?.strikes && value._container).strikes;
}
"""
# A window of several tests may have all the 50 steps that a history holds: its length says nothing.
COUNT_STEPS = """() => {
  window.stepsMade = 0;
  const push = history.pushState;
  history.pushState = (...step) => {
    window.stepsMade += 1;
    push.apply(history, step);
  };
}"""
SHIFT = """(state, x, y) => {
  const asides = { x, left: x, right: x, y, top: y, bottom: y };
  const shift = (mark) => {
    if (Array.isArray(mark)) return mark.map(shift);
    if (!mark || typeof mark !== "object") return mark;
    return Object.fromEntries(Object.entries(mark).map(([name, value]) =>
      [name, typeof value === "number" ? value + (asides[name] ?? 0) : shift(value)]));
  };
  return shift(state);
}"""
STATE = f"""() => {{
  const {{ x, y }} = layer.container.getBoundingClientRect();
  return ({SHIFT})(layer.getState(), x, y);
}}"""
PICTURE = """async () => {
  const blob = await layer.savePicture();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""

WORDS_OF_PICTURE = """async () => {
  const words = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
    words.push(text);
    return write.call(this, text, ...at);
  };
  await layer.savePicture();
  CanvasRenderingContext2D.prototype.fillText = write;
  return words;
}"""


def state_of(page: Page) -> dict[str, Any]:
    """Return counts, marks, range, view and modes as the page's map has them.

    Places are in CSS pixels of the page, not of the map's container.
    """
    return page.evaluate(STATE)


def show_land(page: Page) -> None:
    """Show the land with all strikes, as the button does that is a house."""
    page.evaluate("layer.loading.showAll()")


def click_mark(page: Page, mark: dict[str, float]) -> None:
    """Click a cluster, a strike or a badge as the map's state has it."""
    x = mark.get("x", (mark.get("left", 0) + mark.get("right", 0)) / 2)
    y = mark.get("y", (mark.get("top", 0) + mark.get("bottom", 0)) / 2)
    page.mouse.click(x, y)


def picture_of(page: Page) -> Image.Image:
    """Return the picture that the map saves."""
    return Image.open(io.BytesIO(base64.b64decode(page.evaluate(PICTURE)))).convert("RGB")


def words_of_picture(page: Page) -> list[str]:
    """Return the texts that the map writes while it draws the picture it saves."""
    return page.evaluate(WORDS_OF_PICTURE)


def wait_for_heading(page, text):
    page.get_by_role("heading", name=text, exact=True).wait_for()
