"""The filters: widgets in the sidebar, kept in the address so that a link reopens the view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd
import streamlit as st

from geo.errors import FilterError
from geo.strikes.filters import NOT_REPORTED, PARTS_OF_MAP, Filters
from geo.strikes.schema import DEFAULT_KINDS, KINDS, LOCATION_STATUSES, split_several
from strikemap.web.countries import COUNTRY_PART, chosen_countries
from strikemap.web.map_view import MapView, read_map_view, set_map_view
from strikemap.web.period import get_period, renew_map, set_period
from strikemap.web.wording import STATUS_WORDS, begin_large, escape_markdown, plural, word_kind

__all__ = [
    "Choices",
    "count_no_strikes",
    "count_switched_off",
    "current_filters",
    "list_choices",
    "read_only",
    "reset_filters",
    "show_filters",
    "start_filters",
    "write_address",
]

DEFAULT_FILTERS = Filters(kinds=DEFAULT_KINDS, only=("strikes",))
SINCE_KEY = "filter_since"
PROBLEM_KEY = "address_problem"
STARTED_KEY = "filters_started"
NOT_STRIKES_KEY, EVERY_ROW_KEY = "filter_not_strikes", "start_with_every_row"


@dataclass(frozen=True)
class Choices:
    """What the data offer to choose from. `governorates` maps P-codes to names.

    `districts` does so where second-level areas are at hand, each name with its governorate's.
    `not_strikes` counts the rows that are no strikes, such as protests.
    """

    governorates: dict[str, str]
    actors: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    not_strikes: int = 0
    workspace: bool = False  # whether the rows say when they came into one
    districts: dict[str, str] = field(default_factory=dict)

    @property
    def areas(self) -> dict[str, str]:
        """The names of governorates and districts by code."""
        return {**self.districts, **self.governorates}


def list_choices(strikes: pd.DataFrame, districts: Collection[str] = ()) -> Choices:
    """Return the governorates, districts, actors and period that the strikes hold.

    districts: the codes of the second-level areas at hand.
    """
    named = strikes[["adm1_code", "adm1_name"]].dropna().drop_duplicates("adm1_code")
    governorates = dict(named.sort_values("adm1_name").itertuples(index=False, name=None))
    if strikes["adm1_code"].isna().any():
        governorates[NOT_REPORTED] = NOT_REPORTED
    actors = {name for cell in strikes["actor"].dropna().unique() for name in split_several(cell)}
    listed = sorted(actors, key=str.casefold)
    if strikes["actor"].isna().any():
        listed.append(NOT_REPORTED)
    first, last = strikes["date_start"].min(), strikes["date_end"].max()
    days = (None, None) if pd.isna(first) else (first.date(), last.date())
    not_strikes = int(strikes["not_strike"].notna().sum())
    return Choices(
        governorates, tuple(listed), days[0], days[1], not_strikes,
        bool(strikes["added"].notna().any()), _list_districts(strikes, districts),
    )  # fmt: skip


def _list_districts(strikes: pd.DataFrame, districts: Collection[str]) -> dict[str, str]:
    if not districts:
        return {}
    known = strikes["adm2_code"].isin(list(districts))
    columns = ["adm2_code", "adm2_name", "adm1_name"]
    named = strikes.loc[known, columns].dropna().drop_duplicates("adm2_code")
    rows = named.sort_values(["adm2_name", "adm1_name"]).itertuples(index=False, name=None)
    listed = {code: f"{name} ({above})" for code, name, above in rows}
    if not known.all():
        listed[NOT_REPORTED] = NOT_REPORTED
    return listed


def count_switched_off(rows_of_every_kind: pd.DataFrame, kinds: Iterable[str]) -> str:
    """Say which kinds the filter leaves out, and how many rows: "" where it leaves out no row."""
    chosen = set(kinds) or set(KINDS)
    counts = rows_of_every_kind["kind"].value_counts()
    left_out = {kind: int(counts[kind]) for kind in KINDS if kind in counts and kind not in chosen}
    if not left_out:
        return ""
    counted = ", ".join(
        f"{word_kind(kind)} ({plural(count, 'row')})" for kind, count in left_out.items()
    )
    return f"Kinds switched off: {counted}"


def count_no_strikes(rows: pd.DataFrame, filters: Filters) -> str:
    """Say how many of the rows are not shown since they are no strikes: "" where all are."""
    count = int(rows["not_strike"].notna().sum()) if filters.only else 0
    if not count:
        return ""
    verb = "is no strike and is" if count == 1 else "are no strikes and are"
    return f"{plural(count, 'row')} {verb} not shown"


def read_only(choices: Choices) -> tuple[str, ...]:
    """Return the filters' `only`: rows that are no strikes stay out until they are asked for."""
    asked = st.session_state.get(NOT_STRIKES_KEY, False)
    return ("strikes",) if choices.not_strikes and not asked else ()


