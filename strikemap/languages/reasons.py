"""Reasons in the language that is spoken: why a place was chosen, or two rows may be one strike.

Tables keep a reason in English, in which the gazetteer and the pairs word it; a page shows it in
the visitor's language, part by part. A part that no template words stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from gazetteer.language import N_, _, spoken

__all__ = ["TEMPLATES", "say_reason"]

# As gazetteer/matching, gazetteer/relative and geo/strikes/duplicates/propose.py word them; a
# template stands before those that would take its words too. {kind} is a word of ours.
TEMPLATES = (
    N_("listed spelling of {place}"),
    N_("like {quoted}: {place}"),
    N_("governorate agrees"),
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
    N_("the town, not the governorate of that name"),
    N_("no place here is listed so"),
    N_("the {kind} itself is not listed: within {km} km of the place"),
    N_("this gazetteer covers {country}"),
    N_("though another {kind} is stated"),
    N_("listed in {place}, but another {kind} is stated"),
    N_("looked up in {place}"),
    N_("placed on {place}, said to hold it: within {km} km"),
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
    N_("said to be in {country}"),
    N_("listed as a town, not as a quarter"),
    N_("a part of the country: no one place"),
    N_("a road or wide land, no one point"),
    N_("no governorate is known as {quoted}"),
    N_("the place is not reported"),
    N_("near {place}: within {km} km"),
    N_("same place ({place})"),
    N_("same point"),
    N_("{distance} km apart, within their radii ({radii} km), two places ({places})"),
    N_("{distance} km apart, within their radii ({radii} km)"),
    N_("same name, not located ({place})"),
    N_("names that sound alike, not located ({places})"),
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
    N_("actor: {actors}, which differ"),
    N_("both told by {source}"),
    N_("told by {source}, and by {source_2}"),
)  # fmt: skip
_NUMBER = r"\d[\d.,]*"
_FORMS = {
    "quoted": r"\"[^\"]*\"|'[^']*'", "count": _NUMBER, "km": _NUMBER, "distance": _NUMBER,
}  # fmt: skip


def say_reason(reason: str) -> str:
    """Say a reason of a match or a pair; English, and what is not known, stay as they are.

    >>> say_reason("listed spelling of Hama (Hama); governorate agrees")
    'listed spelling of Hama (Hama); governorate agrees'
    """
    if spoken().code == "en":
        return reason
    return _("; ").join(map(_say_part, reason.split("; ")))


def _say_part(part: str) -> str:
    for template, pattern in _patterns():
        if met := pattern.fullmatch(part):
            values = {name: _word(name, value) for name, value in met.groupdict().items()}
            return _(template, **values) if values else _(template)
    return part


def _word(name: str, value: str) -> str:
    return _(value) if name.startswith(("kind", "country")) else value


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, re.compile(_write_pattern(template))) for template in TEMPLATES)


def _write_pattern(template: str) -> str:
    pieces = re.split(r"\{(\w+)\}", template)
    names = pieces[1::2]
    words = [re.escape(piece) for piece in pieces[::2]]
    filled = (f"(?P<{name}>{_FORMS.get(name, '.+?')})" for name in names)
    return words[0] + "".join(map("".join, zip(filled, words[1:], strict=True)))
