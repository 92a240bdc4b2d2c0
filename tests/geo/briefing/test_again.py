"""A file says what it was made from, or nothing, and is made again from that."""

from __future__ import annotations

import json
import os
import re
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sheet_cases import (
    FIRST_DAY,
    base_map,
    boundaries,
    seed_file,
    seed_sheet,
    seeds,
    short_of,
)
from vast_pictures import VAST_GIF, VAST_PNG

from geo.briefing.again import make_again, read_description
from geo.briefing.atlas import make_atlas
from geo.briefing.registry import list_suffixes
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.errors import SheetError
from geo.strikes.filters import Filters

pytestmark = pytest.mark.slow


# One sheet with much of its own, drawn once in each format for all that is asked of it; of few
# days, so that its playback has few frames.
AUTUMN = Filters(
    date_from=date(2015, 9, 1), date_to=date(2015, 12, 31), kinds=("airstrike",), text="idlib"
)
OWN = {"filters": AUTUMN, "title": "Été (draft) \\ “x”",
       "extent": "SY07", "paper": "4:3", "as_of": date(2021, 1, 2),
       "handling": "For internal use"}  # fmt: skip

TELLS_NOTHING = {"metadata": False}


@pytest.mark.parametrize("suffix", list_suffixes())
def test_a_file_holds_filters_hash_and_editions(tmp_path, suffix):
    path = tmp_path / f"sheet{suffix}"
    path.write_bytes(seed_file(suffix, **OWN))
    described = read_description(path)
    assert described == json.loads(json.dumps(seed_sheet(**OWN).described))
    asked = "from=2015-09-01&to=2015-12-31&kind=airstrike&q=idlib"
    assert described["options"]["filters"] == asked
    in_words = "1 September 2015 to 31 December 2015; airstrike; text “idlib”"
    assert described["filters_in_words"] == in_words
    assert len(described["data_sha256"]) == 64
    assert re.fullmatch("[0-9a-f]{12}", described["boundaries"]["edition"])
    assert re.fullmatch("[0-9a-f]{12}", described["gazetteer"]["edition"])


@pytest.mark.parametrize("suffix", list_suffixes())
@pytest.mark.parametrize("metadata", [True, False])
def test_no_path_and_no_name_of_a_user_is_in_a_file(tmp_path, suffix, metadata):
    path = tmp_path / f"sheet{suffix}"
    path.write_bytes(
        seed_file(suffix, **(OWN if metadata else {**TELLS_NOTHING, **short_of(suffix)}))
    )
    raw = path.read_bytes()
    if suffix == ".pptx":
        with zipfile.ZipFile(path) as archive:
            raw = b"".join(archive.read(name) for name in archive.namelist())
    home, user = str(Path.home()), os.environ.get("USER", "")
    for secret in (str(tmp_path), str(Path.cwd()), sys.prefix, home if len(home) > 5 else "",
                   user if len(user) > 5 else "", "Steve Canny", "Matplotlib v"):  # fmt: skip
        if secret:
            assert secret.encode() not in raw, secret


@pytest.mark.parametrize("suffix", list_suffixes())
def test_metadata_can_be_left_out(tmp_path, suffix):
    path = tmp_path / f"sheet{suffix}"
    path.write_bytes(seed_file(suffix, **TELLS_NOTHING, **short_of(suffix)))
    with pytest.raises(SheetError, match="tells nothing of itself"):
        read_description(path)


@pytest.mark.parametrize("suffix", list_suffixes())
def test_a_sheet_is_made_again_from_itself(tmp_path, suffix):
    path = tmp_path / f"sheet{suffix}"
    path.write_bytes(seed_file(suffix, **{**OWN, **short_of(suffix)}))
    made = make_again(path, *seeds(), boundaries())
    assert made.changes == ()
    assert render_sheets(made.sheets, suffix) == path.read_bytes()


def test_an_atlas_is_made_again_from_its_one_file(tmp_path):
    path = tmp_path / "atlas.pdf"
    months = SheetOptions(filters=Filters(date_from=date(2015, 9, 1), date_to=date(2015, 10, 31)))
    atlas = make_atlas(*seeds(), base_map(), months, by="month")
    path.write_bytes(render_sheets(atlas, ".pdf"))
    made = make_again(path, *seeds(), base_map())
    assert made.changes == ()
    assert (
        len(made.sheets) == len(atlas) == 3
    )  # with the overview; what has no date is in no period
    assert render_sheets(made.sheets, ".pdf") == path.read_bytes()


def test_made_again_says_what_has_changed(tmp_path):
    path = tmp_path / "sheet.png"
    path.write_bytes(seed_file(".png", filters=FIRST_DAY))
    strikes, claims = seeds()
    shown = strikes.index[strikes["date_start"] == "2015-09-30"][0]
    other = strikes.index[strikes["date_start"] > "2020-01-01"][0]
    changed = strikes.copy()
    changed.loc[shown, "killed_min"] = 5
    said = make_again(path, changed, claims, base_map()).changes
    assert said == ("The strikes on this sheet, or their claims, have changed.",)
    changed = strikes.copy()
    changed.loc[other, "place_text"] = "elsewhere"
    said = make_again(path, changed, claims, base_map()).changes
    assert said == ("The data has changed, though not the strikes on this sheet.",)
    moved = replace(base_map(), edition="0" * 12)
    assert make_again(path, strikes, claims, moved).changes == (
        "The boundaries are of another edition.",
    )


@pytest.mark.parametrize(
    ("name", "raw"),
    [("sheet.png", b"no picture"), ("sheet.png", VAST_PNG), ("sheet.gif", VAST_GIF),
     ("sheet.pdf", b"%PDF-1.4 nothing"), ("sheet.svg", b"<svg/>"),
     ("sheet.pptx", b"PK no"), ("sheet.gif", b"GIF89a"), ("sheet.mp4", b"\0\0\0\x20ftypisom")],
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
