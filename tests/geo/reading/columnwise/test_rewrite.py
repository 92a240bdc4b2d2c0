"""Cells that hold lists, records or markup become plain texts, each distinct one once."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.columnwise.rewrite import (
    find_addresses,
    label_texts,
    list_sources,
    list_texts,
    open_records,
    pick_values,
    record_texts,
    rewrite,
    strip_markup,
)


def texts(*cells: str) -> pd.Series:
    return pd.Series(list(cells), index=range(2, len(cells) + 2), dtype="str")


def test_every_distinct_text_is_changed_once_and_empty_ones_stay() -> None:
    seen: list[str] = []

    def shout(text: str) -> str:
        seen.append(text)
        return text.upper()

    changed = rewrite(texts("a", "", "a", "b"), shout)
    assert (changed.tolist(), list(changed.index), seen) == (["A", "", "A", "B"], [2, 3, 4, 5],
                                                             ["a", "b"])  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "listed"),
    [
        ('["src1", "src2"]', "src1;src2"),
        ('["one; two"]', "one, two"),
        ("Power A, Power B", "Power A, Power B"),
        ('["broken', '["broken'),
        ("[]", ""),
    ],
)
def test_members_of_a_json_list_are_joined(cell: str, listed: str) -> None:
    assert list_texts(texts(cell)).tolist() == [listed]


def test_addresses_are_found_in_records_and_in_running_text() -> None:
    cells = texts('[{"id": "s", "path": "https://example.org/a?b=1"}]',
                  "seen at https://example.org/a. and (https://example.org/b)", "no address",
                  '<a href="https://example.org/c">here</a>')  # fmt: skip
    assert find_addresses(cells).tolist() == [
        "https://example.org/a?b=1",
        "https://example.org/a; https://example.org/b",
        "",
        "https://example.org/c",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        '["type=airstrike", "Weapon System=Rocket"]',
        '[{"key": "Weapon System", "value": "Rocket"}]',
        "type=airstrike;Weapon System=Rocket",
    ],
)
def test_the_values_of_a_key_are_picked(cell: str) -> None:
    assert pick_values(texts(cell), "weapon system").tolist() == ["Rocket"]


def test_labels_stand_before_filled_texts_only() -> None:
    labelled = label_texts({"women": texts("1", "", ""), "children": texts("2", "3", " ")})
    assert labelled.tolist() == ["women: 1; children: 2", "children: 3", ""]


def test_markup_becomes_lines_of_words() -> None:
    marked = texts("<p>A &amp; <b>B</b><br/>C</p>", "5 < 6 and 7 > 3", "&quot;so&quot;")
    assert strip_markup(marked).tolist() == ["A & B\nC", "5 < 6 and 7 > 3", '"so"']


def test_texts_of_records_are_in_step_or_not_there() -> None:
    cells = texts('[{"a": "x; y"}, {"a": "z"}]', '[{"a": "x"}, {"b": "z"}]', '["x"]', "x")
    assert record_texts(cells, "a").tolist() == ["x, y;z", "", "", ""]


def test_sources_are_listed_with_their_addresses_and_never_run_on() -> None:
    cells = texts('[{"name": "Office A", "url": "https://example.org/a"}]', '["s1", "s2"]',
                  "https://example.org/a, https://example.org/b")  # fmt: skip
    assert list_sources(cells).tolist() == [
        "Office A;https://example.org/a",
        "s1;s2",
        "https://example.org/a;https://example.org/b",
    ]


def test_records_are_opened_into_columns_of_their_own() -> None:
    cells = pd.DataFrame({"at": ['{"lat": 1.5, "in": {"of": "X"}}', "", "{broken"], "n": "1"})
    opened = open_records(cells.astype("str"), {"at", "other"})
    assert list(opened.columns) == ["at", "n", "at.lat", "at.in.of"]
    assert opened["at.lat"].tolist() == ["1.5", "", ""]
    assert opened["at"].tolist() == ["", "", "{broken"]
    assert opened["at.in.of"].tolist() == ["X", "", ""]
