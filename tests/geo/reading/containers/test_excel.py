"""Excel workbooks, read as a spreadsheet shows them, from the sheet that holds the strikes."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pandas as pd
import pytest
from shapely import Point

from geo.errors import ReadError
from geo.reading.inputs import read_table
from geo.reading.opening.joined_sheets import ALL_SHEETS
from geo.reading.read import read_strikes
from geo.reading.remedies import SAY_SHEET

Cells = list[list[object]]
ROWS: Cells = [["date", "place"], ["2015-09-30", "Talbisah"]]


def excel(rows: Cells, **others: Cells) -> bytes:
    """Return a workbook whose first sheet, Strikes, has these rows; others by their titles."""
    book = openpyxl.Workbook()
    book.active.title = "Strikes"
    for title, cells in {"Strikes": rows, **others}.items():
        sheet = book.active if title == "Strikes" else book.create_sheet(title)
        for row in cells:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def changed(content: bytes, before: str, after: str) -> bytes:
    """Return a workbook whose first sheet's XML is changed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for one in source.namelist():
            inner = source.read(one)
            if one == "xl/worksheets/sheet1.xml":
                assert before.encode() in inner, inner
                inner = inner.replace(before.encode(), after.encode())
            written.writestr(one, inner)
    return target.getvalue()


def test_excel_dates_and_numbers_are_read_as_shown() -> None:
    content = excel(
        [["date", "place", "lat", "lon", "killed"],
         [pd.Timestamp("2015-09-30").to_pydatetime(), "Talbisah", 34.84, 36.73, 5],
         [None, None, None, None, None],
         [42277, "Talbisah", 34.84, 36.73, 5]]
    )  # fmt: skip
    reading = read_strikes(content, name="a.xlsx")
    assert reading.strikes["date_start"].astype(str).tolist()[0] == "2015-09-30"
    assert reading.strikes["killed_max"].tolist() == [5, 5]
    assert reading.strikes.geometry.iloc[0] == Point(36.73, 34.84)
    assert "bare number" in reading.strikes["reading_note"].iloc[1]


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm"])
def test_a_workbook_of_one_sheet_needs_no_note(name: str) -> None:
    assert read_table(excel(ROWS), name=name).notes == ()


def test_the_sheet_that_holds_the_strikes_is_found_and_the_others_are_named() -> None:
    tolls: Cells = [["governorate", "killed", "injured", "casualties"], ["Homs", 1, 2, 3]]
    table = read_table(excel([["How to read this"]], Sums=tolls, Attacks=ROWS), name="a.xlsx")
    assert table.cells.to_dict("list") == {"date": ["2015-09-30"], "place": ["Talbisah"]}
    assert table.notes == (f"read the sheet 'Attacks'; others: Strikes, Sums ({SAY_SHEET})",)
    known: Cells = [["date", "place", "killed"], ["2015-10-01", "Homs", 1]]
    assert "killed" in read_table(excel(ROWS, More=known), name="a.xlsx").cells


def test_sheets_of_the_same_columns_are_read_together_and_named_in_each_row() -> None:
    later: Cells = [["date", "place"], ["2016-01-01", "Homs"], ["2016-01-02", "Hama"]]
    table = read_table(excel(ROWS, Later=later, Sums=[["a", "b"], [1, 2]]), name="a.xlsx")
    assert table.cells["place"].to_dict() == {2: "Talbisah", 1002: "Homs", 1003: "Hama"}
    assert table.cells["sheet"].tolist() == ["Strikes", "Later", "Later"]
    assert table.sheet == table.sheets[0] == ALL_SHEETS
    assert table.notes == (
        f"read 2 sheets of the same columns: Strikes, Later; others: Sums ({SAY_SHEET})",
        "row 1,002 is row 2 of the sheet 'Later', and so on",
    )
    strikes = read_strikes(excel(ROWS, Later=later), name="a.xlsx").strikes
    assert strikes["source_codes"].tolist() == ["Strikes", "Later", "Later"]
    again = read_table(excel(ROWS, Later=later), name="a.xlsx", sheet=ALL_SHEETS)
    assert again.cells["place"].tolist() == ["Talbisah", "Homs", "Hama"]


