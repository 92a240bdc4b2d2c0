"""Word, PDF, mail and zip files: their text, their own day, and what is said of broken ones."""

from __future__ import annotations

import datetime
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reports_dev import pack

from reports import folder
from reports.document import read_report_file
from reports.errors import ReportError
from reports.folder import Settings, find_reports, read_reports
from reports.formats import archive, pdf, word
from reports.formats.page import blank_markup
from reports.formats.plain import unwrap
from reports.reading import read_report

SAID = "Russian jets bombed Saraqib on Monday, killing four people."


def places_in(path: Path, **how) -> list[tuple]:
    report = read_report_file(path, **how)
    drafts = read_report(report, pack("sy")).drafts
    return [(d.place.surface, d.kind, str(d.days.first) if d.days else None) for d in drafts]


def write_pdf(path: Path, lines: list[str]) -> None:
    """Write a PDF of one page with lines of text, by hand: no writer is among our packages."""
    shown = "".join(f"({line}) Tj T*\n" for line in lines)
    stream = f"BT /F1 10 Tf 14 TL 40 700 Td\n{shown}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n"
    path.write_bytes(f"{text}{end}{len(text)}\n%%EOF".encode())


def test_a_word_file_is_read_with_its_field_tables(tmp_path):
    document = docx.Document()
    document.add_heading("Report of the day", 1)
    document.add_paragraph(SAID)
    table = document.add_table(rows=4, cols=2)
    fields = [("Place", "Ariha"), ("Date", "7 May 2023"), ("Type", "shelling"), ("Killed", "2")]
    for row, (label, value) in zip(table.rows, fields, strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    document.save(str(tmp_path / "a.docx"))
    assert sorted(places_in(tmp_path / "a.docx", published="2023-05-10")) == [
        ("Ariha", "shelling", "2023-05-07"),
        ("Saraqib", "airstrike", "2023-05-08"),
    ]


def test_a_word_file_is_read_as_its_reader_sees_it(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("An airstrike on Saraqib killed ")
    for change in (
        '<w:del {} w:id="1" w:author="a"><w:r><w:delText>3</w:delText></w:r></w:del>',
        '<w:ins {} w:id="2" w:author="a"><w:r><w:t>13</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(change.format(nsdecls("w"))))
    paragraph.add_run(" people.")
    held = "<w:p><w:r><w:t>In a control.</w:t></w:r></w:p>"
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent>{held}</w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Ariha was shelled"
    table.cell(1, 0).text = "Killed"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "12"
    table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "A table within"
    document.save(str(tmp_path / "a.docx"))
    assert read_report_file(tmp_path / "a.docx").text.split("\n") == [
        "In a control.", "An airstrike on Saraqib killed 13 people.", "", "Ariha was shelled",
        "Killed: 12", "", "A table within", "", "",
    ]  # fmt: skip


def test_a_word_file_that_unpacks_to_too_much_is_refused_unread(tmp_path, monkeypatch):
    docx.Document().save(str(tmp_path / "a.docx"))
    monkeypatch.setattr(word, "MOST_XML", 1000)
    with pytest.raises(ReportError, match="unpacks to too much"):
        read_report_file(tmp_path / "a.docx")


def test_a_mail_has_its_subject_and_the_day_that_it_was_sent(tmp_path):
    mail = EmailMessage()
    mail["Subject"] = "Raids on Idlib"
    mail["Date"] = "Wed, 10 May 2023 21:30:00 +0300"
    mail.set_content("Good evening.\n\n" + SAID.replace("killing ", "killing\n"))
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())
    report = read_report_file(path, published="2020-01-01")
    assert report.text.startswith("Raids on Idlib")
    assert report.day == datetime.date(2023, 5, 10)
    assert ("Saraqib", "airstrike", "2023-05-08") in places_in(path)


def test_a_pdf_is_read_with_its_broken_lines_put_together(tmp_path):
    lines = [
        "Yesterday in the north of the country Russian jets bombed",
        "Saraqib and the villages around it, killing four people.",
    ]
    write_pdf(tmp_path / "a.pdf", lines)
    assert places_in(tmp_path / "a.pdf", published="2023-05-10") == [
        ("Saraqib", "airstrike", "2023-05-09")
    ]


def test_an_archive_holds_reports_that_are_read_in_place(tmp_path):
    packed = tmp_path / "texts.zip"
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("may/one.txt", SAID)
        file.writestr("may/two.html", "<p>Jets bombed Sarmin.</p>")
        file.writestr("__MACOSX/may/._one.txt", "x")
        file.writestr("photo.png", b"x")
    found = find_reports([tmp_path])
    assert [path.relative_to(packed).as_posix() for path in found] == [
        "may/one.txt",
        "may/two.html",
    ]
    assert [places_in(path)[0][0] for path in found] == ["Saraqib", "Sarmin"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"no zip", "save it anew as .docx"),
        ("a.eml", b"\n\nno head", "as .eml"),
        ("a.txt", b"one\ntwo \xff", "line 2 is not UTF-8"),
        ("b.zip/a.txt", b"", "check path"),
    ],
)
def test_what_cannot_be_read_names_file_and_remedy(tmp_path, name, data, said):
    path = tmp_path / name
    if path.parent == tmp_path:
        path.write_bytes(data)
    with pytest.raises(ReportError, match=said) as caught:
        read_report_file(path)
    assert str(path) in str(caught.value)


