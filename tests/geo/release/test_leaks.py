"""What a profile holds back is in no byte of any format, unzipped, inflated and decoded."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from functools import cache

import numpy as np
import pytest
from leaks import UnknownFormatError, find_leaks, forms_of, kind_of, open_all
from outgoing import BASE_MAP
from planted import MGRS, PERMITTED, SPELT, list_secrets, plant, released
from sheet_cases import base_map

from geo.briefing.registry import list_formats as list_sheet_formats
from geo.briefing.released import SheetInput, make_sheets
from geo.briefing.sheet import Sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.export.format import Outgoing
from geo.export.map_page import describe_page
from geo.export.registry import list_formats
from geo.export.write import write_outgoing
from geo.release import names, rows
from geo.release import release as releasing

ENDINGS = [suffix for each in list_formats() for suffix in each.suffixes[:1]]
TITLE = "Permitted title"


def list_files(strikes, claims, ending, folder, notes=()):
    """Return the content of every file that strikes go out as."""
    options = describe_page(strikes, claims, title="Strikes")
    written = write_outgoing(
        Outgoing(strikes, claims, BASE_MAP, options, release=notes), folder / f"out{ending}"
    )
    return [path.read_bytes() for path in written]


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_export_holds_what_is_held_back(ending, tmp_path):
    left = released()
    files = list_files(left.strikes, left.claims, ending, tmp_path, left.notes)
    assert [leak for file in files for leak in find_leaks(file, list_secrets())] == []
    permitted = {"place": forms_of(PERMITTED)}
    assert any(find_leaks(file, permitted) for file in files), "the format is not searched at all"


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_a_profile_every_export_tells_the_secrets(ending, tmp_path):
    """Else the test above would find nothing in a format that it cannot see into."""
    strikes, claims = plant()
    files = list_files(strikes, claims, ending, tmp_path)
    found = {leak for file in files for leak in find_leaks(file, list_secrets())}
    told = {"xq-late-Zq9-id", "xq-medical-Zq9-place-text-مخبأ", "xq-camp-Zq9-claim-title"}
    assert told | {"Zq9alias Town", SPELT, MGRS} <= found
    assert ending == ".timemap.json" or "data hash" in found or ending == ".html"
    assert ending == ".html" or {"late lon", "camp lat"} <= found  # there as steps of a projection


def nothing(*_, **__):
    return {}


def keep_tables(strikes, claims, _):
    return strikes, claims


def keep_days(strikes, *_):
    return np.zeros(len(strikes), dtype=bool)


# Each step of a release, what takes its place, and a secret that is told without it.
STEPS = {
    "days": (releasing, "find_held", keep_days, "2017-03-09"),
    "columns": (releasing, "hold_columns", keep_tables, "xq-hidden-Zq9-note-مخبأ"),
    "ids": (releasing, "number_anew", keep_tables, "xq-medical-Zq9-id"),
    "areas": (releasing, "put_on_areas", nothing, "medical lon"),
    "squares": (releasing, "put_in_squares", nothing, "camp lon"),
    "texts": (releasing, "forget_names", nothing, "xq-medical-Zq9-claim-title"),
    "names": (rows, "tells", lambda *_: False, "xq-medical-Zq9-place-text-مخبأ"),
    "parts of names": (names, "_take_apart", nothing, "Zq9alias Town"),
    "spellings": (names, "_spell", lambda _: frozenset(), SPELT),
    "points in texts": (names, "_holds_point", lambda _: False, MGRS),
}


@pytest.mark.parametrize("step", STEPS)
def test_without_a_step_the_search_finds_what_the_step_holds_back(step, tmp_path, monkeypatch):
    module, name, instead, told = STEPS[step]
    monkeypatch.setattr(module, name, instead)
    names._read.cache_clear()
    left = released.__wrapped__()
    names._read.cache_clear()
    files = list_files(left.strikes, left.claims, ".csv", tmp_path, left.notes)
    assert told in {leak for file in files for leak in find_leaks(file, list_secrets())}


@cache
def sheets() -> list[Sheet]:
    left = released()
    options = SheetOptions(title=TITLE, extent="strikes")
    return make_sheets(SheetInput(left.strikes, left.claims, left), base_map(), [options])


@pytest.mark.parametrize("each", list_sheet_formats(), ids=lambda each: each.suffix)
def test_no_sheet_holds_what_is_held_back(each):
    content = render_sheets(sheets(), each.suffix)
    assert find_leaks(content, list_secrets()) == []
    assert find_leaks(content, {"title": forms_of(TITLE)}), "the format is not searched at all"
    if each.suffix in (".svg", ".docx", ".pptx"):
        assert find_leaks(content, {"profile": forms_of("Released by the profile Partners")})
    if each.render_second and sheets()[0].second:
        assert find_leaks(each.render_second(sheets()[0]), list_secrets()) == []


def test_the_search_opens_what_is_packed_in_what_is_packed():
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("a.gz", b"head" + gzip.compress("xq مخبأ".encode() * 40))
    assert find_leaks(inner.getvalue(), {"it": forms_of("مخبأ")}) == ["it"]
    assert zlib.compress(b"a")  # what a PDF holds is opened with its own reader


def test_a_format_that_the_search_does_not_know_fails():
    with pytest.raises(UnknownFormatError, match="opens no"):
        kind_of(b"\x93NEW\xff\xfe\x00")
    with pytest.raises(UnknownFormatError):
        list(open_all(b"\x93NEW\xff\xfe\x00"))
