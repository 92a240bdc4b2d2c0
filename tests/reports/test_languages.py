"""Arabic, Ukrainian and Russian reports: labelled lines, days, tolls, and mixed texts."""

from __future__ import annotations

import pytest
from reports_dev import pack, read_sentences, read_texts, score_cases

from reports.document import Report, parse_published, squeeze
from reports.reading import read_report
from reports.words.days import find_days
from reports.words.languages import tell_language
from reports.words.tolls import find_toll

PUBLISHED = parse_published("2023-05-10")
NONE = (None, None)


def read(text: str, country: str):
    return read_report(Report("a", squeeze(text)[0], PUBLISHED, "given"), pack(country))


@pytest.mark.parametrize("language", ["ar", "uk"])
@pytest.mark.parametrize("held_out", [False, True])
def test_lines_and_texts_are_read_as_labelled(language, held_out):
    cases = [*read_sentences(language), *read_texts(language)]
    score = score_cases([case for case in cases if case.held_out is held_out])
    assert score.met >= 20
    assert score.f1 >= 0.94, score.line()
    assert score.precision >= 0.97, score.line()
    right, told = (sum(score.fields[name][at] for name in ("tolls", "actor")) for at in (0, 1))
    assert right >= 0.9 * told, score.line()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Дрон вдарив по Херсону.", "uk"),
        ("Ракета вдарила по Харкову.", "uk"),
        ("Дрон ударил по Херсону.", "ru"),
        ("Актив НАТО против дрона", "ru"),
        ("Shelling hit Київ.", "en"),
        ("قصفت الطائرات بلدة سرمين", "ar"),
        ("Ворог обстріляв Харків", "uk"),
        ("Враг обстрелял Харьков", "ru"),
        ("Минувшей ночью нанесен удар", "ru"),
        ("Les avions", "en"),
        ("", "en"),
    ],
)
def test_a_language_is_told_by_script_letters_and_small_words(text, language):
    assert tell_language(text) == language


@pytest.mark.parametrize(
    ("words", "language", "first", "last"),
    [
        ("في 5 أيار/مايو 2023", "ar", "2023-05-05", "2023-05-05"),
        ("في ٥ مايو", "ar", "2023-05-05", "2023-05-05"),
        ("يوم 3 كانون الثاني 2023", "ar", "2023-01-03", "2023-01-03"),
        ("في 3 كانون الأول 2022", "ar", "2022-12-03", "2022-12-03"),
        ("يوم الاثنين الماضي", "ar", "2023-05-08", "2023-05-08"),
        ("فجر اليوم", "ar", "2023-05-10", "2023-05-10"),
        ("مساء أمس", "ar", "2023-05-09", "2023-05-09"),
        ("أول أمس", "ar", "2023-05-08", "2023-05-08"),
        ("الشهر الماضي", "ar", "2023-04-01", "2023-04-30"),
        ("قبل ثلاثة أيام", "ar", "2023-05-07", "2023-05-07"),
        ("у ніч на 9 травня", "uk", "2023-05-08", "2023-05-09"),
        ("вранці 9 травня 2023 року", "uk", "2023-05-09", "2023-05-09"),
        ("у п’ятницю", "uk", "2023-05-05", "2023-05-05"),
        ("минулого тижня", "uk", "2023-05-01", "2023-05-07"),
        ("позавчора", "uk", "2023-05-08", "2023-05-08"),
        ("два дні тому", "uk", "2023-05-08", "2023-05-08"),
        ("між 3 та 9 травня", "uk", "2023-05-03", "2023-05-09"),
        ("3 та 9 травня", "uk", "2023-05-09", "2023-05-09"),
        ("с 30 апреля по 2 мая", "ru", "2023-04-30", "2023-05-02"),
        ("من 3 إلى 9 أيار", "ar", "2023-05-03", "2023-05-09"),
        ("3 و9 أيار", "ar", "2023-05-09", "2023-05-09"),
        ("بين 3 و9 أيار", "ar", "2023-05-03", "2023-05-09"),
        ("в ночь на 1 мая", "ru", "2023-04-30", "2023-05-01"),
        ("во вторник вечером", "ru", "2023-05-09", "2023-05-09"),
        ("09.05.2023", "ru", "2023-05-09", "2023-05-09"),
    ],
)
def test_a_day_is_read_in_its_language(words, language, first, last):
    (days,) = find_days(f"{words}.", PUBLISHED, language)
    assert (str(days.first), str(days.last)) == (first, last)


