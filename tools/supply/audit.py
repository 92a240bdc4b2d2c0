"""Ask which packages of requirements.lock have a known vulnerability, where that can be asked.

    python -m tools.supply.audit

Ends with 1 where there is one, with 0 and a plain word where the list cannot be reached: no
network is no fault of the code.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.supply.locks import RUN

__all__ = ["Audit", "ask", "audit_lock", "main", "read_answer"]

WAIT_S = 2  # for a server that does not answer
LONGEST_S = 90  # for all of it
COMMAND = (
    sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip",
    "--format", "json", "--progress-spinner", "off", "--timeout", str(WAIT_S), "--requirement",
)  # fmt: skip


@dataclass
class Audit:
    """What was asked, what is vulnerable, a line each, and what is not on the list."""

    asked: int = 0
    vulnerable: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    failed: str = ""

    @property
    def said(self) -> str:
        """The outcome in words."""
        if self.vulnerable:
            return "\n".join(["vulnerabilities are known:", *self.vulnerable])
        if self.failed or len(self.unknown) == self.asked:
            why = self.failed or "it does not know what it is asked for"
            return f"vulnerabilities: not asked, the list could not be reached ({why})"
        told = f"vulnerabilities: none known of {self.asked - len(self.unknown)} of {self.asked}"
        return told + (f"; not on the list: {', '.join(self.unknown)}" if self.unknown else "")


def audit_lock(lock: Path = RUN, command: Sequence[str] = COMMAND) -> Audit:
    """Return what is known of a lock; its first package alone is asked for before the others."""
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / lock.name
        first.write_text(lock.read_text("utf-8").splitlines()[0], encoding="utf-8")
        tried = ask([*command, str(first)])
    reached = not tried.failed and not tried.unknown
    return ask([*command, str(lock)]) if reached else tried


def ask(command: Sequence[str]) -> Audit:
    """Run pip-audit and return what it answers."""
    try:
        run = subprocess.run(  # noqa: S603  # our own arguments
            command, capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired:
        return Audit(failed=f"no answer within {LONGEST_S} s")
    return read_answer(run.stdout, run.stderr)


def read_answer(answer: str, errors: str = "") -> Audit:
    """Return what pip-audit's JSON says; without any, that it failed and how."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = errors.strip().splitlines()[-1:] or ["no answer"]
        return Audit(failed=last[0].split(":")[0])
    audit = Audit(asked=len(packages))
    for package in packages:
        if "skip_reason" in package:
            audit.unknown.append(package["name"])
        audit.vulnerable += [word(package, found) for found in package.get("vulns", ())]
    return audit


def word(package: dict[str, str], found: dict[str, object]) -> str:
    """Return a vulnerability in a line, with its remedy."""
    fixes = found.get("fix_versions")
    mended = ", ".join(map(str, fixes)) if isinstance(fixes, list) and fixes else "no version yet"
    return f"  {package['name']} {package['version']}: {found['id']}, mended in {mended}"


def main() -> None:
    """Say what is known, and end with 1 where something is vulnerable."""
    audit = audit_lock()
    sys.stdout.write(f"{audit.said}\n")
    sys.exit(1 if audit.vulnerable else 0)


if __name__ == "__main__":
    main()
