"""The page of a file that is being opened: what it is, its columns, its summary, then the map."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.countries import ask_countries
from strikemap.web.country import Countries
from strikemap.web.opening.columns import (
    ask_order,
    find_problem,
    list_meanings,
    show_form,
    show_known,
)
from strikemap.web.opening.facts import show_facts, show_first_rows
from strikemap.web.opening.job import Cancelled, Job
from strikemap.web.opening.saved import keep_choice, show_saved, take_kept, take_mapping
from strikemap.web.opening.state import Opening, close, show
from strikemap.web.opening.steps import ORDER_LABEL, Choice, Opened, Prepared
from strikemap.web.opening.summary import show_all_rejected, show_summary
from strikemap.web.wording import begin_large, escape_markdown
from strikemap.web.workspaces.session import current_workspace

__all__ = ["show_opening"]

POLL_S = 0.1  # seconds between two looks at work in the background
Made = TypeVar("Made")
LOG = logging.getLogger(__name__)


def show_opening(opening: Opening) -> None:
    """Draw the page; it is drawn on while the work goes on, and a press of Cancel ends it."""
    st.title(escape_markdown(opening.name))
    opened = _await(opening.opening, opening.name, "opening")
    if opened is None:
        st.button(_("Back to the map"), on_click=close, key="opening_close")
        return
    facts = st.empty()
    show_facts(facts, opened)
    ways = st.container()  # here: on most screens what follows reaches below the window
    _ask_sheet(opening, opened)
    show_first_rows(opened.table)
    _show_columns(opening, opened)
    st.subheader(_("What is in it"))
    prepared = _await(opening.reading, opening.name, "reading") if opening.reading else None
    if prepared is not None:
        show_facts(facts, opened, prepared.reading.title)
        if not opened.format.asks_columns:
            show_known(prepared.reading.meanings)
            _ask_order(opening, opened, prepared)
        _ask_countries(opening, opened, prepared)
        show_summary(opening, opened, prepared)
        _show_update(opening, prepared)
    with ways:
        _show_ways_on(opening, prepared)
    if prepared is not None:
        show_all_rejected(prepared, opening.name)


def _await(job: Job[Made], name: str, work: str) -> Made | None:
    """Return what a job makes, its stages drawn meanwhile; None and the reason where it fails.

    Each drawn stage is a point at which a press of a button interrupts the page.
    """
    place = st.empty()
    if not job.wait(POLL_S):
        with place.container(horizontal=True, vertical_alignment="center"):
            said = st.empty()
            st.button(_("Cancel"), on_click=close, key=f"cancel_{work}")
        while not job.wait(POLL_S):
            said.markdown(f":material/hourglass_top: {job.stage} …")
    place.empty()
    try:
        return job.result()
    except Cancelled:
        return None
    except StrikemapError as error:
        st.error(escape_markdown(say_trouble(word_error(error))))
    except Exception:
        LOG.exception("an opened file")
        st.error(
            _(
                "{name} cannot be read, through a fault of this program. Save it as CSV in "
                "UTF-8 and open that; please report the fault with the file.",
                name=escape_markdown(name),
            )
        )
    return None


def _ask_sheet(opening: Opening, opened: Opened) -> None:
    """Let the visitor read another sheet or layer of the file, where it has several."""
    table = opened.table
    if len(table.sheets) < 2:
        return
    chosen = st.selectbox(
        _("Sheet or layer"), table.sheets, index=table.sheets.index(table.sheet),
        key=f"sheet_{opening.file_id}_{opening.version}",
    )  # fmt: skip
    if chosen != table.sheet:
        opening.open_sheet(chosen)
        st.rerun()


def _ask_countries(opening: Opening, opened: Opened, prepared: Prepared) -> None:
    """Say which countries the data are about, and read anew where the visitor says others."""
    if prepared.found is None or prepared.dataset is None:
        return
    if not opening.choice.countries:
        st.caption(escape_markdown(begin_large(prepared.found.line())))

    def take(countries: Countries) -> None:
        opening.read(opened, replace(opening.choice, countries=countries))

    ask_countries(prepared.dataset.countries, f"countries_{opening.file_id}", take)


def _show_columns(opening: Opening, opened: Opened) -> None:
    """Draw what the columns mean, and read anew where the visitor corrects it."""
    if not opened.format.asks_columns:
        _ask_claims(opening, opened)
        opening.read_first(opened)
        return
    _take_kept(opening, opened)
    _ask_columns(opening, opened)
    choice = opening.refused or opening.choice
    columns = choice.columns if choice.columns is not None else opened.guessed
    st.caption(list_meanings(columns))
    problem = find_problem(columns)
    if problem:
        st.error(escape_markdown(problem))
    else:
        opening.read_first(opened)


def _take_kept(opening: Opening, opened: Opened) -> None:
    """Begin with what the open workspace says of files of these columns, and say so."""
    if opening.reading is None and opening.choice.columns is None:
        kept = take_kept(opened, opening.choice)
        if kept is not None:
            opening.choice, opening.read_as = kept
    if opening.read_as:
        st.caption(
            _(
                "Read as {read_as} was, whose columns are the same.",
                read_as=escape_markdown(opening.read_as),
            )
        )


def _ask_columns(opening: Opening, opened: Opened) -> None:
    """Draw the form of columns, and what it is saved to and taken from."""
    choice = opening.choice
    columns = choice.columns if choice.columns is not None else opened.guessed
    key = f"{opening.file_id}_{opening.version}"
    label = _(
        "What its columns mean ({count} of {shape} used)",
        count=len(columns),
        shape=opened.table.cells.shape[1],
    )
    with st.expander(label, expanded=bool(find_problem(columns)), key=f"columns_open_{key}"):
        show_form(opened, choice, key, lambda sent: _take_columns(opening, opened, sent))
        show_saved(opened, opening.refused or choice)
        saved = take_mapping(opened, key)
    if saved is not None:
        opening.version += 1
        opening.read(opened, saved)
        st.rerun()


def _take_columns(opening: Opening, opened: Opened, sent: Choice) -> None:
    """Read anew as the form says; what cannot be read so is told, and stays in the form."""
    opening.refused = sent if find_problem(sent.columns or {}) else None
    if opening.refused is None and sent != opening.choice:
        opening.read(opened, sent)


def _ask_order(opening: Opening, opened: Opened, prepared: Prepared) -> None:
    """Ask how a publisher's dates are written where some cannot be told, or it was said before."""
    reasons = prepared.reading.rejected["reason"]
    if opening.choice.order is None and not reasons.str.contains(ORDER_LABEL, regex=False).any():
        return
    order = ask_order(opening.choice, f"{opening.file_id}_{opening.version}")
    if order != opening.choice.order:
        opening.read(opened, replace(opening.choice, order=order))
        st.rerun()


