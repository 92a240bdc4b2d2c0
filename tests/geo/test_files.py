"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.files import name_beside, replace_files


def test_a_failure_between_two_files_leaves_both_and_no_litter(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("before")
    second.mkdir()
    with pytest.raises(ExportError, match=r"b\.csv: is a folder"):
        replace_files({first: "after", second: "after"})
    assert first.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


def test_no_two_writers_of_a_file_have_one_name(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    assert name_beside(file) != name_beside(file)
    assert name_beside(file).parent == tmp_path
