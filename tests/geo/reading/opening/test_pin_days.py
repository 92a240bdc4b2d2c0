"""Days that names of pins begin with."""

from __future__ import annotations

import pytest

from geo.reading.opening.pin_days import find_day


@pytest.mark.parametrize(
    ("text", "day"),
    [("[05MAY2019] The mill", "2019-05-05"), ("06 May 2019 - the port", "2019-05-06"),
     ("2019-05-07: the mill", "2019-05-07"), ("May 8, 2019 mill", "2019-05-08"),
     ("5/6/2019 mill", ""), ("The mill, 5 May 2019", ""), ("May 2019", ""), ("31 June 2019", ""),
     ("2019-05-071", ""), ("", "")],
)  # fmt: skip
def test_only_a_whole_day_without_doubt_at_the_beginning_is_taken(text: str, day: str) -> None:
    assert find_day("Mill", text) == day
