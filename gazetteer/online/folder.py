"""Where the user's own data lie: fetched tables, and what is kept between two runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from gazetteer.errors import GazetteerError

__all__ = ["data_folder"]


def data_folder() -> Path:
    """Return the user's folder for fetched gazetteers: STRIKEMAP_DATA, else the platform's.

    Raises GazetteerError where this machine knows no home of the user's.
    """
    if given := os.environ.get("STRIKEMAP_DATA"):
        return Path(given)
    try:
        return _usual_folder()
    except RuntimeError as error:
        raise GazetteerError(
            "your home folder is not known here; set STRIKEMAP_DATA to a folder for your own data"
        ) from error


def _usual_folder() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "strikemap"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "strikemap"
    shared = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (shared if shared.is_absolute() else Path.home() / ".local" / "share") / "strikemap"
