"""The Explore page: filters, the map with its slider, numbers, tables and downloads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import geopandas as gpd
import streamlit as st

from gazetteer.language import ENGLISH, _, speaking
from geo.export.credits import ATTRIBUTION, NOTICE
from geo.land.levels import level_words
from geo.layers.near import note_near_layer
from geo.placing.asking.around import note_near
from geo.placing.asking.filters import note_unmet
from geo.strikes.filters import Filters, claims_of
from geo.strikes.outlets import list_publications
from geo.strikes.schema import KINDS
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import MapOptions
from geo.webmap.payload.frame import frame_of
from strikemap.web.address.other_data import warn_of_other_data
from strikemap.web.address.steps import first_address, follow_history, offer_steps, write_address
from strikemap.web.choices import Choices, list_choices, word_no_strikes, word_switched_off
from strikemap.web.counted.leaving import keep_ends, leave_where_wider
from strikemap.web.datasets import Dataset, dataset_or_stop, keep_view
from strikemap.web.downloads import show_downloads
from strikemap.web.filter_keys import hear_late
from strikemap.web.filters import (
    COUNTED,
    choose_counted,
    show_filters,
    start_filters,
)
from strikemap.web.ground.base_maps import map_text_of
from strikemap.web.ground.own_tiles import show_own_tiles
from strikemap.web.layers.kept import take_kept
from strikemap.web.layers.near import settle_near_layer
from strikemap.web.layers.own import list_layers
from strikemap.web.layers.panel import show_own_layers
from strikemap.web.map_component import MapRequest, MapState, counts_are_open, strike_map
from strikemap.web.map_view import data_hash, follow_map_view, get_map_view
from strikemap.web.numbers import (
    NotCounted,
    show_all_numbers,
    show_numbers,
    word_districts,
    word_rows,
)
from strikemap.web.opening.page import show_opening
from strikemap.web.opening.side_bar import show_open_data
from strikemap.web.opening.state import current_opening
from strikemap.web.opening.title import own_title, title_of
from strikemap.web.period import close_ends, count_resets, follow_map, get_period, map_key
from strikemap.web.release.panel import offer_profiles, tell_release
from strikemap.web.release.released import released_or_stop
from strikemap.web.start.first_map import MAP_HEIGHT, Start
from strikemap.web.strikes.link import can_correct, go_to_form, last_read, show_link
from strikemap.web.tables.page import (
    get_focus,
    hold_choice,
    show_choice,
    show_claims,
    show_strikes,
    show_undated_and_unlocated,
)
from strikemap.web.tables.window import asks_window, hold_window, show_window
from strikemap.web.visitors.session import note_hash
from strikemap.web.wording import begin_large, escape_markdown

__all__ = ["TABS_KEY", "show_page"]

TABS_KEY = "explore_tabs"


@dataclass(frozen=True)
class _InView:
    """What the filters, the period and the choice on the map let through; listed: in tables."""

    strikes: gpd.GeoDataFrame
    listed: gpd.GeoDataFrame
    filters: Filters
    options: MapOptions
    said: str  # the filters, as the visitor reads them


def _map_options(dataset: Dataset, filters: Filters, choices: Choices) -> MapOptions:
    return MapOptions(
        title=title_of(dataset),
        filters_in_words=filters.in_words(
            choices.areas,
            levels=level_words(dataset.countries).one,
            noun=dataset.units.noun,
        ),
        data_as_of=dataset.newest_claim or "",
        notes=dataset.release.notes if dataset.release else (),
        held=dataset.held,
        period=close_ends(get_period(), choices.first_day, choices.last_day),
        frame=dataset.remember("frame", lambda: frame_of(dataset.strikes)),
        theme=st.context.theme.type or "auto",
    )


def _of(dataset: Dataset) -> str:
    """Return whose data these are, as the address says it: "" for those that every visitor has."""
    return "" if dataset.shipped else dataset.name


def _without_period(filters: Filters) -> Filters:
    return replace(filters, date_from=None, date_to=None)


def _mark_without(dataset: Dataset, filters: Filters, fields: Sequence[str]) -> dict[str, str]:
    """Return, by each of some fields that filters, the rows that pass all the others.

    The circle is among them: the map counts another one before it is chosen.
    """
    marked = {}
    for field in (*fields, "near"):
        nothing: Any = None if field == "near" else ()
        others = replace(filters, **{field: nothing})
        if others != filters:
            marked[field] = dataset.mark_rows(others)
    return marked


def _show_map(
    dataset: Dataset, asked: Filters, choices: Choices, start: Start
) -> tuple[Filters, MapState]:
    """Draw the map; return the filters with its slider's period, and what the hand did to it."""
    timeless = _without_period(asked)
    map_view = get_map_view()
    options = _map_options(dataset, timeless, choices)
    counted = COUNTED if counts_are_open(map_key()) else ()
    state = strike_map(
        dataset.payload,
        map_key(),
        base_map=map_text_of(dataset),
        text=dataset.payload_text,
        request=MapRequest(
            options=replace(options, view=map_view.view, modes=map_view.modes),
            countries=dataset.countries,
            rows=dataset.mark_rows(timeless),
            rows_but=_mark_without(dataset, timeless, counted),
            query=timeless.to_query(),
            mends=can_correct() and dataset.release is None,  # a release has ids of its own
            chosen={
                **{field: getattr(timeless, field) for field in COUNTED},
                "near": [timeless.near.text] if timeless.near else [],
            },
            on_choose=choose_counted,
            focus=get_focus(),
            tell_window=asks_window(),
            resets=count_resets(),
            address=first_address(
                asked, follow_map_view(MapState(), data_hash(dataset), _of(dataset))
            ),
            height=MAP_HEIGHT,
        ),
        start=start,
    )
    keep_view(state.view)
    date_from, date_to = keep_ends(follow_map(state, choices.first_day, choices.last_day))
    return replace(asked, date_from=date_from, date_to=date_to), state


