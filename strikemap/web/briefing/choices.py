"""What is chosen on the Briefing page, grouped by what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from geo.briefing.content.areas import period_before
from geo.briefing.terms.chapters import box_of_view
from geo.briefing.terms.languages import LANGUAGES
from geo.briefing.terms.options import LABELS, SheetOptions
from geo.land.levels import level_words
from geo.strikes.filters import Filters
from strikemap.web.briefing.notes import read_notes
from strikemap.web.briefing.story import STORY, choose_views, list_queries
from strikemap.web.country import Countries, shared_sheet_map
from strikemap.web.datasets import kept_view

__all__ = ["Choice", "show_choices"]

PAPER_NAMES = {
    "16:9": "Slide 16:9", "4:3": "Slide 4:3", "square": "Square", "a4": "A4",
    "a4-landscape": "A4 across", "letter": "Letter", "letter-landscape": "Letter across",
}  # fmt: skip
LANGUAGE_NAMES = {code: each.name for code, each in LANGUAGES.items()}
LABEL_NAMES = {"latin": "Latin letters", "local": "Local script", "both": "Both"}
COLOUR_NAMES = {"": "One colour", "kind": "By kind", "actor": "By actor"}
ATLAS_NAMES = {
    "": "One sheet",
    "governorate": "A sheet per {level}",
    "month": "A sheet per month",
}
STORY_NAME = "A story of saved views"
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)  # as in the dates of files
BY_KEY = "briefing_atlas"
COMPARE, ENDS = "compare", ("first", "last")
PLATE_NAMES = {
    "": "Map", "area": "Trend per {level}", "actor": "Trend per actor",
    COMPARE: "Comparison of two periods",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """What sheets are to be made: their options, how they are divided, the views of a story."""

    options: SheetOptions
    by: str = ""
    views: tuple[Mapping[str, str], ...] = ()


def _view_box() -> str:
    """Return what Explore's map last showed as west,south,east,north, '' where it never moved."""
    view = kept_view()
    return "" if view is None else box_of_view(view.lon, view.lat, view.zoom)


def _list_extents(countries: Countries) -> dict[str, str]:
    """Return the extents on offer: what the options take, and how it is called here."""
    extents = {"strikes": "The strikes in view", "country": "Whole country"}
    box = _view_box()
    if box:
        extents = {box: "The map as on Explore", **extents}
    return extents | {area.code: area.name for area in shared_sheet_map(countries).governorates}


def _choose(label: str, named: Mapping[str, str], key: str, *, disabled: bool = False) -> str:
    """Draw a choice among named values; the first is the usual one, and that of one disabled."""
    chosen = st.selectbox(
        label, list(named), format_func=named.__getitem__, key=key, disabled=disabled
    )
    return chosen if chosen and not disabled else next(iter(named))


def _choose_compared(filters: Filters) -> str:
    """Draw the days to compare with, by default the period before; '' where none are chosen."""
    before: tuple[date | None, date | None] = (None, None)
    if filters.date_from and filters.date_to:
        before = period_before(filters.date_from, filters.date_to)
    first, last = (
        st.date_input(
            label,
            value=day,
            min_value=EARLIEST,
            max_value=LATEST,
            key=f"briefing_compare_{end}_{day or ''}",
        )
        for label, end, day in zip(("Compared from", "Compared to"), ENDS, before, strict=True)
    )
    if not first or not last or first > last:
        st.caption(
            "Choose the first and the last day of the period to compare with; until then the "
            "sheet has the map."
        )
        return ""
    return f"{first}..{last}"


def show_choices(filters: Filters, countries: Countries, *, title: str = "") -> Choice:
    """Draw the choices. Each sheet of a story has a title, a message and a map of its own.

    title: what a sheet is called where no other title is typed; "" for what its filters say.
    """
    queries = list_queries()
    story = bool(queries) and st.session_state.get(BY_KEY) == STORY
    st.markdown("##### What it says")
    headline = st.text_input(
        "Key message", placeholder="From the strikes", key="briefing_headline",
        disabled=story,
        help="The finding on top of the sheet. Say only what the strikes hold.",
    )  # fmt: skip
    typed = st.text_input("Title", placeholder=title or "From the filters", key="briefing_title",
                          disabled=story)  # fmt: skip
    caption = st.text_input("Caption", placeholder="A line below", key="briefing_caption",
                            disabled=story)  # fmt: skip
    credit = st.text_input("Credit", placeholder="Who made the sheet", key="briefing_credit")
    handling = st.text_input(
        "Handling line", placeholder="For internal use", key="briefing_handling"
    )
    st.markdown("##### What it shows")
    extent = _choose("Map shows", _list_extents(countries), "briefing_extent", disabled=story)
    level = level_words(countries).one[0]
    named = {by: name.format(level=level) for by, name in ATLAS_NAMES.items()}
    plates = {plate: name.format(level=level) for plate, name in PLATE_NAMES.items()}
    named |= {STORY: STORY_NAME} if queries else {}
    plate = _choose("Sheet of", plates, "briefing_plate", disabled=story)
    with st.container():
        compare = _choose_compared(filters) if plate == COMPARE else ""
    by = _choose("Sheets", named, BY_KEY, disabled=plate != "")
    with st.container():
        views = choose_views(queries) if by == STORY else []
    st.markdown("##### How it looks")
    paper = _choose("Paper", PAPER_NAMES, "briefing_paper")
    colour = _choose("Colour", COLOUR_NAMES, "briefing_colour", disabled=plate != "")
    graticule = st.toggle("Meridians and parallels", key="briefing_graticule", disabled=plate != "")
    language = _choose("Language", LANGUAGE_NAMES, "briefing_language")
    labels = LABELS[0]
    if language == "en":
        labels = _choose("Names on the map", LABEL_NAMES, "briefing_labels")
    st.markdown("##### What the file tells of itself")
    as_of = st.date_input("Data as of", value=None, key="briefing_as_of",
                          min_value=EARLIEST, max_value=LATEST,
                          help="Left empty: the day of the newest claim.")  # fmt: skip
    metadata = st.toggle(
        "File tells its filters and data hash", value=True, key="briefing_metadata"
    )
    options = SheetOptions(
        title=typed or title, headline=headline or "", handling=handling or "",
        subtitle=caption or "", credit=credit or "",
        paper=paper, extent=extent,
        language=language,
        as_of=as_of, metadata=metadata, filters=filters,
        trend=plate if plate != COMPARE else "",  # type: ignore[arg-type] # the options check it
        compare=compare,
        graticule=graticule,
        notes=() if plate else read_notes(),
        colour=colour,  # type: ignore[arg-type] # as above
        labels=labels,  # type: ignore[arg-type] # the options check their own words
    )  # fmt: skip
    return Choice(options, by, tuple(views))
