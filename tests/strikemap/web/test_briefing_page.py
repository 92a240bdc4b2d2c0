"""The Briefing page without a browser: choices, preview, downloads, what is not seen."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hostile import eating
from streamlit.testing.v1 import AppTest

from geo.briefing.write import render_sheets
from geo.errors import SheetError
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters
from geo.webmap.payload.encode import View
from strikemap.web.apart import asking, drawing
from strikemap.web.briefing import sheets
from strikemap.web.datasets import as_dataset
from strikemap.web.opening.job import Cancelled, Job
from strikemap.web.visitors.session import WORKSPACE_KEY
from strikemap.web.workspaces.making import make_of
from strikemap.web.workspaces.shared import open_shared
from strikemap.web.workspaces.views import keep_view

pytestmark = pytest.mark.slow

PATIENCE = 120  # seconds; the first run loads gazetteer, boundaries and fonts


def draw_page() -> None:
    from strikemap.web.briefing.page import show_page

    show_page()


def open_page(**state: object) -> AppTest:
    page = AppTest.from_function(draw_page, default_timeout=PATIENCE)
    for name, value in state.items():
        page.session_state[name] = value
    page.run()
    assert not page.exception
    return page


def sheets_of(page: AppTest):
    return page.session_state["briefing_sheets"][3]


def said(page: AppTest) -> str:
    return " ".join(element.value for element in (*page.markdown, *page.caption, *page.warning))


def labels(page: AppTest) -> list[str]:
    return [button.proto.label for button in page.get("download_button")]


def test_the_page_starts_from_the_filters_and_the_period_of_explore():
    page = open_page(
        filters_started=True, filter_governorates=["SY07"], filter_kinds=["airstrike"],
        period=(date(2015, 9, 1), date(2015, 10, 31)),
    )  # fmt: skip
    (sheet,) = sheets_of(page)
    assert sheet.options.filters == Filters(
        date_from=date(2015, 9, 1), date_to=date(2015, 10, 31), governorates=("SY07",),
        kinds=("airstrike",),
    )  # fmt: skip
    assert "1 September 2015 to 31 October 2015; airstrike; Idlib" in said(page).replace("\\", "")


def test_the_preview_is_a_picture_of_the_sheet_and_every_format_has_a_button():
    page = open_page()
    assert len(page.get("image")) == 1
    assert labels(page) == [
        "PNG", "PDF", "SVG", "PowerPoint", "Playback (GIF)", "Playback (MP4)", "Word", "Web page",
        "PNG, page 2", "SVG, page 2",
    ]  # fmt: skip
    assert "What the recipient will not see" in [head.value for head in page.header]
    assert "are known only to an area" in said(page)
    assert "Strikes as filtered on Explore: " in said(page)


def test_notes_insets_and_ground_are_put_on_the_map_and_kept_with_the_view():
    page = open_page(note_text="Line of March", note_kind="Words and an arrow")
    page.button(key="note_add").click().run()
    assert "The note has no point" in page.error[0].value
    page.selectbox(key="note_side").select("SE")
    for name, value in (("lat", 34.55), ("lon", 38.28), ("radius", 80.0)):
        page.number_input(key=f"note_spot_{name}").set_value(value)
    page.button(key="note_add").click().run()
    assert not page.exception
    asked = ("38.28,34.55,80,SE: Line of March",)
    assert sheets_of(page)[0].options.notes == asked
    assert page.session_state["map_view_of_link"].to_parts()["note"] == list(asked)
    assert page.text_input(key="note_text").value == ""
    page.button(key="note_delete_0").click().run()
    assert sheets_of(page)[0].options.notes == ()
    insets = page.multiselect(key="briefing_insets")
    insets.select("SY07").run()
    page.toggle(key="briefing_ground").set_value(False).run()
    (sheet,) = sheets_of(page)
    assert (sheet.options.insets, sheet.options.ground) == (("SY07",), "none")
    kept = page.session_state["map_view_of_link"].to_parts()
    assert (kept["inset"], kept["ground"]) == (["SY07"], ["none"])
    page.multiselect(key="briefing_insets").select("none").run()
    assert not page.exception
    assert sheets_of(page)[0].options.insets == ("none",), "it stands alone"


def test_charts_stand_in_the_place_of_the_map_and_have_no_playback():
    october = date(2015, 10, 1), date(2015, 10, 31)
    page = open_page(filters_started=True, period=october, briefing_plate="actor")
    assert sheets_of(page)[0].options.trend == "actor"
    assert page.selectbox(key="briefing_atlas").disabled
    assert "Playback (GIF)" not in labels(page)
    page.selectbox(key="briefing_plate").set_value("compare").run()
    (sheet,) = sheets_of(page)
    assert sheet.options.compare == "2015-08-31..2015-09-30", "by default the period before"
    assert "both sets" not in sheet.facts.headline
    first = page.date_input(key="briefing_compare_first_2015-08-31")
    first.set_value(date(2015, 12, 1)).run()
    assert not page.exception
    assert not sheets_of(page)[0].options.compare
    assert "Choose the first and the last day" in said(page)


def test_names_on_the_map_are_chosen_and_an_arabic_sheet_has_arabic_ones():
    page = open_page()
    page.selectbox(key="briefing_labels").set_value("local").run()
    assert sheets_of(page)[0].options.labels == "local"
    page.selectbox(key="briefing_language").set_value("ar").run()
    assert not page.exception
    assert sheets_of(page)[0].options.labels == "latin"
    assert "briefing_labels" not in {box.key for box in page.selectbox}


def test_the_choices_change_the_sheet():
    page = open_page()
    page.text_input(key="briefing_title").set_value("Strikes <b>told</b>")
    page.text_input(key="briefing_handling").set_value("For internal use")
    page.text_input(key="briefing_headline").set_value("Idlib was hit most")
    page.text_input(key="briefing_caption").set_value("Seen from October")
    page.text_input(key="briefing_credit").set_value("Map: the desk")
    page.selectbox(key="briefing_paper").set_value("a4")
    page.selectbox(key="briefing_extent").set_value("country")
    assert page.date_input(key="briefing_as_of").min == date(1900, 1, 1)
    page.date_input(key="briefing_as_of").set_value(date(2021, 1, 2)).run()
    assert not page.exception
    (sheet,) = sheets_of(page)
    assert sheet.facts.title == "Strikes <b>told</b>"
    assert sheet.facts.headline == "Idlib was hit most"
    assert sheet.facts.subtitle == "Seen from October"
    assert "Map: the desk." in sheet.page.footer[-2]
    assert (sheet.options.handling, sheet.options.paper) == ("For internal use", "a4")
    assert sheet.options.extent == "country"
    assert sheet.facts.as_of == date(2021, 1, 2)


def test_the_map_as_seen_on_explore_is_the_first_extent_on_offer():
    page = open_page(map_view=View(36.6, 35.6, 9))
    (sheet,) = sheets_of(page)
    west, south, east, north = (float(side) for side in sheet.options.extent.split(","))
    assert west < 36.6 < east
    assert south < 35.6 < north
    assert east - west == pytest.approx(1100 / 512 / 256 * 360, rel=0.01)


def test_other_data_are_not_drawn_where_the_map_of_the_data_before_looked():
    def start_over():
        from strikemap.web.filters import reset_filters  # as for a file that is shown

        reset_filters()

    page = AppTest.from_function(start_over)
    page.session_state["map_view"] = View(36.6, 35.6, 9)
    page.run()
    assert not page.exception
    assert "map_view" not in page.session_state


def test_an_atlas_is_offered_as_one_pdf_or_deck():
    page = open_page(
        filters_started=True, filter_governorates=["SY02", "SY04", "SY05", "SY07"],
        filter_kinds=["airstrike"],
    )  # fmt: skip
    page.selectbox(key="briefing_atlas").set_value("governorate").run()
    assert not page.exception
    assert len(sheets_of(page)) > 3
    assert labels(page) == ["PDF", "PowerPoint", "Word", "Web page"]
    assert "On the sheet above, one of" in said(page)
    first = page.get("image")[0].proto.imgs[0].url
    page.selectbox(key="briefing_looked_at").set_value(1).run()
    assert page.get("image")[0].proto.imgs[0].url != first


def test_another_sheet_that_cannot_be_drawn_now_is_an_error_in_words(monkeypatch):
    page = open_page(filters_started=True, filter_governorates=["SY02", "SY07"])
    page.selectbox(key="briefing_atlas").set_value("governorate").run()

    def refuse(*_, **__):
        raise SheetError("the sheet is not drawn, another sheet of yours is being drawn")

    monkeypatch.setattr(sheets, "draw_apart", refuse)
    page.selectbox(key="briefing_looked_at").set_value(1).run()
    assert not page.exception
    assert "another sheet of yours is being drawn" in page.error[0].value


def test_a_file_of_a_sheet_that_another_process_drew_has_the_fonts_it_was_measured_in():
    (sheet,) = sheets_of(open_page())
    apart = drawing.draw_apart(render_sheets, [sheet], ".pdf")
    assert b"FiraSans-Regular" in apart
    assert b"DejaVu" not in apart
    assert apart == render_sheets([sheet], ".pdf")


def test_filters_that_leave_nothing_give_an_empty_sheet_and_no_error():
    page = open_page(filters_started=True, filter_text="nowhere at all")
    assert not page.error
    (sheet,) = sheets_of(page)
    assert sheet.facts.totals.rows == 0
    page.selectbox(key="briefing_atlas").set_value("month").run()
    assert "no strike passes the filters" in page.error[0].value.replace("\\", "")


def test_a_sheet_is_kept_until_something_changes():
    page = open_page()
    (before,) = sheets_of(page)
    page.run()
    assert sheets_of(page)[0] is before


def test_a_story_of_saved_views_has_the_views_chosen_in_their_order(tmp_path):
    path = tmp_path / "work.gpkg"
    make_of(as_dataset(read_seeds(), "seeds", shipped=False), [], path)
    opened = open_shared(str(path))
    try:
        keep_view(opened, "October", "from=2015-10-01&to=2015-10-31&at=36.6,35.6,8&colour=actor")
        keep_view(opened, "Idlib", "governorate=Idlib")
        page = open_page(briefing_atlas="story", **{WORKSPACE_KEY: opened})
        first, second = sheets_of(page)
        assert [first.title, second.title] == ["October", "Idlib"]
        assert first.facts.subtitle == "Sheet 1 of 2"
        assert first.options.colour == "actor"
        assert first.options.view_box() is not None
        assert second.options.filters == Filters(governorates=("SY07",))
        page.text_input(key="briefing_message_Idlib").set_value("Idlib was hit most")
        page.multiselect(key="briefing_views").set_value(["Idlib"]).run()
        (only,) = sheets_of(page)
        assert (only.facts.headline, only.facts.subtitle) == ("Idlib was hit most", "")
        page.multiselect(key="briefing_views").set_value([]).run()
        assert "choose a view" in page.error[0].value
    finally:
        opened.close()


class Preempted(BaseException):
    """As Streamlit ends a run at its next look into the session."""


def test_a_sheet_that_is_no_longer_wanted_is_left_and_its_process_killed(monkeypatch, tmp_path):
    begun = tmp_path / "begun"

    class Session:
        def get(self, _):
            if begun.exists() and begun.read_text():
                raise Preempted

    monkeypatch.setattr(sheets.st, "session_state", Session())
    work = Job(lambda _: drawing.draw_apart(eating.begin_and_sleep, begun))
    with pytest.raises(Preempted):
        sheets._wait_for(work)
    assert work._done.wait(60)
    process = Path("/proc", begun.read_text())
    assert any(not process.exists() or time.sleep(0.1) for _ in range(200)), "it sleeps for 60 s"
    with pytest.raises(Cancelled):
        work.result()


def test_one_visitor_draws_one_sheet_at_a_time(monkeypatch, tmp_path):
    begun = tmp_path / "begun"
    named = asking.VISITOR.set(frozenset({"somebody"}))
    try:
        slow = Job(lambda _: drawing.draw_apart(eating.begin_and_sleep, begun))
        while not begun.exists():
            assert not slow.wait(0.01)
        monkeypatch.setattr(asking, "PATIENCE", 0)
        with pytest.raises(SheetError, match="another sheet of yours is being drawn; try again"):
            drawing.draw_apart(abs, -4)
        asking.VISITOR.set(frozenset({"another"}))
        assert drawing.draw_apart(abs, -4) == 4
        slow.cancel()
        assert slow._done.wait(60)
    finally:
        asking.VISITOR.reset(named)
