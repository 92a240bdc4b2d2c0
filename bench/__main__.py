"""Run every benchmark of the rooms of this folder, or those named: `python -m bench [NAME]...`.

Options and numbers are read by the benchmarks themselves: `python -m bench gazetteer --quick`.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

ROOMS = ("app", "files", "maps", "matching", "texts")  # the other folders help these


def find_benchmarks() -> dict[str, str]:
    """Return the module of each benchmark by its name."""
    here = Path(__file__).parent
    found = {
        path.stem: f"bench.{room}.{path.stem}"
        for room in ROOMS
        for path in (here / room).glob("*.py")
        if path.stem != "__init__"
    }
    return dict(sorted(found.items()))


def main(words: list[str]) -> None:
    """Run the named benchmarks, all when none is named."""
    known = find_benchmarks()
    names = [word for word in words if not word.startswith("-") and not word.isdigit()]
    unknown = set(names) - set(known)
    if unknown:
        sys.exit(f"no benchmark named {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    for name in names or known:
        print(f"\n== {name}", flush=True)
        importlib.import_module(known[name]).main()


if __name__ == "__main__":
    main(sys.argv[1:])
