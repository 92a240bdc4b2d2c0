"""The command line for tests: run in this process, or as a user runs it, in a folder of its own."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from paths import ROOT

from strikemap.cli.main import main

PATIENCE_S = 300


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str

    @property
    def last_line(self) -> str:
        """The last line of stderr, which scripts read."""
        return self.stderr.rstrip().splitlines()[-1]


class Command:
    """Runs `strikemap` in a folder, with a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "STRIKEMAP_DATA": str(folder / "user"),
            "PYTHONWARNINGS": "error::DeprecationWarning:geo", "COLUMNS": "200",
        }  # fmt: skip

    def __call__(self, *arguments: object) -> Done:
        """Run a command in this process, with an environment, a folder and streams of its own."""
        words = ["strikemap", *map(str, arguments)]
        out, errors = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, self.environment),
            mock.patch.object(sys, "argv", words),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(errors),
        ):
            try:
                main()
                code = 0
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
        return Done(code, out.getvalue(), errors.getvalue())

    def outside(self, *arguments: object) -> Done:
        """Run a command as a user does: a process that has nothing of this one."""
        done = subprocess.run(
            [sys.executable, "-m", "strikemap", *map(str, arguments)],
            capture_output=True, text=True, cwd=self.folder, env=self.environment,
            timeout=PATIENCE_S,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr)

    def write(self, name: str, text: str) -> Path:
        """Write a file into the folder."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def files(self) -> list[str]:
        """Return the names of the files in the folder."""
        return sorted(path.name for path in self.folder.iterdir())


def cells_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file, by heading."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
