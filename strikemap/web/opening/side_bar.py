"""Open data: the first thing in the side bar, and what it says of the file that is shown."""

from __future__ import annotations

import os

import streamlit as st

from gazetteer.language import N_, _
from geo.reading.registry import FORMATS, READABLE
from strikemap.web.countries import ask_countries, take_countries
from strikemap.web.datasets import Dataset
from strikemap.web.opening.state import FILE_KEY, begin, current_opening, go_back, review
from strikemap.web.opening.title import ask_title
from strikemap.web.visitors.session import HOURS, is_kept
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.panel import (
    offer_last,
    show_line,
    show_panel,
    show_views_of_workspace,
)
from strikemap.web.workspaces.session import current_workspace, held_workspace, show_problem

__all__ = ["show_open_data"]

PRIVATE = N_(
    "No other visitor sees it. It is kept for this browser, in memory, until you "
    "go back to the shipped data, and for {hours} hours at most."
)
TOO_LARGE = N_("It is too large to be kept: when the page is loaded again, open the file again.")

# On a phone the bar lies over the page.
BEHIND = "strikemap-behind"
STYLE = f"<style>@media (min-width:768px){{.{BEHIND}{{display:none}}}}</style>"


def show_open_data(dataset: Dataset) -> None:
    """Draw the place where a file is dropped, and the way back from a visitor's own file."""
    st.html(STYLE)
    types = [suffix.removeprefix(".") for suffix in READABLE]
    st.file_uploader(
        _("Drop a file with a date and a place in each row"),
        type=types, key=FILE_KEY, on_change=begin, help=" ".join(f.sentence for f in FORMATS),
    )  # fmt: skip
    st.caption(
        _(PRIVATE, hours=HOURS)
        if is_kept()
        else _("No other visitor sees it. {too_large}", too_large=_(TOO_LARGE))
    )
    opening = current_opening()
    if opening and opening.in_front:
        st.html(
            f'<p class="{BEHIND}">{_("What is in it stands on the page: close this bar («).")}</p>'
        )
        return
    with st.container():  # with more or fewer lines: the panel below stays as it is
        _show_of_data(dataset, can_review=opening is not None)
    with st.container():
        if not dataset.shipped or "STRIKEMAP_STRIKES" in os.environ:
            ask_title(dataset)
    show_panel(dataset)


def _show_of_data(dataset: Dataset, *, can_review: bool) -> None:
    """Say what is known of the data that are shown: their countries, workspace or file."""
    if dataset.shipped and "STRIKEMAP_STRIKES" in os.environ:
        ask_countries(dataset.countries, "countries_of_shipped", take_countries)
    if current_workspace() is not None:
        show_line()
        show_views_of_workspace()
        return
    show_problem()
    if held_workspace() is None:
        offer_last()
    if not dataset.shipped:
        _show_own(dataset, can_review=can_review)


def _show_own(dataset: Dataset, *, can_review: bool) -> None:
    refused = len(dataset.rejected)
    not_read = _(", {rows} not read", rows=plural(refused, "row")) if refused else ""
    st.markdown(
        _("Shown: **{name}**{not_read}.", name=escape_markdown(dataset.name), not_read=not_read)
    )
    if can_review:
        st.button(_("Columns, summary and rows not read"), on_click=review, key="opening_review")
    held = held_workspace()
    back = escape_markdown(held.title) if held else _("the shipped data")
    st.button(_("Back to {back}", back=back), on_click=go_back, key="way_back")
