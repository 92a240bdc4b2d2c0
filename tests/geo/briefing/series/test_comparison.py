"""Two sets side by side: counts agree with the filters, one scale, the difference is theirs."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from map_strikes import UNDATED, UNLOCATED, strikes_of
from random_strikes import random_filters, random_strikes
from sheet_cases import OCTOBER, base_map, no_claims, seed_sheet
from sheet_texts import texts_of

from geo.briefing.content.selection import select_strikes
from geo.briefing.series.comparison import Comparison, Pair, compare_sets
from geo.briefing.series.draw_comparison import choose_pairs, tell_difference
from geo.briefing.sheet import Sheet, make_sheet
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


def test_a_comparison_heads_its_sheet_where_its_table_is_too_long():
    actor = "an actor told of at length " * 40
    facts = {f"s{at:02}": {"actor": actor, "attribution": "alleged"} for at in range(14)}
    options = SheetOptions(compare=SEPTEMBER, paper="4:3")
    sheet = make_sheet(strikes_of(**facts), no_claims(), base_map(), options)
    assert not sheet.facts.numbered, "as many as get a number, were there room"
    assert sheet.facts.headline == comparison_of(sheet).headline


def compared(strikes, options: SheetOptions) -> Comparison:
    claims = no_claims()
    shown = select_strikes(strikes, claims, options, base_map()).shown
    return compare_sets(strikes, claims, shown, options, base_map=base_map(), words=Words())


def test_the_undated_are_those_that_each_side_s_period_leaves_out_of_the_extent():
    strikes = strikes_of(
        one={}, two={**UNDATED, "actor": "Russia"}, three={**UNDATED, "actor": "Syria"},
        far={**UNDATED, "actor": "Syria", "adm1_code": "SY05", "adm1_name": "Hama"},
    )  # fmt: skip
    period = "from=2020-10-01&to=2020-10-31"
    own = Filters.from_query(f"actor=Russia&{period}")
    apart = compared(strikes, SheetOptions(filters=own, compare=f"actor=Syria&{period}"))
    assert "undated, left out of the period: 1 and 2" in apart.notes
    there = SheetOptions(filters=own, compare=f"actor=Syria&{period}", extent="SY07")
    assert "undated, left out of the period: 1 and 1" in compared(strikes, there).notes
    nothing = replace(there, extent="SY01")
    assert not any("undated" in note for note in compared(strikes, nothing).notes)
    sheet = make_sheet(strikes, no_claims(), base_map(), replace(there, compare=""))
    assert sheet.facts.left_out == 1
    elsewhere = replace(there, compare="", extent="SY01")
    assert make_sheet(strikes, no_claims(), base_map(), elsewhere).facts.left_out == 0


def test_periods_of_which_one_is_open_are_said_not_to_be_alike():
    strikes = strikes_of(one={})
    note = "the periods are not of one length: the counts are not per day"
    october = Filters.from_query("from=2020-10-01&to=2020-10-31")
    assert note in compared(strikes, SheetOptions(filters=october, compare="kind=drone")).notes
    since = Filters.from_query("from=2020-10-01")
    other = SheetOptions(filters=since, compare="from=2019-10-01")
    assert note in compared(strikes, other).notes
    assert note not in compared(strikes, SheetOptions(compare="kind=drone")).notes


def test_one_strike_is_said_as_one_and_shared_tolls_are_told():
    strikes = strikes_of(
        one={"killed_min": 3, "killed_max": 5, "toll_lead": "one", "event_id": "e"},
        two={"toll_lead": "one", "event_id": "e", "kind": "drone"},
    )
    made = compared(strikes, SheetOptions(filters=Filters(kinds=("drone",)), compare="kind=drone"))
    assert made.headline.startswith("1 strike (all dates; drone strike) against 1 (")
    both = compared(strikes, SheetOptions(compare="kind=drone"))
    assert both.headline == "2 strikes (all dates) against 1 (all dates; drone strike)"
    assert "a figure for 1 of 2; 1 counted with these" in both.sides[0].lines[1]


def test_areas_go_by_their_code_and_those_unknown_are_drawn_whatever_is_cut():
    north = {f"n{at}": {"adm1_code": f"{x}Y01", "adm1_name": "North"} for at, x in enumerate("XYY")}
    made = compared(strikes_of(**north, lost=UNLOCATED), SheetOptions(compare="kind=drone"))
    named = [(pair.name, pair.first) for pair in made.pairs]
    assert named == [("North (YY01)", 2), ("North (XY01)", 1), ("area not known", 1)]
    drawn = [[pair.name for pair in choose_pairs(made.pairs, held)] for held in range(4)]
    assert drawn == [[], ["area not known"], ["North (YY01)", "area not known"],
                     [name for name, _ in named]]  # fmt: skip


def test_a_set_without_strikes_is_said_to_have_none():
    strikes = strikes_of(one={})
    options = SheetOptions(compare="2001-01-01..2001-12-31")
    made = compare_sets(strikes, strikes_of(one={}).iloc[:0], strikes, options,
                        base_map=base_map(), words=Words())  # fmt: skip
    assert made.sides[1].lines == ("no strike",)
    assert [pair.second for pair in made.pairs] == [0]
