"""Where things stand: the repository, the tests' own data, and the founders' shared folder."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
REFERENCE = SHARED / "reference"
TOYLAND = ROOT / "tests" / "toyland" / "gazetteer" / "toyland"  # places of an invented country
TOYLAND_LAND = ROOT / "tests" / "toyland" / "geo" / "toyland"
STATIC = ROOT / "geo" / "webmap" / "static"
JS_TESTS = ROOT / "tests" / "geo" / "webmap" / "js"
