"""People killed and injured in a sentence, as ranges; parts of a total are not added to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

from reports.words.wording import filled, load_wording, spaced

__all__ = ["Toll", "find_toll"]

Range = tuple[int | None, int | None]
NOTHING: Range = (None, None)


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


@dataclass(frozen=True, slots=True)
class _Rules:
    item: re.Pattern[str]
    kin: re.Pattern[str]  # "and his wife"
    after: re.Pattern[str]  # what became of them, right of the number
    before: re.Pattern[str]  # left of it
    toll: re.Pattern[str]
    hurt_toll: re.Pattern[str]
    single: re.Pattern[str]
    part: re.Pattern[str]
    nobody: re.Pattern[str]
    unkilled: re.Pattern[str]
    unhurt: re.Pattern[str]
    listed: re.Pattern[str]  # further people after one named by what they are
    unsure: re.Pattern[str]  # before "kill": that did not happen
    dozens: re.Pattern[str]
    high: re.Pattern[str]
    goes_on: re.Pattern[str]
    named: re.Pattern[str]
    article: re.Pattern[str]
    ages: re.Pattern[str]
    bare: re.Pattern[str]  # "man killed": of a headline


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(spaced(word) for word in sorted(words, key=len, reverse=True))


def _compound(numbers: Mapping[str, int]) -> str:
    """Return the pattern of "twenty-two": tens and ones joined."""
    tens = "|".join(word for word, value in numbers.items() if value >= 20)
    ones = "|".join(word for word, value in numbers.items() if 0 < value < 10 and len(word) > 2)
    return rf"(?:{tens})[- ](?:{ones})(?![\w-])" if tens and ones else r"(?!)"


@cache
def _rules(language: str) -> _Rules:
    wording = load_wording(language)
    words = {name: _alternatives(value) for name, value in wording.tables["tolls"].items()}
    words["number"] = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|{words['numbers']})"
    words["number"] = rf"(?:{_compound(wording.tables['tolls']['numbers'])}|{words['number']})"
    grammar: dict[str, str] = wording.tables["grammar"]["tolls"]
    made: dict[str, str] = {}
    for name, pattern in grammar.items():  # each may use those before it
        made[_NAMED.get(name, name)] = filled(pattern, {**words, **made})
    return _Rules(**{
        field.name: re.compile(spaced(made[_NAMED.get(field.name, field.name)]), re.IGNORECASE)
        for field in fields(_Rules)
    })  # fmt: skip


# Patterns that bear the name of a list of words.
_NAMED = {
    "people": "people_after",
    "part": "part_of",
    "nobody": "nobody_was",
    "unkilled": "unkilled_was",
    "unhurt": "unhurt_was",
    "dozens": "dozens_of",
}


def find_toll(text: str, language: str) -> Toll:
    """Return what a sentence says of people killed and injured; all None where nothing."""
    if not load_wording(language).pattern("hints", "toll").search(text):
        return Toll()
    rules = _rules(language)
    masked = rules.part.sub(_blank, rules.ages.sub(_blank_age, text))
    for pattern, _ in _nones(rules):
        masked = pattern.sub(_blank, masked)
    counts = list(_counts(masked, rules, language))
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


def _nones(rules: _Rules) -> Iterator[tuple[re.Pattern[str], tuple[str, ...]]]:
    """Yield what says that there was nobody, with the fates that it says so of."""
    yield rules.nobody, ("killed", "injured")
    yield rules.unkilled, ("killed",)
    yield rules.unhurt, ("injured",)


def _blank_age(met: re.Match[str]) -> str:
    return met[0][: -len(met["age"])] + " " * len(met["age"])


def _blank(met: re.Match[str]) -> str:
    return " " * len(met[0])


def _of(counts: Iterable[_Count], what: str) -> Range:
    own = [count for count in counts if count.what == what]
    return _together(own) if own else NOTHING


def _with_none(toll: Toll, fates: Iterable[str]) -> Toll:
    """Return a toll with 0 for the fates that nobody had, unless a number is given."""
    killed = _or_none(toll.killed) if "killed" in fates else toll.killed
    injured = _or_none(toll.injured) if "injured" in fates else toll.injured
    return replace(toll, killed=killed, injured=injured)


def _or_none(given: Range) -> Range:
    """Return a number that is given; else that there was none, as the text says."""
    return (0, None) if given == NOTHING else given


def _counts(text: str, rules: _Rules, language: str) -> Iterator[_Count]:
    """Yield numbers of people with what became of them, those of a list added up."""
    taken: list[_Count] = []
    waiting: re.Match[str] | None = None  # "a mother" of "a mother and four children died"
    for met in rules.item.finditer(text):
        count = _count(text, met, rules, language)
        if count is None:
            count = _goes_on(text, met, taken, rules, language)
        if count is not None and waiting and _are_one_list(text, waiting, met, rules, count):
            taken.append(
                _Count(count.what, _bounds(waiting, language), waiting.start(), count.start)
            )
        waiting = met if count is None and met["people"] else None
        if count is not None:
            taken.append(count)
            kin = rules.kin.match(text, count.end)
            if kin:
                taken.append(_Count(count.what, (1, None), count.end, kin.end()))
    yield from _added(taken)
    yield from _totals(text, rules, language)
    for met in rules.single.finditer(text):
        is_taken = any(count.start < met.end() and met.start() < count.end for count in taken)
        if not is_taken and not _is_unsure(text, met.start(), rules):
            what = "killed" if met["killed"] else "injured"
            alone = rules.listed.match(text, met.end()) is None
            yield _Count(what, (1, None) if alone else NOTHING, *met.span())
    yield from _bare(text, rules, taken)


def _bare(text: str, rules: _Rules, taken: Sequence[_Count]) -> Iterator[_Count]:
    """Yield one person each where a headline leaves the article out: "woman wounded"."""
    for met in rules.bare.finditer(text):
        if not any(count.start < met.end() and met.start() < count.end for count in taken):
            yield _Count(_fate(met), (1, None), *met.span())


def _is_unsure(text: str, at: int, rules: _Rules) -> bool:
    """Say whether a word of killing is denied, or told as an aim."""
    return rules.unsure.search(text, max(0, at - 40), at) is not None


def _totals(text: str, rules: _Rules, language: str) -> Iterator[_Count]:
    """Yield what is told as a toll: another voice beside the numbers of people."""
    for met in rules.toll.finditer(text):
        yield _Count("killed", _bounds(met, language), met.start(), met.end(), True)
    for met in rules.hurt_toll.finditer(text):
        yield _Count("injured", _bounds(met, language), met.start(), met.end(), True)
    for met in rules.high.finditer(text):
        top = _value(met["low"], language)
        yield _Count("killed", (None, top), met.start(), met.end(), True)


def _count(text: str, met: re.Match[str], rules: _Rules, language: str) -> _Count | None:
    after = rules.after.match(text, met.end())
    before = rules.before.search(text, max(0, met.start() - 40), met.start())
    if after and (met["people"] or not rules.named.match(after[0].lstrip())):
        what = _fate(after)
        left = before is not None and what != "killed" and before["killed"] is not None
        if not left:
            return _Count(what, _bounds(met, language), met.start(), after.end())
    if before and (met["people"] or not rules.article.fullmatch(met["low"])):
        if _is_unsure(text, before.start(), rules):
            return None
        what = "killed" if before["killed"] else "injured"
        return _Count(what, _bounds(met, language), before.start(), met.end())
    return None


def _are_one_list(
    text: str, one: re.Match[str], other: re.Match[str], rules: _Rules, count: _Count
) -> bool:
    """Say whether people without a fate are of the list that ends with others who have one."""
    joined = rules.goes_on.fullmatch(text[one.end() : other.start()]) is not None
    return joined and count.start == other.start()


def _goes_on(
    text: str, met: re.Match[str], taken: list[_Count], rules: _Rules, language: str
) -> _Count | None:
    """Return "and two children" of "killing a woman and two children"."""
    last = taken[-1] if taken else None
    gap = text[last.end : met.start()] if last else ""
    if last is None or not met["people"] or not rules.goes_on.fullmatch(gap):
        return None
    return _Count(last.what, _bounds(met, language), last.end, met.end())


def _fate(met: re.Match[str]) -> str:
    if met["either"] is not None:
        return "casualties"
    return "killed" if met["killed"] is not None else "injured"


def _added(counts: list[_Count]) -> Iterator[_Count]:
    """Yield counts, those joined by "and" in one list as their sum."""
    at = 0
    while at < len(counts):
        count = counts[at]
        while at + 1 < len(counts) and counts[at + 1].start == count.end:
            at += 1
            low = (count.bounds[0] or 0) + (counts[at].bounds[0] or 0)
            count = replace(count, bounds=(low, None), end=counts[at].end)
        yield count
        at += 1


def _together(counts: list[_Count]) -> Range:
    """Return the range of several counts: other voices widen the first, others do not."""
    low, high = counts[0].bounds
    for other in counts[1:]:
        if not other.other_voice and not counts[0].other_voice:
            continue
        values = [v for v in (low, high, *other.bounds) if v is not None]
        low, high = min(values), max(values)
    return low, high if high != low else None


def _bounds(met: re.Match[str], language: str) -> Range:
    low = _value(met["low"], language)
    said = met.groupdict()
    if said.get("high"):
        return low, _value(str(said["high"]), language)
    if said.get("above"):
        return low + 1, None
    if said.get("below"):
        return None, low - 1
    return (None, low) if said.get("most") else (low, None)


def _value(word: str, language: str) -> int:
    digits, wording = re.sub(r"[,٬]", "", word), load_wording(language)
    if digits.isdigit():
        return int(digits)
    if " ".join(word.lower().translate(wording.alike).split()) in wording.numbers:
        return wording.value(word)
    return sum(wording.value(part) for part in re.split(r"[-\s]+", word))