def test_a_copy_of_a_sheet_does_not_count_its_rows_twice() -> None:
    longer: Cells = [*ROWS, ["2016-01-01", "Homs"]]
    table = read_table(excel(ROWS, Later=longer), name="a.xlsx")
    assert table.cells["place"].tolist() == ["Talbisah", "Homs"]
    assert "the sheet 'Strikes' is passed over: its rows all stand in others" in table.notes
    partly: Cells = [*ROWS, ["2016-01-03", "Hama"]]
    table = read_table(excel(longer, Later=partly), name="a.xlsx")
    assert len(table.cells) == 4
    assert "1 row stands in 'Later' and in another sheet alike" in table.notes


def test_rows_of_several_sheets_are_refused_and_broken_under_numbers_of_their_own() -> None:
    beside: Cells = [["date", "place"], ["2016-01-01", "Homs"], [None, None, "note"]]
    reading = read_strikes(excel([*ROWS, [None, None, "x"]], Later=beside), name="a.xlsx")
    assert reading.rejected["row"].tolist() == [3, 1003]


def test_a_sheet_is_chosen_by_its_name() -> None:
    content = excel(ROWS, Later=[["date", "place"], ["2016-01-01", "Homs"]], Notes=[])
    table = read_table(content, name="a.xlsx", sheet="Later")
    assert (table.cells["place"].tolist(), table.notes) == (["Homs"], ())
    with pytest.raises(ReadError, match="no sheet 'Else'; it has Strikes, Later, Notes"):
        read_table(content, name="a.xlsx", sheet="Else")
    with pytest.raises(ReadError, match="sheet 'Notes' is empty; choose another"):
        read_table(content, name="a.xlsx", sheet="Notes")


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    rows: Cells = [
        [], ["Attacks of the year"], [], [None, "date", "place", "killed"],
        [None, "2015-09-30", "Homs", 1], [], [None, "2015-10-01", "Hama", 2],
    ]  # fmt: skip
    table = read_table(excel(rows), name="a.xlsx")
    assert table.cells.index.tolist() == [5, 7]
    assert list(table.cells) == ["date", "place", "killed"]
    assert table.blank == (6,)
    assert "title rows" in table.notes[0]


def test_merged_headings_over_a_second_row_are_joined_to_it() -> None:
    rows: Cells = [
        ["date", "place", "killed", None, "injured", None],
        [None, None, "min", "max", "min", "max"],
        ["2015-09-30", "Homs", 1, 2, 3, 4],
    ]
    table = read_table(excel(rows), name="a.xlsx")
    assert list(table.cells)[2:] == ["killed min", "killed max", "injured min", "injured max"]
    assert table.cells.index.tolist() == [3]


def test_a_row_of_tags_is_taken_out_and_kept() -> None:
    rows: Cells = [ROWS[0], ["#date", "#loc+name"], ROWS[1]]
    table = read_table(excel(rows), name="a.xlsx")
    assert table.tags == {"date": "#date", "place": "#loc+name"}
    assert table.cells.index.tolist() == [3]


def test_cells_beside_the_named_columns_cost_no_row() -> None:
    rows: Cells = [["date", "place"], ["2015-09-30", "Homs", None, "astray"], [None, None, "aside"]]
    table = read_table(excel(rows), name="a.xlsx")
    assert table.cells.to_dict("list") == {
        "date": ["2015-09-30"], "place": ["Homs"], "column 3": [""], "column 4": ["astray"],
    }  # fmt: skip
    assert table.broken.to_dict() == {
        3: "nothing but 'aside' beside the named columns; move it, or name its column"
    }


def test_a_gap_in_the_header_gets_a_name_where_it_holds_cells() -> None:
    rows: Cells = [["date", None, "place", None, "killed"], ["2015-09-30", "x", "Homs", None, 1]]
    table = read_table(excel(rows), name="a.xlsx")
    assert list(table.cells) == ["date", "column 2", "place", "killed"]


