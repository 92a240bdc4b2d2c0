"""Drafts as strikes and claims: what the text says, no more of it than the words of the toll."""

from __future__ import annotations

import pandas as pd
from reports_dev import pack

from geo.strikes.checks import check_claims
from geo.strikes.duplicates.propose import propose
from reports.about import About
from reports.claims import (
    claim_of,
    claims_of_documents,
    row_of_claim,
    strike_of,
    strikes_of_drafts,
)
from reports.document import Report, parse_published
from reports.reading import read_report
from reports.table import row_of

TEXT = "Russian jets bombed Saraqib on Monday, killing at least four people, SOHR said."


def read(text: str, name: str = "a"):
    report = Report(name, text, parse_published("2023-05-10"), "as given")
    return report, read_report(report, pack("sy")).drafts


def test_a_draft_becomes_a_strike_and_its_claim():
    report, (draft,) = read(TEXT)
    strike = strike_of(draft)
    assert (strike["date_start"], strike["date_end"], strike["date_precision"]) == (
        "2023-05-08", "2023-05-08", "day",
    )  # fmt: skip
    assert (strike["killed_min"], strike["injured_min"], strike["actor"]) == (4, None, "Russia")
    claim = claim_of(draft, report, About("The Site", "A title", "2023-05-10", None))
    assert (claim["claimant"], claim["outlet"], claim["date_text"]) == (
        "SOHR",
        "The Site",
        "Monday",
    )
    assert claim["toll_text"] == "killing at least four people"
    assert (claim["toll_scope"], claim["killed_min"], claim["note"]) == ("strike", 4, None)
    assert claim_of(draft, report, About(), with_words=True)["note"] == TEXT


def test_what_a_text_does_not_say_stays_null():
    report, (draft,) = read("Jets bombed Saraqib.")
    assert {strike_of(draft)[name] for name in ("date_start", "actor", "killed_min")} == {None}
    claim = claim_of(draft, report, About())
    assert {claim[name] for name in ("claimant", "date_text", "toll_text", "toll_scope")} == {None}


def test_a_range_of_casualties_keeps_both_its_ends():
    report, (draft,) = read("Jets bombed Saraqib on Monday, leaving 10 to 15 casualties.")
    row = strikes_of_drafts(pd.DataFrame([row_of(draft, report, 1)])).iloc[0]
    assert (row["casualties_min"], row["casualties_max"]) == (10, 15)


def test_drafts_of_two_reports_are_proposed_to_be_one_strike():
    rows, claims = [], []
    for name, text in (("a", TEXT), ("b", "Warplanes struck Saraqib on Monday, LCC said.")):
        report, drafts = read(text, name)
        rows += [row_of(draft, report, at) for at, draft in enumerate(drafts, 1)]
        claims += [
            row_of_claim(draft, report, About(name), at) for at, draft in enumerate(drafts, 1)
        ]
    table = pd.DataFrame(rows)
    strikes = strikes_of_drafts(table)
    told = check_claims(pd.DataFrame(claims), strikes)
    (found,) = propose(strikes, told).table.to_dict("records")
    assert (found["strike_id"], found["other_id"]) == ("a-1", "b-1")
    assert "told by SOHR, and by LCC" in found["reason"]
    assert check_claims(claims_of_documents(table), strikes)["outlet"].tolist() == ["a", "b"]
