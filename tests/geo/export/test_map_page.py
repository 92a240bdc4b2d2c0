"""What a map page says beside its strikes."""

from __future__ import annotations

import pandas as pd
from outgoing import table

from geo.export.map_page import describe_page
from geo.strikes.filters import Filters
from geo.strikes.schema import make_claims


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
