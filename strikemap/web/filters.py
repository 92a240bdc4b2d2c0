"""The filters: widgets in the sidebar, kept in the address so that a link reopens the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from gazetteer.language import N_, _, say_all
from geo.errors import FilterError
from geo.strikes.filters import NOT_REPORTED, PARTS_OF_MAP, Filters
from geo.strikes.nearness import Near
from geo.strikes.passing import HOURS, WEEKDAYS
from geo.strikes.schema import (
    DEFAULT_KINDS,
    KINDS,
    LOCATION_STATUSES,
    TARGET_KINDS,
)
from strikemap.web.around import get_near, set_near, show_around
from strikemap.web.choices import Choices
from strikemap.web.datasets import forget_view
from strikemap.web.filter_keys import filter_key, put_choice
from strikemap.web.layers.near import get_near_layer, set_near_layer, show_near_layer
from strikemap.web.map_view import MapView, read_map_view, set_map_view
from strikemap.web.period import get_period, renew_map, set_period
from strikemap.web.start.first_map import STARTED_KEY
from strikemap.web.wording import STATUS_WORDS, begin_large, word_kind

__all__ = [
    "COUNTED",
    "DEFAULT_FILTERS",
    "FRESH_KEY",
    "PROBLEM_KEY",
    "choose_counted",
    "current_filters",
    "read_only",
    "reset_filters",
    "set_filters",
    "show_filters",
    "start_filters",
]

DEFAULT_FILTERS = Filters(kinds=DEFAULT_KINDS, only=("strikes",))
MORE = {
    "sources": N_("Source"), "targets": N_("Kind of target"), "weekdays": N_("Weekday"),
    "hours": N_("Hour, local time"),
}  # fmt: skip
COUNTED = ("governorates", "districts", "kinds", "actors", *MORE)  # fields that bars filter by
PROBLEM_KEY = "address_problem"
MORE_SHOWN_KEY = "more_filters_shown"
FRESH_KEY = "filters_not_yet_in_address"
SINCE, NOT_STRIKES = "since", "not_strikes"
EVERY_ROW_KEY = "start_with_every_row"


def _chosen(field: str) -> tuple[str, ...]:
    return tuple(st.session_state.get(filter_key(field)) or ())


def read_only(choices: Choices) -> tuple[str, ...]:
    """Return the filters' `only`: rows that are no strikes stay out until they are asked for."""
    asked = st.session_state.get(filter_key(NOT_STRIKES), False)
    return ("strikes",) if choices.not_strikes and not asked else ()


def current_filters(choices: Choices) -> Filters:
    """Return the filters and the period that Explore has, for the pages that start from them."""
    kinds = _chosen("kinds")
    date_from, date_to = get_period()
    return Filters(
        date_from=date_from,
        date_to=date_to,
        governorates=_chosen("governorates"),
        districts=_chosen("districts"),
        kinds=() if set(kinds) == set(KINDS) else kinds,
        actors=_chosen("actors"),
        statuses=_chosen("statuses"),
        text=st.session_state.get(filter_key("text")) or "",
        only=read_only(choices),
        since=st.session_state.get(filter_key(SINCE)),
        near=get_near(),
        near_layer=get_near_layer(),
        around="",
        **{field: _chosen(field) for field in MORE},
    )


def set_filters(filters: Filters) -> None:
    """Put filters into the widgets; only before the widgets are drawn in a run."""
    put_choice("kinds", list(filters.kinds or KINDS))
    for field in ("governorates", "districts", "actors", "statuses", *MORE):
        put_choice(field, list(getattr(filters, field)))
    put_choice("text", filters.text)
    put_choice(SINCE, filters.since)
    set_near(filters.near)
    set_near_layer(filters.near_layer)
    put_choice(NOT_STRIKES, not filters.only)
    set_period((filters.date_from, filters.date_to))


def reset_filters(*, every_row: bool = False) -> None:
    """Start over with the usual filters at the next run, such as for other data.

    every_row: rows that are no strikes are shown too.
    """
    st.session_state[EVERY_ROW_KEY] = every_row
    st.query_params.clear()
    st.session_state.pop(STARTED_KEY, None)
    set_map_view(MapView())
    forget_view()
    renew_map()


def start_filters(settle: Callable[[Filters], Filters] = lambda filters: filters) -> None:
    """Read the filters from the address once a session; remember what could not be read.

    settle: gives areas their codes, and raises FilterError for those that are not known.
    """
    if st.session_state.get(STARTED_KEY):
        return
    st.session_state[STARTED_KEY] = st.session_state[FRESH_KEY] = True
    parts = {name: st.query_params.get_all(name) for name in st.query_params}
    set_map_view(read_map_view(parts))
    filtered = set(parts) - set(PARTS_OF_MAP)
    try:
        every_row = st.session_state.pop(EVERY_ROW_KEY, False)
        usual = replace(DEFAULT_FILTERS, only=()) if every_row else DEFAULT_FILTERS
        set_filters(settle(Filters.from_parts(parts)) if filtered else usual)
    except FilterError as error:
        st.session_state[PROBLEM_KEY] = str(error)
        set_filters(DEFAULT_FILTERS)


