"""Which texts join several names, and what each of them says."""

from __future__ import annotations

import pytest

from gazetteer.spelling.conjunctions import read_list, read_several


@pytest.mark.parametrize(
    ("text", "heads", "wholes"),
    [
        ("Alder and Birch", ["alder", "birch"], ()),
        ("Alder, Birch and Cedar", ["alder", "birch", "cedar"], ()),
        ("Alder, Birch, and Cedar", ["alder", "birch", "cedar"], ()),
        ("Alder and Birch, Norwold", ["alder", "birch"], ("Norwold",)),
        ("Alder and Birch in Norwold", ["alder", "birch"], ("norwold",)),
        ("Norwold: Alder and Birch", ["alder", "birch"], ("Norwold",)),
        ("Alder & Birch villages", ["alder", "birch"], ()),
        ("مدينتي سراقب وأريحا", ["سراقب", "اريحا"], ()),
        ("سراقب و أريحا", ["سراقب", "اريحا"], ()),
    ],
)
def test_names_joined(text: str, heads: list[str], wholes: tuple[str, ...]) -> None:
    read = read_several(text)
    assert read is not None
    assert [part.head for part in read.members] == heads
    assert {part.wholes for part in read.members} == {wholes}


def test_a_kind_said_once_is_of_all() -> None:
    read = read_several("Alder and Birch neighbourhoods")
    assert read is not None
    assert [part.hint for part in read.members] == ["neighbourhood"] * 2
    alone = read_several("Alder and Birch camp")
    assert alone is not None
    assert [part.hint for part in alone.members] == [None, "camp"]


@pytest.mark.parametrize("text", ["Anderson", "Alder, Norwold", "Sandor", "وادي", "Alder and"])
def test_one_name_is_not_several(text: str) -> None:
    assert read_several(text) is None


def test_a_letter_that_may_begin_the_second_name_is_told() -> None:
    glued, apart = read_several("سراقب وأريحا"), read_several("سراقب و أريحا")
    assert glued is not None
    assert apart is not None
    assert (glued.glued, apart.glued) == (True, False)


def test_a_list_has_three_names_and_only_commas() -> None:
    assert read_list("Alder, Birch") is None
    assert read_list("Alder (Birch), Cedar, Norwold") is None
    read = read_list("Alder, Birch, Cedar")
    assert read is not None
    assert [part.head for part in read.members] == ["alder", "birch", "cedar"]
