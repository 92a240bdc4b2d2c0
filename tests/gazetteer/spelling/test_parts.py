"""What a name says besides itself: its kind, the wholes it lies in, and which way round."""

from __future__ import annotations

import pytest

from gazetteer.spelling.parts import (
    closes_part,
    is_village_name,
    names_nothing,
    read_parts,
    split_pieces,
)


@pytest.mark.parametrize(
    ("text", "head", "hint", "wholes"),
    [
        ("Alder: old market", "old", "facility", ("Alder",)),
        ("Alder: Lantern street, Norwold", "lantern", "facility", ("Norwold", "Alder")),
        ("Lantern neighbourhood of Alder", "lantern", "neighbourhood", ("alder",)),
        ("Lantern area of Alder", "lantern", "area", ("alder",)),
        ("border area of Alder", "border area of alder", None, ()),
        ("northern region of Alder", "northern region of alder", None, ()),
        ("centre of Alder", "alder", "settlement", ()),
        ("town of Alder", "alder", "settlement", ()),
        ("Lantern national hospital", "lantern", "facility", ()),
        ("شارع المصابيح", "المصابيح", "facility", ()),
        ("مديرية المصابيح", "المصابيح", "district", ()),
        ("عزلة المصابيح", "المصابيح", "subdistrict", ()),
        ("Al- Karak", "al karak", None, ()),
        ("Alder in rural Birch", "alder", None, ("rural birch",)),
        ("قسطل بريف ران", "قسطل", None, ("ريف ران",)),
        ("قسطل بمدينة ران", "قسطل", None, ("مدينه ران",)),
    ],
)
def test_parts(text: str, head: str, hint: str | None, wholes: tuple[str, ...]) -> None:
    parts = read_parts(text)
    assert (parts.head, parts.hint, parts.wholes) == (head, hint, wholes)


@pytest.mark.parametrize(
    ("text", "by_commas"),
    [("Alder, Birch", True), ("Alder (Birch)", False), ("Alder - Birch", False), ("Alder", False)],
)
def test_only_commas_leave_open_which_is_the_whole(text: str, *, by_commas: bool) -> None:
    assert read_parts(text).by_commas == by_commas


@pytest.mark.parametrize("text", ["old market", "market", "National hospital", "السوق القديم"])
def test_a_kind_alone_names_nothing(text: str) -> None:
    assert names_nothing(read_parts(text))


@pytest.mark.parametrize("text", ["Alder market", "Alder", "سوق سراقب", "Old Alder"])
def test_a_name_names_something(text: str) -> None:
    assert not names_nothing(read_parts(text))


def test_first_words_of_villages() -> None:
    assert is_village_name("tell alder")
    assert not is_village_name("bab alder")


def test_an_article_with_a_dash_is_no_piece() -> None:
    assert split_pieces("Al- Karak - Daraa") == ["Al-Karak", "Daraa"]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Nile street", True),
        ("Sukkari neighbourhood", True),
        ("حي السكري", True),
        ("مسجد النور", True),
        ("حي باب", False),  # the gate of what follows
        ("مشفى", False),
        ("Tell", False),
        ("Ariha, Nile street", False),
        ("Sukkari city", False),
    ],
)
def test_a_type_word_or_an_article_closes_the_name_of_a_part(text: str, closed: bool) -> None:
    assert closes_part(text) is closed


def test_a_name_between_two_type_words_is_read_with_the_first_too() -> None:
    parts = read_parts("Stanytsia Luhanska village")
    assert parts.readings == ("luhanska", "stanytsia luhanska village", "stanytsia luhanska")
    assert read_parts("Ariha").readings == ("ariha",)


def test_a_part_lies_in_every_whole_that_its_name_says() -> None:
    parts = read_parts("Lantern in Alder district in Birch, Norwold")
    assert (parts.head, parts.wholes) == ("lantern", ("alder district", "birch", "Norwold"))
    assert not parts.by_commas
