"""Which days whole texts give their strikes: headings, posts, feet, a day and a night, years."""

from __future__ import annotations

import pytest
from reports_dev import pack, read_texts, score_cases

from reports.document import Report, parse_published
from reports.reading import read_report

STRIKE = "Jets bombed Ariha today."
UNDATED = "Jets bombed Ariha."


def days_of(text: str, published: str | None = None) -> list[str | None]:
    days = parse_published(published) if published else None
    drafts = read_report(Report("a", text, days, "given"), pack("sy")).drafts
    told = [draft.days for draft in drafts]
    return [f"{one.first}..{one.last}" if one and one.first else None for one in told]


def test_days_of_texts_are_read_as_labelled():
    score = score_cases(read_texts("days"))
    assert score.precision >= 0.98, score.line()
    assert score.f1 >= 0.97, score.line()


@pytest.mark.parametrize(
    "line",
    [
        "#Syria | evening wrap | Tuesday 9 May 2023",
        "DAMASCUS, May 9, 2023",
        "Idlib, as of 18:00 on 9 May 2023",
        "Posted 9 May 2023, 14:05",
        "Hama Media Office, [09.05.2023 14:20]",
        "Sent: Tuesday, May 9, 2023 6:14 PM",
        "Зведення по області станом на 06:00 9 травня 2023 року",
        "Сводка за 9 мая 2023 года",
        "حصيلة يوم الثلاثاء 9 أيار 2023",
    ],
)
def test_a_text_is_of_the_day_of_its_first_line(line):
    assert days_of(f"{line}\n\n{STRIKE}") == ["2023-05-09..2023-05-09"]
    assert days_of(f"{line}\n\n{STRIKE}", "2023-05-10") == ["2023-05-10..2023-05-10"]


@pytest.mark.parametrize(
    "line",
    [
        "Ten years after the massacre of 21 August 2013, the town remembers",
        "Anniversary of the raid of 9 May 2013",
        "The war that began on 15 March 2011",
        "Річниця удару 9 травня 2013 року",
        "Годовщина удара 9 мая 2013 года",
        "ذكرى مجزرة 9 أيار 2013",
    ],
)
def test_a_day_that_is_remembered_is_no_day_of_the_text(line):
    assert days_of(f"{line}\n\n{STRIKE}") == [None]


def test_a_foot_says_when_a_text_was_published_and_a_mere_date_there_does_not():
    assert days_of(f"{STRIKE}\n\nA.\n\nB.\n\nPublished: 9 May 2023") == ["2023-05-09..2023-05-09"]
    assert days_of(f"{STRIKE}\n\nA.\n\nB.\n\nThe law of 9 May 2023") == [None]


@pytest.mark.parametrize(
    ("opening", "days"),
    [
        ("Over the past 24 hours the army counted 30 strikes.", "2023-05-09..2023-05-10"),
        ("Yesterday's attacks on the north, in brief.", "2023-05-09..2023-05-09"),
        ("Yesterday's meeting on the north, in brief.", None),
        ("Yesterday's attack on Saraqib, in brief.", None),
    ],
)
def test_a_text_that_opens_with_a_day_of_attacks_is_of_it(opening, days):
    assert days_of(f"{opening}\n\nAriha: jets bombed a market.", "2023-05-10")[-1] == days


def test_the_next_day_and_the_same_day_are_of_the_strike_just_told():
    far = "The market opened again. " * 6
    text = "Jets bombed Ariha on 3 May 2023. {}The next day shells fell on Sarmin."
    assert days_of(text.format("")) == ["2023-05-03..2023-05-03", "2023-05-04..2023-05-04"]
    assert days_of(text.format(far))[1] is None


def test_a_year_holds_for_the_paragraph_that_names_it():
    text = "Jets bombed Ariha on 12 June 2019. On 14 June shells fell on Sarmin.{}"
    later = "\n\nOn 2 May shells fell on Binnish."
    assert days_of(text.format(later), "2023-05-10") == [
        "2019-06-12..2019-06-12", "2019-06-14..2019-06-14", "2023-05-02..2023-05-02",
    ]  # fmt: skip


def test_wounds_of_ten_days_ago_date_no_strike_told_after_them():
    text = "A man died of the wounds that he had received ten days ago in Nawa. {}"
    assert days_of(text.format(UNDATED), "2023-05-10") == [None]
    assert days_of(text.format(STRIKE), "2023-05-10") == ["2023-05-10..2023-05-10"]


