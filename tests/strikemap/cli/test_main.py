"""Every verb: errors are one plain last line, progress is for terminals, help is for all."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest
from command import Command

from geo.reading.registry import FORMAT_NAMES, READABLE


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["export", "none.csv", "--out", "a.csv"], 1, "strikemap: none.csv: cannot be opened"),
        (["export", "in.csv", "--out", "a.csv"], 1, "a date column is missing"),
        (["export", "bad.csv", "--out", "a.csv"], 1, "bad.csv: every row is refused; row 2"),
        (["export", "seeds", "--out", "no/a.csv"], 1, "the folder no does not exist"),
        (["export", "seeds", "--out", "a.csv", "--gazetteer", "none.csv"], 1, "none.csv"),
        (["export", "seeds", "--out", "a.csv", "--boundaries", "none.shp"], 1, "none.shp"),
        (["export", "seeds", "--out", "a.csv", "--country", "xx"], 2, "'xx' is no country"),
        (["export", "in.csv", "--out", "a.csv", "--claims", "c.csv"], 1, "own format"),
        (["export", "seeds", "--out", "a.docx"], 2, "must end in one of .geojson"),
        (["export", "seeds", "--out", "a.csv", "--filter", "kind=rocket"], 2, "kind=rocket"),
        (["export", "seeds"], 2, "Missing option '--out'"),
        (["export", "in.csv", "--out", "in.csv"], 2, "would overwrite the input"),
        (["geocode", "in.csv", "--out", "a.csv", "--place", "town"], 1, "no column 'town'"),
        (["geocode", "none.csv", "--out", "a.csv", "--place", "town"], 1, "none.csv"),
        (["geocode", "xy.csv", "--out", "a.csv", "--place", "place", "--lon", "x", "--lat", "y"],
         1, "every row is refused; row 2: latitude 95"),
        (["geocode", "in.csv", "--out", "a.csv", "--place", "place", "--lon", "x"], 2, "both"),
        (["geocode", "in.csv", "--out", "a.csv"], 2, "Missing option '--place'"),
        (["app", "none.csv"], 1, "none.csv: cannot be opened"),
        (["app", "in.csv"], 1, "a date column is missing"),
        (["gazetteer", "search"], 2, "Missing argument"),
        (["fly"], 2, "No such command 'fly'"),
    ],
)  # fmt: skip
def test_an_error_is_one_plain_last_line_with_its_exit_code(
    run: Command, arguments: list[str], code: int, message: str
) -> None:
    run.write("in.csv", "place\nHoms\n")
    run.write("bad.csv", "date,place,killed\n,,5\n")
    run.write("xy.csv", "place,x,y\nHoms,36,95\n")
    before = run.files()
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert message in done.last_line
    assert not any(line in done.stderr for line in ("Traceback", "╭", "│"))
    assert run.files() == before


def test_an_error_ends_a_process_as_it_ends_a_command(run: Command) -> None:
    done = run.outside("export", "none.csv", "--out", "a.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("strikemap: none.csv: cannot be opened")
    assert len(done.stderr.splitlines()) == 1


def test_progress_is_shown_on_a_terminal_only(run: Command) -> None:
    run.write("in.csv", "place\nDuwaylah\n")
    arguments = ["geocode", "in.csv", "--out", "out.csv", "--place", "place"]
    assert "placing" not in run(*arguments).stderr
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "strikemap", *arguments],
        stderr=theirs, stdout=theirs, cwd=run.folder, env={**run.environment, "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    assert done.wait() == 0
    assert b"placing 1 rows" in shown


def test_every_command_and_option_has_help(run: Command) -> None:
    for command in ("app", "geocode", "export", "import", "inspect", "gazetteer search"):
        done = run(*command.split(), "--help")
        assert done.returncode == 0
        options = [line for line in done.stdout.splitlines() if line.lstrip().startswith("--")]
        assert options
        assert all(len(line.split("  ")) >= 3 for line in options), options


@pytest.mark.parametrize("command", ["app", "brief", "export", "import", "inspect"])
def test_help_lists_every_file_and_format_that_is_read(run: Command, command: str) -> None:
    text = run(command, "--help").stdout
    for suffix in READABLE:
        assert f" {suffix} " in text
    for name, one in FORMAT_NAMES.items():
        assert f"  {name} " in text
        assert one.sentence in " ".join(text.split())


@pytest.mark.parametrize("command", ["app", "brief", "export", "import", "inspect"])
def test_every_verb_that_reads_strikes_takes_what_is_said_of_them(
    run: Command, command: str
) -> None:
    text = run(command, "--help").stdout
    for option in ("--claims", "--column", "--format", "--sheet", "--order", "--mapping"):
        assert f"  {option} " in text