def choose_counted(field: str, values: list[str]) -> None:
    """Take the values of a field from a click on the map; only before a run.

    A field that bars count by, or `near`, the text of a circle, no value for everywhere. Of the
    usual kinds a click chooses the one; where none is left they are the usual ones again.
    """
    if field == "near":
        set_near(Near.from_text(values[0]) if values else None)
    if field not in COUNTED:
        return
    if field == "kinds":
        before = _chosen("kinds")
        if set(before) == set(DEFAULT_KINDS):
            values = sorted(set(before) ^ set(values))
        values = values or list(DEFAULT_KINDS)
    put_choice(field, values)


def _offer(listed: Iterable[str], field: str) -> list[str]:
    """Return the options of a widget, with what a link chose though the data lack it."""
    offered = list(listed)
    return offered + [value for value in _chosen(field) if value not in offered]


def _show_choice(
    label: str, listed: Iterable[str], field: str, names: dict[str, str]
) -> Sequence[str]:
    return st.multiselect(
        label,
        _offer(listed, field),
        key=filter_key(field),
        format_func=lambda value: _(value) if value == NOT_REPORTED else names.get(value, value),
        placeholder=_("All"),
    )


def show_filters(
    choices: Choices, levels: Sequence[str] = ("governorate", "district"),
    ask_period: Callable[[], None] | None = None,
) -> Filters:  # fmt: skip
    """Draw the filters and return what is chosen, with the period that the page has so far.

    levels: what the countries of the data call their areas of the first and second level.
    ask_period: draws where the period is set; without it the map has it.
    """
    kinds = st.pills(
        _("Kind"), KINDS, selection_mode="multi", key=filter_key("kinds"), format_func=word_kind
    )
    governorates = _show_choice(
        begin_large(levels[0]), choices.governorates, "governorates", choices.governorates
    )
    districts: Sequence[str] = _chosen("districts")
    if choices.districts or districts:
        districts = _show_choice(
            begin_large(levels[1]), choices.districts, "districts", choices.districts
        )
    actors = _show_choice(_("Actor, as alleged"), choices.actors, "actors", {})
    statuses = _show_choice(_("Location"), LOCATION_STATUSES, "statuses", say_all(STATUS_WORDS))
    if choices.not_strikes:
        st.checkbox(
            _("Rows that are no strikes ({not_strikes})", not_strikes=choices.not_strikes),
            key=filter_key(NOT_STRIKES),
        )
    more = _show_more(choices)
    text = st.text_input(_("Search place, actor or target"), key=filter_key("text"))
    near = show_around()
    near_layer = show_near_layer()
    if ask_period is None:
        st.caption(_("The period is set with the slider on the map."))
    else:
        ask_period()
    since: date | None = st.session_state.get(filter_key(SINCE))
    if choices.workspace or since:
        since = st.date_input(_("New or revised since"), key=filter_key(SINCE), format="YYYY-MM-DD")
    date_from, date_to = get_period()
    return Filters(
        date_from=date_from,
        date_to=date_to,
        governorates=tuple(governorates),
        districts=tuple(districts),
        kinds=() if set(kinds) == set(KINDS) else tuple(kinds),
        actors=tuple(actors),
        statuses=tuple(statuses),
        text=text or "",
        only=read_only(choices),
        since=since,
        near=near,
        near_layer=near_layer,
        around="",
        **more,
    )


def _show_more(choices: Choices) -> dict[str, tuple[str, ...]]:
    """Draw what is filtered by less often, open once something of it was chosen."""
    if any(_chosen(field) for field in MORE):
        st.session_state[MORE_SHOWN_KEY] = True
    words = {
        **{hour: f"{hour}:00–{hour}:59" for hour in HOURS},
        **{word: _(begin_large(word.replace("_", " "))) for word in (*WEEKDAYS, *TARGET_KINDS)},
    }
    listed = {"sources": choices.sources, "targets": (*TARGET_KINDS, NOT_REPORTED),
              "weekdays": (*WEEKDAYS, NOT_REPORTED), "hours": (*HOURS, NOT_REPORTED)}  # fmt: skip
    with st.expander(
        _("Source, target, weekday, hour"), expanded=MORE_SHOWN_KEY in st.session_state
    ):
        return {
            field: tuple(
                _show_choice(_(label), listed[field], field, {} if field == "sources" else words)
            )
            for field, label in MORE.items()
        }
