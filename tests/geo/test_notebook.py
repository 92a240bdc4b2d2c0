"""What is refused in a notebook is one line; elsewhere nothing is changed."""

from __future__ import annotations

import sys

import pytest
from IPython.core.interactiveshell import InteractiveShell

from geo import speak_plainly


@pytest.fixture
def shell():
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_a_refusal_is_one_line_and_any_other_error_is_shown_as_ever(shell, capsys) -> None:
    assert speak_plainly()
    done = shell.run_cell("import geo; geo.read_strikes('no such file.csv')")
    assert not done.success
    said = capsys.readouterr()
    assert said.err.startswith("strikemap: no such file.csv")
    assert "Traceback" not in said.out + said.err
    assert len(said.err.splitlines()) == 2
    shell.run_line_magic("tb", "")
    assert "ReadError" in capsys.readouterr().out
    assert not shell.run_cell("1 / 0").success
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_without_a_notebook_nothing_is_changed(monkeypatch) -> None:
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    before = sys.excepthook
    assert not speak_plainly()
    assert sys.excepthook is before
