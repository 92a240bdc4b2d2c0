"""`strikemap brief`, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT
from PIL import Image


@pytest.fixture
def run(tmp_path: Path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "STRIKEMAP_DATA": str(tmp_path / "user"),
                   "COLUMNS": "200"}  # fmt: skip

    def brief(*arguments: object, strikes: str = "seeds") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "strikemap", "brief", strikes, *map(str, arguments)],
            capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=300,
        )  # fmt: skip

    return brief


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    return done.stderr.rstrip().splitlines()[-1]


def test_a_sheet_is_written_and_what_it_leaves_out_is_said(run, tmp_path):
    done = run(
        "--out", "sheet.png", "--title", "What was told", "--handling", "For internal use",
        "--filter", "governorate=SY07", "--extent", "SY07", "--as-of", "2021-01-02",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "sheet.png") as picture:
        assert picture.size == (2560, 1440)
        assert picture.info["Title"] == "What was told"
    assert (
        "not on the sheet: 28 of 42 strikes in the data are left out by the filters." in done.stderr
    )
    assert last_line(done).startswith("sheet.png: 1 sheet, 14 strikes: 10 located")
    assert done.stdout == ""


def test_a_sheet_is_made_again_and_says_what_changed(run, tmp_path):
    assert run("--out", "one.pdf", "--size", "a4", "--extent", "strikes").returncode == 0
    same = run("--out", "two.pdf", "--again", "one.pdf")
    assert same.returncode == 0, same.stderr
    assert "one.pdf: Nothing has changed." in same.stderr
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    seeds = (ROOT / "geo/data/seeds/strikes.csv").read_text(encoding="utf-8")
    (tmp_path / "mine.csv").write_text(seeds.replace("Sarmin", "Sarmeen"), encoding="utf-8")
    changed = run("--out", "three.pdf", "--again", "one.pdf", strikes="mine.csv")
    assert "The strikes on this sheet, or their claims, have changed." in changed.stderr


def test_a_file_may_tell_nothing_of_itself(run):
    assert run("--out", "bare.png", "--no-metadata").returncode == 0
    refused = run("--out", "more.png", "--again", "bare.png")
    assert refused.returncode == 1
    assert "tells nothing of itself" in last_line(refused)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "sheet.doc"], "must end in one of .png .pdf .svg .pptx .gif"),
        (["--out", "sheet.png", "--size", "a0"], "use one of 16:9"),
        (["--out", "sheet.png", "--as-of", "today"], "write it as year-month-day"),
        (["--out", "sheet.png", "--filter", "kind=magic"], "kind=magic is unknown"),
        (["--out", "two.png", "--again", "one.png", "--title", "x"], "leave the others out"),
    ],
)
def test_wrong_usage_is_told_with_its_remedy(run, tmp_path, arguments, message):
    done = run(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert list(tmp_path.glob("*.*")) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "sheet.png", "--extent", "Atlantis"], "'Atlantis' is no governorate"),
        (["--out", "atlas.png", "--atlas", "governorate"], "write a .pdf or a .pptx"),
        (["--out", "atlas.pdf", "--atlas", "week"], "use one of governorate, month"),
        (["--out", "missing/sheet.png"], "does not exist; make it first"),
    ],
)
def test_what_cannot_be_done_is_one_plain_line(run, arguments, message):
    done = run(*arguments)
    assert done.returncode == 1
    assert message in last_line(done)
    assert "Traceback" not in done.stderr


def test_an_arabic_deck_by_month_from_the_command_line(run, tmp_path):
    done = run("--out", "deck.pptx", "--language", "ar", "--atlas", "month")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "deck.pptx").stat().st_size > 100_000
    assert "sheets, " in last_line(done)
