"""Places: every kind has a precision; distances on the sphere."""

from __future__ import annotations

import pytest

from gazetteer.places import PLACE_KINDS, Place, distance_km, precision_of


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_every_kind_has_a_precision(kind: str) -> None:
    assert precision_of(kind)


def test_a_degree_of_latitude_is_111_km() -> None:
    one, other = (Place("a", "A", "settlement", 10.0, lat) for lat in (50.0, 51.0))
    assert distance_km(one, other) == pytest.approx(111.2, abs=0.1)
    assert distance_km(one, Place("b", "B", "governorate")) is None
