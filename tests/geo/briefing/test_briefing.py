"""Sheets as files: words found, bytes repeated, metadata told or withheld, made again."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from map_strikes import HOSTILE, claims_of, few_strikes, strikes_of
from paths import ROOT
from PIL import Image
from sheet_cases import (
    FIRST_DAY,
    REAL,
    boundaries,
    fresh_sheet,
    ground,
    nasty_sheet,
    no_claims,
    seed_sheet,
    seeds,
    texts_of,
)

from gazetteer.errors import StrikemapError
from geo.briefing.content.metadata import hash_data, read_description
from geo.briefing.drawing.canvas import COLOURS
from geo.briefing.write import (
    FORMATS,
    PAPERS,
    SheetOptions,
    again,
    make_atlas,
    make_sheet,
    render_sheets,
    write_sheet,
    write_sheets,
)
from geo.errors import SheetError
from geo.strikes.filters import Filters

pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is missing: apt-get install poppler-utils"
)
MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"


def words_of_pdf(raw: bytes, folder: Path) -> str:
    path = folder / "sheet.pdf"
    path.write_bytes(raw)
    told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return told.stdout.translate(dict.fromkeys(map(ord, MARKS)))


@pytest.fixture(scope="module")
def numbered():
    return seed_sheet(**REAL["one day, numbered"], handling="For internal use")


# Pictures and papers


@pytest.mark.parametrize(
    ("paper", "size", "dpi"),
    [
        ("16:9", (2560, 1440), 192),
        ("4:3", (1920, 1440), 192),
        ("square", (1920, 1920), 192),
        ("a4", (2480, 3508), 300),
        ("letter", (2550, 3300), 300),
    ],
)
def test_a_png_has_the_pixels_its_paper_names(tmp_path, paper, size, dpi):
    write_sheet(seed_sheet(paper=paper), tmp_path / "sheet.png")
    with Image.open(tmp_path / "sheet.png") as picture:
        assert picture.size == size
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground_colour"),
    [
        ("ink", "paper"), ("quiet", "paper"), ("handling", "paper"), ("on strike", "strike"),
        ("strike", "paper"), ("strike", "land"), ("strike", "sea"), ("strike", "abroad"),
        ("governorate", "land"), ("governorate", "sea"), ("governorate", "abroad"),
        ("abroad name", "abroad"), ("town", "land"), ("town", "sea"), ("town", "abroad"),
    ],
)  # fmt: skip
def test_text_and_symbols_stand_out_also_in_grey(text, ground_colour):
    assert contrast(text, ground_colour) >= 4.5


def test_the_bars_of_the_sheet_stand_out_from_all_others():
    assert contrast("strike", "light bar") >= 4.5


# What a sheet says


@pdftotext
@pytest.mark.parametrize("name", [name for name in REAL if "Arabic" not in name])
def test_pdftotext_finds_every_word(tmp_path, name):
    sheet = seed_sheet(**REAL[name])
    found = words_of_pdf(render_sheets([sheet], ".pdf"), tmp_path).split()
    wanted = [word for text in texts_of(sheet) for word in text.get_text().split()]
    assert not set(wanted) - set(found)


@pdftotext
def test_pdftotext_finds_arabic_words(tmp_path):
    sheet = seed_sheet(**REAL["Arabic, one day, Letter across"])
    found = words_of_pdf(render_sheets([sheet], ".pdf"), tmp_path)
    # pdftotext turns the letters of a ligature round, so the words here have none.
    for word in ("إدلب", "حماة", "المصادر", "أيلول", "الزعفرانة"):
        assert word in found


@pdftotext
def test_fonts_are_embedded(tmp_path):
    (tmp_path / "sheet.pdf").write_bytes(render_sheets([seed_sheet()], ".pdf"))
    told = subprocess.run(
        ["pdffonts", str(tmp_path / "sheet.pdf")], capture_output=True, check=True, text=True
    )
    rows = told.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"TrueType\s+Identity-H\s+yes yes yes", row), row


def test_what_the_issue_asks_for_is_on_the_sheet(numbered):
    said = [text.get_text() for text in texts_of(numbered)]
    whole = " ".join(said)
    for part in (
        "Reported strikes: Syria", "30 September 2015", "For internal use", "8 of 10 located",
        "2 known by area only", "1 undated, not on the timeline", "Sources", "The strikes",
        "Inquisitr: “Russia Airstrikes Hit US Backed Groups In Syria", "7 October 2015",
        "Not reported is not zero.", "Boundaries: Natural Earth.", "GeoNames (CC BY 4.0)",
        "do not imply endorsement", "As of 27 October 2020",
        f"Data {numbered.described['data_sha256'][:12]}", "50 km", "N",
    ):  # fmt: skip
        assert part in whole, part
    for name in ("Idlib", "Hama", "Homs", "Aleppo"):
        assert name in said
    for number in range(1, 11):
        assert str(number) in said


def test_few_strikes_are_numbered_and_many_are_clustered(numbered):
    assert [row.number for row in numbered.facts.rows] == list(range(1, 11))
    points = {p.number for p in numbered.drawn.content.numbered}
    badges = {int(badge.text) for badge in numbered.drawn.content.badges}
    assert points | badges == set(range(1, 11))
    assert not points & badges
    everything = seed_sheet()
    content = everything.drawn.content
    assert not content.numbered
    totals = everything.facts.totals
    assert sum(c.count for c in content.clusters) + content.outside == totals.located
    assert sum(int(b.text) for b in content.badges) == totals.area_only


def test_a_strike_known_by_area_only_has_no_point():
    strikes, claims = few_strikes()
    area_only = strikes[strikes["location_status"] == "area_only"]
    sheet = make_sheet(area_only, claims[claims["strike_id"] == "latakia"], ground())
    content = sheet.drawn.content
    assert not content.clusters
    assert not content.numbered
    assert sorted(badge.text for badge in content.badges) == ["1", "2", "3"]
    assert sheet.facts.rows[0].place == "Latakia (area only)"


def test_ranges_are_told_as_reported():
    strikes = strikes_of(
        both={"killed_min": 70, "killed_max": 100}, least={"killed_min": 70},
        most={"killed_max": 9}, same={"killed_min": 8, "killed_max": 8}, none={},
        together={"casualties_min": 160},
        lead={"event_id": "e", "toll_lead": "lead", "killed_min": 3, "killed_max": 3},
        follower={"event_id": "e", "toll_lead": "lead"},
    )  # fmt: skip
    sheet = make_sheet(strikes, no_claims(), ground(), SheetOptions(paper="a4"))
    told = {row.strike_id: row.killed for row in sheet.facts.rows}
    assert told == {
        "both": "70–100", "least": "70+", "most": "up to 9", "same": "8", "none": "not reported",
        "together": "160+ killed or injured", "lead": "3",
        "follower": f"with no. {[r.strike_id for r in sheet.facts.rows].index('lead') + 1}",
    }  # fmt: skip


def test_no_person_and_no_note_of_a_claim_is_on_a_sheet():
    strikes = strikes_of(one={"target": "house of Mr Somebody", "place_text": "Here"})
    claims = claims_of({"strike_id": "one", "outlet": "A Paper", "note": "killed Mr Somebody",
                        "toll_text": "Somebody killed"})  # fmt: skip
    sheet = make_sheet(strikes, claims, ground())
    whole = " ".join(text.get_text() for text in texts_of(sheet))
    assert "A Paper" in whole
    assert "Somebody" not in whole
    assert b"Somebody" not in render_sheets([sheet], ".svg")


def test_hostile_texts_arrive_as_they_are():
    sheet = nasty_sheet("hostile texts")
    whole = "\n".join(row.place for row in sheet.facts.rows)
    for text in HOSTILE:
        shown = re.sub(r"[\u2028\u2029]", " ", text)
        assert shown in whole.replace("\u200e", ""), text
    svg = render_sheets([sheet], ".svg").decode()
    assert "<script" not in svg
    assert "<img" not in svg
    assert "{{7*7}}" in svg
    assert "$x^2$" in svg.replace("&#x24;", "$")


# As of, never the clock


def test_as_of_is_given_or_of_the_environment_or_of_the_newest_claim(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert fresh_sheet().facts.as_of == date(2020, 10, 27)
    assert fresh_sheet(as_of=date(2021, 5, 1)).facts.as_of_text == "As of 1\xa0May\xa02021"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert fresh_sheet().facts.as_of == date(2020, 9, 13)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    bare = make_sheet(strikes_of(one={}), no_claims(), ground())
    assert bare.facts.as_of is None
    assert bare.facts.as_of_text == "As of: not known"


# The same bytes


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_input_gives_the_same_bytes(suffix):
    one, two = (render_sheets([fresh_sheet(extent="strikes")], suffix) for _ in "ab")
    assert one == two


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_the_order_of_rows_does_not_matter(suffix):
    strikes, claims = seeds()
    shuffled = strikes.sample(frac=1, random_state=4), claims.sample(frac=1, random_state=5)
    other = make_sheet(shuffled[0], shuffled[1].reset_index(drop=True), ground())
    assert render_sheets([other], suffix) == render_sheets([seed_sheet()], suffix)


def test_another_process_another_folder_another_clock_give_the_same_bytes(tmp_path):
    script = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]\n"
        "from sheet_cases import seed_sheet\n"
        "from geo.briefing.write import FORMATS, render_sheets\n"
        "sheet = seed_sheet(extent='SY07')\n"
        "print(*(hashlib.sha256(render_sheets([sheet], s)).hexdigest() for s in FORMATS))"
    )
    told = []
    for seed, zone in (("1", "Asia/Damascus"), ("2", "America/New_York")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", script, str(ROOT / "tests" / "support"), str(ROOT)],
            capture_output=True, text=True, check=True, cwd=tmp_path, env=environment,
        )  # fmt: skip
        told.append(done.stdout)
    assert told[0] == told[1]


# What a file tells of itself


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_tells_filters_hash_and_editions(tmp_path, suffix):
    path = tmp_path / f"sheet{suffix}"
    sheet = seed_sheet(filters=Filters(kinds=("airstrike",)), title="Été (draft) \\ “x”")
    write_sheet(sheet, path)
    told = read_description(path)
    assert told == json.loads(json.dumps(sheet.described))
    assert told["options"]["filters"] == "kind=airstrike"
    assert told["filters_in_words"] == "airstrike"
    assert len(told["data_sha256"]) == 64
    assert re.fullmatch("[0-9a-f]{12}", told["boundaries"]["edition"])
    assert re.fullmatch("[0-9a-f]{12}", told["gazetteer"]["edition"])


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("metadata", [True, False])
def test_no_path_and_no_name_of_a_user_is_in_a_file(tmp_path, suffix, metadata):
    path = tmp_path / f"sheet{suffix}"
    write_sheet(seed_sheet(metadata=metadata), path)
    raw = path.read_bytes()
    if suffix == ".pptx":
        import zipfile

        with zipfile.ZipFile(path) as archive:
            raw = b"".join(archive.read(name) for name in archive.namelist())
    home, user = str(Path.home()), os.environ.get("USER", "")
    for secret in (str(tmp_path), str(Path.cwd()), sys.prefix, home if len(home) > 5 else "",
                   user if len(user) > 5 else "", "Steve Canny", "Matplotlib v"):  # fmt: skip
        if secret:
            assert secret.encode() not in raw, secret


@pytest.mark.parametrize("suffix", FORMATS)
def test_metadata_can_be_left_out(tmp_path, suffix):
    path = tmp_path / f"sheet{suffix}"
    write_sheet(seed_sheet(metadata=False), path)
    with pytest.raises(SheetError, match="tells nothing of itself"):
        read_description(path)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_sheet_is_made_again_from_itself(tmp_path, suffix):
    first, second = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    options = {"extent": "SY07", "paper": "4:3", "filters": Filters(text="idlib"),
               "as_of": date(2021, 1, 2), "handling": "For internal use"}  # fmt: skip
    write_sheet(seed_sheet(**options), first)
    made = again(first, *seeds(), boundaries())
    assert made.changes == ()
    write_sheets(made.sheets, second)
    assert first.read_bytes() == second.read_bytes()


def test_made_again_says_what_has_changed(tmp_path):
    path = tmp_path / "sheet.png"
    write_sheet(seed_sheet(filters=FIRST_DAY), path)
    strikes, claims = seeds()
    shown = strikes.index[strikes["date_start"] == "2015-09-30"][0]
    other = strikes.index[strikes["date_start"] > "2020-01-01"][0]
    changed = strikes.copy()
    changed.loc[shown, "killed_min"] = 5
    said = again(path, changed, claims, ground()).changes
    assert said == ("The strikes on this sheet, or their claims, have changed.",)
    changed = strikes.copy()
    changed.loc[other, "place_text"] = "elsewhere"
    said = again(path, changed, claims, ground()).changes
    assert said == ("The data has changed, though not the strikes on this sheet.",)
    moved = replace(ground(), edition="0" * 12)
    assert again(path, strikes, claims, moved).changes == (
        "The boundaries are of another edition.",
    )


@pytest.mark.parametrize(
    "column", ["place_text", "adm1_code", "precision", "killed_max", "date_end"]
)
def test_the_hash_changes_with_any_value(column):
    strikes, claims = few_strikes()
    before = hash_data(strikes, claims)
    changed = strikes.copy()
    new = {"killed_max": 101, "date_end": pd.Timestamp("2020-10-27")}.get(column, "other")
    changed.loc["duwaylah", column] = new
    assert hash_data(changed, claims) != before
    moved = strikes.copy()
    moved.loc["duwaylah", "geometry"] = moved.geometry["hama"]
    assert hash_data(moved, claims) != before
    assert hash_data(strikes, claims.iloc[1:]) != before
    assert hash_data(strikes.iloc[::-1], claims.iloc[::-1]) == before


@pytest.mark.parametrize(
    ("name", "raw"),
    [("sheet.png", b"no picture"), ("sheet.pdf", b"%PDF-1.4 nothing"), ("sheet.svg", b"<svg/>"),
     ("sheet.pptx", b"PK no"), ("sheet.gif", b"GIF89a")],
)  # fmt: skip
def test_a_file_that_is_no_sheet_is_refused_in_plain_words(tmp_path, name, raw):
    path = tmp_path / name
    with pytest.raises(SheetError, match="there is no such file"):
        read_description(path)
    path.write_bytes(raw)
    with pytest.raises(SheetError, match="no sheet of strikemap"):
        read_description(path)
    with pytest.raises(SheetError, match="no sheet; give a"):
        read_description(tmp_path / "sheet.doc")


# SVG


def test_svg_holds_its_fonts_and_asks_for_nothing_else():
    svg = render_sheets([seed_sheet()], ".svg").decode()
    assert svg.count("@font-face") >= 2
    assert "data:font/woff;base64," in svg
    addresses = set(re.findall(r"(?:href|src|url)\s*[=(]\s*['\"]?(https?:[^'\")\s]+)", svg))
    assert not addresses
    assert ">Reported strikes: Syria<" in svg


# Atlas and playback


def test_an_atlas_has_one_sheet_per_governorate_and_loses_no_strike():
    strikes, claims = seeds()
    sheets = make_atlas(strikes, claims, ground(), by="governorate")
    assert sum(sheet.facts.totals.rows for sheet in sheets) == len(strikes)
    titles = [sheet.facts.title for sheet in sheets]
    assert titles[0] == "Reported strikes: Aleppo"
    assert titles[-1] == "Reported strikes: governorate not known"
    assert sheets[1].facts.subtitle == f"Sheet 2 of {len(sheets)}"


def test_an_atlas_by_month_keeps_the_undated_apart():
    strikes, claims = few_strikes()
    sheets = make_atlas(strikes, claims, ground(), by="month")
    months = {sheet.facts.title.split(": ")[1]: sheet.facts.totals for sheet in sheets}
    assert list(months) == ["September 2015", "October 2015", "February 2016", "July 2020",
                            "October 2020", "no date"]  # fmt: skip
    assert [totals.rows for totals in months.values()] == [3, 1, 1, 1, 2, 3]
    assert sum(totals.undated for totals in list(months.values())[:-1]) == 0


def test_an_atlas_is_one_file_and_is_made_again(tmp_path):
    path = tmp_path / "atlas.pdf"
    sheets = make_atlas(*seeds(), ground(), by="governorate")
    write_sheets(sheets, path)
    assert len(re.findall(rb"/Type /Page\b(?!s)", path.read_bytes())) == len(sheets)
    made = again(path, *seeds(), ground())
    assert made.changes == ()
    assert render_sheets(made.sheets, ".pdf") == path.read_bytes()
    with pytest.raises(SheetError, match="holds one sheet"):
        write_sheets(sheets, tmp_path / "atlas.png")


def test_playback_has_a_frame_per_month_that_holds_a_strike(tmp_path):
    (tmp_path / "sheet.gif").write_bytes(render_sheets([seed_sheet()], ".gif"))
    timeline = seed_sheet().facts.timeline
    with Image.open(tmp_path / "sheet.gif") as film:
        assert film.n_frames == sum(count > 0 for count in timeline.shown)
        assert film.size == (1280, 720)
        assert film.info["loop"] == 0
        film.seek(film.n_frames - 1)
        assert film.info["duration"] > 1000


def test_playback_without_dates_says_so():
    with pytest.raises(SheetError, match="nothing to play"):
        render_sheets([nasty_sheet("all undated")], ".gif")


# Refusals


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"paper": "a0"}, "paper: 'a0' is unknown"),
        ({"language": "fr"}, "language: 'fr' is unknown"),
        ({"projection": "flat"}, "projection: 'flat' is unknown"),
        ({"extent": "1,2,3"}, "is no box"),
        ({"extent": "40,35,36,36"}, "empty or off the earth"),
        ({"extent": "Atlantis"}, "is no governorate"),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_remedy(options, message):
    with pytest.raises(SheetError, match=re.escape(message)):
        seed_sheet(**options)


def test_a_failure_leaves_what_was_there(tmp_path):
    path = tmp_path / "sheet.doc"
    path.write_text("mine")
    with pytest.raises(SheetError, match="unknown kind of sheet"):
        write_sheet(seed_sheet(), path)
    assert path.read_text() == "mine"
    with pytest.raises(StrikemapError, match="cannot be written"):
        write_sheet(seed_sheet(), tmp_path / "missing" / "sheet.png")
    assert [p.name for p in tmp_path.iterdir()] == ["sheet.doc"]


def test_every_paper_has_text_of_a_size_that_its_options_name():
    for name, paper in PAPERS.items():
        assert paper.width * paper.dpi / 72 == pytest.approx(round(paper.width * paper.dpi / 72))
        assert paper.small >= 8, name
