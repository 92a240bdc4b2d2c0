"""Asides: what a cell says beside its name: a footnote, a number of a list, a doubt, who holds it.

What is left is the name, with the whole that the aside names. Words are data by language; a text
that is listed as it stands is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from gazetteer.spelling.listing import Listing
from gazetteer.spelling.names import fold, glue, is_arabic, skeleton, strip_articles
from gazetteer.spelling.parts import names_nothing, read_parts
from gazetteer.spelling.tags import write_tags

__all__ = ["DOUBTS", "drop_asides", "says_doubt"]

# Before a name or after it: whoever writes so is not sure of the place. English, French, Arabic.
DOUBTS = (
    "possibly", "probably", "likely", "most likely", "reportedly", "allegedly", "presumably",
    "perhaps", "maybe", "apparently", "supposedly", "believed to be", "thought to be", "presumed",
    "suspected", "unconfirmed", "unverified", "to be confirmed", "tbc", "disputed",
    "peut-être", "peut-etre", "probablement", "ربما", "لعلها", "يحتمل", "محتمل", "محتملة", "يرجح",
    "على الأرجح", "غالبا", "غالباً", "يعتقد أنها", "غير مؤكد", "غير مؤكدة", "للتأكد",
)  # fmt: skip
# After a name or in brackets: of how sharply it is meant, or of the town itself; patterns.
_REMARKS = (
    r"sic!?", r"approx(?:\.|imate(?:ly)?)?(?: location)?", r"estimated", r"centroid",
    r"(?:the )?(?:exact |precise |specific )?(?:locations?|coordinates|place|position|site) "
    r"(?:is |are |was )?(?:un\w+|not \w+(?: \w+)?|approx\w*|estimated|tbc|withheld|general)",
    r"(?:exact|precise) (?:locations?|coordinates|place|position)", r"no (?:exact|precise) \w+",
    r"(?:pop|population)\b.*", r"[\d., ]+ (?:inhabitants|residents|people)",
    r"see (?:foot)?notes?.*", r"(?:foot)?note \w+",
    r"localisation (?:exacte )?(?:inconnue|imprécise|imprecise)",
    r"تقريبا|تقريباً|تقريبي|تقريبية",
    r"(?:ال)?(?:موقع|مكان)(?: الدقيق)? (?:غير \w+|مجهول|تقريبي)", r"عدد السكان.*", r"[\d., ]+ نسمة",
)  # fmt: skip
# Said of a town by who holds it: "rebel-held X". With it the name of a governorate is the part of
# it that one side holds, which no list has.
_HELD = (
    "held", "controlled", "occupied", "run", "ruled", "administered", "majority", "inhabited",
    "populated", "dominated",
)  # fmt: skip
# Said of what is done to a town.
_STATES = (
    "besieged", "embattled", "encircled", "liberated", "recaptured", "occupied", "devastated",
    "bombarded", "war-torn", "war torn", "beleaguered", "blockaded", "contested", "ravaged",
    "destroyed", "newly liberated", "newly captured", "recently captured",
)  # fmt: skip
_STATES_AFTER = (
    "المحاصرة", "المحاصر", "المحررة", "المحرر", "المحتلة", "المحتل", "المنكوبة", "المنكوب",
    "المدمرة", "المدمر", "المهجرة", "المهجورة", "الصامدة",
)  # fmt: skip
_KINDS_IN = (
    r"(?:(?:a|an|the|which is an?) (?:\w+ )?(?:village|town|city|suburb|neighbou?rhood|district|"
    r"hamlet|camp|quarter|locality|settlement) (?:in|of|within)|"
    r"(?:وهي )?(?:قرية|بلدة|مدينة|حي|ناحية|مخيم) (?:في|من|ب)) "
)


def _alternate(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_DIGITS = r"[\d\u0660-\u0669\u06f0-\u06f9]{1,3}"
_SIDES = "nsew"  # of a compass: no footnotes
_NOTE = rf"{_DIGITS}(?:\s*[,،;-]\s*{_DIGITS})*|(?![{_SIDES}])[a-z]|[ivx]{{1,4}}|[أبجد]|[*†‡§?]+"
_FOOTNOTE = re.compile(rf"(?<=\S)\s*[(\[{{]\s*(?:{_NOTE})\s*[)\]}}]\s*$")
_RAISED = re.compile(r"(?<=\S)\s*[⁰¹²³⁴-⁹⁽⁾](?:[⁰¹²³⁴-⁹⁽⁾,، ]*[⁰¹²³⁴-⁹⁽⁾])?\s*$")
_NUMBERED = re.compile(
    rf"^(?:\(\s*{_DIGITS}\s*\)|\[\s*{_DIGITS}\s*\]|{_DIGITS}\s*[.):/]|{_DIGITS}\s*[-–—](?=\s))\s*"
    r"(?=[^\W\d_]{2})(?!(?:km|mi|m|كم)\b)"
)
# ", the capital of Y" and ", Y's second largest city" say that a place lies in Y; and in longer
# wording "district of the southern province of Y" and "in Y's X district" that this lies in Y.
_CAPITAL_OF = re.compile(
    r"(?<=\S)(\s*[,،]\s*)(?:the |a )?(?:[\w-]+ ){0,2}(?:capital|centre|center|seat)(?: city)? of "
    r"(?=\S)",
    re.IGNORECASE,
)
_CITY_OF = re.compile(
    r"(?<=\S)(\s*[,،]\s*)([^,،'’]{3,40})['’]s? (?:[\w-]+ ){0,3}(?:city|town|capital|port)\s*$",
    re.IGNORECASE,
)
_DISTRICT_OF = re.compile(
    r"(?<=\S )((?:sub-?)?district) of (?=\S)(?!.* (?:city|town)$)", re.IGNORECASE
)
_SIDES_OF = r"(?:north|south|east|west|central|middle|inner)\w*"
_PROVINCE_OF = re.compile(
    rf"(?<=\w)(?<!north|south)(?<!east|west)(?:\s*,)? (?:of|in) the (?:{_SIDES_OF} )?"
    r"(?=(?:province|governorate) of \S)",
    re.IGNORECASE,
)
_OWN_DISTRICT = re.compile(
    r"(?<=\S) in ([^,،'’ ]{3,30})['’]s (\S[^,،]* (?:sub-?)?district)\s*$", re.IGNORECASE
)
_MARKED = re.compile(r"[^\w ]|[\d⁰¹²³⁴-⁹]")
_SAID = rf"(?:{'|'.join(_REMARKS)}|{_alternate(DOUBTS)})"
_REMARK = re.compile(
    rf"(?<=\S)(?:\s*[(\[{{]\s*{_SAID}\s*[)\]}}]|\s*[,،;؛]\s*{_SAID}|\s+[-–—]\s+{_SAID})\s*[.!?]?\s*$",
    re.IGNORECASE,
)
_DOUBT = re.compile(rf"^(?:{_alternate(DOUBTS)})\s+(?:(?:in|at|في)\s+)?(?=\S)", re.IGNORECASE)
_DOUBTED = re.compile(rf"(?<!\w)(?:{_alternate(DOUBTS)})(?!\w)|[?؟]\s*[)\]]?$", re.IGNORECASE)
_HOLDER = re.compile(rf"^(?:\S+[ -]){{1,3}}?(?:{_alternate(_HELD)})\s+(?=\S)", re.IGNORECASE)
_STATE = re.compile(rf"^(?:the\s+)?(?:{_alternate(_STATES)})\s+(?=\S)", re.IGNORECASE)
_STATE_AFTER = re.compile(rf"(?<=\S)\s+(?:{_alternate(_STATES_AFTER)})(?=$|\s*[,،(])")
_KIND_IN = re.compile(rf"(?<=\S)(\s*[,،]\s*){_KINDS_IN}", re.IGNORECASE)
# "X, area" and "X (area)" are "X area".
_AREA_APART = re.compile(
    r"(?<=\S)(?:\s*[,:]\s*|\s*[(\[]\s*|\s+[-–—]\s+)(?:the )?area\s*[)\]]?\s*$", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"^(.{2,40}?)(?:['’]s|(?<=s)['’])\s+(\S.*)$")
_ARABIC = "\u0621-\u065f\u0670-\u06d3"
_TWO_SCRIPTS = re.compile(
    rf"^(?:([^{_ARABIC}]*[a-z][^{_ARABIC}]*?)\s+([{_ARABIC}][{_ARABIC} ]+)"
    rf"|([{_ARABIC}][{_ARABIC} ]+?)\s+([^{_ARABIC}]*[a-z][^{_ARABIC}]*))$",
    re.IGNORECASE,
)
_PIECE = re.compile(r"(\s*[,،;؛/|()\[\]{}]\s*|\s+[-–—]\s+)")
_IN_PARTS = ("neighbourhood", "facility")


@lru_cache(4)  # a name is asked twice while it is answered; few, for each holds its list
def drop_asides(text: str, listing: Listing) -> str:
    """Return a cleaned name without its asides; as it stands where it is listed so.

    "Kafr Nabl [1]" is "Kafr Nabl", "besieged Darayya" "Darayya", "Idlib's Saraqib" "Saraqib
    (Idlib)", "Kafr Nabl كفرنبل" "Kafr Nabl".
    """
    if listing.lists(text):
        return text
    text = _read_areas(write_tags(text, listing.lists))
    if _MARKED.search(text) is None:  # of the others below none can be there
        return _drop_second_name(_drop_state(_DOUBT.sub("", text), listing), listing)
    for mark in (_NUMBERED, _RAISED, _FOOTNOTE, _REMARK, _FOOTNOTE, _DOUBT):
        text = mark.sub("", text)
    text = _AREA_APART.sub(" area", text)
    text = _CAPITAL_OF.sub(r"\1", _CITY_OF.sub(r"\1\2", _KIND_IN.sub(r"\1", text)))
    text = _drop_state(text, listing)
    text = _turn_possessive(text, listing)
    return _drop_second_name(text, listing)


def _read_areas(text: str) -> str:
    """Write what a name says of the areas around it with commas, from the narrowest on.

    >>> _read_areas("X, Mudiyah district of the southern province of Abyan")
    'X, Mudiyah district, province of Abyan'
    >>> _read_areas("X in Abyan's Mudiyah district")
    'X, Mudiyah district, Abyan'
    """
    if " of " not in text and " in " not in text:
        return text
    text = _OWN_DISTRICT.sub(r", \2, \1", _PROVINCE_OF.sub(", ", text))
    return _DISTRICT_OF.sub(r"\1, ", text)


def says_doubt(text: str) -> bool:
    """Say whether a cell doubts its own place: "possibly Saraqib", "سراقب (غير مؤكد)"."""
    return _DOUBTED.search(text) is not None


def _owners(name: str, listing: Listing) -> set[int]:
    """Return the places called as a name, or as what its type words leave of it."""
    heads = {fold(name), read_parts(name).head}
    return {owner for head in heads for owner in listing.owners_of(glue(head))}


def _drop_state(text: str, listing: Listing) -> str:
    """Take off "besieged", "rebel-held" before a listed name, or the like after an Arabic one."""
    state = _STATE.match(text)
    bare = text[state.end() :] if state else _STATE_AFTER.sub("", text)
    if bare != text and _owners(bare, listing):
        return bare
    held = _HOLDER.match(text)
    bare = text[held.end() :] if held else text
    return bare if held and len(_owners(bare, listing)) == 1 else text


def _turn_possessive(text: str, listing: Listing) -> str:
    """Write "Idlib's Saraqib" and "Saraqib's market" with the whole in brackets."""
    found = _POSSESSIVE.match(text)
    if found is None or not listing.lists(found[1]):
        return text
    parts = read_parts(found[2])
    is_part = parts.hint in _IN_PARTS or names_nothing(parts) or _owners(found[2], listing)
    return f"{found[2]} ({found[1]})" if is_part else text


def _drop_second_name(text: str, listing: Listing) -> str:
    """Write what has its name twice, in two scripts or in one, with the first alone."""
    pieces = _PIECE.split(text)
    pieces[0] = _drop_twin(pieces[0], listing)
    return "".join(pieces)


def _drop_twin(text: str, listing: Listing) -> str:
    words = text.split()
    half = len(words) // 2
    if half and words[:half] == words[half:] and _owners(" ".join(words[:half]), listing):
        return " ".join(words[:half])
    found = _TWO_SCRIPTS.match(text) if is_arabic(text) else None
    if found is None:
        return text
    first, second = (found[1], found[2]) if found[1] else (found[3], found[4])
    owners, others = _owners(first, listing), _owners(second, listing)
    if owners and others:
        return first if owners & others else f"{first}, {second}"
    return first if _sound_alike(first, second) else text


def _sound_alike(one: str, other: str) -> bool:
    heads = [strip_articles(read_parts(name).head) for name in (one, other)]
    return skeleton(heads[0]) == skeleton(heads[1])
