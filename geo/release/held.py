"""What a release holds back, counted and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.release.columns import ALWAYS
from geo.release.profile import Profile
from geo.strikes.schema import CLAIM_COLUMNS

__all__ = ["MOST_COLUMNS", "Held", "word_coarse", "word_held"]

TABLES = {"strikes": "of strikes", "claims": "of sources"}
MOST_COLUMNS = 6  # named in a line


@dataclass(frozen=True, slots=True)
class Held:
    """What was held back of how many strikes and claims.

    columns: names by table. days: strikes of days that are held back. coarse: strikes by what
    they are told of by, an area or "grid", with the km of its squares. small: strikes of areas
    with too few, by the area that they are counted on instead. tolls: strikes whose tolls are told
    as a range, since they are of fewer than `people`. least: strikes that an area has at least.
    rules: `Profile.rules`.
    """

    strikes: int
    claims: int
    columns: Mapping[str, list[str]]
    days: int
    claims_of_days: int
    coarse: Mapping[tuple[str, float], int]
    small: Mapping[str, int]
    tolls: int
    people: int
    least: int = 0
    rules: str = ""

    @property
    def claims_held(self) -> bool:
        """Whether all that claims say is held back."""
        return len(self.columns["claims"]) == len(CLAIM_COLUMNS) - len(ALWAYS["claims"])


def word_coarse(to: str, km: float) -> str:
    """Return what a strike is told of by, in words.

    >>> word_coarse("grid", 10.0), word_coarse("district", 0.0)
    ('a square of 10 km', 'the district')
    """
    return f"a square of {km:g} km" if to == "grid" else f"the {to}"


def word_held(held: Held, profile: Profile, *, days: bool = True) -> tuple[str, ...]:
    """Return what was held back, a sentence each.

    days: which ones are held back too, which is for whoever releases and not for the recipient:
    how many strikes were in them would say that there were some.
    """
    return tuple(_list_sentences(held, profile, days=days))


def _list_sentences(held: Held, profile: Profile, *, days: bool) -> Iterator[str]:
    of = f"of {held.strikes:,} strikes"
    if held.days or profile.days.any_held:
        yield (
            f"{held.days:,} {of} and {held.claims_of_days:,} of {held.claims:,} claims held back, "
            f"{_word_days(profile) if days else 'by their day'}"
        )
    left = f"of {held.strikes - held.days:,} strikes"
    for (to, km), rows in held.coarse.items():
        yield f"{rows:,} {left} told of by {word_coarse(to, km)}, without a name of the place"
    for area, rows in held.small.items():
        yield (
            f"{rows:,} {left} counted on their {area} alone: areas below have fewer than "
            f"{profile.cells.strikes:,}, or would tell of one that has"
        )
    if profile.cells.people:
        yield (
            f"tolls of fewer than {profile.cells.people:,} people told as "
            f"1 to {profile.cells.people - 1:,}, on {held.tolls:,} {left}"
        )
    for table, names in held.columns.items():
        if names:
            more = f" and {len(names) - MOST_COLUMNS} more" if len(names) > MOST_COLUMNS else ""
            listed = ", ".join(names[:MOST_COLUMNS])
            yield f"{len(names)} columns {TABLES[table]} held back, not unreported: {listed}{more}"


def _word_days(profile: Profile) -> str:
    days = profile.days
    said = [f"the last {days.last:,} days"] if days.last else []
    said += [f"{first} to {last}" for first, last in days.spans]
    undated = "" if days.undated else ", and strikes without a date"
    return f"of {', '.join(said)}{undated}"
