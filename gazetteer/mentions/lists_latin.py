"""Lists of places in Latin text: what stands in one with a place is likely a place as well.

"Saraqib, Salma and Morek" keeps a Salma that would be a woman elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gazetteer.mentions.cues import MEDIUM, STRONG
from gazetteer.mentions.spans import BESIDE, HELD, Span

__all__ = ["Draft", "follow_lists"]

FEWEST = 3  # names on the list that keep each other where nothing else cues them
_COUNT = r"(?:\s*\(\d[^()\n]{0,20}\))?"
_BETWEEN = re.compile(
    _COUNT
    + r"#?(?:\s*[,;]\s*(?:and\s+)?(?:also\s+)?(?:the\s+)?"
    + r"|\s+(?:and|or|&|as well as)\s+(?:also\s+)?(?:the\s+)?"
    + r"|\s*/\s*|[ \t]*\r?\n[ \t]*(?:[-•*–][ \t]+|\d{1,2}[.)][ \t]+)?)(?:(?:in|on|at)\s+)?#?"
)

_HEADS = re.compile(r"(?: \([^()\n]{1,20}\))?[ \t]*:[ \t]*")


@dataclass(slots=True)
class Draft:
    """A span while it is decided on. strength: of its name, 0 for what is on no list."""

    span: Span
    strength: int
    known: bool
    kept: bool = field(default=False)


def follow_lists(text: str, drafts: Sequence[Draft]) -> None:
    """Keep what stands in a list with a place: "Zaafrana" of "al-Lataminah, Zaafrana and X"."""
    head: Draft | None = None
    for chain in _chains(text, drafts):
        _keep_each_other(chain)
        if head is not None and _HEADS.fullmatch(text[head.span.end : chain[0].span.start]):
            _keep_headed(chain, head)
        head = chain[-1] if chain else None
        for at in (*range(1, len(chain)), *range(len(chain) - 2, -1, -1)):
            for beside in (at - 1, at + 1):
                if 0 <= beside < len(chain):
                    _follow(chain[at], chain[beside], is_after=beside < at)
        _enclose(chain)


def _chains(text: str, drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    chain: list[Draft] = []
    for draft in drafts:
        if chain and not _BETWEEN.fullmatch(text[chain[-1].span.end : draft.span.start]):
            yield chain
            chain = []
        chain.append(draft)
    yield chain


def _keep_each_other(chain: Sequence[Draft]) -> None:
    """Keep villages that nothing cues, where they are all that a list holds."""
    if len(chain) >= FEWEST and all(_is_home(draft) and draft.strength for draft in chain):
        for draft in chain:
            draft.kept = True


def _keep_headed(chain: Sequence[Draft], head: Draft) -> None:
    """Keep towns under their governorate's name, everyday words too: "Idlib: Sarmin, Harem"."""
    if len(chain) < 2 or not (head.kept and _is_home(head) and all(map(_is_home, chain))):
        return
    homes = head.span.found.homes if head.span.found else frozenset()
    for draft in chain:
        found = draft.span.found
        if found is not None and homes & found.homes and (found.town or draft.strength):
            draft.kept = True
            draft.span = replace(draft.span, in_list=max(BESIDE, draft.span.in_list))


def _is_home(draft: Draft) -> bool:
    return draft.span.found is not None and draft.span.found.listed


def _follow(draft: Draft, beside: Draft, *, is_after: bool) -> None:
    is_settled = draft.kept and (draft.known or draft.span.cue == STRONG or draft.span.in_list)
    if is_settled or not beside.kept or not (_is_home(beside) or beside.span.cue == STRONG):
        return
    if beside.span.found is not None and not _is_home(beside):
        return
    several = (beside.span.hint or "").endswith("s")  # "X and Y villages"
    strong = beside.span.cue == STRONG and (is_after or several)
    cue = STRONG if strong else MEDIUM
    is_sure = draft.strength + cue >= STRONG or _is_town_with_article(draft.span)
    draft.kept = is_sure or not draft.known
    if draft.kept:
        hint = beside.span.hint if strong else None
        in_list = HELD if draft.span.cue >= MEDIUM else max(BESIDE, draft.span.in_list)
        draft.span = replace(
            draft.span, cue=max(cue, draft.span.cue), hint=hint, in_list=in_list
        )  # fmt: skip


def _is_town_with_article(span: Span) -> bool:
    """Say whether a town's name is an everyday word without its article only: "al-Zahra"."""
    found = span.found
    letters = sum(map(str.isalnum, span.surface))
    return found is not None and found.town and letters > len(found.key)


def _enclose(chain: Sequence[Draft]) -> None:
    """Keep what has places of the list on both sides, or two before it where it ends the list."""
    sure = [draft.kept and _is_home(draft) for draft in chain]
    for at, draft in enumerate(chain):
        before, after = sure[max(0, at - 2) : at], sure[at + 1 : at + 2]
        between = before[-1:] == [True] and after == [True]
        closing = len(before) == 2 and all(before) and not after and _is_home(draft)
        if between or closing:
            elsewhere = draft.known and not _is_home(draft)
            draft.kept = draft.kept or not elsewhere
            in_list = max(HELD if between else BESIDE, draft.span.in_list)
            draft.span = replace(draft.span, in_list=in_list)
