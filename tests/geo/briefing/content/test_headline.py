"""The drafted finding says only what the rows hold, and a finding given stands as it is."""

from __future__ import annotations

from datetime import date

import pytest
from map_strikes import AREA_ONLY, UNDATED, strikes_of
from sheet_cases import base_map, fresh_sheet, no_claims
from sheet_texts import texts_of

from geo.briefing.content.headline import draft_headline
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.filters import Filters

ALWAYS = Filters()
HAMA = {"adm1_code": "SY05", "adm1_name": "Hama"}
NOWHERE = {"adm1_code": None, "adm1_name": None}
NAMES = {"SY07": "Idlib", "SY05": "Hama"}


def _on(first: str, last: str = "") -> dict[str, str]:
    return {"date_start": first, "date_end": last or first}


def _draft(*rows: dict[str, object], filters: Filters = ALWAYS) -> str:
    strikes = strikes_of(**{f"s{at:02}": row for at, row in enumerate(rows)})
    return draft_headline(strikes, NAMES, Words(), filters).replace("\xa0", " ")


OCTOBER, NOVEMBER = _on("2015-10-03"), _on("2015-11-03")
BOTH = _on("2015-10-30", "2015-11-02")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ""),
        ([OCTOBER], "Idlib: one strike reported"),
        ([NOWHERE], "One strike reported"),
        ([OCTOBER, OCTOBER, {**HAMA, **OCTOBER}, NOWHERE],
         "Idlib: 2 of the 3 reported strikes whose area is known"),
        ([OCTOBER, OCTOBER, NOVEMBER, {**HAMA}],
         "Idlib: 3 of the 4 reported strikes whose area is known, most in October 2015"),
        ([{**AREA_ONLY, **OCTOBER}, OCTOBER, HAMA, NOVEMBER, {**UNDATED, "date_end": None}, OCTOBER,
          _on("2015-12-01")],
         "Idlib: 6 of the 7 reported strikes whose area is known; "
         "busiest month there: October 2015 (3)"),
        # As many in two areas: none is named. As many in two months: neither is.
        ([OCTOBER, OCTOBER, {**HAMA, **NOVEMBER}, {**HAMA, **NOVEMBER}], "4 strikes reported"),
        # One that may be of either month leaves open which had more.
        ([OCTOBER, OCTOBER, NOVEMBER, BOTH, BOTH], "Idlib: 5 strikes reported"),
        ([OCTOBER, NOWHERE], "2 strikes reported"),
    ],
)  # fmt: skip
def test_a_finding_is_drafted_from_the_rows(rows: list[dict[str, object]], said: str) -> None:
    if not rows:
        assert draft_headline(strikes_of(a={}).iloc[:0], NAMES, Words(), Filters()) == said
        return
    assert _draft(*rows) == said


def test_a_period_of_one_month_is_no_finding() -> None:
    whole = Filters(date_from=date(2015, 10, 1), date_to=date(2015, 10, 31))
    rows = OCTOBER, OCTOBER, OCTOBER, BOTH
    assert _draft(*rows).endswith(", most in October 2015")
    assert _draft(*rows, filters=whole) == "Idlib: 4 strikes reported"


def test_a_finding_given_heads_the_sheet_and_title_and_period_stand_under_it() -> None:
    sheet = fresh_sheet(headline="Idlib was hit most", title="What was told")
    said = [text.get_text().replace("\xa0", " ") for text in texts_of(sheet)]
    assert sheet.drawn.title[0].items[0].text == "Idlib was hit most"
    assert "What was told; 30 September 2015 to 26 October 2020" in said
    again = SheetOptions.from_json(sheet.options.to_json())
    assert again.headline == "Idlib was hit most"
    assert "headline" not in SheetOptions().to_json()


def test_strikes_and_killed_come_first_then_located_then_refused() -> None:
    strikes = strikes_of(a={"killed_min": 3, "killed_max": 5}, b={}, c=AREA_ONLY)
    sheet = make_sheet(strikes, no_claims(), base_map(), refused=3)
    block = next(block for block, _ in sheet.drawn.blocks if block.kind == "totals")
    assert " ".join(item.text for item in block.items) == (
        "3 strikes reported Killed, as reported: 3–5 figure reported for 1 of 3 2 of 3 located "
        "1 known only to an area 3 rows of the file could not be read: in no figure here"
    )
