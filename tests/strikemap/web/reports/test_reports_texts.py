"""Texts on the Reports page: any is shown as text, and what cannot be read is refused by name."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from report_pages import TEXT, field, open_page, paste, press, run, said
from streamlit.testing.v1 import AppTest

from reports.folder import Settings, read_reports
from strikemap.web.reports import taking_in
from strikemap.web.reports.reading import _write_aside


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> {{7*7}} Jets bombed <b>Saraqib</b> on Monday.",
        "\u202eJets bombed Saraqib\u202c on Monday. ![x](http://far.example/p.png)",
        "قصفت الطائرات مدينة سراقب يوم الاثنين",
        "bomb" * 70_000,
        "x",
    ],
)
def test_any_text_is_shown_as_text(text):
    page = paste(open_page(), text)
    assert "1 text read" in said(page)
    assert "<script" not in said(page)


def test_a_text_that_is_too_long_is_refused_with_its_length():
    page = paste(open_page(), "bomb" * 500_000)
    assert "0 texts read" in said(page)
    assert "has 2,000,000 letters, more than 1,000,000" in said(page)


def test_a_name_from_right_to_left_turns_nothing_around_it():
    page = paste(open_page(), "قصفت طائرات حربية روسية مدينة سراقب يوم 8 أيار 2023")
    assert "1. airstrike on \u2068سراقب\u2069, 2023-05-08" in said(page)


def test_a_day_that_nothing_dates_and_a_toll_in_words_are_told_as_worded():
    page = paste(
        open_page(), "Raids\n\nDozens of people were killed when jets bombed Saraqib on Monday."
    )
    assert (field(page, "date").value, field(page, "killed").value) == ("", "")
    assert "“Monday”" in said(page)
    assert "Words only" in said(page)
    assert "“Dozens of people were killed”" in said(page)


def test_what_is_no_report_is_refused_by_name():
    page = open_page()
    press(page, "reports_read")
    assert "Nothing was pasted" in said(page)
    page.file_uploader[0].set_value([("bad.docx", b"no", ""), ("good.txt", TEXT.encode(), "")])
    run(page)
    assert "1 text read: 3 drafts" in said(page)
    assert "bad.docx" in said(page)


PAGE = "<meta property=og:site_name content='{}'><p>Jets bombed Saraqib on Monday.</p>"


def drop(*files: tuple[str, bytes]) -> AppTest:
    page = open_page()
    page.file_uploader[0].set_value([(*file, "") for file in files])
    return run(page)


def zip_of(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return packed.getvalue()


def names_of(page: AppTest) -> list[str]:
    return [one.report.name for one in page.session_state["report_texts"]]


def test_the_same_words_of_two_outlets_are_two_texts_and_a_copy_is_said():
    pages = [(f"{one}.html", PAGE.format(one).encode()) for one in "ab"]
    page = drop(*pages, ("one.txt", TEXT.encode()), ("copy.txt", TEXT.encode()))
    assert [one.about.outlet for one in page.session_state["report_texts"]] == ["a", "b", None]
    assert "3 texts read" in said(page)
    assert "copy: the same text as one, kept once" in said(page)


def test_what_an_archive_holds_and_is_not_read_is_named():
    members = {"ok.txt": TEXT, "../evil.txt": TEXT, "notes.doc": "x", "__MACOSX/ok.txt": "x"}
    page = drop(("all.zip", zip_of(**members)))
    assert "1 text read: 3 drafts" in said(page)
    assert "all.zip: '../evil.txt' leads out of the archive" in said(page)
    assert "all.zip: not read, reports end in" in said(page)
    assert ": notes.doc" in said(page)


def test_a_text_that_is_held_never_makes_room_for_another(monkeypatch):
    monkeypatch.setattr(taking_in, "MOST_TEXTS", 3)
    page = paste(open_page(), TEXT)
    many = {f"{number}.txt": f"Jets bombed Ariha {number} times." for number in range(5)}
    page.file_uploader[0].set_value([("many.zip", zip_of(**many), ""), ("x.txt", b"x", "")])
    run(page)
    assert names_of(page) == ["0", "1", "pasted text"]
    assert "3 texts are here, no more fit" in said(page)
    assert "then add again: 2.txt, 3.txt, 4.txt, x.txt" in said(page)


@pytest.mark.parametrize(
    ("written", "held"), [("٢٠٢٣-٠٥-١٧", "2023-05-17"), ("2023-5", "2023-05"), ("9999-12", None)]
)
def test_a_day_of_publication_is_held_in_one_writing_or_refused(written, held):
    page = paste(open_page(), TEXT)
    (day,) = (one for one in page.text_input if one.key.startswith("reports_about_published"))
    day.set_value(written)
    run(page)
    (told,) = page.session_state["report_texts"]
    assert told.about.published == (held or "2023-05-10")
    if held:
        (day,) = (one for one in page.text_input if one.key.startswith("reports_about_published"))
        assert day.value == held
    assert ("is no day" in said(page)) is (held is None)


@pytest.mark.parametrize(
    "text",
    ["Death toll rises to 14 in the air strike on Ariha.",
     "ارتفاع حصيلة القصف الجوي على أريحا إلى 14 قتيلا"],
)  # fmt: skip
def test_a_toll_that_rises_days_later_is_held_against_the_strike_before(text):
    page = paste(
        open_page(), "#META outlet: X; date: 2023-05-10\n\nJets killed 9 in Ariha on Monday."
    )
    press(page, "reports_accept")
    paste(page, f"#META outlet: Y; date: 2023-05-13\n\n{text}")
    assert "same place (Ariha); one revises a toll upwards" in said(page)


SUDAN = (
    "#META outlet: The Site; date: 2025-04-30\nThe war in Sudan\n\n"
    "An army drone bombed the market of Abu Zabad on Tuesday, killing 17 people.\n\n"
    "The army vowed to bomb Atbara."
)


SEEN_FROM_SYRIA = SUDAN.replace("in Sudan", "in Sudan, as Aleppo, Raqqa and Idlib saw it")


def test_a_text_about_another_country_is_read_with_its_places():
    page = paste(open_page(), SUDAN)
    assert "Looked up: places of Sudan" in said(page)
    assert page.multiselect[0].value == ["sd"]
    press(page, "reports_accept")
    kept = page.session_state["uploaded_dataset"]
    (row,) = kept.strikes[kept.strikes.index.str.startswith("added:")].to_dict("records")
    assert (row["place_id"], row["adm1_code"], row["killed_min"]) == ("gn:380348", "SD-KN", 17)


def test_a_text_that_tells_more_of_the_own_country_offers_the_places_of_the_other():
    page = paste(open_page(), SEEN_FROM_SYRIA)
    assert "Looked up: places of Syria" in said(page)
    assert "No draft was read from this text with the places of Syria" in said(page)
    assert "**no place that was hit is named, of those in Syria**: “An army drone" in said(page)
    assert "**a plan, a threat or a possibility**: “The army vowed to bomb Atbara.”" in said(page)
    press(page, "reports_other_country")
    assert "Read with the places of Sudan: 1 draft" in said(page)
    assert page.multiselect[0].value == ["sd"]
    press(page, "reports_accept")
    kept = page.session_state["uploaded_dataset"]
    (row,) = kept.strikes[kept.strikes.index.str.startswith("added:")].to_dict("records")
    assert (row["place_id"], row["adm1_code"], row["killed_min"]) == ("gn:380348", "SD-KN", 17)
    assert kept.countries == ("sy", "sd")
    page.multiselect[0].set_value([])
    run(page)
    assert "Read with the places of Syria and Sudan: 1 draft" in said(page)  # those of the data now


def test_what_is_set_aside_is_the_file_that_the_command_line_writes(tmp_path):
    file = tmp_path / "pasted text.txt"
    file.write_text(SEEN_FROM_SYRIA, "utf-8")
    batch = read_reports([file], Settings())
    page = paste(open_page(), SEEN_FROM_SYRIA)
    (told,) = page.session_state["report_texts"]
    rows = list(csv.DictReader(io.StringIO(_write_aside(told).decode("utf-8-sig"))))
    assert rows == [{k: "" if v is None else str(v) for k, v in row.items()} for row in batch.aside]
    assert len(rows) == 2


@pytest.mark.parametrize("written", ["20 September 2016", "20.9.2016", "September 20, 2016"])
def test_the_day_of_publication_is_asked_beside_undated_as_tables_write_it(written):
    page = paste(open_page(), "#META outlet: X\n\nJets bombed Saraqib on Monday.")
    assert "1. airstrike on Saraqib, undated" in said(page)
    refused = {"9/4/2016": "may have the day or the month first", "soon": "'soon' is no day"}
    for text, wrong in (*refused.items(), (written, "")):
        (day,) = (one for one in page.text_input if one.key.startswith("reports_undated"))
        day.set_value(text)
        run(page)
        wrongs = [one.value.replace("\\", "") for one in page.error]
        assert [wrong in one for one in wrongs] == [True] * bool(wrong), wrongs
    assert "1. airstrike on Saraqib, 2016-09-19" in said(page)
    assert not [one for one in page.text_input if one.key.startswith("reports_undated")]
    (told,) = page.session_state["report_texts"]
    assert told.about.published == "2016-09-20"
