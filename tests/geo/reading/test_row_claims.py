"""Every source and address of a row is a claim; a toll is stated by one claim alone."""

from __future__ import annotations

import pytest
from readings import read


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("SOHR,,", [("SOHR", None)]),
        ("SOHR; SNHR,,", [("SOHR", None), ("SNHR", None)]),
        ("SOHR,https://a.org https://b.org,", [("SOHR", "https://a.org"), ("SOHR", "https://b.org")]),
        ("SOHR;SNHR,https://a.org,", [("SOHR", None), ("SNHR", None), (None, "https://a.org")]),
        ("SOHR (https://a.org),,", [("SOHR", "https://a.org")]),
        ("SOHR: https://a.org; [SNHR](https://b.org),,",
         [("SOHR", "https://a.org"), ("SNHR", "https://b.org")]),
        ("1. https://a.org,,", [("1. https://a.org", None)]),
        ("https://a.org,,https://b.org", [(None, "https://a.org"), (None, "https://b.org")]),
        (",javascript:alert(1),", [("javascript:alert(1)", None)]),
        (",,", []),
    ],
)  # fmt: skip
def test_every_source_and_address_of_a_row_is_a_claim(
    sources: str, expected: list[tuple[str | None, str | None]]
) -> None:
    reading = read(f"date,place,source,url,url_2\n2015-09-30,Homs,{sources}\n")
    claims = reading.claims[["claimant", "url"]].astype(object)
    found = claims.where(claims.notna(), None).itertuples(index=False, name=None)
    assert list(found) == expected
    assert reading.strikes["source_count"].tolist() == [len(expected)]


def test_of_several_claims_none_is_said_to_state_the_rows_toll() -> None:
    reading = read("date,place,killed,source\n2015-09-30,Homs,5,SOHR;SNHR\n")
    assert reading.strikes["killed_min"].tolist() == [5]
    assert reading.claims["killed_min"].isna().all()


def test_claims_are_a_table_of_their_own() -> None:
    reading = read("date,place,killed,source\n2015-09-30,Homs,5,SOHR\n2015-10-01,Hama,,SOHR\n")
    reading.claims.loc[0, ["killed_min", "place_text"]] = [7, "Talbisah"]
    assert reading.strikes[["killed_min", "place_text"]].iloc[0].tolist() == [5, "Homs"]
