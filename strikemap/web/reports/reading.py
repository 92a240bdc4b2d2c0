"""How a text was read: with the places of which countries, and what of it makes no draft, why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from gazetteer.abroad import list_countries, name_country
from gazetteer.errors import StrikemapError
from gazetteer.language import _
from gazetteer.mentions.countries import list_spoken
from gazetteer.several import join_words, name_covered
from geo.export.csv_table import EXCEL_MARK, table_to_csv
from reports.draft import Aside
from reports.table import ASIDE_COLUMNS, row_of_aside
from reports.words.standing import NO_PLACE
from strikemap.web.country import Countries
from strikemap.web.datasets import Dataset, current_dataset
from strikemap.web.reports.deciding.decided import HERE, places_of
from strikemap.web.reports.held import (
    Told,
    go_to_draft,
    hold_texts,
    list_texts,
    read_text,
)
from strikemap.web.reports.place import leave_place
from strikemap.web.visitors.said import say
from strikemap.web.wording import escape_markdown, plural

__all__ = ["show_aside", "show_countries", "show_none"]

MOST_SHOWN = 50  # passages of one text on the page; every one is in the file
_BY_NAME = 3  # a country's own name weighs as much as so many of its towns


def show_countries(dataset: Dataset, told: Told) -> None:
    """Draw which countries' places were looked up for a text, to be chosen otherwise."""
    key = f"reports_countries_{told.key}_{'_'.join(told.countries)}"
    st.multiselect(
        _("Countries whose places are looked up in this text"),
        [code.lower() for code in list_countries()],
        default=[code for code in told.countries if code.upper() in list_countries()],
        format_func=lambda code: _(name_country(code.upper())), key=key,
        on_change=_take_countries, args=(told.key, key),
        help=_(
            "The text is read anew with them. Empty: those of the data, {all}.",
            all=_name_all(dataset.countries),
        ),
    )  # fmt: skip


def _name_all(countries: Countries) -> str:
    return join_words([name_covered(code) for code in countries])


def _take_countries(text: str, key: str) -> None:
    _read_with(text, tuple(st.session_state.get(key, ())))


def _read_with(text: str, countries: Countries) -> None:
    """Read a text anew with the places of countries; () for those of the data."""
    texts = list(list_texts())
    at = next((at for at, one in enumerate(texts) if one.key == text), None)
    if at is None:
        return
    leave_place()
    go_to_draft(0)
    told, dataset = texts[at], current_dataset()
    try:
        places = places_of(dataset, countries)
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return
    texts[at] = replace(read_text(told.report, told.about, places), key=told.key)
    hold_texts(texts)
    drafts = plural(len(texts[at].drafts), "draft")
    say(
        HERE,
        _(
            "Read with the places of {all}: {drafts}",
            all=_name_all(texts[at].countries),
            drafts=drafts,
        ),
    )


def show_none(dataset: Dataset, told: Told) -> None:
    """Say that a text gave no draft, and with which places it may give some."""
    passages = plural(len(told.aside), "passage")
    listed = _("; each is listed with its reason under the text") if told.aside else ""
    st.info(
        _(
            "No draft was read from this text with the places of {all}. {passages} on "
            "attacks make none{listed}.",
            all=_name_all(told.countries),
            passages=passages,
            listed=listed,
        )
    )
    if other := _find_other(told.report.text, (*told.countries, *dataset.countries)):
        name = name_country(other.upper())
        st.markdown(
            _("The text speaks of places in **{name}**, which were not looked up.", name=name)
        )
        st.button(
            _("Read it with the places of {name}", name=name), key="reports_other_country",
            type="primary",
            on_click=_read_with, args=(told.key, (other,)),
        )  # fmt: skip


def _find_other(text: str, known: Countries) -> str | None:
    """Return the country, none of those known, that a text speaks of most; None for no such."""
    weights = {
        code: _BY_NAME * one.named + one.places
        for code, one in list_spoken(text).items()
        if code not in known
    }
    best = max(weights, key=lambda code: weights[code], default="")
    return best if weights.get(best, 0) >= _BY_NAME else None


def show_aside(told: Told) -> None:
    """List what a text says of attacks that makes no draft, each with why, and offer it as CSV."""
    with st.container():
        if not told.aside:
            return
        label = _(
            "Set aside: {passages} on attacks that make no draft",
            passages=plural(len(told.aside), "passage"),
        )
        with st.expander(label, key="reports_aside", expanded=not told.drafts):
            for one in told.aside[:MOST_SHOWN]:
                words = " ".join(told.report.text[one.start : one.end].split())
                st.markdown(
                    f"**{escape_markdown(_word_reason(one, told))}**: “{escape_markdown(words)}”"
                )
            if len(told.aside) > MOST_SHOWN:
                st.caption(
                    _(
                        "The first {most_shown} of {count}; the file has all.",
                        most_shown=MOST_SHOWN,
                        count=len(told.aside),
                    )
                )
            st.download_button(
                _("Set aside, with why (.csv)"), partial(_write_aside, told), "set-aside.csv",
                "text/csv", key="reports_aside_file", on_click="ignore",
            )  # fmt: skip


def _word_reason(one: Aside, told: Told) -> str:
    """Return why a passage makes no draft; that no place is named holds of places looked up."""
    among = (
        _(", of those in {all}", all=_name_all(told.countries)) if one.reason == NO_PLACE else ""
    )
    return f"{one.reason}{among}"


def _write_aside(told: Told) -> bytes:
    """Return the same file as `strikemap read` writes beside its drafts."""
    rows = [row_of_aside(one, told.report) for one in told.aside]
    table = pd.DataFrame(rows, columns=list(ASIDE_COLUMNS))
    return (EXCEL_MARK + table_to_csv(table, harmless=False)).encode()
