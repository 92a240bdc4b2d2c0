"""Insets as they are asked for: what is read, and what is refused with its remedy."""

from __future__ import annotations

import pytest

from geo.briefing.terms.insets import read_box, read_insets
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ((), ()),
        (("auto",), ()),
        (("None",), ("none",)),
        ((" Idlib ", "Idlib"), ("Idlib",)),
        (("Deir  ez-Zor", "36, 35, 37.5, 36"), ("Deir ez-Zor", "36,35,37.5,36")),
    ],
)
def test_insets_are_read(said, read):
    assert read_insets(said) == read
    options = SheetOptions(insets=said)
    assert SheetOptions.from_json(options.to_json()) == options


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("none", "Idlib"), "none stands alone"),
        (("Idlib", "AUTO"), "AUTO stands alone"),
        (("",), "it names nothing; give the code or name"),
        (("a", "b", "c", "d"), "4 of them; 3 are the most"),
        (("36,35,37",), "is no box; write west,south,east,north"),
        (("37,35,36,36",), "empty or off the earth"),
    ],
)
def test_what_cannot_be_is_refused(said, why):
    with pytest.raises(SheetError, match=why):
        read_insets(said)


def test_a_text_without_a_comma_is_no_box():
    assert read_box("Idlib", "inset") is None
    assert read_box("36,35,37,36", "inset") == (36, 35, 37, 36)


def test_usual_insets_and_ground_are_not_told_and_none_is():
    assert not {"insets", "ground"} & SheetOptions().to_json().keys()
    bare = SheetOptions(ground="none", insets=("none",))
    assert SheetOptions.from_json(bare.to_json()) == bare
    with pytest.raises(SheetError, match="ground: 'roads' is unknown; use one of auto, none"):
        SheetOptions(ground="roads")
