"""Who published a claim is read off its address where nothing names it, and said to be."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.strikes.outlets import find_site, list_publications, name_page
from geo.strikes.schema import make_claims


@pytest.mark.parametrize(
    ("url", "site", "page"),
    [
        ("https://www.paper.example/a/", "paper.example", "paper.example/a"),
        ("HTTP://Paper.Example:8080/a?id=3#top", "paper.example", "paper.example/a?id=3"),
        ("https://archive.example/web/2015/http://own.example/b", "own.example", "own.example/b"),
        ("https://paper.example/" + "x" * 80, "paper.example", "paper.example/" + "x" * 45 + "…"),
        ("javascript:alert(1)", "", ""),
        ("ftp://paper.example/a", "", ""),
        ("http://[paper", "", ""),
        ("https://", "", ""),
        (None, "", ""),
        (float("nan"), "", ""),
    ],
)
def test_an_address_names_its_site(url: object, site: str, page: str) -> None:
    assert (find_site(url), name_page(url)) == (site, page)


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        ({"outlet": "A Paper", "title": "Raid", "published": "2015"}, "A Paper, Raid, 2015"),
        ({"claimant": "A monitor", "url": "https://a.example/1"}, "A monitor"),
        ({"title": "Raid", "url": "https://a.example/1"}, "a.example (by its address), Raid"),
        ({"url": "https://a.example/1"}, "a.example/1 (by its address)"),
        ({"url": "javascript:alert(1)"}, "source not named"),
        ({"title": "Raid"}, "Raid"),
    ],
)
def test_a_publication_is_named_as_far_as_known(claim: dict[str, str], line: str) -> None:
    claims = make_claims(pd.DataFrame([{"claim_id": "c", "strike_id": "s", **claim}]))
    assert list_publications(claims) == (line,)


def test_a_publication_is_named_once() -> None:
    pages = ["https://a.example/1", "https://a.example/2", "https://a.example/1"]
    claims = make_claims(pd.DataFrame({"claim_id": list("abc"), "strike_id": "s", "url": pages}))
    assert list_publications(claims) == (
        "a.example/1 (by its address)", "a.example/2 (by its address)",
    )  # fmt: skip


def test_the_published_table_that_rows_are_of_is_named_first() -> None:
    claims = make_claims(pd.DataFrame([{"claim_id": "c", "strike_id": "s", "outlet": "A Paper"}]))
    assert list_publications(claims, "A Table 3.1") == ("A Table 3.1", "A Paper")
    assert list_publications(claims.iloc[:0], "A Table 3.1") == ("A Table 3.1",)


def test_very_many_addresses_of_a_few_sites_are_named_by_the_sites():
    pages = [f"https://web.archive.org/web/2015/https://www.example.org/{n}" for n in range(2_000)]
    claims = make_claims(pd.DataFrame({"strike_id": "a", "url": [*pages, "https://a.test/1"]}))
    assert list_publications(claims) == (
        "example.org (by its address)", "a.test (by its address)",
    )  # fmt: skip


def test_an_outlet_with_a_thousand_addresses_is_one_line():
    pages = [f"https://a.test/{n}" for n in range(2_000)]
    claims = make_claims(pd.DataFrame({"strike_id": "a", "outlet": "A Paper", "url": pages}))
    assert list_publications(claims) == ("A Paper",)
