"""The time panel of a map page for browser tests: points of its track, drags, the window."""

from __future__ import annotations

from map_pages import state_of


def track_of(page):
    return page.locator(".strike-track").bounding_box()


def point(page, share):
    """Return a point of the histogram, above the thumbs, at a share of its width."""
    box = track_of(page)
    return box["x"] + share * box["width"], box["y"] + 8


def drag(page, start, end, *, release=True):
    page.mouse.move(*point(page, start))
    page.mouse.down()
    page.mouse.move(*point(page, (start + end) / 2))
    page.mouse.move(*point(page, end))
    if release:
        page.mouse.up()


def range_of(page):
    return state_of(page)["range"]
