"""Steps of a document, done as they are written: files, rows, replaced lines, commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

from paths import ROOT

FENCE = re.compile(r"^( *)```(\w+)(?: (\S+))?\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
# What Python compiled before goes along: it fits as long as times of files do.
NOT_COPIED = shutil.ignore_patterns(".*", "*.egg-info", "build", "dist", "*.png", "*.ipynb")
SERVES = "strikemap app"  # a command that does not end by itself
PATIENCE_S = 300


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file it names ('' for none), and its text."""

    language: str
    path: str
    text: str


def read_blocks(document: Path, heading: str) -> list[Block]:
    """Return the blocks below a heading of the second level, in order."""
    _, _, rest = document.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    section = rest.partition("\n## ")[0]
    return [Block(m[2], m[3] or "", textwrap.dedent(m[4])) for m in FENCE.finditer(section)]


@dataclass
class Copy:
    """A copy of the repository with an environment in which its own commands run."""

    folder: Path
    said: dict[str, str] = field(default_factory=dict)  # by command: both streams
    served: list[str] = field(default_factory=list)  # commands that serve, not yet run

    @classmethod
    def make(cls, folder: Path) -> Copy:
        """Copy the repository; its virtual environment is this one, and counts as up to date."""
        shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
        programs = folder / ".venv" / "bin"
        programs.mkdir(parents=True)
        for name, command in {"python": "", "strikemap": " -m strikemap"}.items():
            (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{command} "$@"\n')
            (programs / name).chmod(0o755)
        for stamp in ("installed", "installed-dev"):
            (folder / ".venv" / stamp).touch()
        return cls(folder)

    @property
    def environment(self) -> dict[str, str]:
        """What commands see: the copy's programs and packages first."""
        kept = {
            name: text for name, text in os.environ.items()
            if not name.startswith(("PYTEST", "STRIKEMAP", "STREAMLIT"))
        }  # fmt: skip
        programs = self.folder / ".venv" / "bin"
        return {
            **kept, "PATH": f"{programs}{os.pathsep}{kept['PATH']}", "COLUMNS": "200",
            "PYTHONPATH": str(self.folder), "STRIKEMAP_DATA": str(self.folder / "user"),
        }  # fmt: skip

    def follow(self, blocks: list[Block]) -> None:
        """Do what blocks say, in order."""
        for block in blocks:
            if block.language == "sh":
                for command in block.text.splitlines():
                    self.run(command)
            elif block.language == "diff":
                self._replace(block)
            else:
                self._write(block)

    def run(self, command: str) -> str:
        """Run a command and return what it said; one that serves is kept for later."""
        if command.startswith(SERVES):
            self.served.append(command)
            return ""
        done = subprocess.run(
            command, shell=True, cwd=self.folder, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE_S,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}\n{done.stdout}"
        self.said[command] = done.stdout
        return done.stdout

    def _write(self, block: Block) -> None:
        """Write a file that is new; add rows to a table that is there."""
        path = self.folder / block.path
        rows = path.read_text(encoding="utf-8") if path.exists() else ""
        assert not rows or (block.language == "csv" and rows.endswith("\n")), f"{path} is there"
        path.write_text(rows + block.text, encoding="utf-8")

    def _replace(self, block: Block) -> None:
        path = self.folder / block.path
        text = path.read_text(encoding="utf-8")
        old, new = (
            "".join(f"{line[1:]}\n" for line in block.text.splitlines() if line[0] == sign)
            for sign in "-+"
        )
        assert text.count(old) == 1, f"{block.path} has no such lines:\n{old}"
        path.write_text(text.replace(old, new), encoding="utf-8")
