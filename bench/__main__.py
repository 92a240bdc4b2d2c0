"""Run every benchmark of this folder, or those named: `python -m bench [NAME]... [OPTION]...`.

Options and numbers are read by the benchmarks themselves: `python -m bench gazetteer --quick`.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(words: list[str]) -> None:
    """Run the named benchmarks, all when none is named."""
    here = Path(__file__).parent
    known = sorted(path.stem for path in here.glob("*.py") if not path.stem.startswith("_"))
    names = [word for word in words if not word.startswith("-") and not word.isdigit()]
    unknown = set(names) - set(known)
    if unknown:
        sys.exit(f"no benchmark named {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    for name in names or known:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
