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
