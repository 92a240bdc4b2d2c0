"""What a visitor opened on a page stays open when the page is drawn anew."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from paths import ROOT

WEB = ROOT / "strikemap" / "web"
# An expander's title with a count in it, or a line more above it, closes one that has no key.
# With a key it does not open by itself later, as the further filters do: they stand in a place of
# their own, and their title never changes.
OPENED = ("expander", "tabs")
OWN_PLACE = ("filters.py",)


def list_opened() -> Iterator[tuple[str, int, ast.Call]]:
    for path in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in OPENED:
                yield path.relative_to(WEB).as_posix(), node.lineno, node


@pytest.mark.parametrize(("path", "line", "call"), list(list_opened()))
def test_it_has_a_key(path: str, line: int, call: ast.Call):
    named = {word.arg: word.value for word in call.keywords}
    title = call.args[0]
    said = title.args if isinstance(title, ast.Call) and ast.unparse(title.func) == "_" else [title]
    plain = all(isinstance(one, ast.Constant) for one in said)
    assert "key" in named or (path in OWN_PLACE and plain), f"{path}, line {line}"
