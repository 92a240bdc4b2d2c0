"""Explore on a counted database: totals, filters, bars and a map of squares, counted in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import N_, _
from geo.errors import WorkspaceError
from geo.export.credits import ATTRIBUTION, NOTICE
from geo.land.levels import level_words
from geo.strikes.filters import Filters
from geo.strikes.totals import Totals
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.address.steps import follow_history, offer_steps, write_address
from strikemap.web.choices import Choices, word_no_strikes, word_switched_off
from strikemap.web.counted.bars import BARS, show_bars
from strikemap.web.counted.database import CountedDatabase
from strikemap.web.counted.held_back import refuse_counts
from strikemap.web.counted.lists import Picked, pick_areas, show_list
from strikemap.web.counted.offer import offer_months
from strikemap.web.counted.part import ASKED_KEY, current_counted, fits, most_opened, open_part
from strikemap.web.counted.squares_map import (
    draw_squares,
    level_seen,
    read_key,
    seen_box,
    seen_view,
)
from strikemap.web.datasets import keep_view
from strikemap.web.filter_keys import filter_key, hear_late
from strikemap.web.filters import set_filters, show_filters, start_filters
from strikemap.web.map_view import get_map_view, set_map_view
from strikemap.web.numbers import NotCounted, show_numbers, word_totals
from strikemap.web.period import get_period, set_period
from strikemap.web.start.first_map import MAP_HEIGHT, Start
from strikemap.web.wording import begin_large, escape_markdown
from strikemap.web.workspaces.session import show_problem

__all__ = ["show_page"]

EVERY_S = 2.5  # seconds between two looks at what others wrote
PICKED_KEY, TABS_KEY = "counted_picked", "counted_tabs"
ENDS = {"counted_from": N_("From"), "counted_to": N_("To")}


def show_page(database: CountedDatabase, start: Start) -> None:
    """Draw the page; where the database does not answer, say why, with the way to ask again.

    Where a release profile is on, the database is asked nothing.
    """
    if refuse_counts():
        _close_list()
        return
    try:
        _show(database, start)
    except StrikemapError as error:
        said = escape_markdown(say_trouble(word_error(error)))
        st.error(_("The database cannot be counted now. {error}", error=said))
        st.button(_("Try again"), key="counted_again")


def _show(database: CountedDatabase, start: Start) -> None:
    hear_late()
    start_filters(database.settle)
    follow_history(database.settle)
    if ASKED_KEY in st.session_state and filter_key("kinds") not in st.session_state:
        set_filters(st.session_state[ASKED_KEY])  # another page was looked at meanwhile
    choices = database.choices()
    with st.sidebar.container():
        st.caption(_("Database **{title}**.", title=escape_markdown(database.title)))
        _follow(database.changes)
        show_problem()
        st.subheader(_("Filters"))
        acts = st.container(horizontal=True)
        levels = [_(word) for word in level_words(database.countries).one]
        filters = show_filters(choices, levels, lambda: _ask_period(choices))
    st.session_state[ASKED_KEY] = filters
    if fits(database, filters):
        _open(database, filters)
    every, totals = database.totals(Filters()), database.totals(filters)
    with start.head:
        st.markdown(
            _("**{chosen} of {every}** rows pass the filters. The map shows how many are in each "
              "square; with {most} or fewer it shows each strike.",
              chosen=totals.rows, every=every.rows, most=most_opened())
        )  # fmt: skip
    picked = st.session_state.get(PICKED_KEY)
    if isinstance(picked, Picked) and picked.filters != filters:
        _close_list()  # it was counted by others
    _show_map(database, filters)
    _take_view()
    with start.head:
        write_address(filters, get_map_view(), by_map=False)
    with acts:
        offer_steps(filters)
    _show_counts(database, filters, totals)


def _open(database: CountedDatabase, filters: Filters) -> None:
    """Open the strikes that pass and draw the page of them; where they cannot be, say why."""
    _take_view()
    try:
        with st.spinner(_("Opening these strikes with all their details ...")):
            open_part(database, filters)
    except WorkspaceError as error:
        st.warning(escape_markdown(begin_large(word_error(error))))
        return
    st.rerun()


@st.fragment(run_every=EVERY_S)
def _follow(seen: int) -> None:
    """Draw the page anew where others wrote; say it where the database does not answer."""
    database = current_counted()
    if database is None:
        return
    try:
        changed = database.look() != seen
    except StrikemapError as error:
        st.warning(escape_markdown(say_trouble(word_error(error))))
        return
    if changed:
        st.rerun()


def _ask_period(choices: Choices) -> None:
    """Draw the two ends of the period; either may be open."""
    period = get_period()
    for (key, label), day in zip(ENDS.items(), period, strict=True):
        st.session_state[key] = day
        ends = [one for one in (*period, choices.first_day, choices.last_day) if one]
        st.date_input(
            _(label), key=key, format="YYYY-MM-DD", on_change=_take_period, args=(key,),
            min_value=min(ends, default=date.min), max_value=max(ends, default=date.max),
        )  # fmt: skip


def _take_period(moved: str) -> None:
    """Take over an end that was set; the other is left open where it lies on the wrong side."""
    begins, ends = (st.session_state.get(key) for key in ENDS)
    if begins and ends and ends < begins:
        begins, ends = (begins, None) if moved == "counted_from" else (None, ends)
    set_period((begins, ends))


def _take_view() -> None:
    """Keep where the map looks, for the address and for the ordinary map."""
    view = seen_view()
    if view is not None:
        set_map_view(replace(get_map_view(), view=view))
        keep_view(view)


@st.fragment
def _show_map(database: CountedDatabase, filters: Filters) -> None:
    """Draw the map and, once something on it was clicked, the list of it."""
    try:
        box = seen_box()
        squares = database.squares(filters, level_seen(), box) if box else []
        areas = database.areas_only(filters)
    except StrikemapError as error:
        said = escape_markdown(say_trouble(word_error(error)))
        st.error(_("The database cannot be counted now. {error}", error=said))
        st.button(_("Try again"), key="counted_map_again")
        return

    def pick(keys: Sequence[str], is_area: bool) -> None:
        found: Picked | None = None
        if is_area:
            found = pick_areas(filters, keys, areas)
        elif (square := read_key(keys[0], squares)) is not None:
            found = Picked(filters, square=square)
        if found is not None:
            st.session_state[PICKED_KEY] = found

    draw_squares(
        database.countries, squares, areas, first=get_map_view().view, height=MAP_HEIGHT,
        on_pick=pick,
    )  # fmt: skip
    picked = st.session_state.get(PICKED_KEY)
    if isinstance(picked, Picked) and picked.areas:  # as many as there are now
        picked = pick_areas(filters, picked.areas, areas)
        if picked is None:
            _close_list()
    if isinstance(picked, Picked):
        st.subheader(escape_markdown(picked.in_words()))
        st.button(_("Close this list"), key="counted_close", on_click=_close_list)
        try:
            show_list(database, filters, picked)
        except StrikemapError as error:
            st.error(escape_markdown(say_trouble(word_error(error))))


def _close_list() -> None:
    st.session_state.pop(PICKED_KEY, None)


def _show_counts(database: CountedDatabase, filters: Filters, totals: Totals) -> None:
    st.title(escape_markdown(database.title))
    if not totals.rows:
        st.info(_("No row passes the filters in this period. Widen the period or clear a filter."))
    show_numbers(totals, filters, _find_not_counted(database, filters))
    st.markdown(word_totals(totals))
    if totals.rows > most_opened():
        offer_months(database, filters)
    labels = [_(label) for label, __ in BARS.values()]
    tabs = st.tabs([*labels, _("List")], key=TABS_KEY, on_change="rerun")
    for tab, by in zip(tabs, BARS, strict=False):
        if tab.open:
            with tab:
                show_bars(database, filters, by)
    if tabs[-1].open and not isinstance(st.session_state.get(PICKED_KEY), Picked):
        with tabs[-1]:
            show_list(database, filters, None)
    st.caption(
        _("Briefings, decisions, reports and downloads work on strikes themselves: filter until "
          "the map shows them, or on the command line: {command}",
          command=f"`strikemap export {database.address} --filter ... --out strikes.csv`")
    )  # fmt: skip
    st.caption(_("{notice} {credits}", notice=_(NOTICE), credits=ATTRIBUTION))


def _find_not_counted(database: CountedDatabase, filters: Filters) -> NotCounted:
    """Count what a period, a circle, kinds that are switched off and no strikes leave out."""
    left_out = unjudged = 0
    if filters.date_from or filters.date_to:
        timeless = database.totals(replace(filters, date_from=None, date_to=None))
        left_out = timeless.undated
    if filters.near:
        everywhere = database.totals(replace(filters, near=None))
        unjudged = everywhere.rows - everywhere.located
    kinds = {
        str(one.key): one.totals.rows
        for one in database.groups(replace(filters, kinds=()), "kind") if one.key
    }  # fmt: skip
    no_strikes = database.totals(replace(filters, only=())).not_strikes if filters.only else 0
    return NotCounted(
        left_out, unjudged, word_switched_off(kinds, filters.kinds), word_no_strikes(no_strikes)
    )
