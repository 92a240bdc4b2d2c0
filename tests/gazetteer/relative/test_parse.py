"""Relative places as worded: what is one and what is none."""

from __future__ import annotations

import pytest

from gazetteer.relative.parse import parse_relative


@pytest.mark.parametrize(
    "name",
    ["Idlib", "Kafr Zita", "Al Westani", "Deir Sharqi", "Saraqib (Idlib)", "Khan Shaykhun",
     "كفر زيتا", "", "10", "north", "ريف", "بين", "M5"],
)  # fmt: skip
def test_a_plain_name_is_no_relative_place(name):
    assert parse_relative(name) is None


@pytest.mark.parametrize(
    ("text", "kind", "anchor"),
    [
        ("Alder town (near)", "near", "Alder town"),
        ("Alder (outskirts)", "outskirts", "Alder"),
        ("Alder, Norwold (outskirts)", "outskirts", "Alder, Norwold"),
        ("surrounding Alder", "near", "Alder"),
        ("eastern part of Alder", "part", "Alder"),
        ("western parts of Alder city", "part", "Alder city"),
    ],
)
def test_what_lies_by_a_place_or_is_a_side_of_it(text, kind, anchor):
    relative = parse_relative(text)
    assert relative is not None
    assert (relative.kind, relative.anchors) == (kind, (anchor,))


@pytest.mark.parametrize("text", ["Alder (Norwold)", "Alder (near Birch)"])
def test_brackets_that_name_something_are_not_dropped(text):
    relative = parse_relative(text)
    assert relative is None or relative.anchors != ("Alder",)


@pytest.mark.parametrize("and_more", ["Alder and surroundings", "Alder and its environs"])
def test_a_place_with_its_surroundings_is_more_than_what_lies_by_it(and_more):
    assert parse_relative(and_more) is None
