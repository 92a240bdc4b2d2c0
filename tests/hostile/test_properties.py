"""Whatever text stands in a cell or a report: it is read, or refused in a reader's own words.

`python -m bench.faults.fuzz` looks for more of the kind, guided by coverage.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bench.faults.fuzz import READERS, read_all, read_corpus

WORDS = [
    "2015-10-01", "3/4/2015", "5²", "٣ – ٥", "1-3 October 2015", "5 تشرين الأول ٢٠١٥", "-99", "70+",
    "up to", "½", "①", "34.8414, 36.7308", "POINT (36 35)", "1e309", "nan", "90°00'01\"N", "\u202e",
    "\u200b", "\ud800", "\x00", "\x1b[31m", "Talbiseh", "تلبيسة", "Харків", "killed 3", "<kml>",
    "air strike on", "5 km north of", "http://u:p@h", "?token=1", "date,place\n", '{"a":[', "\n",
    " ", "/", "-",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map("".join),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join),
    st.text(st.characters(), max_size=60),
)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=30, derandomize=True, suppress_health_check=list(HealthCheck))
@example(text="")
@example(text="\ud800")
@example(text="\x00")
@example(text="9" * 400)
@given(text=TEXTS)
def test_every_reader_reads_or_refuses(name: str, text: str) -> None:
    read_all(name, text)


def test_what_the_fuzzer_kept_is_read_or_refused() -> None:
    kept = read_corpus()
    assert {name for name, _ in kept} == set(READERS)
    for name, text in kept:
        read_all(name, text)