@pytest.mark.parametrize(
    "line",
    [
        "Ariha hospital closed since 3 March 2015 reopens",
        "School year to begin on 15 September 2016",
        "Aleppo, three years under siege: since 12 June 2013",
        "Photo: agency, 3 May 2014",
        "Школа відкриється 15 вересня 2016 року",
        "Больница закрыта с 3 марта 2015 года",
        "صورة من الأرشيف، 3 أيار 2014",
    ],
)
def test_a_day_of_something_else_in_a_heading_is_no_day_of_publication(line):
    assert days_of(f"{line}\n\n{STRIKE}") == [None]


@pytest.mark.parametrize(
    "foot",
    ["Base map published under licence 4.0, 1 January 2010",
     "First issued by order 12 of the ministry, of 1 March 2011"],
)  # fmt: skip
def test_a_day_far_from_the_word_of_publishing_is_none_of_it(foot):
    assert days_of(f"{STRIKE}\n\nA.\n\nB.\n\n{foot}") == [None]


@pytest.mark.parametrize(
    "opening",
    [
        "On Monday talks about strikes resumed in Geneva.",
        "On Monday ministers condemned strikes.",
        "Yesterday the army said raids would continue.",
        "Talks in Geneva ran from 3 to 5 May 2023.",
    ],
)
def test_an_opening_that_tells_of_no_strike_dates_none(opening):
    assert days_of(f"{opening}\n\n{UNDATED}", "2023-05-10") == [None]


@pytest.mark.parametrize("line", ["Photo by an agency, 3 May 2014", "Map data: 3 May 2014"])
def test_the_day_of_a_picture_is_over_no_part_of_a_text(line):
    assert days_of(f"A.\n\nB.\n\nC.\n\n{line}\n\n{UNDATED}", "2023-05-10") == [None]


def test_stamps_without_a_year_are_read_from_the_day_of_publication():
    posts = "Info, [9 May, 14:20]\nJets bombed Ariha yesterday.\n\nInfo, [8 May, 10:00]\n" + STRIKE
    assert days_of(posts, "2023-05-11") == ["2023-05-08..2023-05-08"]
    two = posts.replace("14:20]", "14:20] 10 May").replace("10:00]", "10:00] 10 May")
    assert "2023-05-08..2023-05-08" not in days_of(two, "2023-05-11")


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("3 May 2023 and 9 June 2023", None),
        ("3 May 2023 / 9 June 2023", None),
        ("3 May 2023 and 4 May 2023", "2023-05-03..2023-05-04"),
        ("3 May 2023 - 9 June 2023", "2023-05-03..2023-06-09"),
        ("between 3 May 2023 and 9 June 2023", "2023-05-03..2023-06-09"),
    ],
)
def test_two_days_of_a_field_are_a_span_only_where_it_says_so(said, days):
    assert days_of(f"Place: Ariha\nDate: {said}\nType: shelling") == [days]


WEEK_EN = (
    "Friday\n\nJets bombed Ariha.\n\n10 November.\n\nJets bombed Sarmin.\n\n"
    "Jets bombed Binnish on 11 Nov."
)


@pytest.mark.parametrize(
    ("head", "text", "country"),
    [
        ("Weekly update, 8-14 November 2018", WEEK_EN, "sy"),
        ("Attacks on schools and clinics, 8 to 14 November 2018", WEEK_EN, "sy"),
        ("Weekly update on the protection of civilians, week ending 14 November 2018", WEEK_EN,
         "sy"),
        ("What the teams heard in the north in the week to Wednesday 14 November 2018", WEEK_EN,
         "sy"),
        ("Attacks on schools, week of 8 November 2018", WEEK_EN, "sy"),
        ("التقرير الأسبوعي: 8 - 14 نوفمبر 2018", "قصفت الطائرات أريحا الجمعة. وقصفت سرمين السبت."
         " وقصفت الطائرات بنش في 11 نوفمبر.", "sy"),
        ("Тижневий огляд, 8-14 листопада 2018", "Ракета вдарила по Чугуєву в п'ятницю.\n\n"
         "Субота\n\nРакета вдарила по Вовчанську.\n\nРакета вдарила по Нікополю 11 листопада.",
         "ua"),
        ("Обзор обстрелов за неделю (8–14 ноября 2018 года)", "Ракета ударила по Чугуеву в "
         "пятницу.\n\nСуббота\n\nРакета ударила по Волчанску.\n\nРакета ударила по Никополю 11 "
         "ноября.", "ua"),
    ],
)  # fmt: skip
def test_a_title_that_tells_the_week_places_the_days_under_it(head, text, country):
    found = [
        draft.days for draft in read_report(Report("a", f"{head}\n\n{text}"), pack(country)).drafts
    ]
    assert [str(days.first) for days in found] == ["2018-11-09", "2018-11-10", "2018-11-11"]


