"""A format is added by one file: the writer, the help, the wrong ending and the app know of it."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from outgoing import claims_for, table
from sheet_cases import base_map, seed_atlas, seed_sheet, seeds
from streamlit.testing.v1 import AppTest
from toy_formats import toy_export, toy_sheet
from typer.testing import CliRunner

from geo.briefing.again import make_again
from geo.briefing.write import write_sheets
from geo.errors import ExportError, SheetError
from geo.export.write import write_strikes
from geo.webmap.payload.encode import MapOptions
from strikemap.cli.main import app
from strikemap.web.downloads import list_downloads


def run(*words: object):
    return CliRunner().invoke(app, list(map(str, words)), env={"COLUMNS": "100"})


@pytest.fixture
def toys(tmp_path_factory):
    """Have an export format and a format of sheets .toy."""
    with ExitStack() as stack:
        stack.enter_context(toy_export(tmp_path_factory.mktemp("export_formats")))
        stack.enter_context(toy_sheet(tmp_path_factory.mktemp("sheet_formats")))
        yield


@pytest.mark.usefixtures("toys")
def test_an_export_format_is_written_by_its_ending(tmp_path):
    strikes = table(["Homs", "Hama"])
    write_strikes(strikes, claims_for(strikes), tmp_path / "mine.TOY")
    assert (tmp_path / "mine.TOY").read_text() == "t:0 t:1"


@pytest.mark.usefixtures("toys")
def test_a_format_of_sheets_is_written_by_its_ending_and_made_again(tmp_path):
    path = tmp_path / "mine.toy"
    write_sheets([seed_sheet()], path)
    assert path.read_text().startswith("Reported strikes: Syria\n")
    assert make_again(path, *seeds(), base_map()).changes == ()
    write_sheets(seed_atlas("governorate")[:2], path)
    assert path.read_text().splitlines()[::2] == [s.title for s in seed_atlas("governorate")[:2]]


@pytest.mark.usefixtures("toys")
@pytest.mark.parametrize(
    ("verb", "sentence"),
    [("export", "Toy, the ids of the strikes"), ("brief", "Toy, the titles and descriptions")],
)
def test_a_format_is_in_the_help_and_in_the_words_on_wrong_endings(tmp_path, verb, sentence):
    assert f".toy                     {sentence}" in run(verb, "--help").output
    refused = run(verb, "seeds", "--out", tmp_path / "sheet.doc")
    assert refused.exit_code == 2
    assert ".toy" in refused.output


@pytest.mark.usefixtures("toys")
def test_an_export_format_with_a_label_has_a_button():
    strikes = table(["Homs"])
    files = list_downloads(strikes, claims_for(strikes), {}, MapOptions())
    offered = {file.label: file for file in files}
    assert len(files) == 4
    assert offered["Toy: ids only"].file_name == "strikes.toy"
    assert offered["Toy: ids only"].make() == "t:0"


def draw_page() -> None:
    from strikemap.web.briefing import show_page

    show_page()


@pytest.mark.usefixtures("toys")
def test_a_format_of_sheets_has_a_button():
    page = AppTest.from_function(draw_page, default_timeout=120).run()
    assert not page.exception
    assert [button.proto.label for button in page.get("download_button")][-1] == "Toy"


@pytest.mark.parametrize("verb", ["export", "brief"])
def test_without_its_file_a_format_is_not_there(verb):
    assert ".toy" not in run(verb, "--help").output


def test_without_its_file_a_format_is_not_written(tmp_path):
    strikes = table(["Homs"])
    with pytest.raises(ExportError, match=r"use \.geojson, \.json, \.csv"):
        write_strikes(strikes, claims_for(strikes), tmp_path / "mine.toy")
    with pytest.raises(SheetError, match=r"use one of \.png, \.pdf"):
        write_sheets([seed_sheet()], tmp_path / "mine.toy")
