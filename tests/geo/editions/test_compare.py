"""Two editions of one source: what is new, gone and changed, by ids and by what rows say."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.editions.compare import Comparison, compare_editions
from geo.editions.pairing import Edition
from geo.editions.words import list_changes, summarise_changes
from geo.reading.read import read_strikes

ROWS = [
    {"id": "a1", "date": "2016-09-01", "place": "Suran", "killed": 5, "lat": 35.29, "lon": 36.74,
     "source": "SOHR", "url": "https://example.org/1"},
    {"id": "a2", "date": "2016-09-02", "place": "Talbiseh", "killed": 2, "lat": 34.84,
     "lon": 36.73, "source": "SOHR", "url": "https://example.org/2"},
    {"id": "a3", "date": "2016-09-03", "place": "Idlib", "killed": 0, "lat": None, "lon": None,
     "source": "LCC", "url": "https://example.org/3"},
    {"id": "a4", "date": "2016-09-04", "place": "Ariha", "killed": 1, "lat": None, "lon": None,
     "source": "LCC", "url": "https://example.org/4"},
]  # fmt: skip


def edition(rows: list[dict[str, object]], **kept: object) -> Edition:
    reading = read_strikes(pd.DataFrame(rows).drop(columns=list(kept.get("drop", ()))))
    assert not len(reading.rejected)
    return Edition(reading.strikes, reading.claims)


def revised() -> list[dict[str, object]]:
    """Return the rows in another order: one moved, one toll revised, one gone, one new."""
    rows = [dict(row) for row in ROWS]
    rows[0]["lat"] = 35.32
    rows[1]["killed"] = 9
    fresh = {
        **rows[3],
        "id": "b1",
        "date": "2016-09-09",
        "place": "Saraqib",
        "url": "https://x.org/9",
    }
    return [fresh, rows[2], rows[1], rows[0]]


def facts(found: Comparison) -> dict[str, object]:
    places = {"new": set(found.added["place_text"]), "gone": set(found.gone["place_text"])}
    table = list_changes(found)
    changed = table[table["state"] == "changed"]
    fields = changed.groupby("place")["field"].agg(set).to_dict()
    return {**places, "same": found.same, "fields": fields}


@pytest.mark.parametrize("drop", [(), ("id",)], ids=["by id", "by content"])
def test_new_gone_changed_and_the_same_are_told_apart(drop):
    found = compare_editions(edition(ROWS, drop=drop), edition(revised(), drop=drop))
    said = facts(found)
    assert said["new"] == {"Saraqib"}
    assert said["gone"] == {"Ariha"}
    assert said["same"] == 1
    assert said["fields"]["Suran"] == {"point"}
    assert {"killed_min", "killed_max"} <= said["fields"]["Talbiseh"]
    toll = list_changes(found).query("field == 'killed_min'").iloc[0]
    assert (toll["before"], toll["after"]) == (2, 9)
    moved = list_changes(found).query("field == 'point'").iloc[0]
    assert moved["km"] == pytest.approx(3.3, abs=0.1)
    assert summarise_changes(found)[0] == "1 new, 1 gone, 2 changed, 1 as before"
    assert "1 moved, 1 with a toll revised" in summarise_changes(found)[1]


def test_an_edition_is_as_itself_whatever_the_order():
    found = compare_editions(edition(ROWS), edition(ROWS[::-1]))
    assert (len(found.added), len(found.gone), found.changed, found.same) == (0, 0, 0, 4)
    assert summarise_changes(found) == ["0 new, 0 gone, 0 changed, 4 as before"]
    assert list(list_changes(found).columns)[:3] == ["state", "strike_id", "newer_id"]


def test_numbers_of_rows_are_no_ids():
    """A file whose rows are numbered anew is known by what its rows say, and that is told."""
    numbered = [{**row, "id": at} for at, row in enumerate(ROWS)]
    shifted = [{**row, "id": at} for at, row in enumerate(revised())]
    found = compare_editions(edition(numbered), edition(shifted))
    assert not found.pairs.ids_hold
    assert facts(found)["new"] == {"Saraqib"}
    assert facts(found)["gone"] == {"Ariha"}
    assert any("numbers of rows" in line for line in summarise_changes(found))


def test_rows_alike_in_all_are_paired_one_by_one():
    twice = [{k: v for k, v in ROWS[0].items() if k != "id"}] * 3
    found = compare_editions(edition(twice), edition(twice[:2]))
    assert (len(found.gone), len(found.added), found.same) == (1, 0, 2)


def test_of_several_that_fit_none_is_guessed():
    """Two rows of one day and place whose tolls both changed are not taken for each other."""
    two = [{"date": "2016-09-01", "place": "Suran", "killed": n, "source": "SOHR"} for n in (1, 2)]
    other = [{**row, "killed": row["killed"] + 10} for row in two]
    found = compare_editions(edition(two), edition(other))
    assert (len(found.gone), len(found.added), found.changed) == (2, 2, 0)


def test_a_claim_that_came_is_told():
    more = [*ROWS, {**ROWS[3], "source": "AFP", "url": "https://example.org/5"}]
    old, new = edition(ROWS[3:]), edition(ROWS[3:])
    extra = edition(more[4:]).claims.assign(strike_id=new.strikes.index[0], claim_id="other/1")
    new = Edition(new.strikes, pd.concat([new.claims, extra], ignore_index=True))
    changes = list_changes(compare_editions(old, new))
    assert changes["field"].tolist() == ["claims"]
    assert changes["after"].iloc[0] == "2, of them 1 not in the older"


def test_an_empty_edition_is_compared():
    old = edition(ROWS)
    none = Edition(old.strikes.iloc[:0], old.claims.iloc[:0])
    assert len(compare_editions(old, none).gone) == 4
    assert len(compare_editions(none, old).added) == 4
    assert compare_editions(none, none).same == 0
