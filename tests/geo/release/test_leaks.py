"""What a profile holds back is in no byte of any format, unzipped, inflated and decoded."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from functools import cache

import pytest
from leaks import UnknownFormatError, find_leaks, forms_of, kind_of, open_all
from outgoing import BASE_MAP
from planted import PERMITTED, list_secrets, plant, released
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
    assert told <= found
    assert ending == ".html" or {"late lon", "camp lat"} <= found  # there as steps of a projection


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
