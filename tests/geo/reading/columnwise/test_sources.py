"""Sources and addresses of a table: what is a claim's address, its text, and what is no source."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.reading.read import read_strikes

HEAD = "id,date,place,source,url\n1,2024-03-01,Saraqib,"


@pytest.mark.parametrize(
    ("cells", "claims"),
    [
        ("SNHR,https://example.org/a", [("SNHR", None, "https://example.org/a")]),
        ("SNHR,see report p. 4", [("SNHR", "see report p. 4", None)]),
        ("SNHR,n/a", [("SNHR", None, None)]),
        ("SNHR,www.example.org/a", [("SNHR", None, "https://www.example.org/a")]),
        ("SNHR,t.me/channel/12", [("SNHR", None, "https://t.me/channel/12")]),
        (",White Helmets", [("White Helmets", None, None)]),
        ("unknown,https://example.org/a", [(None, None, "https://example.org/a")]),
        ("غير معروف,-", []),
        ("N/A,", []),
        (",not available", []),
    ],
)  # fmt: skip
def test_an_address_is_one_and_nothing_is_no_source(tmp_path: Path, cells: str, claims: list):
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD}{cells}\n2,2024-03-02,Ariha,SOHR,https://example.org/b\n", "utf-8")
    read = read_strikes(path).claims
    own = read[~read["url"].eq("https://example.org/b")].astype(object)
    told = own[["claimant", "title", "url"]].where(own.notna(), None)
    assert list(told.itertuples(index=False, name=None)) == claims
