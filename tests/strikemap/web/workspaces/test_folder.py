"""Names of workspaces that a visitor types: in the app's folder, never a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.errors import WorkspaceError
from strikemap.web.workspaces.folder import FOLDER, list_workspaces, name_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER, str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.mark.parametrize("name", ["work", "work.gpkg", " Homs 2016 (a) ", "حلب"])
def test_a_plain_name_is_a_file_of_the_folder(folder: Path, name: str):
    path = name_file(name)
    assert path.parent == folder
    assert path.name == name.strip().removesuffix(".gpkg") + ".gpkg"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../work", "/etc/passwd", "a/b", "a\\b", ".hidden", "a\0b", "a\nb",
             "x" * 101, "C:work"]
)  # fmt: skip
def test_what_is_no_plain_name_is_refused(folder: Path, name: str):
    with pytest.raises(WorkspaceError, match="is no name of a workspace"):
        name_file(name)
    assert not folder.exists()


def test_without_a_folder_nothing_is_opened(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(FOLDER, raising=False)
    assert list_workspaces() == []
    with pytest.raises(WorkspaceError, match="without a folder"):
        name_file("work")


def test_the_folder_lists_its_workspaces_only(folder: Path):
    folder.mkdir()
    for name in ("b.gpkg", "a.gpkg", "a.gpkg.lock", ".c.gpkg", "d.csv"):
        (folder / name).touch()
    assert list_workspaces() == ["a", "b"]
