"""Two sets side by side: counts agree with the filters, one scale, the difference is theirs."""

from __future__ import annotations

from random import Random

import pytest
from map_strikes import strikes_of
from random_strikes import random_filters, random_strikes
from sheet_cases import OCTOBER, base_map, seed_sheet
from sheet_texts import texts_of

from geo.briefing.content.selection import select_strikes
from geo.briefing.series.comparison import Comparison, Pair, compare_sets
from geo.briefing.series.draw_comparison import tell_difference
from geo.briefing.sheet import Sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.filters import Filters, filter_strikes

SEPTEMBER = "2015-09-01..2015-09-30"


def comparison_of(sheet: Sheet) -> Comparison:
    assert isinstance(sheet.page.plate, Comparison)
    return sheet.page.plate


@pytest.mark.parametrize("seed", range(6))
def test_areas_add_up_to_each_set(seed):
    strikes, claims = random_strikes(seed, 90)
    filters = random_filters(Random(seed))
    query = "kind=airstrike" if seed % 2 else "2016-01-01..2016-12-31"
    options = SheetOptions(filters=filters, compare=query)
    shown = select_strikes(strikes, claims, options, base_map()).shown
    made = compare_sets(strikes, claims, shown, options, base_map=base_map(), words=Words())
    other = filter_strikes(strikes, options.compared(), claims)
    assert [side.strikes for side in made.sides] == [len(shown), len(other)]
    assert sum(pair.first for pair in made.pairs) == len(shown)
    assert sum(pair.second for pair in made.pairs) == len(other)
    both = len(shown.index.intersection(other.index))
    assert any("both sets" in note for note in made.notes) == bool(both)


def test_both_sets_their_numbers_and_what_is_to_be_heeded_stand_on_the_sheet():
    sheet = seed_sheet(filters=OCTOBER, compare=SEPTEMBER)
    made = comparison_of(sheet)
    assert sheet.facts.headline.replace("\xa0", " ") == (
        "27 strikes (1 October 2015 to 31 October 2015) against "
        f"{made.sides[1].strikes} (1 September 2015 to 30 September 2015)"
    )
    said = [text.get_text() for text in texts_of(sheet)]
    whole = " ".join(said)
    for part in (
        "27 strikes; 18 of 27 located", f"the longest bar is {made.most}",
        "31 and 30 days: the counts are not per day", "1 undated strike is in neither",
    ):  # fmt: skip
        assert part in whole, part
    for pair in made.pairs:
        assert pair.name in said
        assert tell_difference(Words(), pair).strip("\u200e") in whole.replace("\u200e", "")
    assert "Transverse Mercator" not in whole


def test_a_difference_has_its_sign_and_none_has_no_sign():
    assert [tell_difference(Words(), Pair("", *each)).strip("\u200e") for each in
            ((3, 5), (5, 3), (4, 4))] == ["-2", "+2", "0"]  # fmt: skip


def test_a_period_keeps_the_other_filters_and_a_query_has_its_own():
    own = Filters(kinds=("airstrike",))
    period = SheetOptions(filters=own, compare=SEPTEMBER).compared()
    assert period.kinds == ("airstrike",)
    assert SheetOptions(filters=own, compare="actor=Russia").compared() == Filters(
        actors=("Russia",)
    )
    options = SheetOptions(filters=own, compare=SEPTEMBER)
    assert SheetOptions.from_json(options.to_json()) == options


def test_a_set_without_strikes_is_said_to_have_none():
    strikes = strikes_of(one={})
    options = SheetOptions(compare="2001-01-01..2001-12-31")
    made = compare_sets(strikes, strikes_of(one={}).iloc[:0], strikes, options,
                        base_map=base_map(), words=Words())  # fmt: skip
    assert made.sides[1].lines == ("no strike",)
    assert [pair.second for pair in made.pairs] == [0]
