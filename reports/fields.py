"""Field lists: "Place: ... Date: ... Killed: ..." as one strike each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from gazetteer.match import Match, answer_none, answer_rivals
from gazetteer.matching.evidence import compare_governorates
from gazetteer.mentions.document import Mention
from reports.document import Report
from reports.draft import Aside, Draft
from reports.places import Places, first_of_field
from reports.sheets import (
    OF_SOME,
    Field,
    bounds_of_cell,
    find_sheets,
    kind_told_in,
    lines_of,
    texts_below,
    toll_of_remarks,
)
from reports.words.attacks import find_acts, weapons_in
from reports.words.day_spans import DAY
from reports.words.days import Days, find_days
from reports.words.parties import parties_in
from reports.words.standing import NO_KIND, WHY_ASIDE, standing_in_cells, standing_of_cell
from reports.words.tolls import NOTHING, Toll, find_toll
from reports.words.wording import Wording

__all__ = ["read_sheets"]

OWN_FIELD = "the list's own field"
_BETWEEN = re.compile(r"\s*[,;/|،]\s*")  # areas of one field
_SEAT = "00"  # how OCHA's code of the sub-district of a district's seat ends
_TOLLS = ("killed", "civilians_killed", "injured", "civilians_injured", "toll")


def read_sheets(
    report: Report, places: Places, wording: Wording
) -> tuple[list[Draft], list[tuple[int, int]], list[Aside]]:
    """Return the drafts of a text's field lists, the spans that these cover, what is set aside.

    What a list is: see `sheets.find_sheets`. A place that no pack has is kept as not located;
    where none is given, the district is.
    """
    drafts: list[Draft] = []
    aside: list[Aside] = []
    sheets = list(find_sheets(report.text, wording))
    for (fields, span), below in zip(sheets, texts_below(report.text, sheets), strict=True):
        named = _places(fields, report, places, wording)
        why = _standing(fields, wording)
        kind = _kind(fields, wording) or _kind_of_labels(report, span, wording)
        if kind is None and "kind" not in fields:
            kind = kind_told_in(below, wording)
        of = kind, places.pack_of(named[0]).country.lower() if named else ""
        made = _drafts(of, fields, report, named, wording, span) if kind and not why else []
        reason = WHY_ASIDE[why] if why else NO_KIND
        aside += [Aside(*span, None, reason)] if named and not made else []
        drafts += made
    return drafts, [span for _, span in sheets], aside


def _standing(fields: Mapping[str, Field], wording: Wording) -> str | None:
    """Say why a list tells of no strike: denied, shot down without a toll; None where it does."""
    kind, remarks = (fields[name].value if name in fields else "" for name in ("kind", "text"))
    why = standing_in_cells(kind, remarks, wording) if kind else standing_of_cell(remarks, wording)
    harmed = any(any(bounds_of_cell(fields[fate].value, fate, wording))
                 for fate in ("killed", "injured") if fate in fields)  # fmt: skip
    return None if harmed and why == "intercepted" else why


def _drafts(
    of: tuple[str | None, str],
    fields: dict[str, Field],
    report: Report,
    named: Sequence[Mention],
    wording: Wording,
    span: tuple[int, int],
) -> list[Draft]:
    """Return a draft for each place of a list's field; of: its kind, and the places' country."""
    drafts = [_draft(str(of[0]), one, fields, report, wording, of[1], span) for one in named]
    for draft in drafts:
        _give_toll(draft, fields, wording, is_alone=len(named) == 1)
    return drafts


def _places(
    fields: dict[str, Field],
    report: Report,
    places: Places,
    wording: Wording,
) -> list[Mention]:
    """Return the places of a list's own field, else the district or governorate that it gives."""
    blank = wording.pattern("fields", "blank")
    for name in ("place", "district", "governorate"):
        field = fields.get(name)
        if field is not None and not blank.fullmatch(field.value):
            named = first_of_field(
                report.text, field.start, _listed(field, report, places, wording)
            )
            area = fields.get("governorate")
            named = named or [_unfound(field, area, places)]
            if name == "place":
                return [_bound(one, area, places) for one in named] if area else named
            within = area if name == "district" else None
            return [_area(one, field, within, places) for one in named]
    return []


