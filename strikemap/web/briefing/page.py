"""The Briefing page, which starts from the filters, the period and the view of Explore."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from gazetteer.language import N_, _
from geo.briefing.terms.words import Words
from geo.land.levels import level_words
from strikemap.web.briefing.choices import show_choices
from strikemap.web.briefing.notes import show_notes
from strikemap.web.briefing.sheets import show_sheets
from strikemap.web.choices import list_choices
from strikemap.web.country import shared_sheet_map
from strikemap.web.datasets import dataset_or_stop
from strikemap.web.filters import current_filters, start_filters
from strikemap.web.layers.kept import take_kept
from strikemap.web.layers.near import settle_near_layer
from strikemap.web.opening.title import own_title
from strikemap.web.release.panel import offer_profiles, tell_release
from strikemap.web.release.released import released_or_stop
from strikemap.web.wording import escape_markdown

__all__ = ["show_page"]

AS_FILTERED = {
    "strike": N_("Strikes as filtered on Explore: {said}. Change the filters there."),
    "event": N_("Events as filtered on Explore: {said}. Change the filters there."),
    "row": N_("Rows as filtered on Explore: {said}. Change the filters there."),
}


def show_page() -> None:
    """Draw the page; it starts from the filters, the period and the view of Explore."""
    dataset = released_or_stop(dataset_or_stop())
    take_kept()
    start_filters(lambda filters: dataset.settle(settle_near_layer(filters)))
    filters = current_filters(dataset.remember("choices", lambda: list_choices(*dataset.choosable)))
    st.title(_("Briefing"))
    names = shared_sheet_map(dataset.countries).area_names(Words())
    noun = dataset.units.noun
    said = filters.in_words(names, levels=level_words(dataset.countries).one, noun=noun)
    st.caption(_(AS_FILTERED[noun], said=escape_markdown(said)))
    tell_release(dataset)
    choices, sheet = st.container(key="briefing_columns").columns([1, 3], gap="medium")
    with choices:
        choice = show_choices(filters, dataset.countries, title=own_title(dataset))
        st.markdown(_("## What may leave"))
        offer_profiles()
        options = replace(choice.options, dataset=dataset.published)
    if choice.by == "governorate":
        options = replace(options, extent="country")
    with sheet:
        show_sheets(dataset, replace(choice, options=options))
        show_notes(dataset.countries)