def test_the_line_break_of_windows_is_no_text() -> None:
    odd = excel([["date", "place"], ["2015-09-30", "Homs_x000D_\nHama"]])
    assert read_table(odd, name="a.xlsx").cells["place"].tolist() == ["Homs\nHama"]


def test_a_formula_without_a_stored_value_is_told_and_never_read_as_its_own_text() -> None:
    rows: Cells = [["date", "place", "killed"], ["2015-09-30", "Homs", "=2+3"],
                   ["=TODAY()", "=A2", None], ["2015-10-01", "Hama", 1]]  # fmt: skip
    table = read_table(excel(rows), name="a.xlsx")
    assert table.cells["killed"].tolist() == ["", "1"]
    assert list(table.broken) == [
        "row 3 holds formulas without stored values; save the workbook in a spreadsheet program"
    ]
    assert table.broken.index.tolist() == [3]
    assert table.notes[0].startswith("1 row holds formulas without stored values")
    assert table.notes[0].endswith("(the first is row 2)")
    assert table.blank == ()


@pytest.mark.parametrize(
    ("stored", "text"),
    [('<c r="C2"><f>2+3</f><v>5</v></c>', "5"), ('<c r="C2" t="str"><f>""</f><v></v></c>', "")],
)
def test_a_formula_with_a_stored_value_or_text_needs_no_word(stored: str, text: str) -> None:
    content = excel([["date", "place", "killed"], ["2015-09-30", "Homs", "=2+3"]])
    content = changed(content, '<c r="C2"><f>2+3</f><v></v></c>', stored)
    table = read_table(content, name="a.xlsx")
    assert table.notes == ()
    assert table.cells["killed"].tolist() == [text]


def test_a_far_cell_makes_no_table_of_what_lies_between() -> None:
    rows: Cells = [["date", *[None] * 16_382, "place"], ["2015-09-30", *[None] * 16_382, "Homs"]]
    far = changed(excel(rows), '<row r="2"', '<row r="1048576"')
    far = changed(changed(far, 'r="A2"', 'r="A1048576"'), 'r="XFD2"', 'r="XFD1048576"')
    table = read_table(far, name="a.xlsx")
    assert table.cells.to_dict("index") == {1_048_576: {"date": "2015-09-30", "place": "Homs"}}
    assert table.blank == ()


def test_rows_that_reach_too_far_are_refused() -> None:
    row = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="XFD{0}"><v>1</v></c></row>'
    far = "".join(row.format(number) for number in range(3, 3_100))
    content = changed(excel(ROWS), "</sheetData>", f"{far}</sheetData>")
    with pytest.raises(ReadError, match="reach over more than 50,000,000 cells; delete"):
        read_table(content, name="a.xlsx")
    wide = [["date", "place", *[f"c{n}" for n in range(2_000)]], ["2015-09-30", "Homs"]]
    with pytest.raises(ReadError, match="2,002 columns; a table has at most 2,000: delete"):
        read_table(excel(wide), name="a.xlsx")


def sized(**members: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name, size in members.items():
            target.writestr(name.replace("_", "."), bytes(size))
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no zip at all", r"not readable as Excel .*save it as \.xlsx"),
        (sized(a_txt=1), r"not readable as Excel .*save it as \.xlsx"),
        (changed(excel(ROWS), "<sheetData>", "\0"), r"not readable as Excel [^\n]*save it"),
        (sized(content_xml=1), r"OpenDocument sheet \(\.ods\); save it as \.xlsx in LibreOffice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", r"Excel 97 .*or one locked .*save it as \.xlsx"),
        (excel([]), "no sheet holds a table; put column names and rows into one"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(content: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=rf"^a\.xlsx: .*{message}"):
        read_table(content, name="a.xlsx")


def test_what_unpacks_to_too_much_is_refused_with_a_remedy() -> None:
    content = sized(a_xml=301_000_000)  # seconds of work: here, and not where tests are listed
    with pytest.raises(ReadError, match=r"^a\.xlsx: .*more than 300 MB; split it up"):
        read_table(content, name="a.xlsx")
