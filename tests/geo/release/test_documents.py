"""The worked example of the manual is a profile that is read."""

from __future__ import annotations

import re

from paths import ROOT

from geo.release.columns import ALWAYS
from geo.release.toml import parse_profile

MANUAL = (ROOT / "docs" / "release.md").read_text(encoding="utf-8")


def test_the_worked_example_is_read_and_what_always_leaves_is_listed():
    (example,) = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
    read = parse_profile(example.encode(), "partners.toml")
    assert read.cells.strikes == read.cells.people == 5
    assert len(read.coarsen) == 2
    line = next(line for line in MANUAL.splitlines() if line.startswith("**Columns.**"))
    assert all(f"`{column}`" in line for column in ALWAYS["strikes"])
