"""Mentions as one table."""

from __future__ import annotations

from mentions_in import SYRIA

from gazetteer.mentions.table import MENTION_COLUMNS, tabulate_mentions


def test_the_table_has_a_row_for_each_mention():
    rows = list(tabulate_mentions([("one", "Strikes hit Saraqib and Idlib province.")], SYRIA))
    assert [tuple(row) for row in rows] == [MENTION_COLUMNS] * 2
    assert [row["location_status"] for row in rows] == ["located", "area_only"]
    assert rows[1]["lon"] is None
    assert rows[1]["adm1_code"] == "SY07"
