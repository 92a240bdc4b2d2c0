"""Which phrases of a sheet say "held back" for "not reported", by what a release holds back."""

from __future__ import annotations

from geo.release.columns import ALWAYS
from geo.release.held import Held
from geo.strikes.schema import CLAIM_COLUMNS

__all__ = ["list_held_phrases"]

# By the column whose lack each of these phrases tells of; each has another that ends in "held".
_PHRASES: dict[tuple[str, str], tuple[str, ...]] = {
    ("strikes", "killed_min"): (
        "toll", "killed none", "killed all none", "compare killed none", "unseen tolls",
    ),
    ("strikes", "date_start"): (
        "undated", "undated count", "no dated strikes", "timeline none", "unseen undated",
    ),
    ("strikes", "actor"): ("actor not reported",),
    ("strikes", "place_text"): ("no place",),
    ("claims", "published"): ("as of unknown", "date not known"),
    ("claims", "outlet"): ("outlet not known",),
}  # fmt: skip
_OF_CLAIMS = {column.name for column in CLAIM_COLUMNS} - ALWAYS["claims"]


def list_held_phrases(held: Held | None) -> frozenset[str]:
    """Return the phrases that are said otherwise; held: None without a release."""
    if held is None:
        return frozenset()
    said = [phrases for (table, column), phrases in _PHRASES.items()
            if column in held.columns[table]]  # fmt: skip
    if held.claims_held:
        said.append(("no sources",))
    return frozenset(phrase for phrases in said for phrase in phrases)
