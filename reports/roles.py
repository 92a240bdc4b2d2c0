"""What a place is in a sentence: struck, or only where something was, came from or was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gazetteer.mentions.document import Mention
from reports.wording import load_wording, spaced

__all__ = ["Part", "parts_of"]

NEAR, STRUCK, REGION, COUNTRY = "near", "struck", "region", "country"
# Of a list, all have the role of its first. Signs between two places that are a list.
_LIST = re.compile(r"\s*(?:,|;|/|&|and|or|,\s*and|as well as|then)\s*(?:on |in |of |the |at |near )*"
                   r"(?:(?:town|city|village|villages|towns|camp)s? of )?\s*")  # fmt: skip
_WITHIN = re.compile(
    r"\s*(?:,|\(|,?\s*(?:\w+\s+){0,2}(?:in|of|at|on|inside))\s*(?:the\s+)?(?:\w+['’]?s?\s+){0,4}?"
    r"(?:of\s+)?(?:the\s+)?"
)
_LOOK = 110  # signs before and after a place that are looked at
_AREAS = ("governorate", "district", "subdistrict")


@dataclass(frozen=True, slots=True)
class Part:
    """A place in a sentence with its role; start and end count in the sentence.

    role: struck, near (struck, and the place only beside it), region (a wider place that the
    struck one lies in), country, or the word of the language's places file that rules it out.
    """

    mention: Mention
    start: int
    end: int
    role: str

    @property
    def is_struck(self) -> bool:
        """Whether a strike may be put there."""
        return self.role in (STRUCK, NEAR)


@cache
def _patterns(language: str) -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    table = load_wording(language).tables["places"]
    before = {
        role: re.compile(
            rf"(?:{'|'.join(spaced(word.replace('{far}', table['far'])) for word in words)})\s*$",
            re.IGNORECASE,
        )
        for role, words in table["before"].items()
    }
    after = {
        role: re.compile(rf"(?:{'|'.join(map(spaced, words))})", re.IGNORECASE)
        for role, words in table["after"].items()
    }
    return before, after


def parts_of(text: str, offset: int, mentions: Sequence[Mention], language: str) -> list[Part]:
    """Return the places of a sentence with their roles, in order.

    text: the sentence; offset: where it begins in its document, whose offsets mentions have.
    """
    parts: list[Part] = []
    for mention in mentions:
        start, end = mention.start - offset, mention.end - offset
        role = _role(text, start, end, mention, parts, language)
        parts.append(Part(mention, start, end, role))
    return _widen(text, parts)


def _role(
    text: str, start: int, end: int, mention: Mention, parts: Sequence[Part], language: str
) -> str:
    if mention.match.precision == "country" or _is_abroad(mention):
        return COUNTRY
    before, after = _patterns(language)
    behind = text[end : end + _LOOK]
    for role, pattern in after.items():
        if pattern.match(behind) and not (role == "source" and start > 25 and behind[0] in " ," and behind.lstrip(" ,")[:1] in "-–—"):
            return role
    last = parts[-1] if parts else None
    gap = text[last.end : start] if last else ""
    if last and _LIST.fullmatch(gap):
        return last.role
    lead = text[max(0, start - _LOOK) : start]
    lead = re.sub(r"[\"“‘'(]+$", "", lead)
    for role, pattern in before.items():
        if pattern.search(lead):
            return role
    return STRUCK


def _is_abroad(mention: Mention) -> bool:
    """Say whether a name is of a place elsewhere, or of land that no gazetteer of ours has."""
    return mention.match.place is None and mention.match.method in ("none", "vague") and (
        mention.match.precision == "unknown" and "elsewhere" in mention.match.reason
    )


def _widen(text: str, parts: list[Part]) -> list[Part]:
    """Call a place region where a narrower one of the sentence lies in it."""
    result = list(parts)
    for at, part in enumerate(parts):
        if not part.is_struck:
            continue
        previous = parts[at - 1] if at else None
        inside = previous is not None and _lies_in(text, previous, part)
        if inside or _leads(text, parts, at):
            result[at] = Part(part.mention, part.start, part.end, REGION)
    struck = [part for part in result if part.is_struck]
    fine = [part for part in struck if part.mention.match.precision not in _AREAS]
    if fine and len(fine) < len(struck):
        result = [
            Part(p.mention, p.start, p.end, REGION)
            if p.is_struck and p.mention.match.precision in _AREAS and _holds(p, fine)
            else p
            for p in result
        ]
    return result


def _holds(area: Part, fine: Sequence[Part]) -> bool:
    """Say whether an area of administration holds a struck place of the sentence."""
    return any(part.mention.match.adm1_code == area.mention.match.adm1_code for part in fine)


def _lies_in(text: str, inner: Part, outer: Part) -> bool:
    """Say whether "A in B", "A, B" or "A (B)" puts A into B."""
    gap = text[inner.end : outer.start]
    if len(gap) > 60 or not _WITHIN.fullmatch(gap):
        return False
    one, other = inner.mention.match, outer.mention.match
    wide = other.precision in _AREAS or (
        other.place is not None and other.place.name == one.adm1_name
    )
    if "," in gap and not re.search(r"\b(?:in|of)\b", gap):
        return wide and one.precision not in _AREAS
    return wide or re.search(r"\b(?:in|of)\b", gap) is not None


def _leads(text: str, parts: Sequence[Part], at: int) -> bool:
    """Say whether a sentence begins "In B," or "B:" and tells of others after it."""
    part = parts[at]
    others = any(other.is_struck for other in parts[at + 1 :])
    lead = text[: part.start].strip(" \u00a0-•*").lower()
    opening = re.fullmatch(r"(?:in|across|around|in the|elsewhere in)?(?: \w+){0,3}", lead)
    behind = text[part.end : part.end + 25]
    ends = re.match(r"(?:['’]s)?(?: \w+){0,2}\s*[,:]", behind)
    return others and opening is not None and ends is not None and not _LIST.fullmatch(
        text[part.end : parts[at + 1].start]
    )
