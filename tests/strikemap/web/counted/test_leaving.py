"""When a part of a database holds all that filters ask for, and when its whole is counted again."""

from __future__ import annotations

import pytest

from geo.strikes.filters import Filters
from strikemap.web.counted.leaving import covers

MARCH = "from=2016-03-01&to=2016-03-31"


@pytest.mark.parametrize(("part", "asked", "held"), [
    (MARCH, "", True),  # without a period: the part's own
    (MARCH, "from=2016-03-05&to=2016-03-06&kind=drone", True),
    (MARCH, "from=2016-02-28&to=2016-03-06", False),
    (MARCH, "from=2016-03-05", True),  # an open end: the slider's, at the edge of the part
    (MARCH, "to=2016-03-05", True),
    (MARCH, "from=2016-02-28", False),
    (MARCH, "to=2016-04-01", False),
    (MARCH, "to=2016-02-28", False),
    (MARCH, "from=2016-04-01", False),
    ("from=2016-03-01", "from=2016-03-05&to=2016-03-06", True),
    ("from=2016-03-01", "to=2016-03-06", True),
    ("from=2016-03-01", "to=2016-02-28", False),
    ("governorate=SY07", "", False),
    ("governorate=SY07,SY08&governorate=SY08", "governorate=SY08", True),
    ("governorate=SY07", "governorate=SY08", False),
    ("kind=drone", "kind=drone,airstrike", False),
    ("q=zita", "q=zita&kind=drone", True),
    ("q=zita", "q=kafr zita", False),
    ("near=36.8,35.6,20", "near=36.8,35.6,20&actor=Russia", True),
    ("near=36.8,35.6,20", "near=36.8,35.6,30", False),
    ("only=strikes", "", False),
    ("", "only=strikes", True),
])  # fmt: skip
def test_a_part_holds_what_is_asked_of_it_or_not(part, asked, held):
    assert covers(Filters.from_query(part), Filters.from_query(asked)) is held
