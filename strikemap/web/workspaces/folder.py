"""Which workspaces the app may open: the one it was started with, and those of its folder.

A name that a visitor types is a name in that folder, never a path. Without a folder, as on a
server, none can be opened or made from the page.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from gazetteer.language import _
from geo.errors import WorkspaceError

__all__ = ["FOLDER", "START", "SUFFIX", "list_workspaces", "name_file", "started_workspace",
           "workspace_folder"]  # fmt: skip

START, FOLDER = "STRIKEMAP_WORKSPACE", "STRIKEMAP_WORKSPACE_FOLDER"
SUFFIX = ".gpkg"
_PLAIN = re.compile(r"[\w][\w .()-]{0,99}")


def started_workspace() -> str:
    """Return the workspace that the app was started with, a path or an address; "" for none."""
    return os.environ.get(START, "")


def workspace_folder() -> Path | None:
    """Return the folder whose workspaces may be opened and made; None for none."""
    named = os.environ.get(FOLDER, "")
    return Path(named) if named else None


def list_workspaces() -> list[str]:
    """Return the names of the files of the folder, without their ending."""
    folder = workspace_folder()
    if folder is None or not folder.is_dir():
        return []
    return sorted(path.stem for path in folder.glob(f"*{SUFFIX}") if _PLAIN.fullmatch(path.stem))


def name_file(name: str) -> Path:
    """Return the file of a workspace of the folder; raises WorkspaceError for what is no name."""
    folder = workspace_folder()
    if folder is None:
        raise WorkspaceError(_("the app was started without a folder for workspaces"))
    plain = name.strip().removesuffix(SUFFIX)
    if not _PLAIN.fullmatch(plain):
        raise WorkspaceError(
            _(
                "{name} is no name of a workspace; use letters, digits, spaces, - and _",
                name=repr(name),
            )
        )
    return folder / f"{plain}{SUFFIX}"