def test_broken_and_overlarge_archives_are_refused(tmp_path, monkeypatch):
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK no zip")
    with pytest.raises(ReportError, match="pack it anew"):
        find_reports([broken])
    large = tmp_path / "large.zip"
    with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", "x" * 5000)
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    with pytest.raises(ReportError, match="split it"):
        read_report_file(large / "a.txt")


def write_zip(path: Path, members: list[tuple[str, str]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members:
            file.writestr(name, text)
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_is_read_from_its_archive_and_nowhere_else(tmp_path):
    (tmp_path / "outside.txt").write_text("Jets bombed Hass.", "utf-8")
    names = [str(tmp_path / "outside.txt"), "../x.txt", "a//b.txt", "./c.txt", "d.txt", "d.txt"]
    packed = write_zip(tmp_path / "a.zip", [(name, SAID) for name in names])
    paths = find_reports([packed])
    assert [path.relative_to(packed).as_posix() for path in paths] == ["a/b.txt", "c.txt"]
    batch = read_reports(paths, Settings(published="2023-05-10"))
    assert [row["place_text"] for row in batch.drafts] == ["Saraqib", "Saraqib"]
    assert batch.reports == 5
    reasons = " ".join(str(row["reason"]) for row in batch.refused)
    assert len(batch.refused) == 3
    assert reasons.count("leads out of the archive") == 2
    assert "name of several files" in reasons


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_is_damaged_or_no_archive_is_a_row_and_the_others_are_read(tmp_path, how):
    (tmp_path / "bad.zip").write_bytes(b"PK no zip")
    (tmp_path / "one.txt").write_text(SAID, "utf-8")
    with zipfile.ZipFile(tmp_path / "torn.zip", "w", how) as file:
        file.writestr("a.txt", bytes(range(256)) * 4 + b"hello" * 500)
    torn = bytearray((tmp_path / "torn.zip").read_bytes())
    torn[40:90] = b"\xff" * 50
    (tmp_path / "torn.zip").write_bytes(torn)
    batch = read_reports(find_reports([tmp_path]), Settings(published="2023-05-10"))
    assert [row["place_text"] for row in batch.drafts] == ["Saraqib"]
    assert [Path(str(row["row"])).name for row in batch.refused] == ["bad.zip", "a.txt"]
    assert all("pack it anew" in str(row["reason"]) for row in batch.refused)


def test_an_archive_is_opened_once_for_all_its_reports(tmp_path, monkeypatch):
    packed = write_zip(tmp_path / "many.zip", [(f"{n}.txt", SAID) for n in range(50)])
    opened = []
    plain = zipfile.ZipFile.__init__
    monkeypatch.setattr(
        zipfile.ZipFile,
        "__init__",
        lambda *given, **how: (opened.append(1), plain(*given, **how))[1],
    )
    paths = find_reports([packed])
    assert {read_report_file(path).text for path in paths} == {SAID}
    assert len(opened) == 1


def test_lines_are_joined_where_the_page_was_full_only():
    lines = [
        "A line that goes on to the end of the page and",
        "Saraqib is named here.",
        "- an item",
        "A line that goes on to the end of the pa-",
        "ge.",
    ]
    assert unwrap(lines).splitlines() == [
        "A line that goes on to the end of the page and Saraqib is named here.",
        "- an item",
        "A line that goes on to the end of the page.",
    ]


def test_lines_of_a_list_stay_apart():
    lines = ["Airstrike on Saraqib by the Russian air force", "Shelling of Ariha, 4 people killed",
             "Airstrike on Binnish"]  # fmt: skip
    assert unwrap(lines).splitlines() == lines
    wide = ["Airstrike on the town of Saraqib by the Russian air force, no casualties known",
            "Shelling of Ariha, 4 people killed there"]  # fmt: skip
    assert unwrap(wide, begins_anew=lambda line: "Shelling" in line).splitlines() == wide
    assert len(unwrap(wide).splitlines()) == 1


def test_a_pdf_that_takes_too_long_is_refused(tmp_path, monkeypatch):
    write_pdf(tmp_path / "a.pdf", ["Jets bombed Saraqib on Monday."])
    monkeypatch.setattr(pdf, "MOST_SECONDS", -1.0)
    with pytest.raises(ReportError, match="takes longer"):
        read_report_file(tmp_path / "a.pdf")


@pytest.mark.parametrize("opened", ["<!--", "<!", "<script>", "<a "])
def test_a_page_of_what_is_never_closed_is_read_in_one_pass(opened):
    text = opened * 200_000 + " Jets bombed Saraqib."
    assert blank_markup(text).endswith("Jets bombed Saraqib.")


def test_one_text_that_cannot_be_read_ends_no_folder(tmp_path, monkeypatch):
    bad, good = tmp_path / "a.txt", tmp_path / "b.txt"
    bad.write_text("Warplanes bombed Salqin 900000 days ago.", "utf-8")
    good.write_text("Warplanes bombed Saraqib.", "utf-8")
    settings = folder.Settings(published="2023-05-10")
    batch = folder.read_reports([bad, good], settings)
    assert [row["place_text"] for row in batch.drafts] == ["Salqin", "Saraqib"]
    read = folder.read_report

    def read_or_fail(report, *packs, model):
        if "Salqin" in report.text:
            raise OverflowError("date value out of range")
        return read(report, *packs, model=model)

    monkeypatch.setattr(folder, "read_report", read_or_fail)
    batch = folder.read_reports([bad, good], settings)
    assert [row["place_text"] for row in batch.drafts] == ["Saraqib"]
    assert [row["row"] for row in batch.refused] == [str(bad)]
    assert "date value out of range" in batch.refused[0]["reason"]


def test_a_text_of_a_kind_that_is_not_read_is_refused_by_name_not_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text("Jets bombed Ariha.", encoding="utf-8")
    (tmp_path / "old.doc").write_bytes(b"no text")
    (tmp_path / "photo.jpg").write_bytes(b"no text")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("note.rtf", "{}")
        packed.writestr("c.txt", "Jets bombed Saraqib.")
    batch = read_reports(find_reports([tmp_path]), Settings())
    assert len(batch.drafts) == 2
    assert sorted(Path(str(row["row"])).name for row in batch.refused) == ["note.rtf", "old.doc"]
    assert all("save it as .docx" in str(row["reason"]) for row in batch.refused)
