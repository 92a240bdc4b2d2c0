"""Reasons in the language that is spoken: why a place was chosen, or two rows may be one strike.

Tables keep a reason in English, in which the gazetteer and the pairs word it; a page shows it in
the visitor's language, part by part. Where one part, or a word in it, is none of the templates' the
whole reason stays English: half of each says less than either.
"""

from __future__ import annotations

import re
from functools import cache

from gazetteer.language import N_, _, spoken
from strikemap.languages.templates import find_patterns

__all__ = ["TEMPLATES", "say_reason"]

# As gazetteer/matching, gazetteer/relative and geo/strikes/duplicates/propose.py word them; a
# template stands before those that would take its words too. {kind} is a word of ours.
TEMPLATES = (
    N_("listed spelling of {place}"),
    N_("like {quoted}: {place}"),
    N_("{kind} agrees"),
    N_("no listed place has a name near enough"),
    N_("no listed place has a name like it"),
    N_("{quoted} is not listed, only what it may be called after: {place}"),
    N_("{quoted} is listed only elsewhere: {place}"),
    N_("{quoted} is not listed"),
    N_("{quoted} is a city in {country}"),
    N_("{quoted} is a region in {country}"),
    N_("an area that holds them: within {km} km"),
    N_("{count} less likely place kept as rivals"),
    N_("{count} less likely places kept as rivals"),
    N_("the town, not the {kind} of that name"),
    N_("no place here is listed so"),
    N_("the {kind} itself is not listed: within {km} km of the place"),
    N_("this gazetteer covers {country}"),
    N_("though another {kind} is stated"),
    N_("listed in {place}, but another {kind} is stated"),
    N_("looked up in {place}"),
    N_("placed on {place}, said to hold it: within {km} km"),
    N_("counted on the {kind} {place}, where {place_2} lies"),
    N_("counted on the {kind} {place}, as reported"),
    N_("counted on the {kind} {place}, as its place says"),
    N_("counted on the {kind} {place}, by its P-code ({code})"),
    N_("counted on the {kind}, as reported"),
    N_("counted on the {kind} {place}"),
    N_("counted on {place}, which holds it"),
    N_("counted on {place}, said to hold it"),
    N_("counted on {place}"),
    N_("says what kind of place it is, and not which one"),
    N_("a {kind}: an area, no point"),
    N_("the {kind} that it is the seat of: an area, no point"),
    N_("territory held by one side: no fixed place"),
    N_("several places fit: {places}"),
    N_("several places at once: no one place"),
    N_("several unnamed towns: no one place"),
    N_("wide land or water: no one place"),
    N_("the countryside of no named place"),
    N_("the whole country"),
    N_("a front that moved: no fixed place"),
    N_("a border: no one place"),
    N_("an unnamed village"),
    N_("an unnamed town"),
    N_("an unnamed city"),
    N_("unnamed neighbourhoods"),
    N_("one of several places: {place}"),
    N_("names several places: {places}"),
    N_("several places: {places}"),
    N_("holds no name"),
    N_("said to be in {place}, which is in {country}"),
    N_("said to be in {country}"),
    N_("listed as a town, not as a quarter"),
    N_("a part of the country: no one place"),
    N_("a road or wide land, no one point"),
    N_("no {kind} is known as {quoted}"),
    N_("the place is not reported"),
    N_("near {place}: within {km} km"),
    N_("same place ({place})"),
    N_("same point"),
    N_("{distance} km apart, within their radii ({radii} km), two places ({place} and {place_2})"),
    N_("{distance} km apart, within their radii ({radii} km)"),
    N_("same name, not located ({place})"),
    N_("names that sound alike, not located ({place} and {place_2})"),
    N_("same area, of one not known where in it ({place})"),
    N_("same day ({day})"),
    N_("same days ({days})"),
    N_("days overlap ({days})"),
    N_("a day apart ({days})"),
    N_("one revises a toll upwards ({days})"),
    N_("same kind ({kind})"),
    N_("kinds differ ({kind} and {kind_2})"),
    N_("no toll in either"),
    N_("killed: both {toll}"),
    N_("injured: both {toll}"),
    N_("killed: {toll} and {toll_2} overlap"),
    N_("killed: {toll} and {toll_2} do not agree"),
    N_("injured: {toll} and {toll_2} overlap"),
    N_("injured: {toll} and {toll_2} do not agree"),
    N_("killed: one says {toll}, one does not say"),
    N_("injured: one says {toll}, one does not say"),
    N_("actor: one names {actor}, one does not say"),
    N_("actor: both name {actor}"),
    N_("actor: {actor} and {actor_2}, which differ"),
    N_("actor: {actor} and {actor_2}"),
    N_("both told by {source}"),
    N_("told by {source}, and by {source_2}"),
    # around a place, as gazetteer/relative words it
    N_("{km} km {side} of {place}: within {km_2} km"),
    N_("{km} km from {place}: within {km_2} km"),
    N_("{side} of {place}, no distance given: within {km} km"),
    N_("{side} countryside of {place}: within {km} km"),
    N_("countryside of {place}: within {km} km"),
    N_("halfway between {place} and {place_2}: within {km} km"),
    N_("halfway along the road between {place} and {place_2}: within {km} km"),
    N_("a front at {place}: within {km} km"),
    N_("{side} outskirts of {place}: within {km} km"),
    N_("outskirts of {place}: within {km} km"),
    N_("{side} part of {place}: within {km} km"),
    N_("part of {place}: within {km} km"),
    N_("the {side} of {place} {kind}: known only as an area, no point"),
    N_("{place} {kind}: known only as an area, no point"),
    N_("“{name}” in “{name_2}”: {why}"),
    N_("“{name}”: a road, with nothing said of where along it"),
    N_("“{name}”: a circle of {km} km would be needed, too wide for a point"),
    N_("is known only as an area"),
    N_("is not listed so, only like {place}"),
    N_("too unsure for what lies by it"),
    N_("near {place}"),
    N_("on the side said of {place}"),
    N_("{place}: the one of that name there"),
    # what else the gazetteer and geo/placing say
    N_("no name given"),
    N_("longer than {count} characters: not a name"),
    N_("chosen by the places named with it"),
    N_("chosen by the other places of its file"),
    N_("its own cell is not sure of it"),
    N_("P-code {code}: {place}"),
    N_("the name means another place: {places}"),
    N_("the other name means another place"),
    N_("its two names say different places: {places}"),
    N_("{place} is a quarter"),
    N_("{place} is a town"),
    N_("the name says a village"),
    N_("the name says a town"),
    N_("{place} is listed as a town"),
    N_("a quarter of {place} may be meant as well"),
    N_("{places} is listed"),
    N_("nothing says that the {kind} is there"),
    N_("{count} settlements are called so, none of them listed with a point: {places}"),
    N_("{count} settlements are called so, most of them listed without a point: {places}"),
    N_("{quoted} is listed without a point"),
    N_("listed in {places}, but {place} is said to hold it"),
    N_("{count} places of one {kind} fit alike: {places}"),
    N_("between them, within {km} km"),
    N_("its countryside may be meant: within {km} km"),
    N_("names two places, and neither lies in the other: {places}"),
    N_("the smaller of the two, by {place}"),
    N_("several places, too far apart for one area: {places}"),
    N_("neither place nor {kind} reported"),
    N_("no place reported"),
    N_("no point is given"),
    N_("the row is empty"),
    N_("the table says no place"),
    N_("the table says only the {kind}"),
    N_("the table says {kind}: within {km} km"),
    N_("the point given is the centre of {place}"),
    N_("cut to the land of {place}: within {km} km"),
    N_("that lies outside {place}"),
    N_("state the country"),
)  # fmt: skip
SIDES = frozenset({
    N_("north"), N_("north-east"), N_("east"), N_("south-east"), N_("south"), N_("south-west"),
    N_("west"), N_("north-west"),
})  # fmt: skip
_NUMBER = r"\d[\d.,]*"
# A name is none of the words with which another template goes on.
_NAME = r"(?!the )(?:(?!, (?:as|but|by|which|where|said|no) | unknown\)|: within ).)+?"
_FORMS = {
    "quoted": r"\"[^\"]*\"|'[^']*'", "count": _NUMBER, "km": _NUMBER, "distance": _NUMBER,
    "kind": r"second-level district|\S+", "place": _NAME, "places": _NAME,
    "side": "|".join(sorted(SIDES, key=len, reverse=True)),
}  # fmt: skip
# What stands between the members of a value: of places, days and tolls.
_BETWEEN = (
    (re.compile(r"(?P<places>.+) and (?P<count>\d+) more"), N_("{places} and {count} more"),
     ("places",)),
    (re.compile(r"(?P<one>\d\S*(?: to \d\S*)?) and (?P<other>\d\S*(?: to \d\S*)?)"),
     N_("{one} and {other}"), ("days", "radii")),
    (re.compile(r"(?P<first>\d\S*) to (?P<last>\d\S*)"), N_("{first} to {last}"),
     ("days", "one", "other", "toll")),
    (re.compile(r"(?P<count>\d\S*) or more"), N_("{count} or more"), ("toll",)),
)  # fmt: skip
_JOINED = 3  # parts: a name that a report wrote may hold "; "


