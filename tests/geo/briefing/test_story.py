"""A story has its sheets in their order, numbered, and is made again from its file."""

from __future__ import annotations

import pytest
from map_strikes import few_strikes
from sheet_cases import base_map

from geo.briefing.again import make_again
from geo.briefing.story import make_story
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets, write_sheets
from geo.errors import SheetError
from geo.strikes.filters import Filters

CHAPTERS = (
    SheetOptions(title="All", headline="Twelve", paper="4:3"),
    SheetOptions(title="Idlib", filters=Filters(governorates=("SY07",)), paper="4:3"),
)


def test_each_sheet_has_its_title_message_and_number():
    sheets = make_story(*few_strikes(), base_map(), CHAPTERS)
    assert [sheet.facts.title for sheet in sheets] == ["All", "Idlib"]
    assert [sheet.facts.subtitle for sheet in sheets] == ["Sheet 1 of 2", "Sheet 2 of 2"]
    assert sheets[0].facts.headline == "Twelve"
    assert 0 < sheets[1].facts.totals.rows < sheets[0].facts.totals.rows
    (alone,) = make_story(*few_strikes(), base_map(), CHAPTERS[:1])
    assert alone.facts.subtitle == ""


def test_a_story_is_made_again_from_its_file_and_says_what_changed_on_any_sheet(tmp_path):
    strikes, claims = few_strikes()
    path = tmp_path / "story.pdf"
    write_sheets(make_story(strikes, claims, base_map(), CHAPTERS), path)
    made = make_again(path, strikes, claims, base_map())
    assert not made.changes
    assert render_sheets(made.sheets, ".pdf") == path.read_bytes()
    strikes.loc[strikes.index[-1], "target"] = "another"
    again = make_again(path, strikes, claims, base_map())
    assert again.changes == ("The strikes on this sheet, or their claims, have changed.",)


def test_what_cannot_be_a_story_says_why():
    tables = (*few_strikes(), base_map())
    with pytest.raises(SheetError, match="choose a view"):
        make_story(*tables, [])
    with pytest.raises(SheetError, match="one paper and one language"):
        make_story(*tables, [CHAPTERS[0], SheetOptions()])
    with pytest.raises(SheetError, match="sheet 2: extent"):
        make_story(*tables, [CHAPTERS[0], SheetOptions(paper="4:3", extent="Nowhere")])
