"""What filter would leave few enough strikes of a counted database to be opened, and the press."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date
from itertools import islice

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from geo.strikes.filters import Filters
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.counted.database import CountedDatabase
from strikemap.web.counted.held_back import refuse_counts
from strikemap.web.counted.part import ASKED_KEY, fits, most_opened, open_part
from strikemap.web.filters import current_filters, start_filters
from strikemap.web.period import set_period
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.session import tell_problem

__all__ = ["offer_months", "show_instead"]

MOST_TRIED = 12  # periods that are counted, where strikes that overlap them are many


def offer_months(database: CountedDatabase, filters: Filters) -> None:
    """Offer the newest months that hold few enough of the strikes that pass, if any do."""
    narrowed = find_months(database, filters)
    if narrowed is None:
        st.caption(
            _("No months were found that hold {most} of them or fewer: choose an area, kind or "
              "actor too.", most=most_opened())
        )  # fmt: skip
        return
    rows = plural(database.totals(narrowed).rows, "row")
    period = Filters(date_from=narrowed.date_from, date_to=narrowed.date_to).in_words()
    st.button(
        _("Open {rows}: {period}", rows=rows, period=period), key="counted_offer",
        on_click=_open, args=(database, narrowed),
    )  # fmt: skip


def find_months(database: CountedDatabase, filters: Filters) -> Filters | None:
    """Return filters with the newest whole months that leave few enough; None where none is found.

    A run of months may end before the newest, where that one holds too many by itself.
    """
    months = [one for one in database.groups(filters, "month") if one.key]
    counts = [one.totals.rows for one in months]
    runs = (run for last in reversed(range(len(months))) for run in _list_runs(counts, last))
    for first, last in islice(runs, MOST_TRIED):
        narrowed = _within(filters, str(months[first].key), str(months[last].key))
        if fits(database, narrowed):
            return narrowed
    return None


def _list_runs(counts: list[int], last: int) -> list[tuple[int, int]]:
    """Return the longest run that ends with a month and holds few enough, and shorter ones.

    A strike of several months is counted in each and may overlap others: a run that holds few
    enough by its months is an offer to be counted.
    """
    rows, first = 0, last + 1
    while first and rows + counts[first - 1] <= most_opened():
        first -= 1
        rows += counts[first]
    starts = {first, (first + last + 1) // 2, last} if first <= last else set()
    return [(start, last) for start in sorted(starts)]


def _within(filters: Filters, first: str, last: str) -> Filters:
    year, month = map(int, last.split("-"))
    begins = date.fromisoformat(f"{first}-01")
    ends = date(year, month, calendar.monthrange(year, month)[1])
    return replace(
        filters, date_from=max(begins, filters.date_from or begins),
        date_to=min(ends, filters.date_to or ends),
    )  # fmt: skip


def _open(database: CountedDatabase, filters: Filters) -> None:
    set_period((filters.date_from, filters.date_to))
    try:
        open_part(database, filters)
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))


def show_instead(database: CountedDatabase, title: str, *, for_release: bool = False) -> None:
    """Draw, in place of a page that needs strikes themselves, what would let it work.

    for_release: the page is made of the release alone while a profile is on.
    """
    st.title(title)
    if for_release and refuse_counts():
        return
    try:
        start_filters(database.settle)
        asked = st.session_state.get(ASKED_KEY)
        filters = asked if isinstance(asked, Filters) else current_filters(database.choices())
        every, chosen = database.totals(Filters()).rows, database.totals(filters).rows
        st.info(
            _("This page works on strikes themselves, at most {most} of them. The database has "
              "{every}; the filters of Explore leave {chosen}. Filter them on Explore until they "
              "are few enough, or open these:", most=most_opened(), every=every, chosen=chosen)
        )  # fmt: skip
        if fits(database, filters):
            st.button(
                _("Open {rows}", rows=plural(chosen, "row")), key="counted_offer",
                on_click=_open, args=(database, filters),
            )  # fmt: skip
        else:
            offer_months(database, filters)
    except StrikemapError as error:
        st.error(_("The database cannot be counted now. {error}",
                   error=escape_markdown(say_trouble(word_error(error)))))  # fmt: skip
        st.button(_("Try again"), key="counted_again")
