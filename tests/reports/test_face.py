"""The public face of the reports: its names, and what naming a folder of theirs does not load."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from paths import ROOT

import reports


def test_the_names_are_the_same_for_python_and_for_type_checkers():
    tree = ast.parse((ROOT / "reports" / "__init__.py").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in ast.walk(block) if isinstance(node, ast.ImportFrom)]
    named = {alias.name: node.module for node in imports for alias in node.names}
    assert named == reports._MODULES
    assert sorted(named) == sorted(reports.__all__)
    assert all(getattr(reports, name).__module__ == named[name] for name in named)
    assert set(named) <= set(dir(reports))


def test_any_other_name_is_no_attribute():
    with pytest.raises(AttributeError, match="module 'reports' has no attribute 'nonsense'"):
        _ = reports.nonsense


def test_the_face_loads_no_tables():
    code = "import sys, reports; print('pandas' in sys.modules, 'gazetteer.match' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.split() == ["False", "False"], run.stderr