AR = "قصفت الطائرات أريحا فجر الجمعة 19 سبتمبر. وأمس قصفت الطائرات سرمين."
EN = "Jets bombed Ariha at dawn on Friday 19 September. Yesterday jets bombed Sarmin."
UK = "Ракета вдарила по Чугуєву 19 вересня. Вчора ракета вдарила по Вовчанську."
RU = "Ракета ударила по Чугуеву 19 сентября. Вчера ракета ударила по Волчанску."


@pytest.mark.parametrize(
    ("head", "text", "country"),
    [
        ("Statement, 25 September 2025", EN, "sy"),
        ("Statement by the network on the attacks in the north - 25 September 2025", EN, "sy"),
        ("Idlib (25 September 2025)", EN, "sy"),
        ("Idlib 25 September 2025", EN, "sy"),
        (
            "Notes that our teams sent from the field, Thursday 25 September 2025 (in part)",
            EN,
            "sy",
        ),
        ("تصريح صحفي 25 سبتمبر 2025", AR, "sy"),
        ("إدلب 25 سبتمبر 2025", AR, "sy"),
        ("صدر في إدلب بتاريخ 25/9/2025", AR, "sy"),
        ("بيان رقم 12 لسنة 2025 بتاريخ 25 سبتمبر 2025", AR, "sy"),
        ("بيان من شبكة الأطباء حول مجزرة المسجد، الخميس 25 سبتمبر 2025 م", AR, "sy"),
        ("Ранок 25 вересня 2025", UK, "ua"),
        ("Заява про удари по лікарнях, 25 вересня 2025 року", UK, "ua"),
        ("Утро 25 сентября 2025", RU, "ua"),
        ("Заявление о гибели мирных жителей, 25 сентября 2025 года", RU, "ua"),
    ],
)
def test_a_masthead_that_tells_the_day_places_yesterday(head, text, country):
    found = [
        draft.days for draft in read_report(Report("a", f"{head}\n\n{text}"), pack(country)).drafts
    ]
    assert [str(days.first) for days in found] == ["2025-09-19", "2025-09-24"]


def test_the_last_day_of_a_week_is_not_that_of_its_strikes():
    assert days_of(f"Update for the week to 14 November 2018\n\n{UNDATED}") == [None]


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("Ракета вдарила по Чугуєву, повідомили напередодні, 5 травня.", "ua", "2023-05-05"),
        ("Ракета ударила по Чугуеву, сообщили накануне, 5 мая.", "ua", "2023-05-05"),
        ("Обстріл Чугуєва забруднив навколишнє середовище.", "ua", None),
        ("Ракета ударила по Чугуеву и загрязнила окружающую среду.", "ua", None),
        ("غارة جوية قد أوقعت 3 قتلى في سرمين.", "sy", None),
    ],
)
def test_a_day_told_stands_and_the_environment_is_no_wednesday(text, country, day):
    report = Report("a", text, parse_published("2023-05-10"), "given")
    (draft,) = read_report(report, pack(country)).drafts
    assert (str(draft.days.first) if draft.days and draft.days.first else None) == day


@pytest.mark.parametrize(("text", "days"), [
    ("Brief\nWeek 40, Thursday 1 to Wednesday 7 October 2015\n\nOn 2 Oct jets bombed Ariha.",
     ["2015-10-02"]),
    ("BEIRUT, Lebanon, October 7, 2015 - Jets bombed Ariha on Tuesday.", ["2015-10-06"]),
    ("BEIRUT, 7 October 2015 (Agency) — Jets hit Ariha on Tuesday.\n\nOn Monday they hit Salqin.",
     ["2015-10-06", "2015-10-05"]),
    ("7 October 2015 - Jets bombed Ariha.\n\n9 October 2015 - Jets hit Salqin yesterday.",
     ["2015-10-07", None]),
])  # fmt: skip
def test_a_dateline_and_a_week_with_its_weekdays_say_the_year(text, days):
    assert days_of(text) == [day and f"{day}..{day}" for day in days]
