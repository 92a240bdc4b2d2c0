"""What a map page says beside its strikes."""

from __future__ import annotations

import pandas as pd
import pytest
from outgoing import table

from geo.export.map_page import describe_page
from geo.strikes.filters import Filters
from geo.strikes.schema import empty_claims, make_claims


def test_a_page_states_its_filters_sources_and_date() -> None:
    claims = make_claims(
        pd.DataFrame(
            {"claim_id": ["a", "b", "c"], "strike_id": ["s", "s", "s"],
             "outlet": ["SOFREP", None, None], "claimant": [None, "SOHR", None],
             "published": ["2020-07", "2015-09-30", None]}
        )
    )  # fmt: skip
    strikes = table(["Homs"], adm1_code="SY04", adm1_name="Homs")
    filters = Filters(governorates=("SY04",), text="ghouta")
    page = describe_page(strikes, claims, filters=filters, title="Strikes")
    assert page.filters_in_words == "Homs; text “ghouta”"
    assert page.sources == ("SOFREP, 2020-07", "SOHR, 2015-09-30", "source not named")
    assert page.data_as_of == "2020-07"


def test_a_page_calls_rows_and_areas_what_they_are() -> None:
    shells = table(["Homs"], kind="shelling")
    page = describe_page(shells, empty_claims(), title="Events")
    assert page.filters_in_words == "all events"
    filters = Filters(governorates=("not reported",))
    page = describe_page(
        shells, empty_claims(), title="Events", filters=filters, levels=("oblast", "raion")
    )
    assert page.filters_in_words == "oblast not reported"


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        ({}, ()),
        ({"strikes_min": 3, "strikes_max": 3},
         ("All 2 rows stand for 6 strikes; the map counts rows.",)),
        ({"strikes_min": 3}, ("All 2 rows stand for 6 strikes or more; the map counts rows.",)),
        ({"strikes_min": 1, "strikes_max": 2},
         ("All 2 rows stand for 2 to 4 strikes; the map counts rows.",)),
        ({"not_strike": "Riots"},
         ("All 2 rows stand for 0 strikes; 2 rows stand for no strike; the map counts rows.",)),
        ({"civilians_killed_min": 5, "civilians_killed_max": 7},
         ("Civilians killed, where only they are reported: 10–14 in 2 of 2 rows; all killed: not "
          "reported in any row. Sizes by people killed count all killed alone.",)),
        ({"adm_note": "outside the country"}, ("2 of 2 located points lie outside Syria.",)),
    ],
)  # fmt: skip
def test_a_page_says_where_its_rows_are_not_a_strike_in_the_country_each(
    facts: dict[str, object], notes: tuple[str, ...]
) -> None:
    strikes = table(["Homs", "Hama"], **facts)
    page = describe_page(strikes, empty_claims(), title="Strikes", country="Syria")
    assert page.notes == notes
