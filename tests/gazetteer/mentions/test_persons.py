"""Persons of running text who are called as villages are, and what keeps a village a place."""

from __future__ import annotations

import pytest
from mentions_in import found_in

PERSONS = [
    "قال أبو عمر إن القصف مستمر.",
    "قال أبو حسن لوكالتنا ذلك.",
    "وأكد أبو عمر النبأ.",
    "وصل أبو دالي النائب صباحا.",
    "قتل القيادي أبو دالي أمس.",
    "أبو دالي قال للصحفيين ذلك.",
    "رسالة من أبو عمر ومعه رفاقه.",
    "قال أبو الظهور إن الحرب طويلة.",
    "Mr. Hama and Dr. Nawa spoke.",
    "Gen. Saraqib signed it; Prof. Aleppo did not.",
]


@pytest.mark.parametrize("text", PERSONS)
def test_who_speaks_arrives_or_is_killed_is_no_village(text):
    assert found_in(text) == {}


VILLAGES = [
    ("قصف الطيران قرية أبو دالي.", "أبو دالي"),
    ("سقطت قذائف في أبو دالي.", "أبو دالي"),
    ("غارات على أبو دالي صباحا.", "أبو دالي"),
    ("قصف مدفعي طال سراقب وأبو دالي.", "أبو دالي"),
    ("استهدف الطيران أمس أبو الظهور.", "أبو الظهور"),
    ("دارت اشتباكات في أم شرشوح.", "أم شرشوح"),
]


@pytest.mark.parametrize(("text", "name"), VILLAGES)
def test_a_word_of_places_a_list_or_its_fame_keeps_a_village(text, name):
    assert name in found_in(text)


def test_a_village_that_the_text_has_told_of_is_meant_again():
    text = "قصف الطيران قرية أبو دالي. ثم عاد الطيران وقصف، وأبو دالي خالية."
    assert list(found_in(text)) == ["أبو دالي"]
    assert found_in("ثم عاد الطيران. وأبو دالي غاضب.") == {}
