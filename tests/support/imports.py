"""What the project's files import: Python's imports and the map scripts' requires."""

from __future__ import annotations

import ast
import os.path
import re
from functools import cache
from pathlib import Path

from paths import ROOT, STATIC

PACKAGES = ("gazetteer", "geo", "reports", "strikemap", "tools", "bench")
REQUIRE = re.compile(r"""require\("(\.[^"]+)"\)""")


def module_name(path: Path) -> str:
    """Return the dotted name of a Python file of the project."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def python_files() -> dict[str, Path]:
    """Return every Python file of the project outside tests, by module name."""
    found = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return {module_name(path): path for path in sorted([*found, ROOT / "streamlit_app.py"])}


@cache
def _import_nodes(path: Path) -> list[ast.Import | ast.ImportFrom]:
    """Return a file's imports, parsed once; expressions, which hold none, are not walked."""
    found: list[ast.Import | ast.ImportFrom] = []
    inside: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while inside:
        node = inside.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.append(node)
        elif not isinstance(node, ast.expr):
            inside.extend(ast.iter_child_nodes(node))
    return found


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Return every module a file imports, functions' own imports included, as written.

    Of `from a import b` both `a` and `a.b` are named: which of them is a module, others tell.
    """
    found: set[str] = set()
    for node in _import_nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            assert node.level == 0, f"{path}: relative import; name the module in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return frozenset(found)


def own_imports(path: Path) -> set[str]:
    """Return the project's own modules that a file imports, by their full names.

    A package counts where a name of its `__init__` is taken, not where it is only passed
    through to a module inside it.
    """
    ours = python_files()
    found = set()
    for node in _import_nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = {name for name in inner if name in ours}
            found |= modules if modules == inner else {*modules, str(node.module)}
    return {name for name in found if name in ours}


@cache
def scripts() -> dict[str, Path]:
    """Return every script of the map layer by its path under static/, without .js."""
    paths = sorted(STATIC.rglob("*.js"))
    return {path.relative_to(STATIC).with_suffix("").as_posix(): path for path in paths}


def requires_of(path: Path) -> set[str]:
    """Return the scripts that a script requires, as `scripts` names them."""
    wanted = REQUIRE.findall(path.read_text(encoding="utf-8"))
    folder = path.parent.relative_to(STATIC).as_posix()
    return {
        os.path.normpath(f"{folder}/{name}").removesuffix(".js").removeprefix("./")
        for name in wanted
    }
