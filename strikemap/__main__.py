"""`python -m strikemap` is `strikemap`: the command line, however early it is stopped."""

from __future__ import annotations

import sys

__all__ = ["main"]

STOPPED = 130  # as shells have it of a program that Ctrl-C ended


def main() -> None:
    """Load the command line and run it; one plain line where it cannot be loaded."""
    try:
        from strikemap.cli.main import main as run
    except KeyboardInterrupt:
        sys.stderr.write("strikemap: stopped by Ctrl-C\n")
        sys.exit(STOPPED)
    except ImportError as error:
        sys.stderr.write(f"strikemap: cannot be started ({error}); install strikemap again\n")
        sys.exit(1)
    run()


if __name__ == "__main__":
    main()
