"""Compare what the pack answers with the frozen answers, or freeze them anew.

python -m gazetteer.cases [--freeze]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from gazetteer.cases.read import Case, read_cases
from gazetteer.cases.results import Result, compare, read_frozen, run, write_frozen
from gazetteer.cases.totals import count_by
from gazetteer.tables.loading import load_gazetteer


def main() -> int:
    """Print every case that is answered otherwise than frozen; return 1 where there is one."""
    parser = argparse.ArgumentParser(prog="python -m gazetteer.cases", description=__doc__)
    parser.add_argument("--freeze", action="store_true", help="keep what is answered now")
    asked = parser.parse_args()
    cases = read_cases()
    now = run(load_gazetteer("sy"), cases)
    changes = compare(cases, read_frozen(), now)
    _say(*changes, *_total_lines(cases, now))
    if asked.freeze:
        write_frozen(now)
        _say(f"frozen: {len(now)} answers, {len(changes)} of them not as before")
    elif changes:
        _say(f"{len(changes)} answers are not as frozen; if they should be as they are now:",
             "python -m gazetteer.cases --freeze")  # fmt: skip
    return int(bool(changes) and not asked.freeze)


def _total_lines(cases: Sequence[Case], results: Sequence[Result]) -> list[str]:
    totals = count_by(lambda case: case.script, cases, [result.verdict for result in results])
    return [
        f"{total.group}: {total.cases} cases, right {total.right:.1%}, wrong {total.wrong:.1%}, "
        f"worth {total.worth:.3f}"
        for total in totals
    ]


def _say(*lines: object) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