def current_filters(choices: Choices) -> Filters:
    """Return the filters and the period that Explore has, for the pages that start from them."""
    state = st.session_state
    kinds = state.get("filter_kinds") or ()
    date_from, date_to = get_period()
    return Filters(
        date_from=date_from,
        date_to=date_to,
        governorates=tuple(state.get("filter_governorates") or ()),
        districts=tuple(state.get("filter_districts") or ()),
        kinds=() if set(kinds) == set(KINDS) else tuple(kinds),
        actors=tuple(state.get("filter_actors") or ()),
        statuses=tuple(state.get("filter_statuses") or ()),
        text=state.get("filter_text") or "",
        only=read_only(choices),
        since=state.get(SINCE_KEY),
    )


def _set_filters(filters: Filters) -> None:
    """Put filters into the widgets; only before the widgets are drawn in a run."""
    state = st.session_state
    state["filter_kinds"] = list(filters.kinds or KINDS)
    state["filter_governorates"] = list(filters.governorates)
    state["filter_districts"] = list(filters.districts)
    state["filter_actors"] = list(filters.actors)
    state["filter_statuses"] = list(filters.statuses)
    state["filter_text"] = filters.text
    state[SINCE_KEY] = filters.since
    state[NOT_STRIKES_KEY] = not filters.only
    set_period((filters.date_from, filters.date_to))


def reset_filters(*, every_row: bool = False) -> None:
    """Start over with the usual filters at the next run, such as for other data.

    every_row: rows that are no strikes are shown too.
    """
    st.session_state[EVERY_ROW_KEY] = every_row
    st.query_params.clear()
    st.session_state.pop(STARTED_KEY, None)
    set_map_view(MapView())
    renew_map()


def start_filters(settle: Callable[[Filters], Filters] = lambda filters: filters) -> None:
    """Read the filters from the address once a session; remember what could not be read.

    settle: gives areas their codes, and raises FilterError for those that are not known.
    """
    if st.session_state.get(STARTED_KEY):
        return
    st.session_state[STARTED_KEY] = True
    parts = {name: st.query_params.get_all(name) for name in st.query_params}
    set_map_view(read_map_view(parts))
    filtered = set(parts) - set(PARTS_OF_MAP)
    try:
        every_row = st.session_state.pop(EVERY_ROW_KEY, False)
        usual = replace(DEFAULT_FILTERS, only=()) if every_row else DEFAULT_FILTERS
        _set_filters(settle(Filters.from_parts(parts)) if filtered else usual)
    except FilterError as error:
        st.session_state[PROBLEM_KEY] = str(error)
        _set_filters(DEFAULT_FILTERS)


def write_address(filters: Filters, map_view: MapView) -> None:
    """Keep the address equal to filters and map; a faulty one stays until a filter changes."""
    if PROBLEM_KEY in st.session_state:
        if replace(filters, only=DEFAULT_FILTERS.only) == DEFAULT_FILTERS:
            problem = escape_markdown(st.session_state[PROBLEM_KEY])
            st.warning(
                f"The filters in this link could not be read, so the usual view is shown. {problem}"
            )
            return
        del st.session_state[PROBLEM_KEY]
    parts = filters.to_parts()
    if not filters.kinds:  # said in full: a bare address means the usual kinds
        parts["kind"] = [",".join(KINDS)]
    parts |= map_view.to_parts()
    if countries := chosen_countries():
        parts[COUNTRY_PART] = [",".join(countries)]
    if parts != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(parts)


def _offer(listed: Iterable[str], key: str) -> list[str]:
    """Return the options of a widget, with what a link chose though the data lack it."""
    offered = list(listed)
    return offered + [value for value in st.session_state[key] if value not in offered]


def _show_choice(
    label: str, listed: Iterable[str], key: str, names: dict[str, str]
) -> Sequence[str]:
    return st.multiselect(
        label,
        _offer(listed, key),
        key=key,
        format_func=lambda value: names.get(value, value),
        placeholder="All",
    )


def show_filters(choices: Choices, levels: Sequence[str] = ("governorate", "district")) -> Filters:
    """Draw the filters and return what is chosen, with the period that the page has so far.

    levels: what the countries of the data call their areas of the first and second level.
    """
    st.subheader("Filters")
    kinds = st.pills(
        "Kind", KINDS, selection_mode="multi", key="filter_kinds", format_func=word_kind
    )
    governorates = _show_choice(
        begin_large(levels[0]), choices.governorates, "filter_governorates", choices.governorates
    )
    districts: Sequence[str] = st.session_state["filter_districts"]
    if choices.districts or districts:
        districts = _show_choice(
            begin_large(levels[1]), choices.districts, "filter_districts", choices.districts
        )
    actors = _show_choice("Actor, as alleged", choices.actors, "filter_actors", {})
    statuses = _show_choice("Location", LOCATION_STATUSES, "filter_statuses", STATUS_WORDS)
    if choices.not_strikes:
        st.checkbox(f"Rows that are no strikes ({choices.not_strikes:,})", key=NOT_STRIKES_KEY)
    text = st.text_input("Search place, actor or target", key="filter_text")
    st.caption("The period is set with the slider on the map.")
    since: date | None = st.session_state.get(SINCE_KEY)
    if choices.workspace or since:
        since = st.date_input("New or revised since", key=SINCE_KEY, format="YYYY-MM-DD")
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
    )
