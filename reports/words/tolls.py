"""People killed and injured in a sentence, as ranges; parts of a total are not added to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.words.days import find_days
from reports.words.gate import Gated
from reports.words.toll_rules import (
    NOTHING,
    Range,
    TollRules,
    bounds_of,
    sum_of,
    toll_rules,
    value_of,
)
from reports.words.wording import load_wording

__all__ = ["NOTHING", "Range", "Toll", "find_toll"]

_HIDDEN = "·"  # no letter, space or stop: what stood on both sides is not joined


@dataclass(frozen=True, slots=True)
class Toll:
    """People killed, injured, and killed or injured together: (least, most), None not given.

    text: the words themselves, "dozens" among them; start and end count in the sentence.
    """

    killed: Range = NOTHING
    injured: Range = NOTHING
    casualties: Range = NOTHING
    text: str | None = None
    start: int = 0
    end: int = 0

    def __bool__(self) -> bool:
        """Say whether anything is told, be it only in words."""
        return self.text is not None


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of people: what became of them, its bounds, and where it stands."""

    what: str
    bounds: Range
    start: int
    end: int
    other_voice: bool = False  # "hospital sources put the toll at 17": beside another number


def find_toll(text: str, language: str) -> Toll:
    """Return what a sentence says of people killed and injured; all None where nothing."""
    if not load_wording(language).pattern("hints", "toll").search(text):
        return Toll()
    rules = toll_rules(language)
    masked = _without_other_numbers(text, rules, language)
    ages = load_wording(language).pattern("hints", "ages").search(masked)
    masked = rules.part.sub(_blank, rules.ages.sub(_blank_age, masked) if ages else masked)
    for pattern, _ in _nones(rules):
        masked = pattern.sub(_blank, masked)
    counts = list(_counts(masked := rules.up_to.sub(_as_range, masked), rules, language))
    if rules.revised.search(masked):
        counts = _as_it_grew(masked, rules, language, counts)
    toll = Toll(_of(counts, "killed"), _of(counts, "injured"), _of(counts, "casualties"))
    spans = [(count.start, count.end) for count in counts]
    for pattern, fates in _nones(rules):
        if met := pattern.search(text):
            toll = _with_none(toll, fates)
            spans.append(met.span())
    if words := rules.dozens.search(masked):
        spans.append(words.span())
    if not spans:
        return toll
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    return replace(toll, text=" ".join(text[start:end].split()), start=start, end=end)


def _nones(rules: TollRules) -> Iterator[tuple[Gated, tuple[str, ...]]]:
    """Yield what says that there was nobody, with the fates that it says so of."""
    yield rules.nobody, ("killed", "injured")
    yield rules.unkilled, ("killed",)
    yield rules.unhurt, ("injured",)


def _without_other_numbers(text: str, rules: TollRules, language: str) -> str:
    """Return a sentence with the numbers hidden that count no people: days, "route 4"."""
    for day in find_days(text, None, language):
        said = text[day.start : day.end]
        if rules.item.search(said) is None:
            continue
        many = re.search(r"\d{1,2}$", said)  # "in May 12 people were killed"
        item = rules.item.match(text, day.start + many.start()) if many else None
        is_in = text[: day.start].lower().endswith("in ")
        if item is None or not item["people"] or not is_in or len(item["low"].split()) > 1:
            text = text[: day.start] + _HIDDEN * len(said) + text[day.end :]
    return rules.uncounted.sub(lambda met: _HIDDEN * len(met[0]), text)


def _blank_age(met: re.Match[str]) -> str:
    return met[0][: -len(met["age"])] + " " * len(met["age"])


def _as_range(met: re.Match[str]) -> str:
    """Return "one civilian and up to three" as "one to three civilian", as long."""
    return f"{met['low']} to {met['high']}{met['whom'] or ''}".ljust(len(met[0]))


def _blank(met: re.Match[str]) -> str:
    return " " * len(met[0])


def _of(counts: Iterable[_Count], what: str) -> Range:
    return _together(own) if (own := [one for one in counts if one.what == what]) else NOTHING


