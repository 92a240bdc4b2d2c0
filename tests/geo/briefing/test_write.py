"""The same input gives the same bytes; a failure leaves what was there."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cache

import pytest
from paths import ROOT
from sheet_cases import (
    base_map,
    fresh_sheet,
    one_page_sheet,
    seed_atlas,
    seed_file,
    seed_sheet,
    seeds,
    short_of,
)

from geo.briefing.registry import list_suffixes
from geo.briefing.sheet import make_sheet
from geo.briefing.write import (
    find_old_second,
    name_second,
    render_second,
    render_sheets,
    write_sheet,
    write_sheets,
)
from geo.errors import ExportError, SheetError

pytestmark = pytest.mark.slow


@cache
def second_page(suffix, **options):
    return render_second(seed_sheet(**options), suffix)


@cache
def one_page_file(suffix):
    return render_sheets([one_page_sheet()], suffix)


@pytest.mark.parametrize("suffix", list_suffixes())
def test_the_same_input_gives_the_same_bytes(suffix):
    short = short_of(suffix)
    assert render_sheets([fresh_sheet(**short)], suffix) == seed_file(suffix, **short)


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_the_order_of_rows_does_not_matter(suffix):
    strikes, claims = seeds()
    shuffled = strikes.sample(frac=1, random_state=4), claims.sample(frac=1, random_state=5)
    other = make_sheet(shuffled[0], shuffled[1].reset_index(drop=True), base_map())
    assert render_sheets([other], suffix) == seed_file(suffix)


def test_another_process_another_folder_another_clock_give_the_same_bytes(tmp_path):
    script = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]\n"
        "from sheet_cases import seed_file, short_of\n"
        "from geo.briefing.registry import list_suffixes\n"
        "files = (seed_file(s, **short_of(s)) for s in list_suffixes())\n"
        "print(*(hashlib.sha256(file).hexdigest() for file in files))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Damascus"}
    there = subprocess.run(
        [sys.executable, "-c", script, str(ROOT / "tests" / "support"), str(ROOT)],
        capture_output=True, text=True, check=True, cwd=tmp_path, env=environment,
    ).stdout.split()  # fmt: skip
    here = (seed_file(suffix, **short_of(suffix)) for suffix in list_suffixes())
    assert there == [hashlib.sha256(file).hexdigest() for file in here]


def test_a_failure_leaves_what_was_there(tmp_path):
    path = tmp_path / "sheet.doc"
    path.write_text("mine")
    with pytest.raises(SheetError, match=r"sheet\.doc: unknown kind of sheet; use one of \.png"):
        write_sheet(seed_sheet(), path)
    assert path.read_text() == "mine"
    with pytest.raises(ExportError, match=r"sheet\.png: cannot be written"):
        write_sheet(seed_sheet(), tmp_path / "missing" / "sheet.png")
    assert [p.name for p in tmp_path.iterdir()] == ["sheet.doc"]


def test_several_sheets_are_refused_where_a_file_holds_one(tmp_path):
    with pytest.raises(SheetError, match=r"holds one sheet, not 2; write a \.pdf or a \.pptx"):
        write_sheets(seed_atlas("governorate")[:2], tmp_path / "atlas.png")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_second_page_of_a_sheet_of_before_goes_and_a_file_of_ones_own_stays(tmp_path, suffix):
    path = tmp_path / f"sheet{suffix}"
    second = name_second(path)
    second.write_bytes(second_page(suffix, paper="a4"))
    write_sheet(one_page_sheet(), path)
    assert not second.exists(), "of other data, but of the same options"
    others = [b"<svg>mine</svg>", second_page(suffix), seed_file(suffix, paper="a4")]
    for own in others:
        second.write_bytes(own)
        assert find_old_second([one_page_sheet()], path) is None
    write_sheet(one_page_sheet(), path)
    assert second.read_bytes() == own


@pytest.mark.parametrize("suffix", sorted(set(list_suffixes()) - {".gif", ".mp4"}))
def test_a_sheet_of_ones_own_called_like_a_second_page_stays(tmp_path, suffix):
    path, own = tmp_path / f"week{suffix}", one_page_file(suffix)
    name_second(path).write_bytes(own)
    write_sheet(one_page_sheet(), path)
    assert (path.read_bytes(), name_second(path).read_bytes()) == (own, own)


def test_a_second_page_is_not_written_over_a_sheet_of_ones_own(tmp_path):
    path, own = tmp_path / "week.svg", one_page_file(".svg")
    name_second(path).write_bytes(own)
    with pytest.raises(SheetError, match=r"week-2\.svg: is not page 2 of a sheet.* move it away"):
        write_sheet(seed_sheet(), path)
    assert name_second(path).read_bytes() == own
    assert not path.exists()


def test_the_second_page_of_before_is_replaced(tmp_path):
    path = tmp_path / "sheet.svg"
    name_second(path).write_bytes(second_page(".svg", paper="a4"))
    write_sheet(seed_sheet(), path)
    assert name_second(path).read_bytes() == second_page(".svg")
