"""Mapping files: what a person chose for columns, kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.errors import ReadError
from geo.reading.mapping import ColumnMapping, read_mapping, write_mapping


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    chosen = ColumnMapping({"البلدة": "place_text", "Tag": "date"}, "day first", "airstrike")
    write_mapping(chosen, tmp_path / "mine.json")
    assert read_mapping(tmp_path / "mine.json") == chosen
    write_mapping(ColumnMapping(), tmp_path / "empty.json")
    assert read_mapping(tmp_path / "empty.json") == ColumnMapping()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "mine.json: no JSON"), ("[]", "mine.json: a mapping file is one JSON object"),
        ('{"colums": {}}', "mine.json: key 'colums' is unknown; use columns"),
        ('{"columns": []}', "mine.json: columns is no object"),
        ('{"columns": {"Ort": "town"}}', "mine.json: columns: 'Ort' cannot mean 'town'; use"),
        ('{"columns": {"Ort": ["id"]}}', "'Ort' cannot mean"),
        ('{"order": "us"}', "mine.json: order 'us' is unknown; use one of day first, month first"),
        ('{"kind": "bomb"}', "mine.json: kind 'bomb' is unknown; use one of airstrike"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_file_key_and_remedy(
    tmp_path: Path, text: str, why: str
) -> None:
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read_mapping(path)
    assert why in str(caught.value)


def test_a_mapping_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="check the path"):
        read_mapping(tmp_path / "none.json")
