"""Who is said to have struck, how surely, who says so, and what was hit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from reports.words.attacks import Act
from reports.words.gate import Gates
from reports.words.wording import Actor, Wording, clause_around, load_wording

__all__ = ["find_actor", "find_actor_alone", "find_claimants", "find_target", "parties_in",
           "standing_of_actor"]  # fmt: skip

_FAR = 90  # signs from an act from where on nothing is its target
_LEAD = 40  # signs before a party's name that say what it does there


def find_actor(text: str, act: Act, wording: Wording, country: str) -> tuple[str | None, float]:
    """Return who is said to have done an act of a sentence, and how surely; None where nobody.

    Never guessed from the place: only words of the sentence that stand to the act as its doer.
    """
    best: tuple[float, str] | None = None
    for around, actor in _arounds(text, wording.language, country):
        score = around.score(act)
        if score > 0 and (best is None or score > best[0]):
            best = (score, actor.name)
    return (best[1], best[0]) if best else (None, 0.0)


def find_actor_alone(text: str, wording: Wording, country: str) -> str | None:
    """Return the party that a field names, in the words of our tables; None for one unknown.

    country: ISO 3166, small: "the army" is a party of its own in each.
    """
    found = _candidates(text, wording.language, country)
    return next((actor.name for actor in wording.actors
                 if any(actor.name == other.name for _, _, other in found)), None)  # fmt: skip


def parties_in(text: str, wording: Wording, country: str) -> list[str]:
    """Return all parties that a field names, in its order; country as `find_actor_alone`."""
    found = _candidates(text, wording.language, country)
    return list(dict.fromkeys(actor.name for _, _, actor in found))


@cache
def _actors(language: str) -> Gates[int]:
    """Return the words of parties by their number in the table."""
    return Gates({at: actor.words for at, actor in enumerate(load_wording(language).actors)})


@lru_cache(maxsize=64)  # the acts of a sentence ask one after another
def _candidates(text: str, language: str, country: str) -> list[tuple[int, int, Actor]]:
    actors = load_wording(language).actors
    spans = [
        (met.start(), met.end(), actors[at])
        for at, pattern in _actors(language).met_by(text).items()
        if not actors[at].countries or country in actors[at].countries
        for met in pattern.finditer(text)
    ]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    kept: list[tuple[int, int, Actor]] = []
    for span in spans:
        if not any(one[0] < span[1] and span[0] < one[1] for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span[0])


class _Around:
    """What stands around the name of a party in a sentence."""

    def __init__(self, text: str, start: int, end: int, wording: Wording) -> None:
        self.text, self.start, self.end, self.wording = text, start, end, wording
        self.lead = text[max(0, start - _LEAD) : start]
        self.long_lead = text[max(0, start - 2 * _LEAD) : start]
        self.before: dict[str, bool] = {}  # what was asked for, as each act asks the same
        self.after: dict[str, bool] = {}

    def _before(self, name: str) -> bool:
        if name not in self.before:
            met = self.wording.pattern("doers", name).search(self.lead)
            self.before[name] = met is not None
        return self.before[name]

    def _after(self, name: str) -> bool:
        if name not in self.after:
            met = self.wording.pattern("doers", name).match(self.text, self.end)
            self.after[name] = met is not None
        return self.after[name]

    def score(self, act: Act) -> float:
        """Say how surely the party did an act, 0-1; 0: it did not, or nothing says so."""
        if self._after("mixed") or self._before("member"):
            return 0.0
        if self._before("by"):
            return 0.9
        if self.wording.pattern("doers", "suspected").search(self.long_lead):
            return 0.9 if act.start > self.start else 0.6
        if self._before("from"):
            return 0.6 if self._holds_positions() else 0.0
        if self.end <= act.start:
            return self._as_subject(act)
        if self.start < act.end:  # inside the act's own words, as "Saudi-led strikes"
            return 0.9
        last = clause_around(self.text, act.start, act.end, self.wording)[1]
        close = self._after("weapons") and not self._is_victim()
        return 0.6 if close and self.end <= last else 0.0

    def _is_victim(self) -> bool:
        return self._before("no_doer") or self._before("harmed")

    def _holds_positions(self) -> bool:
        """Say whether a name, or the words after it, are of positions: "regime positions"."""
        positions = self.wording.pattern("doers", "positions")
        return positions.match(self.text[self.start :]) is not None or self._after("positions")

    def _as_subject(self, act: Act) -> float:
        """Say how surely a party named before an act is its subject."""
        gap = self.text[self.end : act.start]
        if not gap.strip(" -\u00a0\n"):
            return 0.9
        says = self._after("speaks") or self._between("says", gap)
        if says or self._between("suffers", gap) or self._before("counted"):
            return 0.0
        if self._before("no_doer") and not self._after("weapons"):
            return 0.0
        if len(gap.split()) <= 4 and not re.search(r"[,;:.،؛]", gap):
            return 0.9
        if self.start >= clause_around(self.text, act.start, act.end, self.wording)[0]:
            return 0.75
        return 0.0 if re.search(r"[;:؛]", gap) else 0.5

    def _between(self, name: str, gap: str) -> bool:
        return self.wording.pattern("doers", name).search(gap) is not None


@lru_cache(maxsize=64)  # the acts of a sentence ask one after another
def _arounds(text: str, language: str, country: str) -> list[tuple[_Around, Actor]]:
    wording = load_wording(language)
    return [(_Around(text, start, end, wording), actor)
            for start, end, actor in _candidates(text, language, country)]  # fmt: skip


@cache
def _standing(language: str) -> Gates[str]:
    wording = load_wording(language)
    return Gates({name: wording.any_of(wording.words("actors", name))
                  for name in ("own_words", "denies", "claims")})  # fmt: skip


def standing_of_actor(text: str, actor: str, wording: Wording, country: str) -> str:
    """Return claimed where the actor says so, contested where it is denied, else alleged.

    What another party says of its own strikes is no claim of the actor: "Hezbollah said it hit X;
    Israel shelled Y".
    """
    patterns = _standing(wording.language)
    if patterns["denies"].search(text):
        return "contested"
    met = patterns["own_words"].search(text)
    if met is None:
        return "alleged"
    speakers = [one.name for _, end, one in _candidates(text, wording.language, country)
                if end <= met.start()]  # fmt: skip
    return "claimed" if actor in (speakers[-1:] or [actor]) else "alleged"


def find_claimants(text: str, wording: Wording) -> list[str]:
    """Return who a sentence gives as its source: those whom a word of saying stands by."""
    return [*_claimants(text, wording.language)]


@lru_cache(maxsize=64)  # the places of a sentence ask one after another
def _claimants(text: str, language: str) -> tuple[str, ...]:
    wording = load_wording(language)
    if not _standing(language)["claims"].search(text):
        bracketed = re.search(r"\(([^()]{2,40})\)\s*\.?\s*$", text)
        text = bracketed[1] if bracketed else ""
    found = [(met.start(), name) for name, words in wording.claimants.met_by(text).items()
             if (met := words.search(text))]  # fmt: skip
    return tuple(name for _, name in sorted(found))


def find_target(
    text: str, act: Act, taken: Sequence[tuple[int, int]], wording: Wording
) -> tuple[str, str] | None:
    """Return what was hit, in the text's words, and its kind; None where it is not said.

    taken: spans that are no targets: a toll's, a place's.
    """
    best: tuple[int, str, str] | None = None
    for start, end, kind in _targets(text, wording.language):
        far = abs(start - act.end)
        if far >= (_FAR if best is None else best[0]) or act.start <= start < act.end:
            continue
        if any(begins < end and start < ends for begins, ends in taken):
            continue
        if _is_aside(text, (start, end), wording):
            continue
        between = sorted((act.start, act.end, start, end))[1:3]
        if wording.pattern("clause", "apart").search(text, *between):
            continue  # of another strike: "raids on X; shelling of a depot in Y"
        best = (far, " ".join(text[start:end].split()), kind)
    return (best[1], best[2]) if best else None


@lru_cache(maxsize=64)  # the places of a sentence ask one after another
def _targets(text: str, language: str) -> list[tuple[int, int, str]]:
    """Return what may be targets, in the order of their kinds."""
    patterns = load_wording(language).targets.met_by(text)
    return [(*met.span(), kind) for kind, words in patterns.items()
            for met in words.finditer(text)]  # fmt: skip


def _is_aside(text: str, span: tuple[int, int], wording: Wording) -> bool:
    """Say whether what may be a target is none: where something was, or "air defence shot ..."."""
    before = text[max(0, span[0] - _LEAD) : span[0]]
    no_target, acted = (wording.pattern("doers", name) for name in ("no_target", "acted"))
    return no_target.search(before) is not None or acted.match(text, span[1]) is not None
