"""What every file says of itself: which rows, located with what, whose, and their hash."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version

from geo.export.credits import ATTRIBUTION, LICENCE, NOTICE, NOTICE_OF_RELEASE
from geo.export.format import Outgoing
from geo.placing.edition import name_editions
from geo.strikes.ids import hash_data
from geo.strikes.killed import word_undated
from geo.strikes.totals import Totals, count_totals

__all__ = ["MAKER", "describe_file", "word_file", "word_totals"]

MAKER = "strikemap"


def describe_file(outgoing: Outgoing) -> dict[str, object]:
    """Return what a file says of itself, as plain values; what is not known is left out.

    data_sha256: of strikes and their claims, whatever order they have and file they are in; a
    sheet of the same rows says the same. No path, no name of a user or machine.
    """
    options = outgoing.options
    gazetteer, boundaries = name_editions(outgoing.located)
    said: dict[str, object] = {
        "title": options.title if options else "",
        "filters": options.filters_in_words if options else "",
        "data_as_of": options.data_as_of if options else "",
        "dataset": outgoing.dataset,
        "data_sha256": hash_data(outgoing.strikes, outgoing.claims),
        "gazetteer": gazetteer,
        "boundaries": boundaries,
        "attribution": ATTRIBUTION,
        "licence": LICENCE,
        "notice": NOTICE_OF_RELEASE if any(outgoing.held.values()) else NOTICE,
        "release": " ".join(outgoing.release),
        "held_back": "; ".join(
            f"of {table}: {', '.join(names)}" for table, names in outgoing.held.items() if names
        ),
        "made_with": _name_maker(),
        "totals": asdict(count_totals(outgoing.strikes)),
    }
    return {key: value for key, value in said.items() if value != ""}


def _name_maker() -> str:
    try:
        return f"{MAKER} {version(MAKER)}"
    except PackageNotFoundError:  # run from a folder that was never installed
        return MAKER


_WORDS = {
    "title": "Title",
    "filters": "Filters",
    "data_as_of": "Newest claim",
    "dataset": "Dataset",
    "data_sha256": "Data hash (SHA-256)",
    "gazetteer": "Gazetteer",
    "boundaries": "Boundaries",
    "attribution": "Attribution",
    "licence": "Licence",
    "notice": "Notice",
    "release": "Release",
    "held_back": "Columns held back, not unreported",
    "made_with": "Made with",
}


def word_file(outgoing: Outgoing) -> Iterator[tuple[str, str]]:
    """Yield what a file says of itself, each with its name in words."""
    said = describe_file(outgoing)
    held = outgoing.held.get("strikes", ())
    yield "Rows", word_totals(count_totals(outgoing.strikes), len(outgoing.claims), held=held)
    for key, name in _WORDS.items():
        if key in said:
            yield name, str(said[key])


def word_totals(totals: Totals, claims: int, *, held: Collection[str] = ()) -> str:
    """Return in words how many of how many rows are located, known to an area, and dated.

    held: the columns of strikes that a release holds back.
    """
    return (
        f"{totals.rows:,}: {totals.located:,} located, {totals.area_only:,} known only to an area, "
        f"{totals.unlocated:,} not located; {word_undated(totals, held)}; {claims:,} claims"
    )
