"""Names that must not be placed: whole phrases, or beginnings that any words may follow."""

from __future__ import annotations

import pytest

from gazetteer.matching.vague import VagueNames

VAGUE = VagueNames(
    [
        ("Several *", "several places"),
        ("the Regime area", "a side, no place"),
        ("the east *", "a wide land"),
    ]
)
FOUND = [
    ("several towns", "several places"),
    ("several", "several places"),
    ("the regime area", "a side, no place"),
    ("the regime area of hama", None),
    ("severalia", None),
    ("the east of it", "a wide land"),
    ("the eastern of it", None),
    ("kastelran", None),
]


@pytest.mark.parametrize(("folded", "reason"), FOUND)
def test_a_vague_name_is_found_with_its_reason(folded: str, reason: str | None) -> None:
    assert VAGUE.find(folded) == reason