def _show_tabs(dataset: Dataset, view: _InView) -> None:
    """Draw the tab that is open; of the others nothing is worked out until they are opened."""
    # Without counts: another name is another tab to the browser, which then opens the first one.
    labels = (_("Table"), _("Undated and not located"), _("Sources"), _("Download"))
    table, unseen, sources, download = st.tabs(labels, key=TABS_KEY, on_change="rerun")
    if table.open:
        with table:
            show_strikes(view.listed, dataset)
    if unseen.open:
        left_out = dataset.strikes[dataset.sieve.mark_left_out(view.filters)]
        with unseen:
            show_undated_and_unlocated(view.strikes, left_out, dataset)
    if sources.open:
        with sources:
            show_claims(view.listed, dataset)
    if download.open:
        claims = claims_of(dataset.claims, view.strikes)
        published = list_publications(claims, dataset.published)
        options = replace(view.options, sources=published)
        with download:
            show_downloads(dataset, view.strikes, claims, view.filters, options, said=view.said)


def _find_not_counted(dataset: Dataset, filters: Filters) -> NotCounted:
    sieve = dataset.sieve
    of_every_kind = dataset.count_kinds(sieve.mark(replace(filters, kinds=KINDS)))
    no_strikes = 0
    if filters.only:
        no_strikes = int((dataset.no_strikes & sieve.mark(replace(filters, only=()))).sum())
    unjudged = 0
    if filters.near:
        without_circle = sieve.mark(replace(filters, near=None))
        unjudged = int((dataset.plain["location_status"] != "located")[without_circle].sum())
    return NotCounted(
        int(sieve.mark_left_out(filters).sum()),
        unjudged,
        word_switched_off(of_every_kind, filters.kinds),
        word_no_strikes(no_strikes),
        dataset.held,
    )


def _note_near(dataset: Dataset, filters: Filters) -> Iterator[str]:
    """Say how surely strikes lie in a circle, and near a layer."""
    yield escape_markdown(begin_large(note_near(filters, dataset.strikes, dataset.claims)))
    yield escape_markdown(begin_large(note_near_layer(filters, dataset.strikes, dataset.claims)))


def show_page(start: Start) -> None:
    """Draw the page: the map of the data, or in its place the file that is being opened."""
    go_to_form()
    dataset = dataset_or_stop()
    with st.sidebar.container():  # with more or fewer lines: the filters below stay as they are
        show_open_data(dataset)
    opening = current_opening()
    if opening and opening.in_front:
        show_opening(opening)
    else:
        _show_data(released_or_stop(dataset), start)


def _show_data(dataset: Dataset, start: Start) -> None:
    """Draw the data: the map fills the window, with its own line of totals; all else is below."""
    choices = dataset.remember("choices", lambda: list_choices(*dataset.choosable))

    take_kept()

    def settle(filters: Filters) -> Filters:
        return dataset.settle(settle_near_layer(filters))

    hear_late()
    start_filters(settle)
    follow_history(settle)
    with st.sidebar.container():
        st.subheader(_("Filters"))
        acts = st.container(horizontal=True)
        asked = show_filters(choices, [_(word) for word in level_words(dataset.countries).one])
    with st.sidebar.container():
        show_own_tiles(dataset)
        show_own_layers()
        offer_profiles()
    leave_where_wider(asked)
    filters, state = _show_map(dataset, asked, choices, start)
    shown = dataset.sieve.take(filters)
    with start.head:
        warn_of_other_data(dataset, get_map_view())
        map_view = follow_map_view(state, data_hash(dataset), _of(dataset))
        if not dataset.shipped or list_layers() or dataset.release is not None:
            note_hash(data_hash(dataset))
        write_address(filters, map_view)
    with acts:
        offer_steps(filters)
    st.title(escape_markdown(own_title(dataset)) or dataset.title)
    tell_release(dataset)
    chosen = hold_choice(shown, state.selection)
    is_choice = len(chosen) < len(shown)
    totals = dataset.remember_of(chosen, "totals", lambda: count_totals(chosen))
    with st.container():  # with more or fewer lines: the tab that is open stays open
        not_counted = _find_not_counted(dataset, filters)
        show_numbers(totals, filters, not_counted, is_choice=is_choice)
        notes = (
            word_rows(dataset, filters, len(chosen)), *_note_near(dataset, filters),
            word_districts(chosen, dataset),
        )  # fmt: skip
        show_all_numbers(totals, dataset, notes)
        for note in [] if len(shown) else note_unmet(filters, dataset.strikes, dataset.boundaries):
            st.caption(escape_markdown(begin_large(note)))
        show_choice(shown, state.selection)
        seen = hold_window(chosen, state.box)
        show_window(chosen, seen, dataset.units.noun)
    if dataset.release is None:  # which has ids of its own
        read = last_read()
        show_link(state.selection, read if read in dataset.strikes.index else None)
    with speaking(ENGLISH):  # files are the same whoever makes them
        options = replace(
            _map_options(dataset, filters, choices), period=None, theme="auto",
            view=map_view.view, modes=map_view.modes,
        )  # fmt: skip
    said = _map_options(dataset, filters, choices).filters_in_words
    _show_tabs(dataset, _InView(chosen, seen, filters, options, said))
    st.caption(_("{notice} {credits}", notice=_(NOTICE), credits=ATTRIBUTION))