def _ask_claims(opening: Opening, opened: Opened) -> None:
    """Ask for our own format's claims where the file does not hold them."""
    if not opened.format.has_claims or opened.table.claims is not None:
        return
    beside = _("Its claims (claims.csv), if they are in a file of their own")
    claims = st.file_uploader(beside, type=["csv"], key=f"claims_{opening.file_id}")
    if claims is not opening.claims:
        opening.claims = claims
        opening.read(opened, Choice(countries=opening.choice.countries))


def _show(opening: Opening, prepared: Prepared) -> None:
    keep_choice(opening.opening.result(), opening.choice)
    show(opening, prepared)


def _show_update(opening: Opening, prepared: Prepared) -> None:
    """Offer to take the file into the open workspace, as a newer edition of what is there."""
    workspace = current_workspace()
    if workspace is None or prepared.dataset is None or workspace.shown.reading:
        return
    from strikemap.web.workspaces.updating import show_update  # its libraries, where needed

    show_update(prepared.dataset, workspace, f"{opening.file_id}_{opening.version}")


def _show_ways_on(opening: Opening, prepared: Prepared | None) -> None:
    with st.container(horizontal=True):
        if prepared is not None and prepared.dataset is not None:
            st.button(
                _("Show on the map"), type="primary", on_click=_show, args=(opening, prepared),
                key="opening_show",
            )  # fmt: skip
        st.button(_("Back to the map"), on_click=close, key="opening_close")
