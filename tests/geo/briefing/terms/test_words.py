"""Words of a sheet: dates, counts and filters in its language."""

from __future__ import annotations

import re
import string
from datetime import date

import pytest

from geo.briefing.terms.languages import LANGUAGES
from geo.briefing.terms.phrases import arabic, english, ukrainian
from geo.briefing.terms.words import Words
from geo.land.levels import level_words
from geo.strikes.filters import Filters
from geo.strikes.near_layers import NearLayer
from geo.strikes.nearness import Near

EN, AR = english.PHRASES, arabic.PHRASES
ENGLISH, ARABIC = Words(), Words("ar", "arabic")


def plain(text: str) -> str:
    return text.translate({0xA0: " ", 0x200F: None, 0x200E: None})


NOUNS = ("unit", "units", "noun", "nouns")  # each language has the number that its grammar asks


def test_every_phrase_is_in_both_languages_with_the_same_parts():
    def parts(phrase: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}

    for key, phrase in EN.items():
        if key.endswith(" one") and key.removesuffix(" one") in EN:
            continue
        if key.startswith("term ") and key not in AR:
            pytest.fail(f"no Arabic for {key}")
        assert parts(AR[key]) <= parts(phrase) | {"located", "rows", *NOUNS}, key
    assert not {key for key in AR if not key.startswith("term ")} - set(EN)


@pytest.mark.parametrize("code", ["es", "fr"])
def test_spanish_and_french_have_every_phrase_with_its_parts(code):
    def parts(phrase: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}

    table = LANGUAGES[code].phrases
    free = {*NOUNS, "Nouns", "counted", "count", "the_adm", "its_adm", "bin"}
    for key, phrase in EN.items():
        if key.endswith(" one") and key.removesuffix(" one") in EN:
            continue
        assert parts(table[key]) - free <= parts(phrase), key
        assert parts(phrase) - free <= parts(table[key]), key
        assert table[key] != phrase or not re.search("[a-z]{5} [a-z]{5}", phrase), key
    known = ("name ", "term ", "adm", "counted ", "places credit")
    assert not {key for key in table if not key.startswith(known)} - set(EN)


def test_spanish_and_french_write_numbers_and_days_as_their_academies_have_them():
    spanish, french = Words("es"), Words("fr")
    first = date(2015, 10, 1)
    assert [spanish.number(count) for count in (1234, 12345)] == ["1234", "12\u202f345"]
    assert french.number(1234) == "1\u202f234"
    assert plain(spanish.day(first)) == "1 de octubre de 2015"
    assert plain(spanish.month(first)) == "octubre de 2015"
    assert plain(french.day(first)) == "1er octobre 2015"
    assert plain(french.span(first, date(2015, 10, 5))) == "1er–5 oct. 2015"
    assert [french.say("rows", count=count)[-9:] for count in (0, 1)] == [" 0 frappe", " 1 frappe"]
    assert spanish.say("rows", count=1) == "Se informa de 1 ataque"


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        ("2015-09-30", "2015-09-30", "day", "30 Sep 2015"),
        ("2015-10-19", "2015-10-20", "day", "19–20 Oct 2015"),
        ("2015-09-30", "2015-10-04", "week", "30 Sep – 4 Oct 2015"),
        ("2019-12-30", "2020-01-02", "week", "30 Dec 2019 – 2 Jan 2020"),
        ("2015-10-01", "2015-10-31", "month", "October 2015"),
        ("2015-01-01", "2015-12-31", "year", "2015"),
    ],
)
def test_days_are_as_sharp_as_they_are_known(first, last, precision, said):
    span = ENGLISH.span(date.fromisoformat(first), date.fromisoformat(last), precision)
    assert plain(span) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("2020", "2020"), ("2020-07", "July 2020"), ("2020-07-14", "14 July 2020"),
     ("2020-07-14T10:00", "14 July 2020"), ("summer", "summer"), (None, "date not known"),
     ("", "date not known"), ("2020-13-40", "2020-13-40")],
)  # fmt: skip
def test_a_publication_s_date_is_as_sharp_as_known(text, said):
    assert plain(ENGLISH.iso(text)) == said


def test_digits_are_arabic_only_where_chosen():
    assert ARABIC.number(3000) == "٣٬٠٠٠"
    assert Words("ar").number(3000) == "3,000"
    assert Words("en", "arabic").number(3000) == "3,000"
    assert plain(ARABIC.day(date(2015, 9, 30))) == "٣٠ أيلول ٢٠١٥"


