"""Mails: what they quote or forward has its own day, lists stay lists, encodings are told."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import read_report_file
from reports.errors import ReportError
from reports.reading import read_report

QUOTED = "Today an airstrike on Ariha killed 12 people."


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (f"FYI\n\nOn Mon, 3 Apr 2023, SOHR wrote:\n> {QUOTED}\n", {"Ariha": "2023-04-03"}),
        (f"On Mon, 3 Apr 2023 at 10:00, SOHR <a@b.org>\nwrote:\n\n> {QUOTED}\n\nJets bombed"
         " Saraqib today.", {"Ariha": "2023-04-03", "Saraqib": "2023-05-10"}),
        ("---------- Forwarded message ---------\nFrom: SOHR\nDate: Mon, 3 Apr 2023\nSubject: x\n\n"
         "Yesterday an airstrike hit Ariha.\n", {"Ariha": "2023-04-02"}),
        (f"See below.\n\nFrom: SOHR\nSent: Monday, April 3, 2023 10:00\nTo: me\n\n{QUOTED}\n",
         {"Ariha": "2023-04-03"}),
        (f"He says:\n> {QUOTED}\n", {"Ariha": "None"}),
        ("Today jets bombed Saraqib.\n\n> An airstrike hit Ariha.\n",
         {"Saraqib": "2023-05-10", "Ariha": "None"}),
        ("Jets bombed Ariha today.\n", {"Ariha": "2023-05-10"}),
    ],
)  # fmt: skip
def test_quoted_words_have_the_day_on_which_they_were_written(tmp_path, body, days):
    path = tmp_path / "a.eml"
    head = "From: x\nSubject: s\nDate: Wed, 10 May 2023 08:00:00 +0000\n\n"
    path.write_bytes((head + body).encode())
    report = read_report_file(path)
    drafts = read_report(report, pack("sy")).drafts
    told = {d.place.surface: str(d.days.first) if d.days else "None" for d in drafts}
    assert told == days


def test_a_mail_in_an_encoding_that_it_does_not_name_is_refused(tmp_path):
    path = tmp_path / "a.eml"
    head = "From: x\nDate: Wed, 10 May 2023 08:00:00 +0000\n"
    path.write_bytes(head.encode() + b"\n" + "Удар по Киеву".encode("cp1251"))
    with pytest.raises(ReportError, match="cannot be read"):
        read_report_file(path)
    for named, encoding in (
        ("", "utf-8"),
        ("Content-Type: text/plain; charset=cp1251\n", "cp1251"),
    ):
        path.write_bytes((head + named).encode() + b"\n" + "Удар по Киеву".encode(encoding))
        assert "Удар по Киеву" in read_report_file(path).text


def test_a_list_in_a_mail_keeps_the_toll_of_each_place(tmp_path):
    path = tmp_path / "a.eml"
    head = "From: x\nSubject: s\nDate: Wed, 10 May 2023 08:00:00 +0000\n\n"
    lines = [
        "Airstrike on Saraqib by the Russian air force",
        "Shelling of Ariha, 4 people killed there",
        "Airstrike on Binnish",
    ]
    path.write_text(head + "\n".join(lines), "utf-8")
    drafts = read_report(read_report_file(path), pack("sy")).drafts
    tolls = {draft.place.surface: draft.toll.killed[0] for draft in drafts}
    assert tolls == {"Saraqib": None, "Ariha": 4, "Binnish": None}
