"""The benchmark of names runs in a clone, on the names that are in the repository."""

from __future__ import annotations

import re
import sys
from importlib import import_module

import pytest

from bench import __main__ as benchmarks
from bench.matching import gazetteer as bench
from gazetteer.cases.read import KINDS


def test_without_the_reference_files_the_labelled_names_are_measured(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(bench, "REFERENCE", tmp_path / "reference")
    monkeypatch.setattr(sys, "argv", ["bench", "gazetteer", "--quick"])
    benchmarks.main(sys.argv[1:])
    said = capsys.readouterr().out
    for script in ("English", "Arabic"):
        assert re.search(
            rf"^strikemap {script} +\d+\.\d% +\d+\.\d% +-?\d\.\d{{3}} +\d+", said, re.M
        )
    for kind in KINDS:
        assert re.search(rf"^{kind} +\d+\.\d% +\d+\.\d%", said, re.M), kind
    assert "reference is not here: Syrian Archive, UCDP GED and Who's On First left out" in said
    assert "WRatio" not in said


def test_a_benchmark_that_is_not_there_is_named():
    with pytest.raises(SystemExit, match="no benchmark named speed; there are batch, briefing"):
        benchmarks.main(["speed", "--quick", "1000"])


def test_what_make_bench_runs_can_be_run():
    for name, module in benchmarks.find_benchmarks().items():
        assert callable(import_module(module).main), name
