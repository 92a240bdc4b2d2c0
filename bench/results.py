"""The results file: what benchmarks counted, with day, commit, machine and load of the run.

`python -m bench NAME --keep` puts the figures of a run in place of those of the one before. The
tables of docs/method.md and docs/quality.md are drawn from it (`python -m tools.write_documents`).
"""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["RESULTS", "Figures", "keep_results"]

RESULTS = Path(__file__).parent / "results.json"
Figures = Sequence[Mapping[str, object]]


def keep_results(
    name: str, figures: Figures, *, file: Path = RESULTS, sizes: Sequence[str] = ()
) -> None:
    """Write the figures of a benchmark into the results file, where --keep asks for it.

    sizes: what figures of one size share, where sizes are measured in runs of their own: figures
    of other sizes stay, each with the load of its run.
    """
    if "--keep" not in sys.argv:
        return
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    run = _describe_run()
    figures = [{**one, "load": run["load"]} for one in figures] if sizes else list(figures)
    before = kept[name]["figures"] if sizes and name in kept else []
    measured = [[one[size] for size in sizes] for one in figures]
    others = [one for one in before if [one.get(size) for size in sizes] not in measured]
    if sizes:
        figures = sorted([*others, *figures], key=lambda one: [one.get(size, 0) for size in sizes])
    kept[name] = {"run": run, "figures": figures}
    beside = file.with_suffix(".tmp")
    text = json.dumps(dict(sorted(kept.items())), indent=1, ensure_ascii=False)
    beside.write_text(text + "\n", encoding="utf-8")
    beside.replace(file)
    print(f"{file.name}: {len(figures)} figures of {name} kept")


def _describe_run() -> dict[str, object]:
    return {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "commit": _ask_git("rev-parse", "--short=12", "HEAD"),
        "changed": bool(
            _ask_git("status", "--porcelain", "--", ":/gazetteer", ":/geo", ":/reports")
        ),
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}",
        "load": round(os.getloadavg()[0], 1),
    }


def _ask_git(*words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=RESULTS.parent, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
