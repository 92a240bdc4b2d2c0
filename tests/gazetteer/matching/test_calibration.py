"""Calibration: scores rise with shares, and are lower where less is listed."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from gazetteer.matching.calibration import calibrate

SHARES = [number / 50 for number in range(51)]


@pytest.mark.parametrize(("exact", "whole_country"), list(product((True, False), repeat=2)))
def test_scores_rise_with_shares(exact: bool, whole_country: bool) -> None:
    scores = [calibrate(s, exact=exact, whole_country=whole_country) for s in SHARES]
    assert all(low <= high for low, high in pairwise(scores))
    assert 0 <= scores[0] < scores[-1] < 1


def test_a_spelling_near_one_of_a_selection_is_worth_least() -> None:
    cases = product((True, False), repeat=2)
    scores = {case: calibrate(0.8, exact=case[0], whole_country=case[1]) for case in cases}
    assert min(scores, key=lambda case: scores[case]) == (False, False)


def test_a_spelling_near_a_known_place_is_worth_less_where_all_is_listed() -> None:
    near = [calibrate(0.7, exact=False, whole_country=True, known=known) for known in (True, False)]
    assert near[0] < 0.5 < near[1]
    selected = [
        calibrate(0.7, exact=False, whole_country=False, known=known) for known in (True, False)
    ]
    assert selected[0] == selected[1]
