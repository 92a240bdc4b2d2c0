"""Own tiles in the app: of its start or of a visitor, credited, and never a fault of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_pages import open_page, run
from streamlit.testing.v1 import AppTest
from tile_files import write_mbtiles, write_pmtiles

from geo.land.tiles.bundle import bundle_tiles
from geo.reading.read import read_seeds
from geo.webmap.payload.encode import encode_base_map
from strikemap.web import map_component
from strikemap.web.country import shared_base_map, shared_map_text
from strikemap.web.start import parts

LAND = ("sy",)


@pytest.fixture
def mounted(monkeypatch) -> Iterator[list[tuple[str, str]]]:
    """Note the key and the base map of every map that is mounted."""
    noted = []
    tokens: dict[str, str] = {}

    def mount(key, control, heavy, on_choose):
        assert control["token"] == heavy["token"]
        noted.append((key, heavy["baseMap"]))
        tokens[heavy["token"]] = heavy["baseMap"]
        return parts.mount_map(key, control, heavy, on_choose)

    monkeypatch.setattr(map_component, "mount_map", mount)
    yield noted
    assert len(set(tokens.values())) == len(tokens), "the map is known by its ground too"


def carried(path: Path) -> str:
    """Return the base map that a page carries with the tiles of a file."""
    west, south, east, north = map(float, read_seeds().strikes.total_bounds)
    tiles = bundle_tiles(path, (west, south, east, north)).value
    return encode_base_map({**shared_base_map(LAND), "tiles": tiles})


def plain(markdown: str) -> str:
    return markdown.replace("\\", "")


def said(page: AppTest) -> str:
    return "\n".join(plain(caption.value) for caption in page.sidebar.caption)


def hand_over(page: AppTest, name: str, content: bytes) -> AppTest:
    session = page.session_state
    uploads = session["own_tiles_uploads"] if "own_tiles_uploads" in session else 0  # noqa: SIM401
    page.file_uploader(key=f"own_tiles_file_{uploads}").set_value((name, content, ""))
    return run(page)


def test_a_visitors_tiles_lie_under_the_strikes_until_they_are_taken_away(tmp_path, mounted):
    path = write_mbtiles(tmp_path / "own.mbtiles", attribution="A <b>survey</b>")
    page = open_page()
    assert "12 MB" in said(page)
    hand_over(page, "own.mbtiles", path.read_bytes())
    assert mounted[-1] == ("strike_map_1", carried(path))
    assert "Shown: own.mbtiles: " in said(page)
    assert "A survey" in said(page)
    run(open_page())  # another visitor
    assert mounted[-1][1] == shared_map_text(LAND)
    page.button(key="own_tiles_remove").click()
    run(page)
    assert mounted[-1] == ("strike_map_2", shared_map_text(LAND))
    assert "Shown: own" not in said(page)
    assert [button.key for button in page.sidebar.button if button.key == "own_tiles_remove"] == []
    hand_over(page, "own.mbtiles", path.read_bytes())
    assert "Shown: own.mbtiles: " in said(page), "the same file again"


def test_a_file_without_tiles_there_is_told_by_its_name_and_the_map_stays(mounted):
    page = hand_over(open_page(), "broken.pmtiles", b"PMTiles, but cut")
    assert len(page.sidebar.error) == 1
    assert plain(page.sidebar.error[0].value).startswith("broken.pmtiles: ")
    assert mounted[-1][1] == shared_map_text(LAND)


def test_the_tiles_of_the_start_are_every_visitors(tmp_path, mounted, monkeypatch):
    path = write_pmtiles(tmp_path / "start.pmtiles")
    monkeypatch.setenv("STRIKEMAP_TILES", str(path))
    for _ in range(2):
        page = open_page()
        assert mounted[-1] == ("strike_map_0", carried(path))
        assert "Survey & Co" in said(page)
