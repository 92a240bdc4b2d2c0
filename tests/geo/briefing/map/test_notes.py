"""Notes of an author stand where they were placed, under the strikes, and are told as such."""

from __future__ import annotations

import math

import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.transforms import Bbox
from sheet_cases import base_map, fresh_sheet, seed_file, seeds

from geo.briefing.again import make_again
from geo.briefing.drawing.frame import GEOD
from geo.briefing.slides.picture import alt_text
from geo.briefing.write import render_sheets

WORDS = "38.9,36.9: Held by nobody"
AREA = "40.3,35.6,45: Area that the coalition named"
ARROW = "38.28,34.55,90,SE: Retaken in March"
ROLES = {"note", "town", "struck", "governorate", "badge", "neighbour", "count"}
NOTES = {"notes": (WORDS, AREA, ARROW)}


@pytest.fixture(scope="module")
def sheet():
    return fresh_sheet(**NOTES)


def test_notes_stand_where_they_were_placed(sheet):
    frame = sheet.drawn.content.frame
    words, area, arrow = sheet.drawn.content.notes

    def page_of(lon, lat):
        return tuple(float(side[0]) for side in frame.to_page([lon], [lat]))

    middle = (words.box.x + words.box.width / 2, words.box.y + words.box.height / 2)
    assert math.dist(middle, page_of(38.9, 36.9)) < 0.5
    spot, radius = area.area
    edge = page_of(*GEOD.fwd(40.3, 35.6, 0, 45_000)[:2])
    assert math.dist(spot, page_of(40.3, 35.6)) < 0.5
    assert math.dist(spot, edge) == pytest.approx(radius, rel=0.02)
    assert area.box.bottom < spot[1] - radius, "words over the area, and not on it"
    start, end = arrow.arrow
    tip = page_of(38.28, 34.55)
    assert math.dist(end, tip) < 6 < math.dist(start, tip)
    assert start[0] > tip[0]
    assert start[1] > tip[1], "south-east of it"


def test_notes_lie_on_no_others_and_an_arrow_has_room():
    near = ("37.5,35.9: Front line of March", "37.5,35.9: Front line of April", ARROW,
            "38.28,34.55,5,SE: Retaken near the town", "38.3,34.5,20: Round it")  # fmt: skip
    content = fresh_sheet(notes=near).drawn.content
    boxes = [note.box for note in content.notes]
    assert len(boxes) == len(near)
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            apart = (one.x >= other.right or other.x >= one.right
                     or one.y >= other.bottom or other.y >= one.bottom)  # fmt: skip
            assert apart
    assert content.notes[3].arrow is not None, "its words stand off the tip"


def test_nothing_of_the_map_lies_on_a_note_and_no_note_on_a_strike(sheet):
    canvas = sheet.drawn.canvas
    layers = {artist.get_label(): artist.get_zorder() for artist in canvas.figure.artists}
    assert layers["note"] < layers["count"], "under the strikes"
    renderer = RendererAgg(canvas.width * 2, canvas.height * 2, 144)
    boxes: dict[str, list[Bbox]] = {}
    for artist in canvas.figure.artists:
        if artist.get_label() in ROLES:
            boxes.setdefault(artist.get_label(), []).append(artist.get_window_extent(renderer))
    others = [box for role, each in boxes.items() if role != "note" for box in each]
    assert len(boxes["note"]) > 3
    assert len(others) > 10
    assert not [1 for note in boxes["note"] for other in others if note.overlaps(other)]


def test_a_sheet_tells_that_notes_are_the_authors_and_which_are_not_drawn(sheet):
    assert "note of the author, no datum" in [a.get_text() for a in
            sheet.drawn.canvas.figure.artists if a.get_label() == "legend"]  # fmt: skip
    assert "Notes of the author: Held by nobody; Area that" in alt_text(sheet.page, sheet.drawn)
    assert not [told for told in sheet.unseen.notes if "of yours" in told or "words of" in told]
    idlib = fresh_sheet(notes=(WORDS, "36.63,35.93: On Idlib's strikes"), extent="SY07")
    assert "1 note of yours lies outside the map and is not drawn." in idlib.unseen.notes
    under = fresh_sheet(notes=("36.75,34.84: Talbiseh and what lies around it",))
    assert "The words of 1 note lie under strikes; move it." in under.unseen.notes
    charts = fresh_sheet(notes=(WORDS,), trend="area")
    assert "1 note is not on this sheet: it has charts and no map." in charts.unseen.notes


def test_a_sheet_made_again_has_its_notes(tmp_path):
    path = tmp_path / "sheet.svg"
    path.write_bytes(seed_file(".svg", **NOTES))
    assert b'inkscape:label="Notes of the author"' in path.read_bytes()
    made = make_again(path, *seeds(), base_map())
    assert made.sheets[0].options.notes == tuple(NOTES["notes"])
    assert render_sheets(made.sheets, ".svg") == path.read_bytes()
