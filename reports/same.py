"""One strike told several times in a text is one draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import count, islice

from gazetteer.mentions.document import Mention
from geo.strikes.schema import FROM_AIR
from reports.document import Published
from reports.draft import Draft
from reports.words.days import Days
from reports.words.tolls import NOTHING, Range, Toll

__all__ = [
    "ByDays",
    "Drafts",
    "agree",
    "fill",
    "is_better",
    "join_tolls",
    "key_of_mention",
    "merge_same",
    "part_by_rows",
    "place_key",
]


class Drafts(list[Draft]):
    """Drafts in the order in which they are told, which are found by their places."""

    def __init__(self) -> None:
        super().__init__()
        self._on: dict[str, list[Draft]] = {}  # none is empty
        self._number: dict[int, int] = {}  # by id, in the order of telling
        self._numbers = count()

    def append(self, draft: Draft) -> None:
        """Add a draft."""
        super().append(draft)
        self._on.setdefault(place_key(draft), []).append(draft)
        self._number[id(draft)] = next(self._numbers)

    def extend(self, drafts: Iterable[Draft]) -> None:
        """Add drafts one after another."""
        for draft in drafts:
            self.append(draft)

    def leave(self, draft: Draft) -> None:
        """Take a draft out if it is there; it is looked for from the end."""
        key = place_key(draft)
        for drafts in (self, self._on.get(key, [])):
            at = next((at for at in reversed(range(len(drafts))) if drafts[at] is draft), None)
            if at is not None:
                del drafts[at]
        if key in self._on and not self._on[key]:
            del self._on[key]

    def on(self, keys: Collection[str]) -> list[list[Draft]]:
        """Return the drafts on places by their keys, a list a place; the place told first first."""
        found = [self._on[key] for key in keys if key in self._on]
        return sorted(found, key=lambda there: self._number[id(there[0])])

    def all_on(self, keys: Collection[str]) -> list[Draft]:
        """Return the drafts on places by their keys, in the order of telling."""
        found = (draft for there in self.on(keys) for draft in there)
        return sorted(found, key=lambda draft: self._number[id(draft)])

    def last_on(self, key: str) -> Draft | None:
        """Return the draft told last on a place; None where there is none."""
        there = self._on.get(key)
        return there[-1] if there else None

    @property
    def are_of_one_place(self) -> bool:
        """Whether all are on one place; a title's count only where the text tells no others."""
        told = (there for there in self._on.values() if any(not one.is_lead for one in there))
        places = len([*islice(told, 2)])
        return (places or len(self._on)) == 1


class ByDays:
    """Drafts by their number, of which those are found whose days may agree with another's."""

    def __init__(self) -> None:
        self._all: list[tuple[int, Draft]] = []
        self._open: list[tuple[int, Draft]] = []  # without days of their own; some may get them
        self._exact: dict[Published, list[tuple[int, Draft]]] = defaultdict(list)

    def add(self, number: int, draft: Draft) -> None:
        """Add a draft; numbers grow."""
        days = _exact_days(draft)
        for there in (self._all, self._open if days is None else self._exact[days]):
            there.append((number, draft))

    def agreeing(self, draft: Draft) -> Sequence[tuple[int, Draft]]:
        """Return drafts in order, all those that `agree` with one among them."""
        days = _exact_days(draft)
        own = self._exact.get(days, ())
        return self._all if days is None else sorted([*self._open, *own])  # no number comes twice


def _exact_days(draft: Draft) -> Published:
    """Return the days that no others agree with; None where others may."""
    days = draft.days
    if days is None or days.first is None or days.last is None or days.said:
        return None
    return days.first, days.last


def merge_same(drafts: Sequence[Draft], listed: Sequence[Draft] = ()) -> list[Draft]:
    """Return drafts with those joined that are one strike: kind, place and order, days that agree.

    A draft without a date is the one with a date where the text tells of one such only, or the
    nearest one before it. listed: those of field lists, each of which stays a strike of its own.
    """
    kept: list[Draft] = list(listed)
    by_air: dict[str, list[ByDays]] = defaultdict(lambda: [ByDays(), ByDays(), ByDays()])
    finer = {place_key(one) for one in (*listed, *drafts) if one.kind in ("drone", "missile")}
    for at, draft in enumerate((*listed, *drafts)):
        if draft.kind in FROM_AIR:  # which no draft becomes here or ceases to be
            for number in (draft.is_open, 2) if place_key(draft) in finer else (draft.is_open,):
                by_air[place_key(draft)][number].add(at, draft)
    for draft in drafts:
        _settle_kind(draft, *by_air[place_key(draft)])
    held: dict[str, ByDays] = defaultdict(ByDays)
    for at, draft in enumerate(listed):
        held[place_key(draft)].add(at, draft)
    for draft in drafts:
        there = held[place_key(draft)]
        told = reversed(there.agreeing(draft))
        same = next((other for _, other in told if _are_same(other, draft)), None)
        if same is not None:
            fill(same, draft)
        else:
            kept.append(draft)
            there.add(len(kept), draft)
    return kept


def part_by_rows(
    drafts: Sequence[Draft], listed: Sequence[Draft]
) -> tuple[list[Draft], list[Draft]]:
    """Part drafts into those of several rows of a list together, so of none alone, and others."""
    rows: dict[str, list[Draft]] = defaultdict(list)
    for row in listed:
        rows[place_key(row)].append(row)
    apart: tuple[list[Draft], list[Draft]] = ([], [])
    for draft in drafts:
        there = rows.get(place_key(draft), ())
        apart[sum(_are_same(row, draft) for row in there) < 2].append(draft)
    return apart


