"""The whole file: whether the names that nothing else says to be here are names of this country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazetteer import Match
from gazetteer.abroad import find_abroad
from gazetteer.several import join_words
from geo.placing.evidence import Evidence

__all__ = ["STRANGE", "Votes", "explain_strange", "weigh_names"]

# How much likelier a name is answered so in a table of the country than in one of another, as
# log-odds: counted over the distinct names of UCDP, Syrian Archive, OCHA and coalition tables of
# Syria, and over 500 GeoNames names each of Iraq, Yemen, Lebanon, Turkey, Ukraine and Sudan.
LISTED = 2.4  # exactly: 45 of 100 names, and 4
LIKE = 0.9  # by a near spelling, or several: 12, and 5
ELSEWHERE = -3.9  # not listed here, a name of a region or town abroad: 0.5, and 25
NOT_LISTED = -0.3  # 42, and 66; less than the counts say, for a list of villages is mostly so
# Before any name is read: a table is mostly handed to the pack of its own country.
AT_FIRST = 2.0
SAID = 0.5  # a row whose other cells say this country or another, up to MOST_SAID in all
MOST_SAID = 3.0
STRANGE = "not placed: most names of this table are not known in"  # begins such a row's reason
REMEDY = "name the country (--country, or the choice on the page) or give a column of countries"
LISTED_BY = ("exact", "online", "reviewed", "nearby", "ambiguous")  # methods of listed names
POINTS = 4.0  # most of the given points lie inside, or outside


@dataclass(frozen=True, slots=True)
class Votes:
    """What the rest of a file says: distinct rows by their country, and its given points."""

    ours: int = 0
    others: int = 0
    points_inside: float | None = None  # share of the distinct given points; None for too few


def weigh_names(names: Iterable[Sequence[Match]], votes: Votes, homes: Sequence[str]) -> float:
    """Return the log-odds that names of a file, each once, are of the countries at hand; 0 is even.

    names: for each name what every country answers, in the order of homes, their two letters; the
    country that a name fits best counts.
    """
    said = SAID * (votes.ours - votes.others)
    odds = AT_FIRST + max(-MOST_SAID, min(MOST_SAID, said))
    if votes.points_inside is not None:
        odds += POINTS if votes.points_inside > 0.5 else -POINTS
    return odds + sum(max(map(_weigh, answers, homes)) for answers in names)


def explain_strange(
    names: Sequence[Sequence[Match]], votes: Votes, evidences: Sequence[Evidence]
) -> str | None:
    """Return why names of a file are not placed where nothing else says them to be here.

    names: as for `weigh_names`, in the order of the evidences. None where half of them are
    listed, or where what is known of them is more likely of the countries at hand.
    """
    homes = [evidence.home for evidence in evidences]
    known = sum(any(match.method in LISTED_BY for match in answers) for answers in names)
    if 2 * known >= len(names) or weigh_names(names, votes, homes) >= 0:
        return None
    covers = join_words([evidence.covers for evidence in evidences])
    unknown = f"{len(names) - known:,} of {len(names):,}"
    return f"{STRANGE} {covers} ({unknown}); if it is of {covers}, {REMEDY}"


def _weigh(match: Match, home: str) -> float:
    if match.method == "vague":
        return 0.0
    elsewhere = find_abroad(match.name, home) is not None
    if match.method in ("exact", "online"):
        return 0.0 if elsewhere else LISTED
    if elsewhere:
        return ELSEWHERE
    return NOT_LISTED if match.method == "none" else LIKE