def _bound(named: Mention, area: Field, places: Places) -> Mention:
    """Return a name as the place of it in the governorate of its list, never one in another."""
    own, pack = named.match, places.pack_of(named)
    areas = [part for part in _BETWEEN.split(area.value) if part]
    contexts = [pack.read_context(said) for said in areas]

    def is_there(match: Match) -> bool:
        place = match.place
        return place is not None and any(
            compare_governorates(place, context) != "other_governorate" for context in contexts
        )

    asked = pack.match(named.surface, area.value)
    if own.method == "ambiguous" or own.place is not None:
        reason = f"the list puts it in {area.value}, where no place of that name is listed"
        bearers = (own.place, *own.rivals) if own.place else own.rivals
        none = own if own.place is None else answer_rivals(own.name, reason, bearers)
        return replace(named, match=next((one for one in (own, asked) if is_there(one)), none))
    return named


def _area(named: Mention, field: Field, within: Field | None, places: Places) -> Mention:
    """Return a name in the field of a district as that district, never as the town of its name."""
    hint, name, label = within.value if within else None, named.surface, field.label
    pack = places.pack_of(named)
    asked = (pack.match(said, hint) for said in (name, f"{name} {label}", f"{label} {name}"))
    known = (match for match in (named.match, *asked) if _is_area(match))
    none = answer_none(name, f"no {label} of this name is known; a place in it is not given")
    return replace(named, match=next(known, none))


def _is_area(match: Match) -> bool:
    return match.place is not None and match.location_status == "area_only"


def _unfound(field: Field, area: Field | None, places: Places) -> Mention:
    """Return the name in a field as what the packs say of it with the governorate given."""
    match, country = places.match(field.value, area.value if area is not field and area else None)
    return Mention(field.value, field.start, field.end, match, country)


def _listed(field: Field, report: Report, places: Places, wording: Wording) -> list[Mention]:
    """Return the first place of a field, and those listed with it of which it is no part."""
    first, last = (
        bisect_left(places.mentions, at, key=attrgetter("start")) for at in (field.start, field.end)
    )
    inside = places.mentions[first:last]
    if len(inside) > 1 and inside[0].match.place and inside[0].match.place is inside[1].match.place:
        inside = inside[1:]  # a name in two scripts
    named = list(inside[:1])
    for one, other in pairwise(inside):
        gap = report.text[one.start + len(one.surface) : other.start]
        if not wording.pattern("places", "list").fullmatch(gap) or not _are_apart(one, other, gap):
            break
        named.append(other)
    return named


def _are_apart(one: Mention, other: Mention, gap: str) -> bool:
    """Say whether "A, B" names two places; a comma alone may put A into B, in whose district."""
    inner, outer = one.match.place, other.match.place
    if inner is None or outer is None or outer.lon is None or inner.lon is None:
        return False
    if outer.name == inner.adm1_name or inner.name == outer.adm1_name:
        return False
    if not gap.strip(" ,،") and "area" in (one.match.precision, other.match.precision):
        return False  # "Arbin, Eastern Ghouta"
    if bool(gap.strip(" ,،")) or (inner.adm2_code or "") != (outer.adm2_code or ""):
        return True
    within = (None, inner.adm3_code)
    return outer.adm3_code not in within and not str(outer.adm3_code).endswith(_SEAT)


def _draft(
    kind: str,
    named: Mention,
    fields: dict[str, Field],
    report: Report,
    wording: Wording,
    country: str,
    span: tuple[int, int],
) -> Draft:
    draft = Draft(kind, named, *span)
    draft.why = {"kind": (0.95, OWN_FIELD), "place": (named.match.score or 0.5, OWN_FIELD)}
    if date := fields.get("date"):
        days = find_days(date.value, report.published_at(date.start), wording.language)
        if days:
            first = _span_of(days, date.value, wording)
            draft.days = replace(first, start=date.start + first.start, end=date.start + first.end)
            draft.why["date"] = (first.sure, f"{OWN_FIELD}: {first.reason}")
    actor = fields.get("actor")
    if actor and not wording.pattern("doers", "unnamed").search(actor.value):
        parties = parties_in(actor.value, wording, country)
        draft.actor = parties[0] if len(parties) == 1 else actor.value
        draft.attribution = "alleged"
        draft.why["actor"] = (0.9, OWN_FIELD)
    blank = wording.pattern("fields", "blank")
    if (target := fields.get("target")) and not blank.fullmatch(target.value):
        draft.target = target.value
    if (source := fields.get("source")) and not blank.fullmatch(source.value):
        draft.claimants = [source.value]
    return draft