def _with_none(toll: Toll, fates: Iterable[str]) -> Toll:
    """Return a toll with 0 for the fates that nobody had, unless a number is given."""
    killed = _or_none(toll.killed) if "killed" in fates else toll.killed
    injured = _or_none(toll.injured) if "injured" in fates else toll.injured
    return replace(toll, killed=killed, injured=injured)


def _or_none(given: Range) -> Range:
    """Return a number that is given; else that there was none, as the text says."""
    return (0, None) if given == NOTHING else given


def _counts(text: str, rules: TollRules, language: str) -> Iterator[_Count]:
    """Yield numbers of people with what became of them, those of a list added up."""
    taken: list[_Count] = []
    waiting: list[re.Match[str]] = []  # "a mother" of "a mother and four children died"
    for met in rules.item.finditer(text):
        count = _count(text, met, rules, language, taken[-1].end if taken else 0)
        if count is None:
            count = _goes_on(text, met, taken, rules, language)
        if count is not None and waiting and _are_one_list(text, waiting[-1], met, rules, count):
            ends = [*(one.start() for one in waiting[1:]), count.start]
            taken += [_Count(count.what, bounds_of(one, language), one.start(), end)
                      for one, end in zip(waiting, ends, strict=True)]  # fmt: skip
        if count is None and met["people"]:
            gap = text[waiting[-1].end() : met.start()] if waiting else ""
            waiting = [*waiting, met] if rules.goes_on.fullmatch(gap) else [met]
        else:
            waiting = []
        if count is not None:
            taken.append(count)
            kin = rules.kin.match(text, count.end)
            if kin:
                taken.append(_Count(count.what, (1, None), count.end, kin.end()))
    for count in _added(text, taken, rules):
        more = rules.uncounted_kin.match(text, count.end)
        yield replace(count, bounds=NOTHING, end=more.end()) if more else count
    yield from _totals(text, rules, language)
    for met in rules.single.finditer(text):
        is_taken = any(count.start < met.end() and met.start() < count.end for count in taken)
        if not is_taken and not _is_unsure(text, met.start(), rules):
            what = "killed" if met["killed"] else "injured"
            more = rules.listed.match(text, met.end())
            bounds = NOTHING if more else (1, None)
            yield _Count(what, bounds, met.start(), (more or met).end())
    yield from _bare(text, rules, taken)


def _as_it_grew(
    text: str, rules: TollRules, language: str, counts: Sequence[_Count]
) -> list[_Count]:
    """Return the counts of a toll told twice as its range; in words where people are added to it.

    "At first 3, later 9 dead" are 3 to 9; "at first 3, later 4 others died" are no range.
    """
    voices = [replace(one, other_voice=True) for one in counts]
    killed = [one for one in voices if one.what == "killed"]
    if not killed:
        return voices
    first, last = killed[0], killed[-1]
    more = any(rules.more.search(text, max(one.end, other.start - 12), other.end)
               for one, other in pairwise(killed))  # fmt: skip
    others = any(met["people"] and not any(one.start <= met.start() < one.end for one in counts)
                 for met in rules.item.finditer(text, 0, first.start))  # fmt: skip
    if more or others or rules.more_later.match(text, last.end):
        hurt = [one for one in voices if one.what != "killed"]
        return [replace(first, bounds=NOTHING, end=last.end), *hurt]
    return [*voices, *_later(text, rules, language, last.end)]


def _later(text: str, rules: TollRules, language: str, at: int) -> Iterator[_Count]:
    """Yield the numbers of a growing toll that stand alone right behind the people killed."""
    while met := rules.later.match(text, at):
        at = met.end()
        yield _Count("killed", bounds_of(met, language), met.start("low"), at, True)


def _bare(text: str, rules: TollRules, taken: Sequence[_Count]) -> Iterator[_Count]:
    """Yield one person each where a headline leaves the article out: "woman wounded"."""
    for met in rules.bare.finditer(text):
        if not any(count.start < met.end() and met.start() < count.end for count in taken):
            yield _Count(_fate(met), (1, None), *met.span())


