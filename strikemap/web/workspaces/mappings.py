"""What columns mean, kept in the open workspace for the next file of the same columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from geo.reading.mapping import ColumnMapping, parse_mapping, word_mapping
from geo.workspace.changes import Change, Patch
from strikemap.web.visitors.name import who

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["find_mapping", "keep_mapping"]

TABLE = "mappings"


def find_mapping(
    opened: SharedWorkspace, columns: Iterable[str]
) -> tuple[ColumnMapping, str] | None:
    """Return what was said of a file of these columns, and its name; None for nothing."""
    key = _key_of(columns)
    rows = opened.act(lambda workspace: workspace.find_rows(TABLE, "columns", [key]))
    if not rows:
        return None
    said = json.dumps(rows[0]["mapping"]).encode()
    return parse_mapping(said, str(rows[0]["file"])), str(rows[0]["file"])


def keep_mapping(
    opened: SharedWorkspace, columns: Iterable[str], mapping: ColumnMapping, file: str
) -> None:
    """Keep what was said of a file of these columns; nothing is written where it is known."""
    key, said = _key_of(columns), json.loads(word_mapping(mapping))
    rows = opened.act(lambda workspace: workspace.find_rows(TABLE, "columns", [key]))
    if rows and rows[0]["mapping"] == said:
        return
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    row = {"columns": key, "file": file, "mapping": said, "who": who(), "at": now}
    old = {name: rows[0][name] for name in row} if rows else None
    change = Change("keep mapping", file, [Patch(TABLE, (key,), old, row)])
    opened.act(lambda workspace: workspace.apply(change), who=who())


def _key_of(columns: Iterable[str]) -> str:
    return json.dumps(sorted(map(str, columns)), ensure_ascii=False)
