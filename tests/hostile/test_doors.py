"""The command line's door: whatever happens behind it, one plain line, and no traceback."""

from __future__ import annotations

import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from command import Command

from gazetteer.passwords import hide_passwords
from geo.workspace.homes import trying
from strikemap import failures
from strikemap.cli import ending
from strikemap.cli.gazetteer import search


@pytest.fixture
def run(tmp_path: Path) -> Command:
    return Command(tmp_path)


def fail_with(error: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


def test_a_fault_nobody_foresaw_goes_into_a_file_and_one_line_says_where(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = KeyError("postgresql://me:secret@db/x \x1b[31m" + "long " * 50_000)
    monkeypatch.setattr(search, "load_places", fail_with(fault))
    done = run("gazetteer", "search", "Homs")
    log = run.folder / "user" / "failures.log"
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "a fault of strikemap's (KeyError: " in done.stderr
    assert f"how it came about is in {log}" in done.stderr
    assert len(done.stderr) < 5_000
    noted = log.read_text(encoding="ascii")
    assert "Traceback (most recent call last)" in noted
    assert "in fail" in noted
    assert len(noted) < 110_000
    for text in (done.stderr, noted):
        assert "secret" not in text
        assert "\x1b" not in text
    assert log.stat().st_mode & 0o077 == 0


def test_a_log_that_is_full_begins_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    (tmp_path / failures.LOG_NAME).write_bytes(b"x" * (failures.LARGEST + 1))
    assert failures.LOG_NAME in failures.note_failure(ValueError("new"))
    assert (tmp_path / failures.LOG_NAME).stat().st_size < 1_000
    assert (tmp_path / "failures.old.log").stat().st_size > failures.LARGEST


def test_a_log_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    (tmp_path / failures.LOG_NAME).symlink_to(tmp_path / "of a stranger")
    assert "cannot be written" in failures.note_failure(ValueError("new"))
    assert not (tmp_path / "of a stranger").exists()
    monkeypatch.delenv("STRIKEMAP_DATA")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr(Path, "home", fail_with(RuntimeError("no home")))
    assert "set STRIKEMAP_DATA" in failures.note_failure(ValueError("new"))


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "strikemap: stopped by Ctrl-C"),
        (MemoryError(), 1, "strikemap: the memory of this machine does not suffice"),
        (RecursionError("deep"), 1, "strikemap: a fault of strikemap's (RecursionError: deep)"),
        (OSError(28, "No space left on device", "a.csv"), 1, "No space left on device"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"), 1, "a fault"),
        (SystemExit("so"), 1, "strikemap: so"),
    ],
)
def test_every_end_is_one_line(
    run: Command, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    monkeypatch.setattr(search, "load_places", fail_with(error))
    done = run("gazetteer", "search", "Homs")
    assert (done.returncode, len(done.stderr.splitlines())) == (code, 1), done.stderr
    assert said in done.stderr


def test_a_reader_that_went_away_is_no_fault(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "load_places", fail_with(BrokenPipeError(32, "Broken pipe")))
    done = run("gazetteer", "search", "Homs")
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("\x1b]0;taken\x07fly",),
        ("export", "\x1b[2Jnone.csv", "--out", "a.csv"),
        ("export", "seeds", "--out", "a\x1b[31m\u202e.xyz"),
        ("export", "seeds", "--out", "a.csv", "--filter", "kind=\x1b[31m" + "x" * 100_000),
        ("export", "seeds", "--out", "a.csv", "--country", "\x9b31m" + "y" * 100_000),
        ("export", "\udcff\udcfe.csv", "--out", "a.csv"),
        ("gazetteer", "fetch", "SY", "--url", "ftp://me:secret@host/\x1b[31m"),
        ("gazetteer", "add", "http://me:secret@host/file.csv"),
        ("geocode", "none.csv", "--place", "p", "--out", "o.csv", "--scheduler",
         "tcp://me:secret@127.0.0.1:1"),
        ("workspace", "check", "postgresql://me:secret@127.0.0.1:1/strikes"),
        ("workspace", "check", "postgresql://me:sec/ret@127.0.0.1:1/strikes"),
        ("export", "postgresql://me:secret@127.0.0.1:1/strikes", "--out", "a.csv"),
        ("app", "postgresql://me:secret@127.0.0.1:1/strikes", "--country", "ua"),
    ],
)  # fmt: skip
def test_what_was_typed_is_told_without_escapes_passwords_or_a_megabyte(
    run: Command, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(trying, "PAUSE_S", 0)
    done = run(*arguments)
    assert done.returncode in (1, 2), done.stderr
    for part in ("\x1b", "\x9b", "\x07", "\u202e", "secret", "sec/ret", "Traceback", "a fault of"):
        assert part not in done.stderr, done.stderr[:3_000]
    assert len(done.stderr) < 10_000


def test_a_line_too_long_says_what_it_leaves_out_and_keeps_its_end() -> None:
    said = failures.shorten("file.csv: " + "x" * 1_000_000 + "; do this")
    assert said.startswith("file.csv: xxx")
    assert said.endswith("; do this")
    assert "998,419 characters left out" in said
    assert failures.shorten("x" * failures.MOST_SHOWN) == "x" * failures.MOST_SHOWN


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://me:secret@db:5432/x: no", "postgresql://db:5432/x: no"),
        ("http://u:pa/ss@wo/rd@host/q", "http://host/q"),
        ("tls://me:pa@ss@10.0.0.1:8786", "tls://10.0.0.1:8786"),
        ("postgresql://me:p@ss/w@db:5432/x", "postgresql://db:5432/x"),
        ("postgresql://me:12345/7@db/x", "postgresql://db/x"),
        ("postgresql://me:se cret@db/x: no; ask a@b", "postgresql://db/x: no; ask a@b"),
        ("postgresql+psycopg://u:p#w?x@y@db/x", "postgresql+psycopg://db/x"),
        ("host=db password='my sec\\'ret words' user=x", "host=db password=*** user=x"),
        ('password="my secret" host=db', "password=*** host=db"),
        ("password='my secret", "password=***"),
        ("dbname=x password=secret host=db", "dbname=x password=*** host=db"),
        ("https://example.org/?a=1&token=secret#x", "https://example.org/?a=1&token=***#x"),
        ("https://mastodon.social/@user/1?to=@other", None),
        ("https://example.org:8080/a@b", None),
        ("http://[::1]:80/@x", None),
        ("postgresql://db:5432/x: no such base, ask a@b", None),
        ("postgresql://db:5432/x?user=a@b", None),
        ("https://example.org: is no page, ask a@b", None),
        ("a: 5 killed @ Homs", None),
        ("write postgresql://USER@HOST:PORT/DATABASE", None),
    ],
)  # fmt: skip
def test_an_address_is_shown_without_who_signs_in(text: str, shown: str | None) -> None:
    assert hide_passwords(text) == (shown or text)