def _settle_kind(draft: Draft, armed: ByDays, unarmed: ByDays, both: ByDays) -> None:
    """Give a strike told without a weapon the kind that the text gives it where it names one.

    armed: strikes from the air on its place that are told with a weapon; unarmed: those without.

    An "air strike" is that of a drone on the same place that killed as many.
    """
    if draft.is_open and draft.kind in FROM_AIR:
        told = (other for _, other in armed.agreeing(draft)
                if other.order == draft.order and agree(other, draft))  # fmt: skip
        again = (
            other
            for _, other in unarmed.agreeing(draft)
            if other.start < draft.start
            and other.order == draft.order
            and other.is_former == draft.is_former
            and _are_of_one_day(other, draft)
        )
        if other := next(told, None) or next(again, None):
            draft.kind, draft.why["kind"] = other.kind, other.why["kind"]
    elif draft.kind == "airstrike":
        finer = (other for _, other in both.agreeing(draft) if other.kind in ("drone", "missile")
                 and other.order == draft.order and other.is_former == draft.is_former
                 and _has_same_toll(draft, other) and agree(other, draft))  # fmt: skip
        if other := next(finer, None):
            draft.kind, draft.why["kind"] = other.kind, other.why["kind"]


def _are_of_one_day(one: Draft, other: Draft) -> bool:
    """Say whether two strikes are of the same days, which both tell, or neither."""
    days = [(draft.days.first, draft.days.last) if draft.days else None for draft in (one, other)]
    return days[0] == days[1]


def _has_same_toll(one: Draft, other: Draft) -> bool:
    """Say whether two strikes killed the same people, by number, and hurt no others."""
    if one.toll.killed == NOTHING or one.toll.killed != other.toll.killed:
        return False
    return NOTHING in (one.toll.injured, other.toll.injured) or (
        one.toll.injured == other.toll.injured
    )


def _are_same(one: Draft, other: Draft) -> bool:
    return (
        one.kind == other.kind
        and one.order == other.order
        and one.is_former == other.is_former
        and place_key(one) == place_key(other)
        and agree(one, other)
        and not _are_years_apart(one, other)
        and not _is_another(one, other)
    )


def _is_another(one: Draft, other: Draft) -> bool:
    """Say whether two whose days only may be one are told as two, or with other dead.

    "On Tuesday: a raid on X killed three. On Sunday a raid on X killed four."
    """
    days = [draft.days.first for draft in (one, other) if draft.days and draft.days.first]
    if len(days) < 2 or days[0] == days[1]:
        return False
    tolls = [draft.toll.killed for draft in (one, other)]
    apart = NOTHING not in tolls and tolls[0] != tolls[1] and not other.is_definite
    return other.is_added or apart


def _are_years_apart(one: Draft, other: Draft) -> bool:
    """Say whether of two with other tolls one has no date, the other only a month or a year.

    Such a one is told as background: "in October 2016 a strike there had killed 140".
    """
    dated = [days for draft in (one, other) if (days := draft.days) and days.first]
    coarse = len(dated) == 1 and dated[0].precision in ("month", "year")
    tolls = [draft.toll.killed for draft in (one, other)]
    return coarse and NOTHING not in tolls and tolls[0] != tolls[1]


def place_key(draft: Draft) -> str:
    """Return what tells a draft's place from others."""
    return key_of_mention(draft.place)


def key_of_mention(mention: Mention) -> str:
    """Return the gazetteer's id of a place, else the name itself."""
    place = mention.match.place
    return place.place_id if place else mention.surface.casefold()


def agree(one: Draft, other: Draft) -> bool:
    """Say whether two dates may be one: equal, one not given, or that of telling the other."""
    mine, theirs = one.days, other.days
    if mine is None or theirs is None or mine.first is None or theirs.first is None:
        return True
    if mine.is_told_of(theirs) or theirs.is_told_of(mine):
        return True
    return (mine.first, mine.last) == (theirs.first, theirs.last)


def is_better(days: Days, told: Days) -> bool:
    """Say whether days are those of a strike of which only the day of telling was known."""
    return told.said and not days.said and days.first is not None


def fill(kept: Draft, other: Draft) -> None:
    """Fill what a draft lacks from another telling; tolls that differ become a range."""
    if other.days is not None and (
        kept.days is None or kept.days.first is None or is_better(other.days, kept.days)
    ):
        kept.days, kept.why["date"] = other.days, other.why["date"]
    if kept.actor is None and other.actor is not None:
        kept.actor, kept.attribution = other.actor, other.attribution
        kept.why["actor"] = other.why["actor"]
    if kept.target is None and other.target is not None:
        kept.target, kept.target_kind = other.target, other.target_kind
        kept.why["target"] = other.why["target"]
    kept.claimants += [name for name in other.claimants if name not in kept.claimants]
    if other.toll and other.toll.text != kept.toll.text:
        kept.toll = join_tolls(kept.toll, other.toll)
        kept.why["toll"] = other.why["toll"] if not kept.toll.text else (0.7, "told several times")


def join_tolls(one: Toll, other: Toll) -> Toll:
    """Return what two tellings of one toll say together; numbers that differ make a range."""
    if not one:
        return other
    return replace(
        one,
        killed=_widest(one.killed, other.killed),
        injured=_widest(one.injured, other.injured),
        casualties=_widest(one.casualties, other.casualties),
        text=f"{one.text}; {other.text}",
    )


def _widest(one: Range, other: Range) -> Range:
    """Return the range that holds two: 6, and then 8, is 6 to 8."""
    if NOTHING in (one, other):
        return other if one == NOTHING else one
    values = [value for value in (*one, *other) if value is not None]
    least, most = min(values), max(values)
    return least, most if most > least else None