def say_reason(reason: str) -> str:
    """Say a reason of a match or a pair; English, and what is not known whole, stay as they are.

    >>> say_reason("listed spelling of Hama (Hama); governorate agrees")
    'listed spelling of Hama (Hama); governorate agrees'
    """
    if spoken().code == "en":
        return reason
    parts, said, at = reason.split("; "), [], 0
    while at < len(parts):
        for taken in range(1, _JOINED + 1):
            told = _say_part("; ".join(parts[at : at + taken]))
            if told is not None:
                break
        else:
            return reason
        said.append(told)
        at += taken
    return _("; ").join(said)


def _say_part(part: str) -> str | None:
    """Say a part; None where no template words it, or one of its words is not known."""
    for template, pattern in _patterns():
        if met := pattern.fullmatch(part):
            values = {name: _word(name, value) for name, value in met.groupdict().items()}
            if None not in values.values():
                return _(template, **values) if values else _(template)
    return None


def _word(name: str, value: str) -> str | None:
    kind = name.removesuffix("_2")
    if kind in ("kind", "country", "side"):
        return _(value) if value in spoken().words else None
    if kind == "why":
        return _say_part(value)
    for pattern, said, of in _BETWEEN:
        if kind in of and (met := pattern.fullmatch(value)):
            return _(said, **{one: _word(one, text) for one, text in met.groupdict().items()})
    return value


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return find_patterns(TEMPLATES, _FORMS)
