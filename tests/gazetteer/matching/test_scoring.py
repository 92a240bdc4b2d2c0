"""The features of a spelling and its score: what the weights are fitted to is what is scored."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from gazetteer.cases.read import read_cases
from gazetteer.matching.candidates import read_query
from gazetteer.matching.scoring import SPELLING_FEATURES, load_weights, measure_units, score_units
from gazetteer.spelling.names import fold


def test_scores_are_the_features_by_their_weights() -> None:
    index, weights = load_gazetteer("sy").index, load_weights()
    worth = [weights[name] for name in SPELLING_FEATURES]
    names = dict.fromkeys(fold(case.name) for case in read_cases())
    compared = 0
    for name in filter(None, names):
        query = read_query(name)
        listed = index.units.get(query.glued, -1)
        elsewhere = weights["listed_elsewhere"] if listed >= 0 else 0.0
        measured = {
            unit: sum(w * own for w, own in zip(worth, features, strict=True))
            + (elsewhere if unit != listed else 0.0)
            for unit, features in measure_units(index, query).items()
        }
        assert measured == pytest.approx(score_units(index, query, weights)), name
        compared += len(measured)
    assert compared > len(names)
