"""Tutorials and how-tos walked: their files written, their commands run, what these say put in.

    python -m tools.docs_site.walking [PAGE]...

A block whose fence names a file (```text strikes.csv) is that file; a line of a ```console block
that begins with "$ " is a command, and what stands below it is what it says. A test fails while a
page differs from what this would write. Commands of other blocks are not run.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from strikemap.cli.main import main as run_strikemap

__all__ = ["list_pages", "walk_page"]

DOCS = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The day and the moment at which a page was walked are no difference.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|(?<= on )\d{4}-\d\d-\d\d(?=: )")


def list_pages() -> list[Path]:
    """Return the pages that are walked."""
    return sorted([*(DOCS / "tutorials").glob("*.md"), *(DOCS / "how_to").glob("*.md")])


def walk_page(page: Path) -> str:
    """Return the text of a page with what its commands say now."""
    with TemporaryDirectory() as folder:
        walk = _Walk(Path(folder))
        return FENCE.sub(walk.follow, page.read_text("utf-8"))


@dataclass(frozen=True)
class _Walk:
    folder: Path

    def follow(self, block: re.Match[str]) -> str:
        """Do what a block says, and return it with what was said."""
        language, name, text = block.groups()
        if name:
            (self.folder / name).write_text(text, encoding="utf-8")
        if language != "console":
            return block[0]
        return "```console\n" + "\n".join(self._run_all(text)) + "\n```"

    def _run_all(self, text: str) -> Iterator[str]:
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, *before = part.splitlines()
            said = self.run(command)
            same = [MOMENT.sub("", line) for line in said] == [MOMENT.sub("", x) for x in before]
            yield from (f"$ {command}", *(before if same else said))

    def run(self, command: str) -> list[str]:
        """Run a command in this process and return the lines of both its streams as they come."""
        out = io.StringIO()
        environment = {"STRIKEMAP_DATA": str(self.folder / "user"), "COLUMNS": "100"}
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, environment),
            mock.patch.object(sys, "argv", shlex.split(command)),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(out),
            contextlib.suppress(SystemExit),
        ):
            run_strikemap()
        return [line.rstrip() for line in out.getvalue().splitlines() if line.strip()]


def main(names: list[str]) -> None:
    """Walk the pages that are named, or all, and write what was said into them."""
    for page in map(Path, names) if names else list_pages():
        page.write_text(walk_page(page), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
