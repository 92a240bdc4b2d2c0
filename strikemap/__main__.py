"""`python -m strikemap` is `strikemap`."""

from strikemap.cli.main import main

main()