def _is_unsure(text: str, at: int, rules: TollRules) -> bool:
    """Say whether a word of killing is denied, or told as an aim."""
    return rules.unsure.search(text, max(0, at - 40), at) is not None


def _totals(text: str, rules: TollRules, language: str) -> Iterator[_Count]:
    """Yield what is told as a toll: another voice beside the numbers of people."""
    for met in rules.toll.finditer(text):
        yield _Count("killed", bounds_of(met, language), met.start(), met.end(), True)
    for met in rules.hurt_toll.finditer(text):
        yield _Count("injured", bounds_of(met, language), met.start(), met.end(), True)
    for met in rules.high.finditer(text):
        top = value_of(met["low"], language)
        yield _Count("killed", (None, top), met.start(), met.end(), True)


def _count(
    text: str, met: re.Match[str], rules: TollRules, language: str, since: int
) -> _Count | None:
    """Return the count of a number; since: where the one before ends, whose fate is its own."""
    after = rules.after.match(text, met.end())
    before = rules.before.search(text, max(since, met.start() - 40), met.start())
    if after and (met["people"] or not rules.named.match(after[0].lstrip())):
        what = _fate(after)
        left = before is not None and what != "killed" and before["killed"] is not None
        if not left:
            return _Count(what, bounds_of(met, language), met.start(), after.end())
    if before and (met["people"] or not rules.article.fullmatch(met["low"])):
        if _is_unsure(text, before.start(), rules):
            return None
        what = "killed" if before["killed"] else "injured"
        return _Count(what, bounds_of(met, language), before.start(), met.end())
    return None


def _are_one_list(
    text: str, one: re.Match[str], other: re.Match[str], rules: TollRules, count: _Count
) -> bool:
    """Say whether people without a fate are of the list that ends with others who have one."""
    joined = rules.goes_on.fullmatch(text[one.end() : other.start()]) is not None
    return joined and count.start == other.start()


def _goes_on(
    text: str, met: re.Match[str], taken: list[_Count], rules: TollRules, language: str
) -> _Count | None:
    """Return "and two children" of "killing a woman and two children"."""
    last = taken[-1] if taken else None
    gap = text[last.end : met.start()] if last else ""
    join = rules.joined if rules.by_word.fullmatch(met["low"]) else rules.goes_on
    named = met["people"] or join is rules.joined
    if last is None or not named or not join.fullmatch(gap):
        return None
    return _Count(last.what, bounds_of(met, language), last.end, met.end())


def _fate(met: re.Match[str]) -> str:
    if met["either"] is not None:
        return "casualties"
    return "killed" if met["killed"] is not None else "injured"


def _added(text: str, counts: list[_Count], rules: TollRules) -> Iterator[_Count]:
    """Yield counts, those joined by "and" in one list as their sum."""
    at = 0
    while at < len(counts):
        end = at + 1
        while end < len(counts) and counts[end].start == counts[end - 1].end:
            end += 1
        yield _of_list(text, counts[at:end], rules)
        at = end


def _of_list(text: str, listed: Sequence[_Count], rules: TollRules) -> _Count:
    """Return one list as its sum; "five people, two men and three women" are five."""
    first, rest = listed[0], listed[1:]
    total: Range = (0, None)
    for count in rest:
        total = sum_of(total, count.bounds)
    told_apart = len(rest) > 1 and total == first.bounds
    if not rest or (told_apart and rules.generic.search(text, first.start, first.end)):
        return replace(first, end=listed[-1].end)
    return replace(first, bounds=sum_of(first.bounds, total), end=listed[-1].end)


def _together(counts: list[_Count]) -> Range:
    """Return the range of several counts: other voices widen the first, others do not."""
    low, high = counts[0].bounds
    for other in counts[1:]:
        if not other.other_voice and not counts[0].other_voice:
            continue
        values = [v for v in (low, high, *other.bounds) if v is not None]
        low, high = min(values, default=None), max(values, default=None)
    return low, high if high != low else None
