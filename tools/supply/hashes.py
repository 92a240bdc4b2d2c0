"""Write requirements-hashed.lock: requirements.lock with the SHA-256 of every file of it.

    python -m tools.supply.hashes

needs uv on the path (`pip install uv`) and the network, and asks the index that uv is set up for.
The file names none: any mirror that has the same files will do, and any other file is refused by
pip.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tools.supply.locks import HASHED, RUN, read_hashes, read_lock

__all__ = ["main", "write_hashes"]

OPTIONS = ("--generate-hashes", "--no-deps", "--no-header", "--no-annotate", "-q")


def write_hashes(program: str) -> None:
    """Ask the index for the files of every pinned package, and put the new lock into its place."""
    made = HASHED.with_suffix(".lock.unfinished")
    try:
        command = [program, "pip", "compile", str(RUN), *OPTIONS, "--output-file", str(made)]
        subprocess.run([*command, "--python-version", "3.11"], check=True)  # noqa: S603  # our own
        require_whole(made)
        made.replace(HASHED)
    finally:
        made.unlink(missing_ok=True)


def require_whole(made: Path) -> None:
    """Raise ValueError where a lock with hashes is not that of the lock without."""
    if read_lock(made) != read_lock():
        raise ValueError(f"{made.name}: its packages are not those of {RUN.name}")
    if bare := [name for name, found in read_hashes(made).items() if not found]:
        raise ValueError(f"{made.name}: no hash of {', '.join(bare)}")


def main() -> None:
    """Write the lock with hashes, or say what is missing."""
    program = shutil.which("uv")
    if program is None:
        sys.exit("tools.supply.hashes: uv is not on the path; pip install uv, then run this again")
    write_hashes(program)
    count = sum(map(len, read_hashes().values()))
    sys.stdout.write(f"{HASHED.name}: {len(read_lock())} packages, {count} files\n")


if __name__ == "__main__":
    main()
