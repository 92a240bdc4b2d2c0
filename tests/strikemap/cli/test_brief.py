"""`strikemap brief`: a sheet is written, made again, and says what it leaves out."""

from __future__ import annotations

import pytest
from command import Command
from paths import ROOT
from PIL import Image
from pptx import Presentation

from geo.briefing.again import read_description
from geo.workspace.changes import Change, Patch
from geo.workspace.store import Workspace

pytestmark = pytest.mark.slow


def test_a_sheet_is_written_and_what_it_leaves_out_is_said(run: Command):
    done = run(
        "brief", "seeds", "--out", "sheet.png", "--title", "What was told",
        "--handling", "For internal use", "--credit", "Map: the desk",
        "--filter", "governorate=SY07", "--extent", "SY07", "--as-of", "2021-01-02",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with Image.open(run.folder / "sheet.png") as picture:
        assert picture.size == (2560, 1440)
        assert picture.info["Title"] == "What was told"
    assert (
        "not on the sheet: 28 of 42 strikes in the data are left out by the filters." in done.stderr
    )
    assert done.last_line.startswith("sheet.png: 1 sheet, 14 strikes: 10 located")
    assert done.stdout == ""


def test_a_trend_and_a_comparison_are_written_and_what_cannot_be_is_refused(run: Command):
    done = run("brief", "seeds", "--out", "two.pptx", "--size", "4:3", "--compare",
               "2015-10-01..2015-10-31", "--filter", "from=2015-09-01&to=2015-09-30")  # fmt: skip
    assert done.returncode == 0, done.stderr
    shapes = {shape.name for shape in Presentation(run.folder / "two.pptx").slides[0].shapes}
    assert "Charts" in shapes
    assert not shapes & {"Map", "Legend", "Locator"}
    again = run("brief", "seeds", "--out", "two.pptx", "--compare", "October")
    assert again.returncode == 2
    assert "is neither a period" in " ".join(again.stderr.split())
    atlas = run("brief", "seeds", "--out", "two.pdf", "--trend", "area", "--atlas", "month")
    assert atlas.returncode == 2


def test_what_is_compared_with_goes_by_any_spelling_of_its_areas_and_places(run: Command):
    query = "governorate=Idleb&around=Talbisah,200"
    done = run("brief", "seeds", "--out", "two.svg", "--compare", query, "--size", "4:3")
    assert done.returncode == 0, done.stderr
    assert "--compare: within 200 km of " in done.stderr
    svg = (run.folder / "two.svg").read_text(encoding="utf-8").replace("\xa0", " ")
    assert "governorate=SY07" in svg
    assert "against 10 (all dates; Idlib; within 200 km of Talbiseh)" in svg
    unknown = run("brief", "seeds", "--out", "no.svg", "--compare", "governorate=Nowhere")
    assert unknown.returncode == 2
    said = " ".join(unknown.stderr.split())
    assert "--compare" in said
    assert "governorate=Nowhere is no governorate" in said
    atlas = run("brief", "seeds", "--out", "atlas.png", "--atlas", "month")
    assert "holds one sheet, not an atlas" in atlas.last_line


def test_a_sheet_is_made_again_and_says_what_changed(run: Command):
    first = run("brief", "seeds", "--out", "one.png", "--size", "4:3", "--extent", "country",
                "--inset", "idleb", "--no-ground")  # fmt: skip
    assert first.returncode == 0, first.stderr
    same = run("brief", "seeds", "--out", "two.png", "--again", "one.png")
    assert same.returncode == 0, same.stderr
    assert "one.png: Nothing has changed." in same.stderr
    told = read_description(run.folder / "one.png")["options"]
    assert (told["insets"], told["ground"]) == (["SY07"], "none"), "in any spelling"
    assert (run.folder / "one.png").read_bytes() == (run.folder / "two.png").read_bytes()
    seeds = (ROOT / "geo/data/seeds/strikes.csv").read_text(encoding="utf-8")
    (run.folder / "mine.csv").write_text(seeds.replace("Sarmin", "Sarmeen"), encoding="utf-8")
    changed = run("brief", "mine.csv", "--out", "three.png", "--again", "one.png")
    assert "The strikes on this sheet, or their claims, have changed." in changed.stderr


def test_own_layers_are_drawn_filtered_by_and_missed_when_made_again(run: Command):
    (run.folder / "sites.csv").write_text("name,lat,lon,side\nMade up,36.2,37.15,North\n")
    option = "sites.csv;name=Sites;by=side;credit=nobody"
    query = "near_layer=Sites,100&governorate=حلب"
    done = run("brief", "seeds", "--out", "one.svg", "--layer", option, "--filter", query)
    assert done.returncode == 0, done.stderr
    assert "coloured by 'side': North 1" in done.stderr
    assert "--filter: within 100 km of Sites: " in done.stderr
    assert "0 surely" not in done.stderr, "counted among those of the area that is named"
    same = run("brief", "seeds", "--out", "two.svg", "--again", "one.svg", "--layer", option)
    assert "one.svg: Nothing has changed." in same.stderr
    assert (run.folder / "one.svg").read_bytes() == (run.folder / "two.svg").read_bytes()
    missed = run("brief", "seeds", "--out", "three.svg", "--again", "one.svg")
    assert missed.returncode == 1
    assert "add its file by --layer FILE" in missed.last_line
    refused = run("brief", "seeds", "--out", "sites.csv", "--layer", option)
    assert refused.returncode != 0


def test_one_row_is_said_as_one(run: Command):
    run.write("mine.csv", "date,place,source\n2016-01-02,Talbiseh,SOHR\n")
    done = run("brief", "mine.csv", "--out", "one.svg", "--note", "36.7,34.9,5: A note")
    assert "one.svg: 1 sheet, 1 event: 1 located" in done.last_line
    assert "A note" in (run.folder / "one.svg").read_text("utf-8")


def test_a_file_may_tell_nothing_of_itself(run: Command):
    assert run("brief", "seeds", "--out", "bare.png", "--no-metadata").returncode == 0
    refused = run("brief", "seeds", "--out", "more.png", "--again", "bare.png")
    assert refused.returncode == 1
    assert "tells nothing of itself" in refused.last_line


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "sheet.doc"], "must end in one of .png .pdf .svg .pptx .gif .mp4 .docx"),
        (["--out", "sheet.png", "--size", "a0"], "use one of 16:9"),
        (["--out", "sheet.png", "--trend", "area", "--colour", "kind"], "no circles to colour"),
        (["--out", "sheet.png", "--as-of", "today"], "write it as year-month-day"),
        (["--out", "sheet.png", "--filter", "kind=magic"], "kind=magic is unknown"),
        (["--out", "two.png", "--again", "one.png", "--title", "x"], "leave the others out"),
        (["--out", "two.png", "--note", "Idlib: words"], "36.63,35.93: words"),
        (["--out", "two.png", "--again", "one.png", "--note", "1,2: x"], "tells its own options"),
        (["--out", "two.png", "--again", "one.png", "--inset", "none"], "for --inset"),
        (["--out", "two.png", "--inset", "none", "--inset", "Homs"], "none stands alone"),
        (["--out", "two.png", "--inset", "Homs", "--trend", "area"], "no map to enlarge"),
    ],
)
def test_wrong_usage_is_explained_with_its_remedy(run: Command, arguments, message):
    done = run("brief", "seeds", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert list(run.folder.glob("*.*")) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "sheet.png", "--extent", "Atlantis"], "'Atlantis' is no governorate"),
        (["--out", "sheet.png", "--inset", "Atlantis"], "one of SY01 Damascus, SY02 Aleppo"),
        (["--out", "atlas.png", "--atlas", "governorate"], "write a .pdf or a .pptx"),
        (["--out", "atlas.pdf", "--atlas", "week"], "use one of governorate, month"),
        (["--out", "missing/sheet.png"], "does not exist; make it first"),
    ],
)
def test_what_cannot_be_done_is_one_plain_line(run: Command, arguments, message):
    done = run("brief", "seeds", *arguments)
    assert done.returncode == 1
    assert message in done.last_line
    assert "Traceback" not in done.stderr


