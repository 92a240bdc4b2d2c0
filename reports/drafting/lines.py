"""Lines of a log or a chronicle: the hour that each begins with, the year that its title gives."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from gazetteer.mentions.document import Mention
from reports.sentences import Sentence
from reports.words.attacks import find_acts
from reports.words.days import Days, find_days
from reports.words.wording import Wording

__all__ = ["CLOCK", "hours_of_lines", "lists_places", "year_of_title"]

CLOCK = re.compile(
    r"\W{0,4}(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?!\d|[.:/-]\d)"
    r"(?: ?(?:(?P<noon>[Pp]\.?[Mm]\b)|[Aa]\.?[Mm]\b)\.?)?"
)
_LEAST = 3  # lines that make a log
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENTRY, _ENTRY_WORDS = 70, 8  # signs and words of a sentence that names a line's place
_LEADS = 30  # signs of a line in which its day stands
_TITLE = 2  # sentences that may be a title


def hours_of_lines(text: str, sentences: Sequence[Sentence]) -> dict[int, bool]:
    """Return the lines that begin with an hour, by number, and whether it is before midnight.

    Empty where fewer than three lines do, and where the hours go over midnight more than once: of
    which day a line is then is not known.
    """
    hours = [(sentence.paragraph, _minutes(met)) for sentence in sentences
             if (met := CLOCK.match(text, sentence.start, sentence.end))]  # fmt: skip
    if len(hours) < _LEAST:
        return {}
    ups = [at for at, (one, other) in enumerate(pairwise(hours), 1) if one[1] < other[1]]
    downs = [at for at, (one, other) in enumerate(pairwise(hours), 1) if one[1] > other[1]]
    turns = min(ups, downs, key=len)  # lines go down the hours, or up them
    if len(turns) > 1:
        return {}
    turn = turns[0] if turns else None
    newest_first = turns is ups and len(ups) != len(downs)
    return {number: turn is not None and (at >= turn if newest_first else at < turn)
            for at, (number, _) in enumerate(hours)}  # fmt: skip


def _minutes(met: re.Match[str]) -> int:
    hour = int(met["hour"]) + 12 * (met["noon"] is not None and met["hour"] != "12")
    return 60 * hour + int(met["minute"])


def year_of_title(
    text: str, sentences: Sequence[Sentence], wordings: Sequence[Wording]
) -> tuple[datetime.date, datetime.date] | None:
    """Return the days of the one year in a title over lines that begin with days without a year."""
    titles = [text[one.start : one.end] for one in sentences[:_TITLE]]
    years = {met[0] for title in titles for met in _YEAR.finditer(title)}
    if len(years) != 1 or any(wordings[at].pattern("days", "history").search(title)
                              for at, title in enumerate(titles)):  # fmt: skip
        return None
    year = int(years.pop())
    span = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    led = 0
    for one, wording in zip(sentences, wordings, strict=True):
        words = text[one.start : min(one.end, one.start + _LEADS)]
        led += bool(_leading(words, find_days(words, span, wording.language)))
    return span if led >= _LEAST else None


def _leading(words: str, days: Sequence[Days]) -> bool:
    """Say whether a line begins with a day of a month that has no year."""
    first = next(iter(days), None)
    if first is None or first.first is None or first.precision != "day":
        return False
    own = words[first.start : first.end]
    return not any(map(str.isalnum, words[: first.start])) and not _YEAR.search(own)


def lists_places(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], wording: Wording
) -> bool:
    """Say whether several lines of a text begin with a sentence that is little but a name."""
    starts = [mention.start for mention in mentions]
    found = 0
    for before, one, after in zip((None, *sentences), sentences, sentences[1:], strict=False):
        if one.end - one.start > _ENTRY or after.paragraph != one.paragraph:
            continue
        if before is not None and before.paragraph == one.paragraph:
            continue
        words = text[one.start : one.end]
        named = bisect_left(starts, one.start) < bisect_left(starts, one.end)
        found += (
            named and len(words.split()) <= _ENTRY_WORDS and not find_acts(words, wording, None)
        )
    return found > 1
