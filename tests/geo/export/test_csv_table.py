"""Any table as CSV."""

from __future__ import annotations

import pandas as pd

from geo.export.csv_table import rejected_to_csv, table_to_csv


def test_refused_rows_are_harmless_too_but_a_table_may_be_written_as_it_is() -> None:
    refused = pd.DataFrame({"row": [2], "=1+1": ["=2+2"], "killed": [pd.NA]})
    assert rejected_to_csv(refused) == "\ufeffrow,'=1+1,killed\n2,'=2+2,\n"
    assert table_to_csv(refused, harmless=False) == "row,=1+1,killed\n2,=2+2,\n"
