"""A format is added by one file, as CONTRIBUTING shows; writer, help, refusals and app know it."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from added_formats import added_export, added_sheet
from outgoing import claims_for, table
from sheet_cases import seed_atlas, seed_sheet
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from geo.briefing.write import write_sheets
from geo.errors import ExportError, SheetError
from geo.export.write import write_strikes
from strikemap.cli.main import app


def run(*words: object):
    return CliRunner().invoke(app, list(map(str, words)), env={"COLUMNS": "100"})


@pytest.fixture
def examples(tmp_path_factory):
    """Have the export format .ids and the format of sheets .titles."""
    with ExitStack() as stack:
        stack.enter_context(added_export(tmp_path_factory.mktemp("export_formats")))
        stack.enter_context(added_sheet(tmp_path_factory.mktemp("sheet_formats")))
        yield


@pytest.mark.usefixtures("examples")
def test_an_export_format_is_written_by_its_ending(tmp_path):
    strikes = table(["Homs", "Hama"])
    write_strikes(strikes, claims_for(strikes), tmp_path / "mine.IDS")
    assert (tmp_path / "mine.IDS").read_text().splitlines() == list(strikes.index)


@pytest.mark.usefixtures("examples")
def test_a_format_of_sheets_is_written_by_its_ending(tmp_path):
    path = tmp_path / "mine.titles"
    write_sheets([seed_sheet()], path)
    assert path.read_text() == "Reported strikes: Syria\n"
    sheets = seed_atlas("governorate")[:2]
    write_sheets(sheets, path)
    assert len(path.read_text().splitlines()) == 2


@pytest.mark.usefixtures("examples")
@pytest.mark.parametrize(
    ("verb", "ending", "sentence"),
    [
        ("export", ".ids", "Invented: the ids of the strikes, one a line"),
        ("brief", ".titles", "Invented: the titles of the sheets, one a line"),
    ],
)
def test_a_format_is_in_the_help_and_in_the_words_on_wrong_endings(
    tmp_path, verb, ending, sentence
):
    words = run(verb, "--help").output.split("Formats, by the ending of FILE:")[1]
    assert f"{ending:<25}{sentence}\n" in words
    refused = run(verb, "seeds", "--out", tmp_path / "sheet.doc")
    assert refused.exit_code == 2
    assert ending in refused.output


def draw_page() -> None:
    from strikemap.web.briefing.page import show_page

    show_page()


@pytest.mark.usefixtures("examples")
def test_a_format_of_sheets_has_a_button():
    page = AppTest.from_function(draw_page, default_timeout=120).run()
    assert not page.exception
    assert "Titles" in [button.proto.label for button in page.get("download_button")]


@pytest.mark.parametrize(("verb", "ending"), [("export", ".ids"), ("brief", ".titles")])
def test_without_its_file_a_format_is_not_there(verb, ending):
    formats = run(verb, "--help").output.split("Formats, by the ending of FILE:")[1]
    assert ending not in formats


def test_without_its_file_a_format_is_not_written(tmp_path):
    strikes = table(["Homs"])
    with pytest.raises(ExportError, match=r"use \.geojson, \.json, \.csv"):
        write_strikes(strikes, claims_for(strikes), tmp_path / "mine.ids")
    with pytest.raises(SheetError, match=r"use one of \.png, \.pdf"):
        write_sheets([seed_sheet()], tmp_path / "mine.titles")
