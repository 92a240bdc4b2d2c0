"""Which place was struck, and whose toll it is: kinds of language in texts of others."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report


def drafts(text: str, country: str = "sy"):
    return read_report(
        Report("a", text, parse_published("2023-05-10"), "given"), pack(country)
    ).drafts


def told(text: str, country: str = "sy"):
    return [(d.place.surface, d.kind) for d in drafts(text, country)]


def tolls(text: str, country: str = "sy"):
    return {d.place.surface: (d.toll.killed[0], d.toll.injured[0]) for d in drafts(text, country)}


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        # the quarter of a town, in each language; one known only elsewhere is the town's
        ("Дрон ударив по Салтівському району Харкова.", "ua", ["Харкова"]),
        ("Вороги обстріляли Центральний район Одеси.", "ua", ["Одеси"]),
        ("Jets hit a mill in Aleppo's Sakhour district.", "sy", ["Sakhour"]),
        ("Jets hit the Karima district of El Obeid.", "sd", ["El Obeid"]),
        ("Jets hit the Rastan quarter of Aleppo.", "sy", ["Aleppo"]),
        ("Jets hit the Salqin district of Idlib.", "sy", ["Salqin"]),
        ("غارة على منزل في حي السكري بمدينة حلب #حلب", "sy", ["السكري"]),
        ("A raid on a mill in Sarmin. #Idlib #Syria", "sy", ["Sarmin"]),
        ("A raid on a mill in Sarmin. #Idlib", "sy", ["Sarmin"]),
        ("A raid on #Sarmin and #Saraqib", "sy", ["Sarmin", "Saraqib"]),
        ("A raid on #Sarmin, #Saraqib", "sy", ["Sarmin", "Saraqib"]),
        ("قصف مدفعي على بلدة سرمين شمال أريحا", "sy", ["سرمين"]),
        # beside a place, where none else is named
        ("Rockets fell on a camp west of Sarmin.", "sy", ["Sarmin"]),
        ("Rockets fell on a hill to the west of Sarmin.", "sy", []),
        ("Rockets fell on a camp far west of Sarmin.", "sy", []),
        ("An air raid on Binnish, west of Sarmin.", "sy", ["Binnish"]),
        # names on no list, in Russian and Ukrainian
        ("Войска обстреляли Сухую Гомольшу, Петренко сообщил о трёх раненых.", "ua",
         ["Сухую Гомольшу"]),
        ("Российская авиация ударила по селу Верхняя Липовка, погибли двое.", "ua",
         ["Верхняя Липовка"]),
        ("Ракета попала в школу в Заозёрном Логе.", "ua", ["Заозёрном Логе"]),
        ("Жители Малой Ивановки уехали после обстрела Дальнего Кута.", "ua", ["Дальнего Кута"]),
        ("Дрони вразили склад у Лісовій Слобідці, загинули двоє.", "ua", ["Лісовій Слобідці"]),
        ("В Генштабе сообщили об ударах по Харькову.", "ua", ["Харькову"]),
        ("После удара по Одессе в Кабмине собрали совещание.", "ua", ["Одессе"]),
        ("У Зеленского заявили об обстреле Никополя.", "ua", ["Никополя"]),
        ("На Великдень обстріляли Нікополь.", "ua", ["Нікополь"]),
        ("Ракета влучила в Будинок культури в Оріхові.", "ua", ["Оріхові"]),
        # axes of a front, and places after a verb of suffering
        ("На Куп'янському та Лиманському напрямках ворог обстріляв Чугуїв.", "ua", ["Чугуїв"]),
        ("На Купянском, Лиманском и Бахмутском направлениях обстрелян Чугуев.", "ua", ["Чугуев"]),
        ("Від артобстрілів постраждали Вовчанськ та Чугуїв.", "ua", ["Вовчанськ", "Чугуїв"]),
        ("Авіаударів зазнав Чугуїв, під вогнем були Вовчанськ і Нікополь.", "ua",
         ["Чугуїв", "Вовчанськ", "Нікополь"]),
        ("Ворог обстріляв Нікополь, а також Чугуїв і Вовчанськ.", "ua",
         ["Нікополь", "Чугуїв", "Вовчанськ"]),
        ("Обстрелян Никополь, а также Чугуев.", "ua", ["Никополь", "Чугуев"]),
        # who says so, from where
        ("قالت لجان المقاومة في الفاشر إن المدفعية قصفت مخيم زمزم.", "sd", ["مخيم زمزم"]),
        ("Shells fired across the Nile hit a bus in Omdurman.", "sd", ["Omdurman"]),
        # any attack to come is none
        ("Any air strike on Sarmin will be answered, the group said.", "sy", []),
        ("أي قصف على سرمين سيقابل بالرد، قال المتحدث.", "sy", []),
        ("Будь-який обстріл Чугуєва матиме наслідки.", "ua", []),
        ("Любой обстрел Чугуева будет иметь последствия.", "ua", []),
        # what is said of a strike besides
        ("A raid near Sarmin that was not included in an earlier list burnt a mill.", "sy",
         ["Sarmin"]),
        ("Jets bombed sheds used to store drones in Sarmin.", "sy", ["Sarmin"]),
        ("On Tuesday a raid on Sarmin killed two. Another on a mill near the border killed one.",
         "sy", ["Sarmin"]),
        ("Снаряд розірвався у Чугуєві.", "ua", ["Чугуєві"]),
        ("Погибли семеро от ракеты, упавшей на вокзал в Чугуеве.", "ua", ["Чугуеве"]),
        ("Уночі в порту Одеси уражено ракетою три склади.", "ua", ["Одеси"]),
    ],
)  # fmt: skip
def test_the_place_that_was_struck_is_told_from_those_around_it(text, country, strikes):
    assert [place for place, _ in told(text, country)] == strikes


def test_of_a_list_of_places_under_two_kinds_each_is_one_strike():
    listed = "Under fire and air strikes were Sarmin, Binnish, Saraqib, Ariha and Taftanaz."
    assert len(told(listed)) == 5
    assert len(told("Air strikes and shelling hit Sarmin.")) == 2


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("Shelling hit Sarmin and Binnish. Four were killed in Sarmin and nine injured; in Binnish "
         "two people were killed.", "sy", {"Sarmin": (4, 9), "Binnish": (2, None)}),
        ("Shelling hit Sarmin and Binnish. Four people were killed in Sarmin and Binnish.", "sy",
         {"Sarmin": (None, None), "Binnish": (None, None)}),
        ("A raid on Sarmin killed five people. Another on a garage near the border wounded three.",
         "sy", {"Sarmin": (5, None)}),
        ("غارة على سرمين، 4 شهداء و40 إصابة.", "sy", {"سرمين": (4, 40)}),
        ("غارة على منزل في حي السكري بمدينة حلب أوقعت 3 شهداء و7 جرحى #حلب", "sy",
         {"السكري": (3, 7)}),
        ("Дрон скинув вибухівку у Чугуєві. Поранено чоловіка 1958 року народження.", "ua",
         {"Чугуєві": (None, 1)}),
        ("Дрон ударил по Чугуеву. Ранен мужчина 1958 года рождения.", "ua",
         {"Чугуеву": (None, 1)}),
    ],
)  # fmt: skip
def test_a_toll_is_of_the_place_that_it_is_told_of(text, country, found):
    assert tolls(text, country) == found


def ranges(text: str, country: str = "sy"):
    return {d.place.surface: (d.toll.killed, d.toll.injured) for d in drafts(text, country)}


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        # one toll as it grew, within a sentence and over several
        ("Ракета влучила в Чугуїв. Спочатку повідомили про 3 загиблих, остаточно — 8, "
         "поранених понад 20.", "ua", {"Чугуїв": ((3, 8), (21, None))}),
        ("Ракета попала в Чугуев. Сначала сообщили о 3 погибших, днём — о 6, а вечером — "
         "о 8 погибших и 12 раненых.", "ua", {"Чугуев": ((3, 8), (12, None))}),
        ("A raid hit Sarmin. Initial reports spoke of 3 people killed, by the evening 8.", "sy",
         {"Sarmin": ((3, 8), (None, None))}),
        ("A raid hit Sarmin. The first strike killed 3 people, then the crowd ran.", "sy",
         {"Sarmin": ((3, None), (None, None))}),
        ("Ворог обстріляв Чугуїв. Люди були вдома. Пожежу погасили. На місці медики.\n"
         "UPD — кількість поранених зросла до п'яти.", "ua", {"Чугуїв": ((None, None), (5, None))}),
        ("On Monday a raid hit Sarmin. On Tuesday the number of dead rose to 9, medics said.",
         "sy", {"Sarmin": ((9, None), (None, None))}),
        ("A raid on Sarmin killed 3 people. The number of dead rose to 9 on the next day.", "sy",
         {"Sarmin": ((3, 9), (None, None))}),
        ("Удар по Чугуєву: 3 загиблих. Кількість загиблих зросла до 9.", "ua",
         {"Чугуєву": ((3, 9), (None, None))}),
        ("Удар по Чугуеву, погибли 3 человека. Число погибших выросло до 9.", "ua",
         {"Чугуеву": ((3, 9), (None, None))}),
        ("قصفت الطائرات سرمين وقتل 3 أشخاص. ارتفع عدد القتلى إلى 9.", "sy",
         {"سرمين": ((3, 9), (None, None))}),
        ("On Monday a raid hit Sarmin. On Tuesday 9 people were killed.", "sy",
         {"Sarmin": ((None, None), (None, None))}),
    ],
)  # fmt: skip
def test_a_toll_that_grew_is_a_range(text, country, found):
    assert ranges(text, country) == found


@pytest.mark.parametrize(
    ("country", "strike", "total"),
    [
        ("sy", "A raid on Sarmin hit homes.", "The number of dead in Gaza has reached 34,000."),
        ("sy", "A raid on Sarmin hit homes.", "In Gaza the death toll rose to 34,000."),
        ("sy", "A raid on Sarmin hit homes.", "The number of people killed across Syria is 900."),
        ("ua", "Удар по Чугуєву.", "Кількість загиблих у Газі зросла до 900."),
        ("ua", "Удар по Чугуеву.", "Число погибших в Газе достигло 900."),
        ("sy", "قصفت الطائرات سرمين.", "ارتفع عدد القتلى في غزة إلى 900."),
    ],
)
def test_the_dead_of_a_wider_area_are_not_those_of_a_strike(country, strike, total):
    assert [draft.toll.text for draft in drafts(f"{strike} {total}", country)] == [None]


def test_a_strike_of_years_ago_with_its_own_toll_is_another():
    text = (
        "Jets answered with strikes on Sarmin; 20 people were killed.\n\n"
        "In October 2016 an air strike on a funeral hall in Sarmin killed 140 mourners."
    )
    assert [d.toll.killed[0] for d in drafts(text)] == [20, 140]


@pytest.mark.parametrize(
    ("text", "country", "left"),
    [
        ("Канал додав, що ракета вдарила по Чугуєву.\n\nЖодного удару по Чугуєву не було.", "ua",
         []),
        ("Канал добавил, что ракета ударила по Чугуеву.\n\nНи одного удара по Чугуеву не было.",
         "ua", []),
        ("A channel wrote that a missile hit Sarmin.\n\nThere was no strike on Sarmin.", "sy", []),
        ("قال ناشطون إن غارة استهدفت سرمين.\n\nلم تقع أي غارة على سرمين.", "sy", []),
        ("A missile hit Sarmin, killing four.\n\nThere was no strike on Sarmin after noon.", "sy",
         ["Sarmin"]),
        ("On Monday a missile hit Sarmin.\n\nThere was no strike on Sarmin today.", "sy",
         ["Sarmin"]),
        ("A missile hit Sarmin.\n\nThere was no strike on Binnish.", "sy", ["Sarmin"]),
        ("A channel wrote that missiles hit Sarmin and Binnish.\n\nThere was no strike on Sarmin "
         "or Binnish that day.", "sy", []),
        ("A channel wrote that artillery shelled Sarmin.\n\nThere were no air strikes on Sarmin.",
         "sy", ["Sarmin"]),
        ("Jets bombed Sarmin. The ministry denied it and claimed there was no attack on Sarmin.",
         "sy", ["Sarmin"]),
        ("A channel wrote that jets bombed Sarmin. There was no strike on Sarmin for months before "
         "that.", "sy", ["Sarmin"]),
        ("A channel said that jets bombed a mill in Sarmin. There was no strike on the hospital in "
         "Sarmin.", "sy", ["Sarmin"]),
        ("Until then there were no attacks on Sarmin.\n\nJets bombed Sarmin.\n\nUntil then there "
         "were no attacks on Sarmin, the mayor said.", "sy", ["Sarmin"]),
        ("قال ناشطون إن غارة استهدفت سرمين.\n\nلم تقع أي غارة على سرمين منذ شهر.", "sy", ["سرمين"]),
        ("Канал додав, що ракета вдарила по Чугуєву.\n\nДо того жодного удару по Чугуєву не було.",
         "ua", ["Чугуєву"]),
        ("Канал добавил, что ракета ударила по Чугуеву.\n\nС мая ни одного удара по Чугуеву не "
         "было.", "ua", ["Чугуеву"]),
    ],
)  # fmt: skip
def test_what_the_text_itself_calls_false_is_withdrawn(text, country, left):
    assert [place for place, _ in told(text, country)] == left


def test_a_strike_told_as_a_fact_stays_with_the_words_against_it():
    found = drafts("A missile hit Sarmin.\n\nThere was no strike on Sarmin.")
    assert [(d.why["kind"][0], d.why["kind"][1][-14:]) for d in found] == [(0.3, "there was none")]


def test_the_town_of_a_headline_gives_way_to_its_quarter():
    text = "Shelling of a market in Donetsk\n\nShells fell on Tekstylnyk, two people were killed."
    assert [d.place.match.precision for d in drafts(text, "ua")] == ["neighbourhood"]
    assert len(told("Warplanes bombed the Nuseirat camp and the town of Deir al-Balah.", "ps")) == 2


def test_a_raid_by_somebodys_own_aircraft_is_from_the_air():
    text = "قصفت المدفعية كوستي.\n\nقال الجيش إن طيرانه أغار على مخازن في نيالا."
    assert told(text, "sd")[-1] == ("نيالا", "airstrike")


@pytest.mark.parametrize("text", [
    "The minister spoke in Damascus. The village was shelled, killing two.",
    "Refugees from Homs arrived in Sarmin. The camp was shelled.",
    "تحدث الوزير في دمشق. قُصفت القرية.",
])  # fmt: skip
def test_a_village_without_a_name_is_not_the_place_of_the_sentence_before(text):
    assert drafts(text) == []


@pytest.mark.parametrize("text", [
    "У районі Чугуєва знищено три російські танки.",
    "Под Чугуевом уничтожен танк.",
    "Знищено дві гармати, три дрони і танк біля Вовчанська.",
])  # fmt: skip
def test_arms_destroyed_at_a_town_are_no_strike_on_it(text):
    assert drafts(text, "ua") == []


def test_what_a_strike_on_a_town_destroyed_does_not_unsay_it():
    assert told("Внаслідок удару по Чугуєву знищено танк.", "ua") == [("Чугуєву", "shelling")]
