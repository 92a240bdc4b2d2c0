"""Who says so and where: the sources and addresses of one row as claims."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.reading.columns import Row
from geo.strikes.schema import TOLLS, split_several

__all__ = ["read_claims"]

_CLAIM_FIELDS = ("outlet", "archive_url", "title", "published", "note")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def read_claims(
    row: Row, record: Mapping[str, object], *, date_text: str | None, worded: bool
) -> list[dict[str, object]]:
    """Return the claims of one row, none where it names no source.

    record: the strike as read from the row. worded: a toll of the row is written in words, which
    then stand in a claim.
    """
    sources = _read_sources(row)
    about: dict[str, object] = {name: row.cell(name) or None for name in _CLAIM_FIELDS}
    if not (sources or about["title"] or about["archive_url"] or about["outlet"] or worded):
        return []
    shared = {
        "place_text": record["place_text"],
        "date_text": date_text,
        "actor": record["actor"],
        "attribution": record["attribution"],
    }
    claims: list[dict[str, object]] = [{**shared, **source} for source in sources or [{}]]
    claims[0].update(about)
    if len(claims) == 1:
        claims[0].update(_toll_of(row, record))
    elif worded:
        words = f"toll as the table words it: {_toll_words(row)}"
        claims[0]["note"] = "; ".join(filter(None, [row.cell("note"), words]))
    return claims


def _toll_of(row: Row, record: Mapping[str, object]) -> dict[str, object]:
    """Return the row's toll for its only claim; of several claims none is known to state it."""
    bounds = {f"{t}_{bound}": record[f"{t}_{bound}"] for t in TOLLS for bound in ("min", "max")}
    scope = "strike" if any(count is not None for count in bounds.values()) else None
    return {**bounds, "toll_text": _toll_words(row), "toll_scope": scope}


def _toll_words(row: Row) -> str | None:
    names = [name for toll in TOLLS for name in (toll, f"{toll}_min", f"{toll}_max")]
    cells = {name: row.cell(name).strip() for name in names}
    parts = [f"{name.replace('_', ' ')}: {text}" for name, text in cells.items() if text]
    return "; ".join(parts) or None


def _read_sources(row: Row) -> list[dict[str, object]]:
    """Return claimant and address, one pair for each source or address of the row."""
    claimants: list[str] = []
    addresses: list[str] = []
    for cell in row.cells_of("source"):
        for part in split_several(cell.replace("\n", ";")):
            (addresses if _ADDRESS.fullmatch(part) else claimants).append(part)
    for cell in row.cells_of("url"):
        found = _ADDRESS.findall(cell)
        addresses += [address.rstrip(";,|") for address in found]
        claimants += [] if found or not cell.strip() else [cell.strip()]
    if len(claimants) == len(addresses):
        pairs: list[tuple[str | None, str | None]] = list(zip(claimants, addresses, strict=True))
    elif len(claimants) == 1:
        pairs = [(claimants[0], address) for address in addresses] or [(claimants[0], None)]
    else:
        pairs = [*((c, None) for c in claimants), *((None, a) for a in addresses)]
    return [{"claimant": claimant, "url": address} for claimant, address in pairs]
