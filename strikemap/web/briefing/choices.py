"""What is chosen on the Briefing page, grouped by what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from gazetteer.language import N_, _, say_all
from geo.briefing.content.areas import period_before
from geo.briefing.terms.chapters import box_of_view
from geo.briefing.terms.languages import LANGUAGES
from geo.briefing.terms.options import LABELS, SheetOptions
from geo.land.levels import level_words
from geo.strikes.filters import Filters
from strikemap.web.briefing.notes import read_notes
from strikemap.web.briefing.on_map import choose_ground, choose_insets
from strikemap.web.briefing.story import STORY, choose_views, list_queries
from strikemap.web.country import Countries, shared_sheet_map
from strikemap.web.datasets import kept_view
from strikemap.web.languages.sheets import sheet_language

__all__ = ["Choice", "show_choices"]

PAPER_NAMES = {
    "16:9": N_("Slide 16:9"), "4:3": N_("Slide 4:3"), "square": N_("Square"), "a4": "A4",
    "a4-landscape": N_("A4 across"), "letter": N_("Letter"),
    "letter-landscape": N_("Letter across"),
}  # fmt: skip
LANGUAGE_NAMES = {code: each.name for code, each in LANGUAGES.items()}
LABEL_NAMES = {"latin": N_("Latin letters"), "local": N_("Local script"), "both": N_("Both")}
COLOUR_NAMES = {"": N_("One colour"), "kind": N_("By kind"), "actor": N_("By actor")}
ATLAS_NAMES = {
    "": N_("One sheet"),
    "governorate": N_("A sheet per {level}"),
    "month": N_("A sheet per month"),
}
STORY_NAME = N_("A story of saved views")
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)  # as in the dates of files
BY_KEY = "briefing_atlas"
COMPARE, ENDS = "compare", ("first", "last")
PLATE_NAMES = {
    "": N_("Map"), "area": N_("Trend per {level}"), "actor": N_("Trend per actor"),
    COMPARE: N_("Comparison of two periods"),
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
    extents = {"strikes": _("The strikes in view"), "country": _("Whole country")}
    box = _view_box()
    if box:
        extents = {box: _("The map as on Explore"), **extents}
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
        for label, end, day in zip(
            (_("Compared from"), _("Compared to")), ENDS, before, strict=True
        )
    )
    if not first or not last or first > last:
        st.caption(
            _(
                "Choose the first and the last day of the period to compare with; until then the "
                "sheet has the map."
            )
        )
        return ""
    return f"{first}..{last}"


def show_choices(filters: Filters, countries: Countries, *, title: str = "") -> Choice:
    """Draw the choices. Each sheet of a story has a title, a message and a map of its own.

    title: what a sheet is called where no other title is typed; "" for what its filters say.
    """
    queries = list_queries()
    story = bool(queries) and st.session_state.get(BY_KEY) == STORY
    st.markdown(_("## What it says"))
    headline = st.text_input(
        _("Key message"), placeholder=_("From the strikes"), key="briefing_headline",
        disabled=story,
        help=_("The finding on top of the sheet. Say only what the strikes hold."),
    )  # fmt: skip
    typed = st.text_input(_("Title"), placeholder=title or _("From the filters"),
                          key="briefing_title", disabled=story)  # fmt: skip
    caption = st.text_input(_("Caption"), placeholder=_("A line below"), key="briefing_caption",
                            disabled=story)  # fmt: skip
    credit = st.text_input(_("Credit"), placeholder=_("Who made the sheet"), key="briefing_credit")
    handling = st.text_input(
        _("Handling line"), placeholder=_("For internal use"), key="briefing_handling"
    )
    st.markdown(_("## What it shows"))
    extent = _choose(_("Map shows"), _list_extents(countries), "briefing_extent", disabled=story)
    level = _(level_words(countries).one[0])
    named = {by: _(name, level=level) for by, name in ATLAS_NAMES.items()}
    plates = {plate: _(name, level=level) for plate, name in PLATE_NAMES.items()}
    named |= {STORY: _(STORY_NAME)} if queries else {}
    plate = _choose(_("Sheet of"), plates, "briefing_plate", disabled=story)
    with st.container():
        compare = _choose_compared(filters) if plate == COMPARE else ""
    by = _choose(_("Sheets"), named, BY_KEY, disabled=plate != "")
    with st.container():
        views = choose_views(queries) if by == STORY else []
    insets = choose_insets(countries, seen=_view_box(), disabled=plate != "" or story)
    st.markdown(_("## How it looks"))
    paper = _choose(_("Paper"), say_all(PAPER_NAMES), "briefing_paper")
    colour = _choose(_("Colour"), say_all(COLOUR_NAMES), "briefing_colour", disabled=plate != "")
    graticule = st.toggle(
        _("Meridians and parallels"), key="briefing_graticule", disabled=plate != ""
    )
    ground = choose_ground(disabled=plate != "")
    st.session_state.setdefault("briefing_language", sheet_language())
    language = _choose(_("Language"), LANGUAGE_NAMES, "briefing_language")
    labels = LABELS[0]
    if language == "en":
        labels = _choose(_("Names on the map"), say_all(LABEL_NAMES), "briefing_labels")
    st.markdown(_("## What the file tells of itself"))
    as_of = st.date_input(_("Data as of"), value=None, key="briefing_as_of",
                          min_value=EARLIEST, max_value=LATEST,
                          help=_("Left empty: the day of the newest claim."))  # fmt: skip
    metadata = st.toggle(
        _("File tells its filters and data hash"), value=True, key="briefing_metadata"
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
        ground="auto" if ground else "none",
        insets=insets,
        notes=() if plate else read_notes(),
        colour=colour,  # type: ignore[arg-type] # as above
        labels=labels,  # type: ignore[arg-type] # the options check their own words
    )  # fmt: skip
    return Choice(options, by, tuple(views))
