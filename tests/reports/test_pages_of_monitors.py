"""Kinds met on pages of monitors: lists with names on no list, openings and what follows them."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report


def told(text: str, country: str = "sy", published: str | None = "2023-05-10"):
    days = parse_published(published) if published else None
    drafts = read_report(Report("a", text, days, "given"), pack(country)).drafts
    return [(d.place.surface, d.kind, *_days(d)) for d in drafts]


def _days(draft) -> tuple[str, ...]:
    first, last = (draft.days.first, draft.days.last) if draft.days else (None, None)
    return tuple(str(day)[5:] for day in dict.fromkeys((first, last)) if day)


@pytest.mark.parametrize(
    ("text", "country", "places"),
    [
        ("Jets carried out raids on Saraqib, Ariha, Hish, Zarfoun and Talqoun in Idlib.", "sy",
         ["Saraqib", "Ariha", "Hish", "Zarfoun", "Talqoun"]),
        ("The raids targeted Saraqib, Ariha, Zarfoun and Hish.", "sy",
         ["Saraqib", "Ariha", "Zarfoun", "Hish"]),
        ("Planes fired missiles at the two villages of Zarfoun and Talqoun.", "sy",
         ["Zarfoun", "Talqoun"]),
        ("Окупанти обстріляли Нікополь, Марганець, Вербове й Зелений Яр.", "ua",
         ["Нікополь", "Марганець", "Вербове", "Зелений Яр"]),
        ("The raids targeted Zarfoun, Nasrallah and the party.", "sy", []),
        ("Jets bombed Saraqib. The envoy met Zarfoun, Talqoun and Beit Qalon in Ariha.", "sy",
         ["Saraqib"]),
    ],
)  # fmt: skip
def test_names_on_no_list_go_on_a_list_that_begins_with_a_known_place(text, country, places):
    assert [place for place, *_ in told(text, country)] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف الطيران الحربي كلا من أحياء الصاخور والسكري في حلب.",
         [("الصاخور", "airstrike"), ("السكري", "airstrike")]),
        ("قصف طيران حربي نعتقد أنه روسي بصاروخين بلدة سرمين.", [("سرمين", "airstrike")]),
        ("استهدف الطيران الحربي والمدفعية بلدة سرمين.", [("سرمين", "airstrike")]),
        ("قصفت قوات النظام بالصواريخ بلدة سرمين.", [("سرمين", "missile")]),
        ("في إحياء يوم المجزرة تحدث أهالي سرمين عن قصف بلدة بنش.", []),
    ],
)  # fmt: skip
def test_arabic_quarters_and_what_aircraft_fired(text, expected):
    assert [told_of[:2] for told_of in told(text, published=None)] == expected


def test_missiles_of_one_clause_and_raids_of_another_are_both_told():
    text = "Jets launched missiles on Ariha, where planes carried out raids that hit Saraqib."
    assert [place for place, *_ in told(text)] == ["Ariha", "Saraqib"]
