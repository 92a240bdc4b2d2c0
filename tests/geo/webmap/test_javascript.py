"""Runs the map layer's own unit tests, js/*.test.js, with Node's test runner."""

from __future__ import annotations

import subprocess

import pytest
from paths import JS_TESTS, STATIC


@pytest.mark.parametrize("path", sorted(JS_TESTS.glob("*.test.js")), ids=lambda path: path.name)
def test_the_unit_tests_pass(node, path):
    run = subprocess.run([node, "--test", path], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_the_source_parses_and_is_no_template(node, path, tmp_path):
    text = path.read_text(encoding="utf-8")
    assert "{%" not in text
    assert "endraw" not in text
    # node tells modules from scripts by suffix; the Streamlit host is the one module
    copy = tmp_path / (f"{path.stem}.mjs" if "export default" in text else path.name)
    copy.write_text(text, encoding="utf-8")
    run = subprocess.run([node, "--check", copy], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
