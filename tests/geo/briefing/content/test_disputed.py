"""Contested strikes are found, and marked on the map with how many of how many they are."""

from __future__ import annotations

from map_strikes import claims_of, strikes_of
from matplotlib.collections import EllipseCollection
from matplotlib.colors import to_rgba
from sheet_cases import base_map, seed_sheet
from sheet_texts import texts_of

from geo.briefing.content.disputed import find_disputed
from geo.briefing.drawing.colours import COLOURS
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions


def told(strike: str, low: int | None, high: int | None, scope: str = "strike") -> dict:
    return {"strike_id": strike, "killed_min": low, "killed_max": high, "toll_scope": scope}


def test_standing_actor_and_tolls_that_cannot_all_be_true_are_contested():
    strikes = strikes_of(
        plain={}, denied={"event_status": "denied"}, apart={}, near={}, event={}, one={}, cased={},
        actor={"attribution": "contested", "actor": "Russia;Syrian government"},
    )  # fmt: skip
    claims = claims_of(
        told("apart", 5, 10), told("apart", 20, None), told("near", 70, 90), told("near", 80, None),
        told("event", 1, 1), told("event", 9, 9, " Event"), told("cased", 1, 1),
        told("cased", 9, 9, " Strike "), told("one", 3, 3),
        told("one", None, None),
    )  # fmt: skip
    assert find_disputed(strikes, claims) == {"denied", "apart", "actor", "cased"}


def test_they_are_hollow_on_the_map_and_counted_in_the_legend():
    sheet = seed_sheet(extent="strikes")
    content = sheet.drawn.content
    hollow, rows = content.count_disputed()
    assert rows == sum(circle.count for circle in content.circles)
    assert 0 < hollow <= len(sheet.facts.disputed)
    legend = [text.get_text() for text in texts_of(sheet) if text.get_label() == "legend"]
    assert f"hollow: contested or told otherwise, {hollow} of {rows}" in " ".join(legend)
    assert any("Hollow: contested or denied" in line for line in _reading(sheet))
    paper, circle = (to_rgba(COLOURS[name]) for name in ("paper", "circle"))
    drawn = sheet.drawn.canvas.figure.findobj(EllipseCollection)
    fills = next(c.get_facecolors() for c in drawn if len(c.get_offsets()) == len(content.circles))
    assert [tuple(fill) == paper for fill in fills] == [c.disputed > 0 for c in content.circles]
    assert {tuple(fill) for fill in fills} == {paper, circle}


def test_areas_that_are_counted_say_how_many_are_contested():
    table = {f"s{at:02}": {"lon": 36 + at / 100} for at in range(61)}
    table["s07"]["event_status"] = "denied"
    table["s08"] |= {"actor": "Russia", "attribution": "contested"}
    sheet = make_sheet(strikes_of(**table), claims_of(), base_map(), SheetOptions())
    assert sheet.page.plan.symbols == "areas"
    legend = " ".join(text.get_text() for text in texts_of(sheet) if text.get_label() == "legend")
    assert "2 of 61 strikes contested or told otherwise" in legend
    notes = " ".join(sheet.list_unseen("en").notes)
    assert "1 strike is contested or denied" in notes
    assert "1 strike more has a contested actor, or tolls that cannot all be true" in notes


def _reading(sheet) -> list[str]:
    return [" ".join(item.text for item in block.items) for block in sheet.blocks
            if block.kind == "reading"]  # fmt: skip


def test_a_map_without_them_speaks_of_none():
    sheet = make_sheet(strikes_of(a={}, b={}), claims_of(), base_map(), SheetOptions())
    assert not any("hollow" in text.get_text().lower() for text in texts_of(sheet))
