"""The sheets of a story: read from a file, and from addresses of the map."""

from __future__ import annotations

import json
from datetime import date

import pytest

from geo.briefing.terms.chapters import box_of_view, make_chapter, read_story
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError
from geo.strikes.filters import Filters


def write(path, *sheets: object) -> None:
    path.write_text(json.dumps({"sheets": sheets}), encoding="utf-8")


def test_each_sheet_has_its_own_and_all_have_what_is_usual(tmp_path):
    path = tmp_path / "story.json"
    write(path, {"title": "October", "headline": "Hit", "view": "?from=2015-10-01&at=36,35,8"},
          {"trend": "actor", "extent": "Idlib"})  # fmt: skip
    first, second = read_story(path, SheetOptions(paper="a4", credit="The desk"))
    assert (first.title, first.headline, first.paper) == ("October", "Hit", "a4")
    assert first.filters == Filters(date_from=date(2015, 10, 1))
    assert first.extent == box_of_view(36, 35, 8)
    assert (second.trend, second.extent, second.credit) == ("actor", "Idlib", "The desk")


def test_an_address_of_the_map_gives_its_colour_and_names_where_a_sheet_has_such():
    usual = SheetOptions(colour="kind")
    told = make_chapter({"view": "http://here/?colour=actor&labels=both&show=areas"}, usual)
    assert (told.colour, told.labels, told.extent) == ("actor", "both", "auto")
    other = make_chapter({"view": "colour=attribution&labels=ar"}, usual)
    assert (other.colour, other.labels) == ("kind", "latin")


def test_an_address_of_the_map_gives_its_notes_its_insets_and_its_ground():
    chapter = make_chapter({"view": "note=38.3,34.5:+Held&note=36,35,9:+Area"}, SheetOptions())
    assert chapter.notes == ("38.3,34.5: Held", "36,35,9: Area")
    drawn = make_chapter({"view": "inset=SY07&inset=SY01&ground=none"}, SheetOptions())
    assert (drawn.insets, drawn.ground) == (("SY07", "SY01"), "none")
    with pytest.raises(SheetError, match="note: 'x' cannot be read"):
        make_chapter({"view": "note=x"}, SheetOptions())


def test_the_box_of_a_view_holds_its_middle_and_ends_on_the_earth():
    west, south, east, north = map(float, box_of_view(36.6, 35.6, 9).split(","))
    assert west < 36.6 < east
    assert south < 35.6 < north
    assert SheetOptions(extent=box_of_view(0, 0, 0)).view_box() == (-180, -85, 180, 85)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"view": "from=soon"}, "sheet 1: view: filter: from=soon is no day"),
        ({"view": "at=here"}, "at=here is no lon,lat,zoom"),
        ({"view": "at=400,35,8"}, "off the earth"),
        ({"headlines": "x"}, "'headlines' is unknown; use view, title"),
        ({"title": 3}, "title: 3 is no text"),
        ({"trend": "month"}, "trend: 'month' is unknown"),
        ("October", "is no object of view"),
    ],
)
def test_what_cannot_be_names_file_sheet_and_remedy(tmp_path, said, why):
    path = tmp_path / "story.json"
    write(path, said)
    with pytest.raises(SheetError) as error:
        read_story(path, SheetOptions())
    assert str(error.value).startswith(f"{path}: sheet 1: ")
    assert why in str(error.value)


@pytest.mark.parametrize("content", ["{", "[]", '{"sheets": []}', '{"sheets": "October"}'])
def test_a_file_without_sheets_is_refused_with_an_example(tmp_path, content):
    path = tmp_path / "story.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SheetError, match=r'write \{"sheets"'):
        read_story(path, SheetOptions())
    with pytest.raises(SheetError, match="check the path"):
        read_story(tmp_path / "none.json", SheetOptions())
