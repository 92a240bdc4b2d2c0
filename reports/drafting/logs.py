"""Logs and live blogs: the hour that heads each entry, and the day that an entry is of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.document import Report
from reports.drafting.heading import day_of_heading, published_day
from reports.drafting.lines import CLOCK
from reports.sentences import Sentence
from reports.words.day_spans import DAY
from reports.words.days import Days, find_days
from reports.words.wording import Wording

__all__ = ["Entry", "day_of_log", "hours_of_lines"]

_LEAST = 3  # lines that make a log
_DAY = re.compile(
    r"\W{0,4}(?P<one>\d{1,2})(?:(?P<sign>/)|(?P<point>\.)(?=\d\d))(?P<other>\d{1,2})"
    r"(?![\d/.%]|:\d| ?[AaPp]\.?[Mm]| of\b)(?=\W*[^\W\d])"
)
_LEAP = 2000
_MONTHS = datetime.timedelta(days=92)  # of a log at most
_DATED = 0.8
_NIGHT = 12 * 60  # minutes between two lines, at least, where the hours go over midnight
_EVENING = 18 * 60  # minutes: a log that begins before is of that day, and goes on after midnight
_TITLE = 14  # words of a title at most
_HEAD = 8  # words of a line over another part of the text at most
_ENDED = (".", "!", "?", "…", '"', "”", "»", ")")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a log. line: the number of the line with its hour.

    is_over: the log's hours go over midnight; is_evening: they do so after the entry; is_long: the
    log begins by day, so that what comes after midnight is of the next. day: the one that the line
    begins with, "7/5", in a leap year without meaning.
    """

    line: int
    is_over: bool = False
    is_evening: bool = False
    is_long: bool = False
    day: datetime.date | None = None


def hours_of_lines(text: str, sentences: Sequence[Sentence]) -> dict[int, Entry]:
    """Return the lines of entries headed by an hour, by number.

    An hour alone, or over words that are no sentence, heads the lines down to the next one, or to
    a heading. So does a day and month. Empty where fewer than three lines begin with one, and where
    the hours go over midnight more than once or by less than half a day: of which day a line is
    then is not known.
    """
    if dated := _days_of_lines(text, sentences):
        return _with_lines_below(text, sentences, dated)
    hours = [(sentence.paragraph, _minutes(met)) for sentence in sentences
             if (met := CLOCK.match(text, sentence.start, sentence.end))]  # fmt: skip
    if len(hours) < _LEAST:
        return {}
    steps = {at: other[1] - one[1] for at, (one, other) in enumerate(pairwise(hours), 1)}
    ups = [at for at, step in steps.items() if step > 0]
    downs = [at for at, step in steps.items() if step < 0]
    if len(ups) == len(downs):  # of two ways the one whose turn is a night's
        ups, downs = ([at for at in some if abs(steps[at]) >= _NIGHT] for some in (ups, downs))
        if len(ups) + len(downs) != 1:
            return {}
        newest_first = bool(ups)
    else:
        newest_first = len(ups) < len(downs)
    turns = ups if newest_first else downs
    if len(turns) > 1 or any(abs(steps[at]) < _NIGHT for at in turns):
        return {}
    turn = turns[0] if turns else None
    begins = hours[-1 if newest_first else 0][1]
    entries = {
        line: Entry(line, turn is not None,
                    turn is not None and (at >= turn if newest_first else at < turn),
                    begins < _EVENING)
        for at, (line, _) in enumerate(hours)
    }  # fmt: skip
    return _with_lines_below(text, sentences, entries)


def _days_of_lines(text: str, sentences: Sequence[Sentence]) -> dict[int, Entry]:
    """Return the entries of lines that begin with a day and a month: "7/5: ...", "07.05 ...".

    Of day/month and month/day the reading that runs one way, in fewer days; none where both do in
    as many. With a point only day.month, and only where the hours and minutes would be no log.
    """
    met = {sentence.paragraph: found for sentence in reversed(sentences)
           if (found := _DAY.match(text, sentence.start, sentence.end))}  # fmt: skip
    pairs = [(int(met[line]["one"]), int(met[line]["other"])) for line in sorted(met)]
    signs = {found["sign"] or found["point"] for found in met.values()}
    if len(pairs) < _LEAST or len(signs) != 1 or len(set(pairs)) < len(pairs) - 1:
        return {}
    lines = sorted(met)
    ends = [at for at, (one, other) in enumerate(pairwise(lines), 1) if other > one + 1]
    read = [_run_of_days(pairs, ends)]
    if signs == {"/"}:
        read.append(_run_of_days([(day, month) for month, day in pairs], ends))
    elif len({month for _, month in pairs}) > 2:
        return {}
    spans = sorted((max(days) - min(days), at) for at, days in enumerate(read) if days)
    if not spans or (len(spans) > 1 and spans[0][0] == spans[1][0]):
        return {}
    days = read[spans[0][1]]
    return {line: Entry(line, day=day) for line, day in zip(lines, days, strict=True)}


