"""Spans of place names: what is one, where it begins and ends, in either script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentions_in import SYRIA, elsewhere_in, found_in

from gazetteer import load_gazetteer
from gazetteer.mentions.document import find_mentions

NO_PLACE = [
    "A spokesman for Hamas denied it.",
    "The Free Aleppo Media office published a video.",
    "Omar al-Homsi and Samir al-Halabi signed the statement.",
    "President Bashar al-Assad spoke on Monday in March.",
    "Faylaq ash-Sham, Ahrar al-Sham and Hayat Tahrir al-Sham denied it.",
    "Liwa Suqour al Jabal received training.",
    "The Idlib Health Directorate counted the wounded.",
    "Aleppo Today and the Homs Liberation Movement reported it.",
    "Abu Bakr al-Baghdadi was killed in a raid.",
    "Hassan said that Salma and Rima were safe.",
    "He has a job and a new car; it is far away.",
    "قال العقيد خالد إن الثورة مستمرة.",
    "نفت وزارة الدفاع الخبر وقالت إن الحرب انتهت.",
    "أعلن جيش إدلب الحر ومركز حلب الإعلامي ذلك.",
    "نقلت وكالة إدلب برس الخبر.",
    "هرب الناس من المكان ومن حوله.",
    "وصل إلى القرية وما حولها ووقف خلفه.",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_persons_groups_and_everyday_words_are_no_places(text):
    assert found_in(text) == {}


ELSEWHERE = [
    ("He flew from Manchester to Brussels.", {"Manchester": "GB", "Brussels": "BE"}),
    ("The U.S. and the US told us so.", {"U.S.": "US", "US": "US"}),
    ("Families left Mosul for Gaziantep.", {"Mosul": "IQ", "Gaziantep": "TR"}),
    ("The Kremlin said nothing.", {"Kremlin": "RU"}),
    ("وصل الوفد إلى موسكو قادما من جنيف.", {"موسكو": "RU", "جنيف": "CH"}),
    ("Rebels in Tripoli, Lebanon, protested.", {"Tripoli": "LB", "Lebanon": "LB"}),
]


@pytest.mark.parametrize(("text", "names"), ELSEWHERE)
def test_names_elsewhere_are_known_as_such_and_never_placed(text, names):
    assert elsewhere_in(text) == names
    assert found_in(text) == {}
    assert all(m.match.lon is None for m in find_mentions(text, SYRIA))


def test_a_village_on_no_list_is_found_where_a_type_word_says_so():
    (mention,) = find_mentions("Shells fell on the village of Qwrtyabad at noon.", SYRIA)
    assert (mention.surface, mention.match.method) == ("Qwrtyabad", "none")
    assert find_mentions("He thanked Qwrtyabad at noon.", SYRIA) == []


BOUNDS = [
    ("Syria’s Idlib Province was hit.", ["Syria", "Idlib"]),
    ("to the E U.S. it went", ["U.S."]),
    ("Al\xa0Sayyad and Kafr Zita", ["Al\xa0Sayyad", "Kafr Zita"]),
    ("the Ghab plain's north", ["Ghab plain"]),
    ("ALEPPO (Reuters) - It rained.", ["ALEPPO"]),
    ("(Saraqib)", ["Saraqib"]),
    ("«سراقب» وبلدة كفرنبل", ["سراقب", "كفرنبل"]),
    ("غارات على كفرنبل وحاس بإدلب", ["كفرنبل", "حاس", "إدلب"]),
    ("وصلوا للرقة", ["رقة"]),
    ("missiles at Talbiseh", ["Talbiseh"]),
    ("hit al- Lataminah at dawn", ["al- Lataminah"]),
    ("Ma'arrat al- Nu'man was hit", ["Ma'arrat al- Nu'man"]),
    ("raids on Ma'arrat al-\nNu'man", ["Ma'arrat al-\nNu'man"]),
    ("Kafr Nabl and Deir el -Zor", ["Kafr Nabl", "Deir el -Zor"]),
    ("the Al-Omar oil field and Thaalah air base", ["Al-Omar oil field", "Thaalah air base"]),
    ("غارات على مورك وتل رفعت وأم شرشوح", ["مورك", "تل رفعت", "أم شرشوح"]),
    ("😀 Saraqib 😀 Ariha", ["Saraqib", "Ariha"]),
]


@pytest.mark.parametrize(("text", "surfaces"), BOUNDS)
def test_offsets_bound_the_name_alone(text, surfaces):
    mentions = find_mentions(text, SYRIA)
    assert [m.surface for m in mentions] == surfaces
    assert [text[m.start : m.end] for m in mentions] == surfaces


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(
    st.sampled_from(["Saraqib", "al-Lataminah", "in", "the town of", "Idlib province", "Hassan",
                     "وقصف", "سراقب", "بإدلب", "قرية", "U.S.", "\n", ", ", "'s", "“", "😀", "-"]),
    st.text(max_size=6)), max_size=25), st.sampled_from([" ", "", "\xa0"]))  # fmt: skip
def test_mentions_are_in_order_apart_and_exact(parts, gap):
    text = gap.join(parts)
    mentions = find_mentions(text, SYRIA)
    assert all(text[m.start : m.end] == m.surface for m in mentions)
    assert all(m.surface.strip() for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


HOSTILE = ["", "a" * 100_000, "Al-" * 30_000, "Saraqib " * 5_000, "قرية " * 20_000,
           "\u202e\u200d" * 20_000, "'" * 50_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_answer(text):
    mentions = find_mentions(text, SYRIA)
    assert len(mentions) == text.count("Saraqib")


# A name on no list, of several words, one of which is that of a listed place.
LONGER = (
    ("mm", "A jet bombed Akyi Pan Malun village on Tuesday.", "Pan"),
    ("mm", "The army shelled Kone Bago Lay and left on Friday.", "Bago"),
    ("mm", "Soldiers burned houses in Loi Kaw Lay on Friday.", "Loi Kaw"),
    ("sy", "Warplanes bombed the farms of Shandakh Manbij Torbin at night.", "Manbij"),
    ("ua", "A missile struck the houses of Prokha Kharkiv Drebla.", "Kharkiv"),
    ("ye", "Fighters attacked the post of Jawal Dhamar Qatin on Monday.", "Dhamar"),
    ("ua", "Авиация ударила по селу Верхняя Липовка, погибли двое.", "Верхняя"),
    ("ua", "Взрыв прогремел в Нижнем Бурлуке.", "Нижнем"),
    ("ua", "Дроны поразили Тихий Лиман.", "Лиман"),
    ("ua", "Ракета попала в школу в Заозёрном Логе.", "Заозёрном"),
    ("ua", "Обстріл села Нова Орлівка, загиблих немає.", "Орлівка"),
)


@pytest.mark.parametrize(("country", "text", "word"), LONGER)
def test_one_word_of_a_name_on_no_list_is_no_place(country, text, word):
    found = find_mentions(text, load_gazetteer(country))
    assert not [m for m in found if m.surface == word]
    assert not [m for m in found if m.match.place is not None]


CYRILLIC_PLACES = (
    ("у Києві Зеленський заявив про удар", ["Києві"]),
    ("Нічний Харків під ударом", ["Харків"]),
    ("обстріл Бахмута Донецької області", ["Бахмута", "Донецької області"]),
    ("у Миколаєві Андрій Садовий", ["Миколаєві"]),
    ("Краматорськ ЗСУ відбили", ["Краматорськ"]),
    ("удар по Новій Водолазі", ["Новій Водолазі"]),
    ("обстріл Малої Токмачки та Оріхова", ["Малої Токмачки", "Оріхова"]),
    ("обстріляли прифронтовий Херсон і Білозерку", ["Херсон", "Білозерку"]),
    ("По данным Дмитрия Ольхового, под обстрел попала машина в Умани", ["Умани"]),
    ("Анна Андріївна Новосілка сказала у Сумах", ["Сумах"]),
    ("у Миколаєві та Павлограді", ["Миколаєві", "Павлограді"]),
    ("Володимир Волинський", ["Володимир Волинський"]),
)


@pytest.mark.parametrize(("text", "names"), CYRILLIC_PLACES)
def test_capitals_beside_a_cyrillic_name_that_are_no_part_of_it(text, names):
    found = find_mentions(text, load_gazetteer("ua"))
    assert [m.surface for m in found] == names
    assert all(m.match.place is not None for m in found)


@pytest.mark.parametrize(
    ("country", "text", "names"),
    [
        ("ua", "Missiles were fired from Belgorod at Kharkiv.", ["Kharkiv"]),
        ("sy", "Rockets fired from Nubl at Aleppo.", ["Nubl", "Aleppo"]),
        ("sy", "Shells fell on Saraqib as Aleppo was hit.", ["Saraqib", "Aleppo"]),
        ("sy", "The road from an Nabk to ad Dana and at Tall", ["an Nabk", "ad Dana", "Tall"]),
    ],
)
def test_an_english_word_before_a_name_is_no_article(country, text, names):
    found = [m for m in find_mentions(text, load_gazetteer(country)) if m.match.place]
    assert [m.surface for m in found] == names
    assert all(m.match.precision == "settlement" for m in found)


# Capitals around a listed name that are no part of it.
NO_PART = (
    "Besieged Aleppo Awaits Convoy",
    "Ten people were killed.\nBesieged Aleppo Awaits Convoy",
    "Wounded Aleppo residents were brought to the hospital.",
    "The Syrian Aleppo Governor said that nobody was hurt.",
    "Fighters left the Central Aleppo Prison on Monday.",
)


@pytest.mark.parametrize("text", NO_PART)
def test_a_listed_name_stays_in_a_headline_and_beside_words_of_no_name(text):
    assert any("Aleppo" in m.surface and m.match.adm1_name for m in find_mentions(text, SYRIA))
