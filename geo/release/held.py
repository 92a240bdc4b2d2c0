"""What a release holds back, counted and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gazetteer.language import N_, _, ngettext, nN_
from geo.release.columns import ALWAYS
from geo.release.profile import Profile
from geo.strikes.schema import CLAIM_COLUMNS

__all__ = ["MOST_COLUMNS", "Held", "word_coarse", "word_held"]

TABLES = {
    "strikes": nN_(
        "{count} column of strikes held back, not unreported: {listed}",
        "{count} columns of strikes held back, not unreported: {listed}",
    ),
    "claims": nN_(
        "{count} column of sources held back, not unreported: {listed}",
        "{count} columns of sources held back, not unreported: {listed}",
    ),
}
_TOLLS = N_("tolls of fewer than {people} people told as 1 to {most}, on {tolls} of {left} strikes")
_TOLLS_OF_ONE = N_("tolls of fewer than {people} people told as 1, on {tolls} of {left} strikes")
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
    return _("a square of {km} km", km=f"{km:g}") if to == "grid" else _("the {area}", area=_(to))


def word_held(held: Held, profile: Profile, *, days: bool = True) -> tuple[str, ...]:
    """Return what was held back, a sentence each.

    days: which ones are held back too, which is for whoever releases and not for the recipient:
    how many strikes were in them would say that there were some.
    """
    return tuple(_list_sentences(held, profile, days=days))


def _list_sentences(held: Held, profile: Profile, *, days: bool) -> Iterator[str]:
    if held.days or profile.days.any_held:
        yield _(
            "{days} of {strikes} strikes and {claims} of {all_claims} claims held back, {which}",
            days=held.days, strikes=held.strikes, claims=held.claims_of_days,
            all_claims=held.claims, which=_word_days(profile) if days else _("by their day"),
        )  # fmt: skip
    left = held.strikes - held.days
    for (to, km), rows in held.coarse.items():
        yield _(
            "{rows} of {left} strikes told of by {coarse}, without a name of the place",
            rows=rows, left=left, coarse=word_coarse(to, km),
        )  # fmt: skip
    for area, rows in held.small.items():
        yield _(
            "{rows} of {left} strikes counted on their {area} alone: areas below have fewer than "
            "{least}, or would tell of one that has",
            rows=rows, left=left, area=_(area), least=profile.cells.strikes,
        )  # fmt: skip
    if profile.cells.people:
        most = profile.cells.people - 1
        yield _(_TOLLS if most > 1 else _TOLLS_OF_ONE, people=profile.cells.people, most=most,
                tolls=held.tolls, left=left)  # fmt: skip
    for table, names in held.columns.items():
        if names:
            yield ngettext(*TABLES[table], len(names), listed=_list_columns(names))


def _list_columns(names: list[str]) -> str:
    listed, more = ", ".join(names[:MOST_COLUMNS]), len(names) - MOST_COLUMNS
    return _("{listed} and {more} more", listed=listed, more=more) if more > 0 else listed


def _word_days(profile: Profile) -> str:
    days = profile.days
    said = [ngettext("the last day", "the last {count} days", days.last)] if days.last else []
    said += [_("{first} to {last}", first=str(first), last=str(last)) for first, last in days.spans]
    listed = _("of {days}", days=_(", ").join(said))
    return listed if days.undated else _("{days}, and strikes without a date", days=listed)
