"""Where a map first looks: at the country, or at strikes that lie elsewhere."""

from __future__ import annotations

import pytest
from map_strikes import UNLOCATED, strikes_of

from geo.webmap.payload.frame import frame_of

HERE = {"lon": 36.5, "lat": 36.0}
TYRE = {"lon": 35.2, "lat": 33.3, "adm_note": "outside the country", "adm1_code": None,
        "adm1_name": None}  # fmt: skip
BEIRUT = {**TYRE, "lon": 35.5, "lat": 33.9, "adm_note": "outside the country; reported in Idlib"}


@pytest.mark.parametrize(
    "rows", [{}, {"a": HERE}, {"a": HERE, "b": TYRE}, {"a": UNLOCATED}], ids=len
)
def test_the_country_is_shown_where_strikes_lie_in_it(rows):
    strikes = strikes_of(**(rows or {"a": HERE}))
    assert frame_of(strikes if rows else strikes.iloc[:0]) is None


def test_strikes_elsewhere_are_shown_with_a_margin():
    strikes = strikes_of(a=TYRE, b=BEIRUT, c=HERE)
    assert frame_of(strikes.drop(index="c")) == (35.0, 33.1, 35.7, 34.1)
    assert frame_of(strikes) == pytest.approx((35.0, 33.03, 36.7, 36.27))


def test_one_stray_point_of_many_does_not_widen_the_view():
    rows = {f"s{number}": BEIRUT for number in range(200)}
    frame = frame_of(strikes_of(**rows, stray={**TYRE, "lon": 0, "lat": 0}))
    assert frame == (35.3, 33.7, 35.7, 34.1)