def _run_of_days(pairs: Sequence[tuple[int, int]], ends: Sequence[int]) -> list[datetime.date]:
    """Return days with their months as dates of one year, if they run one way; else none.

    ends: where a heading or other words part the lines: of each part the days run by themselves.
    """
    try:
        days = [datetime.date(_LEAP, month, day) for day, month in pairs]
    except ValueError:
        return []
    parts = [days[first:last] for first, last in pairwise([0, *ends, len(days)])]
    runs = all(sorted(part) in (part, part[::-1]) for part in (parts if len(parts) > 1 else [days]))
    return days if runs and max(days) - min(days) <= _MONTHS else []


def _minutes(met: re.Match[str]) -> int:
    hour, half = int(met["hour"] or met["full"]), met["half"] or met["of"]
    if half:
        hour = hour % 12 + 12 * (half in "Pp") if hour <= 12 else hour
    return 60 * hour + int(met["minute"] or 0)


def _with_lines_below(
    text: str, sentences: Sequence[Sentence], entries: dict[int, Entry]
) -> dict[int, Entry]:
    """Return entries also by the lines under an hour that heads them."""
    ends = {sentence.paragraph: sentence.end for sentence in sentences}
    starts = {sentence.paragraph: sentence.start for sentence in reversed(sentences)}
    found: dict[int, Entry] = {}
    head: Entry | None = None
    for line in sorted(starts):
        words = text[starts[line] : ends[line]]
        ended = words.rstrip().endswith(_ENDED)
        if line in entries:
            found[line] = entries[line]
            head = None if ended else entries[line]
        elif head is not None and not ended and line > head.line + 1 and _is_head(words):
            head = None
        elif head is not None:
            found[line] = head
    return found


def _is_head(words: str) -> bool:
    return len(words.split()) <= _HEAD and words[:1].isalnum()


def day_of_log(
    report: Report,
    sentences: Sequence[Sentence],
    entry: Entry,
    wording: Wording,
) -> Days | None:
    """Return the day of an entry of a log: its heading's, else that of publication.

    None where it is not told of which night's two days it is.
    """
    if entry.day is not None:
        return _in_year(entry.day, report)
    own = [sentence for sentence in sentences if not report.is_quoted(sentence.start)]
    found = day_of_heading(report, own, wording)
    days = found[0] if found else _day_of_title(report, own, wording)
    if days is None or days.first is None or days.last is None:
        return None
    if days.first == days.last:
        return _on_one_day(days, entry, is_told=days.start >= 0)
    if days.last - days.first != DAY:
        return None
    past_day = wording.pattern("days", "past_day").search(report.text[days.start : days.end])
    line = report.text[report.text.rfind("\n", 0, max(days.start, 0)) + 1 : max(days.end, 0)]
    if past_day and not CLOCK.match(line):  # over the log, up to an hour that is not known
        return days
    day = days.first if entry.is_evening else days.last
    return replace(days, first=day, last=day, night=False)


def _in_year(day: datetime.date, report: Report) -> Days | None:
    """Return the newest such day before the publication; None where its year is not known."""
    if report.published is None or report.published[0].year != report.published[1].year:
        return None
    seen = report.published[1]
    try:
        own = day.replace(year=seen.year - (day.replace(year=_LEAP) > seen.replace(year=_LEAP)))
    except ValueError:  # 29 February of another year
        return None
    said = f"{day.day}/{day.month}"
    why = f"day/month {said} at the head of its line, seen from {seen}"
    return Days(-1, -1, own, own, "day", _DATED, why)


def _on_one_day(days: Days, entry: Entry, *, is_told: bool) -> Days | None:
    """Return the day of an entry of a log on one day, which may have gone on after midnight.

    is_told: in the title, and not that of publication, which may be either of a night's days.
    """
    if not entry.is_over or days.first is None:
        return days
    if not is_told:
        return None
    if not entry.is_long:
        return None if entry.is_evening else days
    next_day = days.first + DAY
    return days if entry.is_evening else replace(days, first=next_day, last=next_day)


def _begins_with_hour(text: str, sentence: Sentence) -> bool:
    return CLOCK.match(text, sentence.start, sentence.end) is not None


def _day_of_title(report: Report, sentences: Sequence[Sentence], wording: Wording) -> Days | None:
    """Return the one day told over the first entry, in a title; if none, that of publication."""
    told: list[tuple[Days, bool]] = []
    for sentence in sentences:
        text = report.text[sentence.start : sentence.end]
        if _begins_with_hour(report.text, sentence):
            break
        if wording.pattern("days", "history").search(text):
            return None
        titled = len(text.split()) <= _TITLE and not text.endswith(".")
        told += [(replace(day, start=day.start + sentence.start, end=day.end + sentence.start),
                  titled) for day in find_days(text, report.published, wording.language)
                 if day.precision in ("day", "unknown")]  # fmt: skip
    if not told:  # hours alone, under no title, may have been taken from any day's log
        headed = bool(sentences) and not _begins_with_hour(report.text, sentences[0])
        return published_day(report) if report.day and headed else None
    if len({(day.first, day.last) for day, _ in told}) != 1:
        return None
    day, titled = told[0]
    return day if titled or (day.first is not None and day.first == report.day) else None
