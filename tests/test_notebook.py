"""The quickstart notebook runs from top to bottom and shows what it says."""

from __future__ import annotations

import json
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from paths import ROOT

from geo.reading.read import read_strikes

NOTEBOOK = ROOT / "notebooks" / "01_quickstart.ipynb"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("notebook")


@pytest.fixture(scope="module")
def outputs(folder: Path) -> list[str]:
    """Run the notebook in a folder of its own; return each cell's outputs as one text."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    metadata = {"metadata": {"path": str(folder)}}
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources=metadata)
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    client.execute(env={**os.environ, "PYTHONPATH": paths, "STRIKEMAP_DATA": str(folder / "user")})
    return [json.dumps(cell.get("outputs", []), ensure_ascii=False) for cell in notebook.cells]


def test_the_notebook_has_ten_cells_and_no_outputs_in_the_repository() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert len(notebook.cells) == 10
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_names_become_places_and_a_vague_one_does_not(outputs: list[str]) -> None:
    assert all(word in outputs[1] for word in ("Talbiseh", "Al-Lataminah", "area_only", "several"))


def test_a_cell_that_could_not_be_read_is_shown_with_its_reason(outputs: list[str]) -> None:
    assert "'soon' is not understood" in outputs[3]
    assert "Kafr Zita" in outputs[3]


def test_strikes_get_their_governorates(outputs: list[str]) -> None:
    assert all(word in outputs[4] for word in ("Homs", "Hama", "located", "unlocated"))


def test_totals_say_how_many_of_how_many(outputs: list[str]) -> None:
    assert "located" in outputs[6]
    assert "30 September 2015 to 20 October 2015; airstrike" in outputs[6]


def test_the_map_is_drawn(outputs: list[str]) -> None:
    assert "iframe" in outputs[7]
    assert "strikeMap.mount" in outputs[7]


def test_the_files_are_written(outputs: list[str], folder: Path) -> None:
    names = ["strikes.geojson", "strikes.csv", "claims.csv", "strikes.html"]
    assert all(name in outputs[9] for name in names)
    csv = read_strikes(folder / "strikes.csv")
    geojson = read_strikes(folder / "strikes.geojson")
    assert len(csv.strikes) == len(geojson.strikes) > 20
    assert csv.claims.equals(geojson.claims)
    assert (folder / "strikes.html").stat().st_size > 100_000
