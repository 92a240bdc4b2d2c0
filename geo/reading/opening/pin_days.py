"""The day with which the name or description of a pin begins, as people date pins of a map."""

from __future__ import annotations

import re

from geo.reading.dates import DateError, read_span
from geo.reading.values.days import MONTH
from geo.reading.values.plain import plain_text

__all__ = ["find_day"]

# Only forms that leave no doubt: year first, or the month by name.
_BEGINS = re.compile(
    rf"[\[(]?(?P<day>\d{{4}}-\d\d-\d\d|\d{{1,2}}[ .-]?{MONTH}[ .,-]{{0,2}}\d{{4}}"
    rf"|{MONTH}\.? ?\d{{1,2}},? \d{{4}})(?![\w])"
)


def find_day(*texts: str) -> str:
    """Return the day that the first of some texts begins with, as year-month-day; "" for none.

    >>> find_day("Mill", "[05MAY2019] The mill burns"), find_day("5/6/2019 mill")
    ('2019-05-05', '')
    """
    for text in texts:
        found = _BEGINS.match(plain_text(text[:80]))
        if not found:
            continue
        try:
            span = read_span(found["day"])
        except DateError:
            continue
        if span.precision == "day":
            return str(span.start)
    return ""
