"""The map's own filters keep the rows, read the query and fold the letters as Python does."""

from __future__ import annotations

from random import Random

from node_scripts import ask_node
from random_strikes import SPOTS, fields_of, random_filters, random_strikes

from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.nearness import Near, count_near
from geo.strikes.passing import HOURS, WEEKDAYS, fold
from geo.strikes.schema import KINDS, LOCATION_STATUSES, TARGET_KINDS

SHOWN_IDS = """async (filters) => {
  await layer.setFilters(filters);
  return (await layer.strikes.texts()).ids;
}"""


def in_order(fields: dict[str, object]) -> dict[str, object]:
    return {
        name: value if isinstance(value, str) else sorted(value) for name, value in fields.items()
    }


def test_the_map_keeps_the_rows_that_python_keeps(open_map):
    strikes, claims = random_strikes(3, 350)
    page = open_map(strikes, claims)
    chance = Random(5)
    some_kept = 0
    for _ in range(160):
        filters = random_filters(chance)
        kept = filter_strikes(strikes, filters, claims)
        assert sorted(page.evaluate(SHOWN_IDS, fields_of(filters))) == sorted(kept.index), filters
        some_kept += 0 < len(kept) < len(strikes)
    assert some_kept > 50


def test_the_map_reads_the_query_that_python_writes():
    chance = Random(8)
    filters = [random_filters(chance, most=2) for _ in range(150)]
    read_back = ask_node(
        """const { readFilters, writeFilters } = require('./filter/filters.js');
        const read = given.map((query) => readFilters(new URLSearchParams(query)));
        const again = read.map((filters) => {
          const parts = new URLSearchParams();
          writeFilters(filters, parts);
          return String(parts);
        });
        console.log(JSON.stringify([read, again]));""",
        [filter_.to_query() for filter_ in filters],
    )
    for filter_, read, again in zip(filters, *read_back, strict=True):
        assert in_order(read) == in_order(fields_of(filter_))
        assert Filters.from_query(again) == filter_


def test_letters_arefolded_as_pythonfolds_them():
    # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic; Arabic and Latin forms for printing.
    ranges = (range(0x20, 0x780), range(0x1E00, 0x2100), range(0xFB00, 0xFEFF))
    letters = [chr(code) for span in ranges for code in span]
    folded = ask_node(
        """const { fold } = require('./terms/fold.js');
        console.log(JSON.stringify(given.map(fold)));""",
        letters,
    )
    assert folded == [fold(letter) for letter in letters]


def test_the_words_of_the_filters_are_those_of_the_schema():
    read_back = ask_node(
        """const { KINDS, STATUSES, settleFilters } = require('./filter/filters.js');
        const { HOURS, WEEKDAYS } = require('./filter/times.js');
        const known = (target) => settleFilters({ targets: [target] }).targets.length === 1;
        console.log(JSON.stringify([KINDS, STATUSES, HOURS, WEEKDAYS, given.filter(known)]));""",
        [*TARGET_KINDS, "bridge"],
    )
    words = (KINDS, LOCATION_STATUSES, HOURS, WEEKDAYS, TARGET_KINDS)
    assert read_back == [list(known) for known in words]


def test_the_map_says_how_surely_rows_lie_within_a_circle_as_python_counts_them(open_map):
    strikes, claims = random_strikes(3, 350)
    page = open_map(strikes, claims)
    near = Near(*SPOTS[0], 1.2, "A town")
    page.evaluate(SHOWN_IDS, fields_of(Filters(near=near, kinds=("airstrike", "drone"))))
    counted = count_near(strikes[strikes["kind"].isin(["airstrike", "drone"])], near)
    assert counted.sure + counted.possible > 0
    assert counted.not_judged > 0
    told = f"within 1.2 km of A town: {counted.sure} surely, {counted.possible} possibly"
    assert told in page.evaluate("layer.notes.join()")
    assert f"{counted.not_judged} without a point" in page.evaluate("layer.notes.join()")