def test_filters_are_said_in_the_sheet_s_language():
    filters = Filters(kinds=("airstrike", "drone"), governorates=("SY07",), actors=("Russia",),
                      statuses=("located",), text="Sarmin")  # fmt: skip
    names = {"SY07": "Idlib"}
    said = "air strike, drone strike; Idlib; actor: Russia; located; text “Sarmin”"
    assert ENGLISH.filters(filters, names) == said
    assert ENGLISH.filters(Filters(), names) == ""
    near = Filters(
        near=Near(36.74, 34.84, 5, "Talbisah"), near_layer=NearLayer("Camps", 0), only=("strikes",)
    )
    assert ENGLISH.filters(near, names) == (
        "no rows that are no strikes; within 5 km of Talbisah; in Camps"
    )
    assert "ضمن ٥ كم من Talbisah" in plain(ARABIC.filters(near, names))
    assert NearLayer.from_text("Camps,1234.567").text == "Camps,1234.567"
    since = Filters(since=date(2026, 11, 1))
    assert plain(ENGLISH.filters(since, names)) == "new or revised since 1 November 2026"
    assert plain(ARABIC.filters(since, names)).startswith("جديد أو منقح منذ")
    assert plain(ARABIC.filters(filters, {"SY07": "إدلب"})).startswith("غارة جوية، ضربة بطائرة")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_rows_are_called_what_they_are(language):
    called = [
        Words(language, unit=unit, noun=noun).say("rows", count=2)
        for unit, noun in (("strike", "strike"), ("event", "event"), ("event", "row"))
    ]
    assert len(set(called)) == 3
    titles = {Words(language, unit=unit).say("title") for unit in ("strike", "event")}
    assert len(titles) == 2


@pytest.mark.parametrize(
    ("country", "english_words", "arabic_words"),
    [
        ("sy", "counted on their governorate,", "تعد في محافظتها بلا"),
        ("ua", "counted on their oblast,", "تعد في مقاطعتها بلا"),
        ("sd", "counted on their state,", "تعد في ولايتها بلا"),
        ("pt", "counted on their district,", "تعد في منطقتها الإدارية بلا"),
    ],
)
def test_areas_are_called_as_their_country_calls_them(country, english_words, arabic_words):
    levels = level_words((country,))
    assert english_words in Words(levels=levels).say("unseen area only", count=3)
    assert arabic_words in Words("ar", levels=levels).say("unseen area only", count=3)
    assert levels.one[0] in Words(levels=levels).say("governorate not known")
    assert "غير معروفة" in Words("ar", levels=levels).say("governorate not known")


@pytest.mark.parametrize("language", sorted(LANGUAGES.keys() - {"en"}))
def test_every_language_has_every_phrase_and_no_part_that_english_lacks(language):
    def parts(phrase: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}

    own = LANGUAGES[language].phrases
    usual = {key for key in EN if not (key.endswith(" one") and key.removesuffix(" one") in EN)}
    assert not {key for key in usual if not key.startswith("term ")} - own.keys()
    lent = {*NOUNS, "Nouns", "counted", "told", "the_adm", "its_adm", "located", "rows"}
    for key in usual & own.keys():
        assert parts(own[key]) <= parts(EN[key]) | lent, key
    terms = {key for key in arabic.TERMS if key.startswith("term ")}
    assert terms <= own.keys()


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 удар"), (3, "3 удари"), (5, "5 ударів"), (12, "12 ударів"), (21, "21 удар"),
     (1_234, "1 234 удари")],
)  # fmt: skip
def test_ukrainian_nouns_follow_their_numbers(count, said):
    assert plain(Words("uk").say("rows", count=count)) == f"Повідомлено про {said}"
    assert plain(Words("uk").say("legend circle", count=count)) == f"{said} в одному місці"


def test_ukrainian_days_numbers_and_names_are_as_the_language_has_them():
    words = Words("uk")
    day = date(2024, 8, 5)
    assert plain(words.day(day)) == "5 серпня 2024"
    assert plain(words.month(day)) == "серпень 2024"
    assert plain(words.short_day(day)) == "5 серп. 2024"
    near = Filters(near=Near(36.2, 50, 2.5, "Харків"))
    assert words.filters(near, {}) == "до 2,5 км від місця Харків"
    assert words.own_name("Russia") == "Росія"
    assert words.own_name("Kharkiv", local="Харків", of="uk") == "Харків"
    assert Words().own_name("Kharkiv", local="Харків", of="uk") == "Kharkiv"
    assert [words.is_own(name) for name in ("Куп’янськ", "Харьков", "Kharkiv", "Эльба")] == [
        True, False, False, False,
    ]  # fmt: skip
    assert words.short("Харківська область") == "Харківська обл."
    assert len(set(ukrainian.MONTHS_OF_DAYS)) == 12


# a governorate and a district, as the languages have them
LEVELS = {
    "en": ("governorate", "district"), "ar": ("محافظة", "منطقة"), "uk": ("область", "район"),
    "es": ("gobernación", "distrito"), "fr": ("gouvernorat", "district"),
}  # fmt: skip


@pytest.mark.parametrize("code", LEVELS)
def test_an_area_is_called_as_no_level_is(code):
    words = Words(code)
    said = " ".join(words.say(phrase, count=3) for phrase in ("area only", "legend area"))
    said = f"{said} {words.term('area_only')}"
    for level in LEVELS[code]:
        assert level[:4].casefold() not in said.casefold(), said


@pytest.mark.parametrize(
    ("language", "one", "some"),
    [
        ("en", "one strike", "5–9 strikes"),
        ("ar", "ضربة واحدة", "من 5 إلى 9 ضربة"),
        ("uk", "1", "5–9"),
        ("es", "1 ataque", "5–9 ataques"),
        ("fr", "1 frappe", "5–9 frappes"),
        ("he", "1", "5–9"),
    ],
)
def test_a_shade_is_told_for_one_and_for_a_range_in_every_language(language, one, some):
    words = Words(language)
    assert plain(words.say("legend shade", count=1)) == one
    assert plain(words.say("legend shade", count=words.range(5, 9))) == some
