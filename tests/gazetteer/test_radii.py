"""Radii: every place that is no area has one, and it grows with the place."""

from __future__ import annotations

import pytest

from gazetteer.places import AREA_KINDS, PLACE_KINDS, precision_of
from gazetteer.radii import PRECISION_KM, named_after, pack_radius, radius_of, share_held


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_every_kind_but_an_area_has_a_radius(kind: str) -> None:
    assert (radius_of(kind) is None) == (kind in AREA_KINDS)


SIZES = [(None, 1.5), (800, 1.5), (8_000, 2.5), (200_000, 2.5), (2_000_000, 8.0), (9_000_000, 8.0)]


@pytest.mark.parametrize(("population", "radius"), SIZES)
def test_a_settlements_radius_grows_with_its_size(population: int | None, radius: float) -> None:
    assert radius_of("settlement", population) == radius


PACK_SIZES = [(0, 2.0), (19_999, 2.0), (20_000, 2.5), (100_000, 4.0), (500_000, 6.0)]


@pytest.mark.parametrize(("population", "radius"), PACK_SIZES)
def test_a_pack_gives_a_settlement_its_radius_in_steps(population: int, radius: float) -> None:
    assert pack_radius(population) == radius


def test_every_precision_that_a_place_can_give_has_a_radius_for_given_points() -> None:
    given = {precision_of(kind) for kind in PLACE_KINDS if kind not in AREA_KINDS}
    assert given | {"near"} == set(PRECISION_KM)


def test_a_circle_holds_its_place_nine_times_in_ten_and_a_small_one_is_right() -> None:
    assert share_held(1.0) == share_held(5.0) == 1.0
    assert share_held(5.1) == share_held(25.0) == pytest.approx(0.9)


# Own radius of a town, and how far from its point its unlisted airport may lie: Kismayo's lies
# 10 km off, Kandahar's 18, Najran's 34 (OurAirports), of which the last is one in ten.
AIRPORTS = [(None, 10.0), (1.5, 9.0), (4.0, 20.0), (6.0, 30.0), (11.0, 30.0)]


@pytest.mark.parametrize(("town", "radius"), AIRPORTS)
def test_an_airport_lies_the_farther_from_its_town_the_larger_that_is(
    town: float | None, radius: float
) -> None:
    assert named_after("airport", town) == radius


def test_what_is_no_airport_lies_by_its_town_and_an_area_by_none() -> None:
    assert named_after("camp", 4.0) == 6.0
    assert named_after("district", 4.0) is None