@pytest.mark.parametrize(
    ("words", "language", "killed", "injured"),
    [
        ("شهيدان و10 جرحى", "ar", (2, None), (10, None)),
        ("مقتل مدنيين وإصابة آخرين", "ar", NONE, NONE),
        ("مقتل ما لا يقل عن 15 شخصا بينهم 4 أطفال", "ar", (15, None), NONE),
        ("أكثر من ٢٠ قتيلا", "ar", (21, None), NONE),
        ("مقتل العشرات", "ar", NONE, NONE),
        ("قتل 2 نساء و3 أطفال", "ar", (5, None), NONE),
        ("أصيب مدنيان وقتلت امرأتان وطفلان", "ar", (4, None), (2, None)),
        ("قتل عائلة من خمسة أفراد", "ar", (5, None), NONE),
        ("قتل رجل وامرأة وثلاثة أطفال", "ar", (5, None), NONE),
        ("قتل رجل وأطفاله", "ar", NONE, NONE),
        ("مقتل 3 مدنيين، طفل وامرأتان", "ar", (3, None), NONE),
        ("قتل طفلان وامرأتان أصيبتا", "ar", (2, None), (2, None)),
        ("دون وقوع إصابات", "ar", (0, None), (0, None)),
        ("загинули 3 людини, серед них 1 дитина", "uk", (3, None), NONE),
        ("поранено 63-річного чоловіка", "uk", NONE, (1, None)),
        ("п’ятеро людей дістали поранення", "uk", NONE, (5, None)),
        ("кількість загиблих зросла до шести", "uk", (6, None), NONE),
        ("десятки людей постраждали", "uk", NONE, NONE),
        ("погибли от 5 до 7 человек", "ru", (5, 7), NONE),
        ("ранены двое детей", "ru", NONE, (2, None)),
        ("пострадавших нет", "ru", (0, None), (0, None)),
    ],
)
def test_people_are_counted_as_the_language_says(words, language, killed, injured):
    toll = find_toll(f"{words}.", language)
    assert (toll.killed, toll.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("sheet", "country", "killed", "injured"),
    [
        ("المكان: أريحا\nالتاريخ: 3 أيار 2023\nالنوع: غارة جوية\nالقتلى: أكثر من 5"
         "\nالجرحى: لا يوجد",
         "sy", (6, None), (0, None)),
        ("Місце: Харків\nДата: 3 травня 2023\nТип: авіаудар\nЗагинуло: немає\nПоранено: понад 10",
         "ua", (0, None), (11, None)),
        ("Место: Харьков\nДата: 3 мая 2023\nТип: авиаудар\nПогибло: нет\nРанено: от 5 до 7 человек",
         "ua", (0, None), (5, 7)),
    ],
)  # fmt: skip
def test_fields_of_tolls_are_read_as_sentences_say_them(sheet, country, killed, injured):
    (draft,) = read(sheet, country).drafts
    assert (draft.toll.killed, draft.toll.injured) == (killed, injured)


@pytest.mark.parametrize("city", ["BEIRUT", "Beirut"])
def test_the_day_of_a_dateline_with_an_agency_is_not_the_strikes(city):
    line = f"{city}, May 10 (Reuters) - Russian warplanes bombed Ariha on Tuesday."
    (draft,) = read(line, "sy").drafts
    assert str(draft.days.first) == "2023-05-09"


def test_each_sentence_of_a_text_is_read_in_its_own_language():
    reading = read(
        "Russian jets bombed Saraqib on Monday.\n\nقصفت مدفعية النظام بلدة سرمين أمس.", "sy"
    )
    told = [(draft.place.surface, draft.kind, draft.actor, str(draft.days.first))
            for draft in reading.drafts]  # fmt: skip
    assert told == [
        ("Saraqib", "airstrike", "Russia", "2023-05-08"),
        ("سرمين", "shelling", "Syrian government", "2023-05-09"),
    ]


def test_marks_of_vowels_hide_no_word_and_offsets_are_the_files():
    text = "قُتِلَ ثلاثةُ مدنيين في قصفٍ مدفعيٍّ على سرميـن."
    shown, breaks = squeeze(text)
    report = Report("a", shown, PUBLISHED, "given", breaks)
    (draft,) = read_report(report, pack("sy")).drafts
    assert (draft.kind, draft.toll.killed) == ("shelling", (3, None))
    start, end = report.in_file(draft.place.start, draft.place.end)
    assert text[start:end] == "سرميـن"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("أحبط الجيش هجوما بطائرة مسيرة على حلب.", "sy"),
        ("حذر الجيش من قصف سرمين.", "sy"),
        ("أبطل فريق الهندسة عبوة ناسفة في درعا.", "sy"),
        ("Збили ракету, якою ворог атакував Харків.", "ua"),
        ("Сапери знешкодили авіабомбу в Ізюмі.", "ua"),
        ("Власти опровергли удар ракетой по Харькову.", "ua"),
    ],
)
def test_what_did_not_happen_or_harm_is_set_aside(text, country):
    reading = read(text, country)
    assert reading.drafts == []
    assert reading.aside