def _span_of(days: Sequence[Days], said: str, wording: Wording) -> Days:
    """Return the days of a field: two joined as the first and last of one span.

    "3 May and 9 June" are two days, and which of them is not said; "3 and 4 May" are both.
    """
    first, last = days[0], days[-1]
    if len(days) != 2 or not (first.first and last.last and first.first < last.last):
        return first
    gap = wording.pattern("fields", "until").fullmatch(said, first.end, last.start)
    listed = wording.pattern("fields", "listed").fullmatch(said, first.end, last.start)
    why = f"{first.reason} to {last.reason}"
    if listed and first.last and last.first and last.first - first.last > DAY:
        between = wording.pattern("fields", "between").search(said, 0, first.start)
        if between is None:
            why = f"{said!r}: two days, and which of them is not said"
            return Days(first.start, last.end, None, None, "unknown", 0.0, why)
    return replace(first, last=last.last, end=last.end, reason=why) if gap or listed else first


def _kind(fields: dict[str, Field], wording: Wording) -> str | None:
    for name in ("kind", "text", "target"):
        if name in fields:
            acts = find_acts(fields[name].value, wording, None)
            if acts:
                return acts[0].kind
    named = [weapons_in(fields[name].value, wording) for name in ("kind", "text") if name in fields]
    return next((next(iter(kinds)) for kinds in named if len(kinds) == 1), None)


def _kind_of_labels(report: Report, span: tuple[int, int], wording: Wording) -> str | None:
    """Return the kind that a label has in it, "Raids: 4", else the text's first line."""
    labels = [met[1] for met in lines_of(report.text, *span)]
    said = (*labels, report.text.strip().partition("\n")[0])
    return next((kind for words in said if (kind := _kind_of_words(words, wording))), None)


def _kind_of_words(said: str, wording: Wording) -> str | None:
    acts = [act for act in find_acts(said, wording, None) if not act.weak]
    return acts[0].kind if acts else None


def _give_toll(draft: Draft, fields: dict[str, Field], wording: Wording, *, is_alone: bool) -> None:
    fighters = wording.pattern("fields", "fighters")
    civil = not any(fighters.search(name) for name in fields)
    bounds = {}
    for fate in ("killed", "injured"):
        of_all = fields.get(fate) or (fields.get(f"civilians_{fate}") if civil else None)
        if of_all is not None:
            bounds[fate] = bounds_of_cell(of_all.value, fate, wording)
    texts = [fields[name] for name in _TOLLS if name in fields]
    texts += [field for name, field in fields.items() if name.startswith(OF_SOME)]
    told = find_toll(fields["toll"].value, wording.language) if "toll" in fields else Toll()
    remarked = toll_of_remarks(fields, wording)
    words = "; ".join(f"{field.label}: {field.value}" for field in texts)
    if remarked:
        words, texts = "; ".join(filter(None, (words, remarked.text))), [*texts, fields["text"]]
    if not texts:
        return
    start, end = min(field.start for field in texts), max(field.end for field in texts)
    killed, injured = (
        bounds.get(fate, of_toll if of_toll != NOTHING else of_remarks)
        for fate, of_toll, of_remarks in (
            ("killed", told.killed, remarked.killed),
            ("injured", told.injured, remarked.injured),
        )
    )
    draft.toll = Toll(killed, injured, told.casualties, words, start, end)
    draft.why["toll"] = (0.7 if remarked else 0.95, "the list's own fields")
    if not is_alone:
        draft.toll = Toll(text=words, start=start, end=end)
        draft.why["toll"] = (0.5, "of several places together, so in words only")
