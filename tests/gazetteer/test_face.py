"""The public face of the gazetteer: its names, and what an error or a folder does not load."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from paths import ROOT

import gazetteer


def imports_for_type_checkers() -> dict[str, str]:
    tree = ast.parse((ROOT / "gazetteer" / "__init__.py").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {
        alias.name: str(node.module)
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_the_names_are_the_same_for_python_and_for_type_checkers():
    assert imports_for_type_checkers() == gazetteer._MODULES
    assert sorted(gazetteer._MODULES) == sorted(gazetteer.__all__)
    assert all(getattr(gazetteer, name) is not None for name in gazetteer.__all__)
    assert set(gazetteer.__all__) <= set(dir(gazetteer))


def test_any_other_name_is_no_attribute():
    with pytest.raises(AttributeError, match="module 'gazetteer' has no attribute 'nonsense'"):
        _ = gazetteer.nonsense


@pytest.mark.parametrize(
    "statement", ["import gazetteer.online.folder", "import strikemap.cli.main"]
)
def test_the_folder_and_the_command_line_begin_without_tables_and_the_ladder(statement):
    heavy = ["numpy", "pandas", "pyarrow", "geopandas", "streamlit", "gazetteer.matching.ladder"]
    code = f"import sys; {statement}; print(*(name for name in {heavy} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""
