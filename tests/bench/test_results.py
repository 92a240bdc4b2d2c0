"""The results file: what a run counted goes in on request, beside what stands there."""

from __future__ import annotations

import json
import sys

import pytest

from bench.results import RESULTS, keep_results

FIGURES = [{"group": "plain", "names": 2, "right": 1, "wrong": 0}]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "results.json"
    path.write_text('{"other": {"run": {}, "figures": []}}', encoding="utf-8")
    return path


def test_figures_are_kept_with_their_run_where_it_is_asked_for(file, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["bench", "names", "--keep"])
    keep_results("names", FIGURES, file=file)
    kept = json.loads(file.read_text("utf-8"))
    assert list(kept) == ["names", "other"]
    assert kept["names"]["figures"] == FIGURES
    assert set(kept["names"]["run"]) == {"date", "commit", "changed", "machine", "load"}
    assert [path.name for path in file.parent.iterdir()] == ["results.json"]


def test_sizes_that_are_measured_by_themselves_stay_beside_each_other(file, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["bench", "scale", "--keep"])
    for rows, seconds in ((10, 1), (1_000, 9), (10, 2)):
        figures = [{"rows": rows, "step": step, "seconds": seconds} for step in ("read", "write")]
        keep_results("scale", figures, file=file, sizes=("rows",))
    kept = json.loads(file.read_text("utf-8"))["scale"]["figures"]
    assert [(one["rows"], one["step"], one["seconds"]) for one in kept] == [
        (10, "read", 2), (10, "write", 2), (1_000, "read", 9), (1_000, "write", 9),
    ]  # fmt: skip
    assert all(one["load"] >= 0 for one in kept)


def test_a_run_that_is_only_looked_at_changes_nothing(file, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["bench", "names"])
    before = file.read_bytes()
    keep_results("names", FIGURES, file=file)
    assert file.read_bytes() == before


def test_every_figure_that_is_kept_says_when_and_of_which_code():
    for name, kept in json.loads(RESULTS.read_text("utf-8")).items():
        assert kept["figures"], name
        assert kept["run"]["date"] >= "2026-11-30"
        assert len(kept["run"]["commit"]) == 12, name