def test_warnings_and_faults_of_threads_are_told_in_lines_of_ours(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        with ending.speak_of_warnings():
            warnings.warn("a column \x1b[31m", stacklevel=1)
            astray = threading.Thread(target=fail_with(ValueError("in a thread")))
            astray.start()
            astray.join()
    said = capsys.readouterr().err.splitlines()
    assert said[0] == r"warning: a column \x1b[31m"
    assert said[1].startswith("strikemap: a fault of strikemap's (ValueError: in a thread)")
    assert len(said) == 2


def test_outputs_that_take_no_more_and_a_folder_that_is_gone_are_told(run: Command) -> None:
    code = (
        "import os, sys; from strikemap.cli.main import main\n"
        "case, sys.argv = sys.argv[1], ['strikemap', *sys.argv[2:]]\n"
        "if case == 'full': os.dup2(os.open('/dev/full', os.O_WRONLY), 1)\n"
        "if case == 'closed': ours, theirs = os.pipe(); os.dup2(theirs, 1); os.close(ours)\n"
        "if case == 'gone': os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')\n"
        "main()"
    )

    def child(case: str, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", code, case, *arguments], capture_output=True, text=True,
            cwd=run.folder, env={**run.environment, "PYTHONIOENCODING": "ascii"}, timeout=60,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done.returncode, done.stderr

    status, said = child("full", "--help")
    assert (status, len(said.splitlines())) == (1, 1), said
    assert "No space left on device" in said
    assert child("closed", "--help") == (1, "")
    status, said = child("gone", "gazetteer", "add", "none.csv")
    assert status == 1
    assert "the folder that this was started in is gone: change into another" in said


def test_a_machine_that_knows_no_home_says_what_to_set(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.environment.pop("XDG_DATA_HOME", None)
    run.environment["STRIKEMAP_DATA"] = ""
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr(Path, "home", fail_with(RuntimeError("Could not determine home")))
    done = run("gazetteer", "search", "Homs")
    assert done.returncode == 1
    assert "your home folder is not known here; set STRIKEMAP_DATA" in done.last_line


def test_ctrl_c_before_anything_is_loaded_is_one_line(run: Command) -> None:
    code = (
        "import builtins, sys, runpy\n"
        "real = builtins.__import__\n"
        "def stop(name, *rest, **named):\n"
        "    if name == 'strikemap.cli.main': raise KeyboardInterrupt\n"
        "    return real(name, *rest, **named)\n"
        "builtins.__import__ = stop\n"
        "runpy.run_module('strikemap', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          env=run.environment, timeout=60)  # fmt: skip
    assert (done.returncode, done.stderr) == (130, "strikemap: stopped by Ctrl-C\n")