def test_an_arabic_deck_by_month_from_the_command_line(run: Command):
    months = "from=2015-09-01&to=2015-10-31"
    done = run("brief", "seeds", "--out", "deck.pptx", "--language", "ar", "--atlas", "month",
               "--filter", months)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(Presentation(run.folder / "deck.pptx").slides) >= 3
    assert "deck.pptx: 3 sheets, " in done.last_line, "the undated are in no period"
    refused = run("brief", "gone.csv", "--out", "one.png", "--again", "deck.pptx")
    assert "holds one sheet, not an atlas" in refused.last_line, "before anything is read"


def test_a_story_is_written_of_the_saved_views_of_a_workspace_or_of_a_file(run: Command):
    made = run("workspace", "make", "seeds", "--out", "work.gpkg")
    assert made.returncode == 0, made.stderr
    none = run("brief", "work.gpkg", "--out", "story.pdf", "--story", "work.gpkg")
    assert "work.gpkg has no saved view" in " ".join(none.stderr.split())
    view = {"page": "explore", "note": "", "who": "", "at": "2026-01-01T00:00:00Z"}
    with Workspace(run.folder / "work.gpkg") as opened:
        for name, query in (("October", "from=2015-10-01&to=2015-10-31"), ("All", "")):
            row = {"name": name, "query": query, **view}
            opened.apply(Change("save view", name, [Patch("views", (name,), None, row)]))
    done = run("brief", "work.gpkg", "--out", "story.pptx", "--story", "work.gpkg")
    assert done.returncode == 0, done.stderr
    assert "a story of its views: October, All" in done.stderr
    assert "story.pptx: 2 sheets, 42 strikes, some of them on several sheets: 29" in done.last_line
    (run.folder / "story.json").write_text('{"sheets": [{"extent": "Idleb", "colour": "kind"}]}')
    one = run("brief", "seeds", "--out", "one.svg", "--story", "story.json", "--size", "4:3")
    assert one.returncode == 0, one.stderr
    assert one.last_line.startswith("one.svg: 1 sheet, 14 strikes")
    both = run("brief", "seeds", "--out", "one.svg", "--story", "story.json", "--title", "x")
    assert "leave out --title" in " ".join(both.stderr.split())
