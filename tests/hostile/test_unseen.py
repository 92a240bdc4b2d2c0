"""Characters that nobody sees hide no name: in running text where it stands is told as it was."""

from __future__ import annotations

import pytest

from gazetteer.mentions.document import find_mentions
from gazetteer.online.installed import load_country

UNSEEN = [
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u200e",
    "\u200f", "\u061c", "\u180e", "\u034f", "\ufe0f", "\u2061", "\U000e0041",
]  # fmt: skip
TEXTS = {
    "sy": ["An air strike on Tal{}biseh in Homs killed 3 people.",
           "قتل 3 أشخاص في غارة جوية على تل{}بيسة في حمص."],
    "ua": ["Унаслідок авіаудару по Хар{}кову загинули 3 людини."],
}  # fmt: skip


@pytest.mark.parametrize("country", TEXTS)
def test_a_name_with_an_unseen_character_is_found_where_it_stands(country: str) -> None:
    gazetteer = load_country(country)
    for text in TEXTS[country]:
        plain = find_mentions(text.format(""), gazetteer)
        assert plain
        for sign in UNSEEN:
            hidden = text.format(sign)
            found = find_mentions(hidden, gazetteer)
            assert [each.match for each in found] == [each.match for each in plain], ascii(sign)
            for seen, one in zip(plain, found, strict=True):
                assert hidden[one.start : one.end] == one.surface
                assert one.surface.replace(sign, "") == seen.surface


def test_unseen_characters_around_a_name_are_not_of_it() -> None:
    text = "\u202e\u200bHoms\u200b\u202c was bombed.\ufeff"
    (found,) = find_mentions(text, load_country("sy"))
    assert (found.surface, found.start) == ("Homs", 2)
