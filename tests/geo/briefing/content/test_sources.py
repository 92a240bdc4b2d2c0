"""Sources are publications, numbered, with those they cite."""

from __future__ import annotations

from map_strikes import claims_of

from geo.briefing.content.sources import list_sources
from geo.briefing.terms.words import Words

ENGLISH = Words()


def plain(text: str) -> str:
    return text.translate({0xA0: " ", 0x200F: None, 0x200E: None})


def test_sources_are_publications_with_those_they_cite():
    claims = claims_of(
        {"strike_id": "s2", "outlet": "Paper", "title": "Two", "published": "2020-07-14"},
        {"strike_id": "s1", "outlet": "Paper", "title": "One", "claimant": "SOHR"},
        {"strike_id": "s1", "outlet": "Paper", "title": "One", "claimant": 'unnamed ("some")'},
        {"strike_id": "s1", "claimant": "A monitor", "published": "2020"},
        {"strike_id": "s3", "title": "No outlet"},
        {"strike_id": "s3"},
    )
    found = list_sources(claims, ["s1", "s2"], ENGLISH)
    lines = [plain(source.line) for source in found.listed]
    assert set(lines[:2]) == {
        "Paper: “One” (citing SOHR)",
        "A monitor, 2020",
    }
    assert lines[2] == "Paper: “Two”, 14 July 2020"
    assert set(lines[3:]) == {
        "outlet not known: “No outlet”",
        "outlet not known",
    }
    assert found.of_strike == {"s1": [1, 2], "s2": [3]}
    assert found.total == 5


def test_many_sources_are_all_counted_though_not_all_are_worded():
    claims = claims_of(*({"strike_id": "s", "outlet": f"Paper {n}"} for n in range(500)))
    found = list_sources(claims, ["s"], ENGLISH)
    assert (len(found.listed), found.total) == (200, 500)


def test_pages_that_only_an_address_names_are_sources_of_their_own():
    claims = claims_of(
        {"strike_id": "s1", "url": "https://a.example/1"},
        {"strike_id": "s2", "url": "https://www.b.example/2"},
        {"strike_id": "s3", "url": "https://a.example/3", "title": "A raid"},
        {"strike_id": "s4", "claimant": "A monitor", "url": "https://a.example/4"},
        {"strike_id": "s5", "url": "https://a.example/1"},
    )
    found = list_sources(claims, ["s1", "s2", "s3", "s4", "s5"], ENGLISH)
    assert [(plain(source.line), source.url) for source in found.listed] == [
        ("a.example/1 (by its address)", "https://a.example/1"),
        ("b.example/2 (by its address)", "https://www.b.example/2"),
        ("a.example (by its address): “A raid”", "https://a.example/3"),
        ("A monitor", "https://a.example/4"),
    ]
    assert found.of_strike == {"s1": [1], "s2": [2], "s3": [3], "s4": [4], "s5": [1]}


def test_the_published_table_is_the_first_source_and_that_of_rows_without_another():
    claims = claims_of({"strike_id": "s1", "outlet": "Paper"})
    found = list_sources(claims, ["s1", "s2"], ENGLISH, dataset="A Table 3.1")
    assert [(source.number, plain(source.line)) for source in found.listed] == [
        (1, "A Table 3.1: the data of this sheet"), (2, "Paper"),
    ]  # fmt: skip
    assert found.of_strike == {"s1": [2], "s2": [1]}
    assert found.total == 2
    bare = list_sources(claims.iloc[:0], ["s1", "s2"], ENGLISH, dataset="A Table 3.1")
    assert (bare.of_strike, bare.total) == ({"s1": [1], "s2": [1]}, 1)


def test_pages_of_one_claimant_or_outlet_are_sources_each_with_its_address():
    claims = claims_of(
        {"strike_id": "s1", "claimant": "A monitor", "url": "https://a.example/1"},
        {"strike_id": "s2", "claimant": "A monitor", "url": "https://a.example/2"},
        {"strike_id": "s3", "outlet": "Paper", "url": "https://p.example/3"},
        {"strike_id": "s4", "outlet": "Paper", "url": "https://p.example/4"},
        {"strike_id": "s5", "outlet": "Agency", "title": "One", "url": "http://www.g.example/5/"},
        {"strike_id": "s6", "outlet": "Agency", "title": "One", "url": "https://g.example/5"},
        {"strike_id": "s7", "outlet": "Agency", "title": "One"},
        {"strike_id": "s8", "claimant": "A monitor"},
    )
    strikes = [f"s{number}" for number in range(1, 9)]
    found = list_sources(claims, strikes, ENGLISH)
    at = {source.number: source for source in found.listed}
    for number in (1, 2, 3, 4):
        own = claims["url"].iloc[number - 1]
        assert [at[n].url for n in found.of_strike[f"s{number}"]] == [own]
        assert own.removeprefix("https://") in at[found.of_strike[f"s{number}"][0]].line
    assert found.of_strike["s5"] == found.of_strike["s6"] == found.of_strike["s7"]
    assert plain(at[found.of_strike["s8"][0]].line) == "A monitor"
    assert found.total == 6


def test_only_addresses_of_the_web_are_linked():
    claims = claims_of({"strike_id": "s", "url": "javascript:alert(1)", "title": "One"})
    found = list_sources(claims, ["s"], ENGLISH)
    assert (found.listed[0].link, found.find_link([1])) == ("", "")
