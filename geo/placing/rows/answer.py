"""The answer to what a row says, and which country's answer is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer import Match, Place
from gazetteer.several import choose_answer
from geo.land.levels import say_levels

__all__ = ["Answer", "choose_country", "say_match"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A Match, and what it is counted on where it has no point of its own."""

    match: Match
    area: Place | None = None  # an area of administration, where the match gives no place
    contrary: bool = False  # something in the row says that it is not here

    @property
    def codes(self) -> tuple[str | None, str | None, str | None]:
        """Return the codes of governorate, district and subdistrict."""
        of = self.match.place or self.area
        return (
            self.match.adm1_code,
            of.adm2_code if of else None,
            of.adm3_code if of else None,
        )


def choose_country(
    answers: Sequence[Answer], ours: Sequence[bool], covered: Sequence[str]
) -> Answer:
    """Return the answer of the country that a row is of.

    answers: one of each country; ours: whether the row says that country; covered: their names.
    What says another country is no answer; a place or an area comes before none. Where none is
    one, the country that the row says tells why.
    """
    live = [at for at, answer in enumerate(answers) if not answer.contrary]
    if not live:
        return next((answers[at] for at, own in enumerate(ours) if own), answers[0])
    live = [at for at in live if ours[at]] or live
    placed = [at for at in live if answers[at].match.place or answers[at].area]
    pool = placed or live
    if len(pool) == 1:
        return answers[pool[0]]
    at, match = choose_answer([answers[at].match for at in pool], [covered[at] for at in pool])
    chosen = answers[pool[at]]
    return chosen if match is chosen.match else Answer(match)


def say_match(match: Match, country: str) -> Match:
    """Return the gazetteer's answer with a reason that calls areas as the country does."""
    reason = say_levels(match.reason, country)
    return match if reason == match.reason else replace(match, reason=reason)
