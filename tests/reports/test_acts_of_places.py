"""Several acts and several places of one sentence: which was on which."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report
from reports.reading import read_report


def told(text: str) -> list[tuple[str, str]]:
    drafts = read_report(Report("a", text), pack("sy")).drafts
    return sorted((draft.place.surface, draft.kind) for draft in drafts)


SPLIT = [("Ariha", "airstrike"), ("Sarmin", "shelling")]


@pytest.mark.parametrize(
    ("text", "strikes"),
    [
        ("An air strike hit Ariha and shelling hit Sarmin.", SPLIT),
        ("An air strike on Ariha and shelling of Sarmin killed four.", SPLIT),
        ("Strikes on Ariha and shelling of Sarmin.", SPLIT),
        ("Russian raids on Ariha as well as shelling of Sarmin.", SPLIT),
        ("Ariha was bombed from the air and Sarmin was shelled.", SPLIT),
        ("Warplanes raided Ariha and Sarmin was heavily shelled.", SPLIT),
        ("Air strikes hit Ariha, which was shelled on Sunday.", [("Ariha", "airstrike")]),
        ("Raids and shelling hit Ariha.", [("Ariha", "airstrike"), ("Ariha", "shelling")]),
        ("Air strikes and shelling hit Ariha.", [("Ariha", "airstrike"), ("Ariha", "shelling")]),
        ("A rocket hit Ariha and another hit Sarmin.",
         [("Ariha", "shelling"), ("Sarmin", "shelling")]),
        ("A missile hit Ariha, and another hit Sarmin.",
         [("Ariha", "missile"), ("Sarmin", "missile")]),
        ("Air strikes on Ariha and missiles on Sarmin killed nine.",
         [("Ariha", "airstrike"), ("Sarmin", "missile")]),
        ("Jets bombed Saraqib, and Ariha and Sarmin were shelled.",
         [("Ariha", "shelling"), ("Saraqib", "airstrike"), ("Sarmin", "shelling")]),
    ],
)  # fmt: skip
def test_each_place_has_the_act_that_is_told_of_it(text, strikes):
    assert told(text) == strikes
