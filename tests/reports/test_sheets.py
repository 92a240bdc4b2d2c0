"""Tables with a header, read as one strike a row; numbers and areas of a list's own fields."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report
from reports.words.standing import NO_KIND, WHY_ASIDE


def read(text: str, country: str = "sy"):
    return read_report(Report("a", text, parse_published("2023-05-31"), "given"), pack(country))


def rows(text: str, country: str = "sy"):
    return [
        (d.place.surface, d.kind, str(d.days.first), d.toll.killed, d.toll.injured)
        for d in read(text, country).drafts
    ]


TABLES = [
    (
        "sy",
        "Annex: shelters hit in May\n"
        "Date | District | Village | Building | Killed | Injured | Remarks\n"
        "2 May | Ariha | Sarmin | school | 3 | 10+ | jets, two bombs\n"
        "4 May | Idlib | Saraqib | - | none | >5 | mortar fire, most had left for Ariha\n"
        "5 May | Idlib | Binnish | tent | n/a | 4-6 | quadcopter\n"
        "Total | | | | 3 | 20+ |\n"
        "Notes. The hospital of Maarrat Misrin received the injured.",
        [
            ("Sarmin", "airstrike", "2023-05-02", (3, None), (10, None)),
            ("Saraqib", "shelling", "2023-05-04", (0, None), (6, None)),
            ("Binnish", "drone", "2023-05-05", (None, None), (4, 6)),
        ],
    ),
    (
        "ua",
        "| Дата | Населений пункт | Тип атаки | Загиблі | Поранені |\n|---|---|---|---|---|\n"
        "| 3 травня | Нікополь | артобстріл | 1 | <4 |\n"
        "| 4 травня | Чугуїв | ракетний удар | 0 | 2 |",
        [
            ("Нікополь", "shelling", "2023-05-03", (1, None), (None, 3)),
            ("Чугуїв", "missile", "2023-05-04", (0, None), (2, None)),
        ],
    ),
    (
        "ua",
        "Дата | Город | Вид удара | Погибшие\n3 мая | Никополь | артобстрел | 2\n",
        [("Никополь", "shelling", "2023-05-03", (2, None), (None, None))],
    ),
    (
        "sy",
        "التاريخ | البلدة | نوع الهجوم | القتلى | الجرحى\n3 أيار 2023 | سراقب | غارة جوية | 2 | 7",
        [("سراقب", "airstrike", "2023-05-03", (2, None), (7, None))],
    ),
]


@pytest.mark.parametrize(("country", "text", "strikes"), TABLES)
def test_each_row_of_a_table_with_a_header_is_a_strike(country, text, strikes):
    assert rows(text, country) == strikes


def test_a_row_with_other_cells_than_the_header_is_not_read_by_its_columns():
    text = "Date | Town | Type | Killed\n2 May | Sarmin | Saraqib | shelling | 3 | 4"
    assert all(killed == (None, None) for _, _, _, killed, _ in rows(text))


def test_a_row_without_a_kind_is_set_aside():
    text = "List\nDate | Town | Remarks | Killed\n2 May | Sarmin | a wedding | 3"
    assert [(one.reason, text[one.start : one.end]) for one in read(text).aside] == [
        (NO_KIND, "2 May | Sarmin | a wedding | 3")
    ]


HEAD = "Date | Town | Type | Killed"
EMPTY = (None, None)


@pytest.mark.parametrize(
    ("lines", "tolls"),
    [
        (f"{HEAD} | Injured\n2 May | Sarmin | shelling | 3 |\n | Binnish | shelling | 4 | 1",
         [("Sarmin", 3, None), ("Binnish", 4, 1)]),
        (f"| {HEAD} | Injured |\n| 2 May | Sarmin | shelling | 3 | |\n| | Binnish | shelling | | 1",
         [("Sarmin", 3, None), ("Binnish", None, 1)]),
        (f" | {HEAD}\n1 | 2 May | Sarmin | shelling | 3", [("Sarmin", 3, None)]),
        (f"{HEAD} |\n2 May | Sarmin | shelling | 3", [("Sarmin", 3, None)]),
    ],
)  # fmt: skip
def test_an_empty_cell_at_the_edge_of_a_row_is_a_cell(lines, tolls):
    found = read(lines).drafts
    assert [(d.place.surface, d.toll.killed[0], d.toll.injured[0]) for d in found] == tolls
    assert found[0].days.precision == "day"
    assert [draft.days for draft in found[1:]] == [None] * (len(found) - 1)


@pytest.mark.parametrize(
    ("cell", "killed"),
    [
        ("<0", EMPTY),
        ("fewer than 0", EMPTY),
        ("10 000", (10000, None)),
        ("1+1", EMPTY),
        ("3.5", EMPTY),
        ("5-3", EMPTY),
        ("3 or 4", (3, 4)),
        ("12 (5 + 7)", (12, None)),
        ("1,200", (1200, None)),
        ("2 children, 1 woman", (3, None)),
    ],
)
def test_a_cell_whose_number_is_not_plain_stays_in_words(cell, killed):
    draft = read(f"{HEAD}\n2 May | Sarmin | shelling | {cell}").drafts[0]
    assert (draft.toll.killed, draft.toll.text) == (killed, f"killed: {cell}")


@pytest.mark.parametrize(
    ("killed", "remarks", "toll"),
    [
        ("", "3 killed later", ((3, None), "injured: 4; 3 killed")),
        ("", "50 people killed since March", (EMPTY, "injured: 4; 50 people killed")),
        ("", "dozens killed", (EMPTY, "injured: 4; dozens killed")),
        ("", "market, 4 wounded", (EMPTY, "injured: 4")),
        ("2", "3 killed later", ((2, None), "killed: 2; injured: 4")),
    ],
)
def test_remarks_tell_of_those_for_whom_the_row_has_no_number(killed, remarks, toll):
    lines = f"{HEAD} | Injured | Remarks\n2 May | Sarmin | shelling | {killed} | 4 | {remarks}"
    draft = read(lines).drafts[0]
    assert (draft.toll.killed, draft.toll.text) == toll
    assert draft.toll.injured == (4, None)


@pytest.mark.parametrize(
    ("cell", "killed"),
    [
        ("Sarmin, Binnish", {"Sarmin": EMPTY, "Binnish": EMPTY}),
        ("Sarmin, Idlib", {"Sarmin": (3, None)}),
        ("Kafr Nabl, Maarrat al-Numan", {"Kafr Nabl": (3, None)}),  # a village in its district
    ],
)
def test_a_toll_of_two_places_of_a_cell_is_given_to_neither(cell, killed):
    found = read(f"{HEAD}\n2 May | {cell} | shelling | 3").drafts
    assert {draft.place.surface: draft.toll.killed for draft in found} == killed


@pytest.mark.parametrize(
    ("country", "lines"),
    [
        (
            "sy",
            f"{HEAD}\nTotal May | Idlib | shelling | 30\n3 May | Subtotal Sarmin | shelling | 4",
        ),
        ("sy", f"No. | {HEAD}\nGrand total | May | Sarmin | shelling | 30"),
        ("ua", "Дата | Місто | Тип | Загиблі\nРазом за травень | Чугуїв | обстріл | 30"),
        ("ua", "Дата | Город | Вид удара | Погибшие\nИтого | Чугуев | обстрел | 30"),
        ("sy", "التاريخ | البلدة | نوع الهجوم | القتلى\nالمجموع | سراقب | غارة جوية | 20"),
    ],
)
def test_a_total_with_a_place_is_no_strike(country, lines):
    assert read(lines, country).drafts == []


@pytest.mark.parametrize(
    ("country", "head", "row", "why"),
    [
        ("sy", HEAD, "2 May | Sarmin | no strikes | 0", "negated"),
        ("sy", HEAD, "2 May | Sarmin | none | 0", "negated"),
        ("sy", HEAD, "2 May | Sarmin | shelling (denied) | 2", "denied"),
        ("sy", HEAD, "2 May | Sarmin | drones intercepted | 0", "intercepted"),
        ("sy", "Date | Town | Type | Remarks", "2 May | Sarmin | drone | shot down, no damage",
         "intercepted"),
        ("ua", "Дата | Місто | Тип | Загиблі", "2 травня | Чугуїв | обстріл (спростовано) | 0",
         "denied"),
        ("ua", "Дата | Город | Вид удара | Погибшие", "2 мая | Чугуев | дрон сбит | 0",
         "intercepted"),
        ("sy", "التاريخ | البلدة | نوع الهجوم | القتلى", "2 أيار | سراقب | لا غارات | 0",
         "negated"),
        ("sy", "Date | Place | What happened", "3 May | Hish | Flight of spy aircraft, no attack",
         "negated"),
    ],
)  # fmt: skip
def test_a_row_that_tells_of_no_strike_is_set_aside_with_its_reason(country, head, row, why):
    found = read(f"{head}\n{row}", country)
    assert (found.drafts, [one.reason for one in found.aside]) == ([], [WHY_ASIDE[why]])


@pytest.mark.parametrize(
    ("kind", "remarks", "killed"),
    [
        ("drone", "intercepted, its debris hit a house", "0"),
        ("drone", "shot down", "2"),  # and yet killed two
        ("missile strike", "two missiles were intercepted", "0"),
    ],
)
def test_a_row_of_what_was_hit_all_the_same_stays_a_strike(kind, remarks, killed):
    lines = f"{HEAD} | Remarks\n2 May | Sarmin | {kind} | {killed} | {remarks}"
    assert [draft.place.surface for draft in read(lines).drafts] == ["Sarmin"]


LISTED = "Governorate: {}\nPlace: {}\nDate: 3 May 2023\nType: shelling"
HEADED = "Date | Governorate | Place | Type\n3 May | {} | {} | shelling"


@pytest.mark.parametrize("layout", [LISTED, HEADED])
@pytest.mark.parametrize(
    ("area", "name", "found"),
    [
        ("Al-Hasakeh", "Al-Malikeyyeh", ("Hasakah", True)),
        ("Aleppo", "Al-Malikeyyeh", ("Aleppo", True)),
        ("Homs", "Al-Bab", (None, False)),  # known in Aleppo only
        ("Aleppo", "Al-Bab", ("Aleppo", True)),
    ],
)
def test_a_place_lies_in_the_governorate_that_its_list_gives(layout, area, name, found):
    match = read(layout.format(area, name)).drafts[0].place.match
    assert (match.adm1_name, match.lon is not None) == found
