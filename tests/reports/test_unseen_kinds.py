"""Kinds of language in texts of others: days over a part, lines that begin with their place."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report
from reports.words.standing import OF_ROWS


def read(text: str, country: str = "sy", published: str | None = "2023-05-10"):
    days = parse_published(published) if published else None
    return read_report(Report("a", text, days, "given"), pack(country))


def told(text: str, country: str = "sy", published: str | None = "2023-05-10"):
    return [
        (d.place.surface, d.kind, str(d.days.first) if d.days and d.days.first else None)
        for d in read(text, country, published).drafts
    ]


LIST = "Two strikes hit the power station of Ariha.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("BRUSSELS, March 3, 2017\n\nYesterday jets bombed Saraqib.", "2017-03-02"),
        ("Videos by the media office, Friday 3 March 2017\n\nA raid on Saraqib last Wednesday.",
         "2017-03-01"),
        ("Attacks on schools, second half of March 2017\n\n- March 20: a raid on Saraqib.",
         "2017-03-20"),
        ("Air raids of 3 March 2017 in Idlib\n\nOn 2 March jets bombed Saraqib.", "2017-03-02"),
        ("Idlib, 3 March 2017. Yesterday jets bombed Saraqib.", "2017-03-02"),
        ("Idlib (3 March 2017): Jets bombed Saraqib on Thursday.", "2017-03-02"),
        ("[3 March 2017] On Thursday jets bombed Saraqib.", "2017-03-02"),
        ("On 3 March 2017 jets bombed Ariha. On Thursday jets bombed Saraqib.", None),
        ("Idlib, 3 March 2017: jets bombed Ariha.\nHama, 9 March 2017: talks were held.\n"
         "On Monday jets bombed Saraqib.", None),
        ("Date: 3 March 2017\nYesterday jets bombed Saraqib.", None),
        ("The agency was set up on 3 March 2017.\n\nYesterday jets bombed Saraqib.", None),
    ],
)  # fmt: skip
def test_the_first_lines_say_when_a_text_without_a_day_was_published(head, day):
    assert told(head, published=None)[-1] == ("Saraqib", "airstrike", day)


def test_a_line_with_a_day_dates_the_lines_under_it():
    text = (
        "The week in the north\n\nMonday, 8 May\n* Saraqib: a raid on a mill.\n\n"
        "Tuesday, 9 May\n* Ariha: jets bombed a school."
    )
    assert told(text) == [
        ("Saraqib", "airstrike", "2023-05-08"), ("Ariha", "airstrike", "2023-05-09"),
    ]  # fmt: skip


def test_a_strike_told_as_past_has_not_the_day_over_its_part():
    text = "The week in the north\n\nMonday, 8 May\n* Saraqib: an earlier raid had hit a mill."
    assert [day for _, _, day in told(text)] == [None]


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("📍 Нікополь. Вдень дрон ударив по автобусу, поранено жінку.", "ua",
         [("Нікополь", "drone")]),
        ("• Nikopol.\nArtillery hit a bus stop.", "ua", []),
        ("▪ Nikopol. Artillery hit a bus stop, one wounded.", "ua", [("Nikopol", "shelling")]),
        ("Nikopol. Artillery hit a bus stop, one woman wounded.", "ua", []),
        ("Kyiv. Overnight drones hit a depot in an unnamed town, killing two.", "ua", []),
        ("Київ. Вночі дрони вдарили по складу на сході країни.", "ua", []),
        ("Зведення\n\nм. Чугуїв. Ракета влучила в котельню.", "ua", [("Чугуїв", "missile")]),
        ("м. Чугуїв. Ракета влучила в котельню.", "ua", []),
        ("Зведення\n\nм. Київ. Ракета влучила в котельню на сході.", "ua", []),
        ("Damascus (SANA). An airstrike killed three people in the north.", "sy", []),
        ("• Damascus (SANA). An airstrike killed three people in the north.", "sy", []),
        ("By our reporter, Damascus. Warplanes bombed a market in the north.", "sy", []),
        ("Photo: Reuters / Damascus. Warplanes bombed a market in a northern town.", "sy", []),
        ("Kherson oblast. Artillery hit a bus stop.", "ua", []),
        ("Nikopol. The market opened again.\nArtillery hit a bus stop.", "ua", []),
    ],
)  # fmt: skip
def test_a_line_that_begins_with_its_place_is_of_it(text, country, strikes):
    assert [(place, kind) for place, kind, _ in told(text, country)] == strikes


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("Ворог обстріляв Нікополь — постраждалих не зафіксовано.", "ua", ["Нікополь"]),
        ("Дрон ударив по Нікополю – загиблих не було.", "ua", ["Нікополю"]),
        ("Ворог обстріляв Нікополь (постраждалих не було).", "ua", ["Нікополь"]),
        (
            "Ворог обстріляв Нікополь і Марганець та жертв не зафіксовано.",
            "ua",
            ["Нікополь", "Марганець"],
        ),
        ("Удар по Нікополю - загиблих не було.", "ua", ["Нікополю"]),
        ("Обстрілів Нікополя та постраждалих не зафіксовано.", "ua", []),
        ("Нікополь обстріляно не було.", "ua", []),
        ("Враг обстрелял Никополь — пострадавших не зафиксировано.", "ua", ["Никополь"]),
        ("Дрон ударил по Никополю и погибших не было.", "ua", ["Никополю"]),
        ("Обстрелов Никополя и жертв не зафиксировано.", "ua", []),
        ("Jets bombed Saraqib and casualties were not reported.", "sy", ["Saraqib"]),
        ("Jets bombed Saraqib (injuries are not reported).", "sy", ["Saraqib"]),
        ("An air strike on Saraqib where casualties were not reported.", "sy", ["Saraqib"]),
        ("Strikes on Saraqib and Ariha were not reported.", "sy", []),
        (
            "On Monday jets bombed Salqin, which was shelled in April, killing four people.",
            "sy",
            ["Salqin"],
        ),
        (
            "Rockets hit the building of Salqin that was bombed in 2019, killing four people.",
            "sy",
            ["Salqin"],
        ),
        ("Jets flew no fewer than nine raids on Saraqib.", "sy", ["Saraqib"]),
        ("Jets bombed Saraqib, with no word of losses so far.", "sy", ["Saraqib"]),
        ("A rocket came down inside Salqin.", "sy", ["Salqin"]),
        ("Saraqib and Ariha: nothing hit.", "sy", []),
        ("Strikes heard far away are not listed (Saraqib).", "sy", []),
        ("Обстрілів Нікополя та Марганця не зафіксовано.", "ua", []),
        ("Обстрелов Никополя и Марганца не зафиксировано.", "ua", []),
        ("Damascus and Aleppo say that no air strike took place.", "sy", []),
        ("A raid on Ariha killed one man; another is in hospital in Idlib.", "sy", ["Ariha"]),
        ("Rockets were fired from northern Idlib towards Saraqib.", "sy", ["Saraqib"]),
        ("Tanks stationed near Saraqib shelled Ariha.", "sy", ["Ariha"]),
        ("قصفت قوات النظام المتمركزة في معسكر جورين بلدة سرمين.", "sy", ["سرمين"]),
        ("Fighting went on in the Pokrovsk direction.", "ua", []),
        ("На Покровському напрямку тривають бої.", "ua", []),
        ("Jets bombed a clinic in Sarmin, close to Idlib.", "sy", ["Sarmin"]),
        ("A resident of Saraqib said jets bombed the town's market.", "sy", ["Saraqib"]),
        ("A resident of Saraqib said jets flew over.", "sy", []),
    ],
)
def test_which_places_were_struck(text, country, strikes):
    assert [place for place, _, _ in told(text, country)] == strikes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Near Saraqib, two strikes destroyed a car, three mortars and a boat.",
            "airstrike",
        ),
        ("Near Saraqib, six strikes hit units, wrecking ten fighting positions.", "airstrike"),
        ("Soldiers hit Saraqib with mortars.", "shelling"),
        ("Saraqib was struck with missiles.", "missile"),
    ],
)
def test_what_was_destroyed_is_not_what_it_was_destroyed_with(text, kind):
    assert [draft.kind for draft in read(text).drafts] == [kind]


def test_the_name_of_a_strike_told_before_is_no_second_one():
    text = "On 8 May jets bombed Saraqib. The market is shut. The Saraqib attack killed 9 people."
    (draft,) = read(text).drafts
    assert (draft.toll.killed, str(draft.days.first)) == ((9, None), "2023-05-08")


ROW = "No. {} | Governorate: Saada | District: Majz | Place: {} | Date: {} | Raids: 2 | Killed: {}"


def test_a_list_between_bars_is_a_strike_a_row():
    text = "Log of 2018\n\n" + "\n".join([
        ROW.format(1, "Dahyan", "09/08/2018", 51),
        ROW.format(2, "Xylqort", "between 10/08/2018 and 12/08/2018", "-"),
        ROW.format(3, "not given", "13/08/2018", 0),
    ])  # fmt: skip
    first, second, third = read(text, "ye", None).drafts
    assert {first.kind, second.kind, third.kind} == {"airstrike"}
    assert (first.place.surface, first.toll.killed) == ("Dahyan", (51, None))
    assert (second.place.surface, second.match.lon) == ("Xylqort", None)
    assert (str(second.days.first), str(second.days.last)) == ("2018-08-10", "2018-08-12")
    assert (third.place.surface, third.toll.killed) == ("Majz", (0, None))
    assert (third.match.lon, third.match.location_status) == (None, "area_only")


@pytest.mark.parametrize(
    ("district", "country", "status"),
    [("Afrin", "sy", "area_only"), ("Afrin district", "sy", "area_only"),
     ("Salqin", "sy", "area_only"), ("Nikopol", "ua", "area_only"), ("Xylqort", "sy", "unlocated"),
     ("Afrin, Azaz", "sy", "area_only")],
)  # fmt: skip
def test_the_field_of_a_district_is_no_town_of_its_name(district, country, status):
    text = f"Place: unknown\nDistrict: {district}\nDate: 3 May 2023\nType: shelling\nKilled: 2"
    drafts = read(text, country).drafts
    assert {(one.match.location_status, one.match.lon) for one in drafts} == {(status, None)}
    assert [one.place.surface for one in drafts] == district.replace(" district", "").split(", ")


def test_two_rows_of_one_place_and_day_are_two_strikes():
    row = ROW.format(1, "Dahyan", "09/08/2018", 4)
    rows = f"Log of 2018\n\n{row}\n{ROW.format(2, 'Dahyan', '09/08/2018', 7)}"
    assert [one.toll.killed for one in read(rows, "ye", None).drafts] == [(4, None), (7, None)]
    told_again = "\n\nOn 9 August 2018 air raids on Dahyan killed {} people."
    both = read(rows + told_again.format(11), "ye", None)
    assert [one.toll.killed for one in both.drafts] == [(4, None), (7, None)]
    assert [one.reason for one in both.aside] == [OF_ROWS]
    (one,) = read(f"Log of 2018\n\n{row}" + told_again.format(6), "ye", None).drafts
    assert one.toll.killed == (4, 6)


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("Обстрелов Никополя, Марганца и Запорожья не зафиксировано.", "ua", []),
        ("Ворог бив з артилерії по Нікополю.", "ua", [("Нікополю", "shelling")]),
        ("По Никополю выпущено 12 снарядов калибра 155 мм.", "ua", [("Никополю", "shelling")]),
        ("Дрон ударив по лікарні в Нікополі.", "ua", [("Нікополі", "drone")]),
        ("1. Saraqib: first moments after two missiles from jets\n2. Ariha: a protest", "sy",
         [("Saraqib", "airstrike")]),
        ("A clinic in Saraqib was put out of service by artillery.", "sy",
         [("Saraqib", "shelling")]),
        ("A statement was read before a clinic in Saraqib that was bombed in April.", "sy", []),
        ("Saraqib: a family of nine buried under rubble by a raid.", "sy",
         [("Saraqib", "airstrike")]),
    ],
)  # fmt: skip
def test_other_wordings_of_what_was_struck(text, country, strikes):
    assert [(place, kind) for place, kind, _ in told(text, country)] == strikes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A raid on Saraqib on the 8th killed one man.", "2023-05-08"),
        ("A raid on Saraqib on the 28th.", "2023-04-28"),
        ("A raid on Saraqib by the 25th Division.", None),
        ("A man died of wounds that he had received ten days ago in Ariha. Jets bombed Saraqib.",
         None),
    ],
)  # fmt: skip
def test_the_day_of_a_month_is_the_last_before_the_text(text, day):
    assert told(text)[-1] == ("Saraqib", "airstrike", day)


def test_the_past_day_of_the_opening_is_that_of_the_text():
    text = "#META source: governor | date: 2023-05-10\nГоловне за минулу добу.\n\nУдар по Нікополю."
    (draft,) = read(text, "ua").drafts
    assert (str(draft.days.first), str(draft.days.last)) == ("2023-05-09", "2023-05-10")


def test_a_district_beside_a_town_of_another_stays_struck():
    text = "شن الطيران غارات على مديرية التحيتا وغارتين على مزارع في الجراحي."
    assert len(told(text, "ye")) == 2


def test_a_city_with_a_line_of_its_own_is_no_heading_of_its_province():
    text = "* Idlib: a mill was hit by drones.\n* Saraqib: a drone strike on a car.\n"
    assert [place for place, _, _ in told(f"On Tuesday.\n{text}")] == ["Idlib", "Saraqib"]


@pytest.mark.parametrize(
    "text",
    [
        "Jets hit an aid convoy, some 20 dead; Moscow and Damascus say it was not them",
        "Air raid kills 20 at a market; Damascus: it was not us",
        "Raid on a clinic kills nine, Damascus and Moscow deny responsibility",
        "Air strike kills nine; not ours, says Damascus",
        "Air strike kills nine: Damascus and Moscow both disclaim it",
        "Air raid on a convoy: Damascus has no hand in it",
        "Air strike kills nine, Damascus not involved",
    ],
)
def test_who_denies_a_strike_is_no_place_of_it(text):
    assert told(text) == []


def test_a_place_of_a_strike_that_is_denied_by_another_stays():
    text = "Air strike on Damascus kills nine; Israel says it was not behind it"
    assert [place for place, _, _ in told(text)] == ["Damascus"]
