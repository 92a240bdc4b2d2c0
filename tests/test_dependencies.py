"""Dependencies: each one that is declared is used and explained, each one that is used declared."""

from __future__ import annotations

import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from imports import imports_of, python_files
from paths import ROOT

OURS = {"geo", "gazetteer", "reports", "strikemap", "streamlit_app", "tools", "bench"}
FONTS = "geo/briefing/drawing/fonts.py"
# Used without an import of ours, or by choice, and then not installed everywhere: each with what
# uses it and where that is said.
USED_BY_NAME = {
    "distributed": ("import distributed", "geo/batch/dask_workers.py"),
    "fontpkg-fira-sans": ("fontpkg_fira_sans", FONTS),
    "fontpkg-ibm-plex-sans-arabic": (
        "fontpkg_ibm_plex_sans_arabic",
        FONTS,
    ),
    "furo": ("furo", "tools/docs_site/build.py"),
    "ipykernel": ("kernel_name", "tests/test_notebook.py"),
    "mypy": ("mypy", "Makefile"),
    "natasha": ("natasha", "reports/model/names.py"),  # its files; its code is not loaded
    "navec": ("from navec import", "reports/model/names.py"),
    "slovnet": ("from slovnet import", "reports/model/names.py"),
    "myst-parser": ("myst_parser", "tools/docs_site/build.py"),
    "pip-audit": ("pip_audit", "tools/supply/audit.py"),
    "psycopg": ("postgresql+psycopg", "geo/workspace/homes/databases.py"),
    "pytest-xdist": ("--dist", "Makefile"),
    "ruff": ("ruff", "Makefile"),
}


@cache
def declared() -> dict[str, list[str]]:
    """Return the distributions that pyproject.toml asks for: to run, to develop, by choice."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = dict(project["optional-dependencies"])
    asked = {"run": project["dependencies"], "dev": extras.pop("dev")}
    asked["extra"] = list(chain.from_iterable(extras.values()))
    return {
        group: [re.split(r"[ <>=!~\[;]", line, maxsplit=1)[0] for line in lines]
        for group, lines in asked.items()
    }


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def distributions() -> dict[str, set[str]]:
    """Return {top-level name: distributions that bring it} of all that is installed."""
    return {
        top: {normal(name) for name in names} for top, names in packages_distributions().items()
    }


def used_in(paths: list[Path]) -> dict[str, str]:
    """Return the distributions that files import, each with one of the files."""
    found: dict[str, str] = {}
    for path in paths:
        for module in imports_of(path):
            top = module.split(".")[0]
            if top not in OURS and top not in sys.stdlib_module_names:
                for name in distributions().get(top, ()):
                    found.setdefault(name, f"{path.relative_to(ROOT)} imports {module}")
    return found


@cache
def used_to_run() -> dict[str, str]:
    own = ("geo", "gazetteer", "reports", "strikemap", "streamlit_app")
    return used_in([p for name, p in python_files().items() if name.split(".")[0] in own])


@cache
def used_to_develop() -> dict[str, str]:
    tools = [p for name, p in python_files().items() if name.split(".")[0] in ("tools", "bench")]
    return used_in([*(ROOT / "tests").rglob("*.py"), *tools])


@pytest.mark.parametrize("group", ["run", "dev", "extra"])
def test_every_dependency_is_used(group):
    used = used_to_develop() if group == "dev" else used_to_run()
    for name in declared()[group]:
        if name in USED_BY_NAME:
            word, path = USED_BY_NAME[name]
            assert word in (ROOT / path).read_text("utf-8"), f"{path} uses {name} no more"
        else:
            assert normal(name) in used, f"{name} is declared to {group} and imported nowhere"


def test_every_import_is_declared():
    asked = {normal(name) for group in ("run", "extra") for name in declared()[group]}
    unasked = {name: where for name, where in used_to_run().items() if name not in asked}
    assert not unasked, "used, but not in pyproject.toml's dependencies"


def test_every_dependency_is_explained():
    documents = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    section = documents.split("\n## Dependencies\n")[1].split("\n## ")[0]
    rows = set(re.findall(r"^\| ([a-z0-9-]+) \| [^|]+ \|$", section, re.MULTILINE)) - {"package"}
    asked = {name for group in declared().values() for name in group}
    assert asked - rows == set(), "docs/architecture.md has no line for these"
    assert rows - asked == set(), "docs/architecture.md explains what is no dependency"
