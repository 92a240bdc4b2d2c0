"""The day of a bulletin: over it in a line, or that of its issue, where it tells no other."""

from __future__ import annotations

from collections.abc import Sequence

from reports.document import Report
from reports.draft import Draft
from reports.drafting.heading import is_told_as_past, published_day
from reports.sentences import Sentence
from reports.telling import FIRST
from reports.words.day_spans import DAY
from reports.words.days import Days
from reports.words.wording import Wording

__all__ = ["date_by_issue", "is_of_bulletin", "is_off_section"]

_SURE = 0.5
_LEAST = 2  # paragraphs of a bulletin that tell strikes


def date_by_issue(
    drafts: Sequence[Draft], report: Report, sentences: Sequence[Sentence], wording: Wording
) -> None:
    """Give strikes without a day that of the text's publication, where it speaks as of that day.

    It does so where it is a bulletin of several strikes, the words of one are of the hours up to
    its issue ("no casualties until now", not "closed until now"), and no strike of it is told of
    another day than that one or the one before.
    """
    if report.day is None or any(_is_of_other_day(draft, report) for draft in drafts):
        return
    if len({draft.paragraph for draft in drafts}) < _LEAST:
        return
    undated = [draft for draft in drafts
               if draft.days is None and not report.is_quoted(draft.start)
               and not is_told_as_past(draft, report, wording)]  # fmt: skip
    now = wording.pattern("days", "until_now")
    met = next((met for one in sentences
                if any(one.start < draft.end and draft.start < one.end for draft in undated)
                if (met := now.search(report.text, one.start, one.end))), None)  # fmt: skip
    for draft in undated if met else ():
        draft.days = published_day(report)
        said = met[0] if met else ""
        draft.why["date"] = (_SURE, f"the text speaks of {said!r}: {draft.days.reason}")


def is_of_bulletin(
    section: Days, report: Report, sentences: Sequence[Sentence], wording: Wording
) -> bool:
    """Say whether a day over a text is that of a bulletin of the day: "Field report", above it."""
    daily = wording.pattern("days", "daily")
    heads = [one for one in sentences[:FIRST] if one.start <= section.start]
    return any(daily.search(report.text, one.start, one.end) for one in heads)


def is_off_section(days: Days | None, section: Days | None) -> bool:
    """Say whether days are others than that of the bulletin that they stand in; no for none."""
    return section is not None and days is not None and days.first != section.first


def _is_of_other_day(draft: Draft, report: Report) -> bool:
    """Say whether a strike is of a day that is neither that of publication nor its eve."""
    days = draft.days
    if days is None or report.day is None:
        return False
    return days.first is None or days.last is None or not (
        report.day - DAY <= days.first and days.last <= report.day
    )  # fmt: skip
