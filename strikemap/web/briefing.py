"""The Briefing page: a sheet of what Explore shows, looked at here and downloaded in one click."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.briefing.atlas import make_atlas
from geo.briefing.content.areas import period_before
from geo.briefing.registry import list_formats
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.slides.picture import alt_text
from geo.briefing.terms.options import LABELS, SheetOptions
from geo.briefing.terms.words import Words
from geo.briefing.write import has_second_file, render_preview, render_second, render_sheets
from geo.errors import SheetError
from geo.land.levels import level_words
from geo.strikes.filters import Filters
from geo.strikes.totals import count_units
from strikemap.web.choices import list_choices
from strikemap.web.country import Countries, shared_sheet_map
from strikemap.web.datasets import Dataset, dataset_or_stop, kept_view
from strikemap.web.filters import current_filters, start_filters
from strikemap.web.layers.kept import take_kept
from strikemap.web.layers.near import settle_near_layer
from strikemap.web.layers.own import shown_layers
from strikemap.web.wording import begin_large, escape_markdown, plural

__all__ = ["show_page"]

SHEETS_KEY, PREVIEW_KEY = "briefing_sheets", "briefing_preview"
PAPER_NAMES = {
    "16:9": "Slide 16:9", "4:3": "Slide 4:3", "square": "Square", "a4": "A4",
    "a4-landscape": "A4 across", "letter": "Letter", "letter-landscape": "Letter across",
}  # fmt: skip
LANGUAGES = {"en": "English", "ar": "العربية"}
LABEL_NAMES = {"latin": "Latin letters", "local": "Local script", "both": "Both"}
COLOUR_NAMES = {"": "One colour", "kind": "By kind", "actor": "By actor"}
ROW = 4  # buttons side by side: at 200% zoom five cut their labels
ATLAS_NAMES = {
    "": "One sheet",
    "governorate": "A sheet per {level}",
    "month": "A sheet per month",
}
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)  # as in the dates of files
COMPARE, ENDS = "compare", ("first", "last")
PLATE_NAMES = {
    "": "Map", "area": "Trend per {level}", "actor": "Trend per actor",
    COMPARE: "Comparison of two periods",
}  # fmt: skip
# The size that Explore's map has on a usual screen, in CSS pixels; a tile has 256.
MAP_WIDTH, MAP_HEIGHT, TILE = 1100, 580, 256


def _view_box() -> str:
    """Return what Explore's map last showed as west,south,east,north, '' where it never moved."""
    view = kept_view()
    if view is None:
        return ""
    degrees = 360 / (TILE * 2**view.zoom)
    wide, high = MAP_WIDTH * degrees / 2, MAP_HEIGHT * degrees / 2 * 0.82  # mercator, mid-latitude
    box = (view.lon - wide, view.lat - high, view.lon + wide, view.lat + high)
    return ",".join(f"{side:.4f}" for side in box)


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


def _show_choices(filters: Filters, countries: Countries) -> tuple[SheetOptions, str]:
    """Draw the choices; return the options and how sheets are divided, '' for one sheet."""
    st.markdown("##### What it says")
    headline = st.text_input(
        "Key message", placeholder="From the strikes", key="briefing_headline",
        help="The finding on top of the sheet. Say only what the strikes hold.",
    )  # fmt: skip
    title = st.text_input("Title", placeholder="From the filters", key="briefing_title")
    caption = st.text_input("Caption", placeholder="A line below", key="briefing_caption")
    credit = st.text_input("Credit", placeholder="Who made the sheet", key="briefing_credit")
    handling = st.text_input(
        "Handling line", placeholder="For internal use", key="briefing_handling"
    )
    st.markdown("##### What it shows")
    extent = _choose("Map shows", _list_extents(countries), "briefing_extent")
    level = level_words(countries).one[0]
    named = {by: name.format(level=level) for by, name in ATLAS_NAMES.items()}
    plates = {plate: name.format(level=level) for plate, name in PLATE_NAMES.items()}
    plate = _choose("Sheet of", plates, "briefing_plate")
    with st.container():
        compare = _choose_compared(filters) if plate == COMPARE else ""
    by = _choose("Sheets", named, "briefing_atlas", disabled=plate != "")
    st.markdown("##### How it looks")
    paper = _choose("Paper", PAPER_NAMES, "briefing_paper")
    colour = _choose("Colour", COLOUR_NAMES, "briefing_colour", disabled=plate != "")
    language = _choose("Language", LANGUAGES, "briefing_language")
    labels = LABELS[0]
    if language != "ar":
        labels = _choose("Names on the map", LABEL_NAMES, "briefing_labels")
    st.markdown("##### What the file tells of itself")
    as_of = st.date_input("Data as of", value=None, key="briefing_as_of",
                          min_value=EARLIEST, max_value=LATEST,
                          help="Left empty: the day of the newest claim.")  # fmt: skip
    metadata = st.toggle(
        "File tells its filters and data hash", value=True, key="briefing_metadata"
    )
    options = SheetOptions(
        title=title or "", headline=headline or "", handling=handling or "",
        subtitle=caption or "", credit=credit or "",
        paper=paper, extent=extent,
        language="ar" if language == "ar" else "en",
        as_of=as_of, metadata=metadata, filters=filters,
        trend=plate if plate != COMPARE else "",  # type: ignore[arg-type] # the options check it
        compare=compare,
        colour=colour,  # type: ignore[arg-type] # as above
        labels=labels,  # type: ignore[arg-type] # the options check their own words
    )  # fmt: skip
    return options, by


def _make(dataset: Dataset, options: SheetOptions, by: str) -> list[Sheet]:
    """Return the sheets, kept in the session while nothing changes."""
    layers = shown_layers()
    kept = st.session_state.get(SHEETS_KEY)
    if kept and kept[0] is dataset and (*kept[1:3], kept[4]) == (options, by, layers):
        return kept[3]  # type: ignore[no-any-return] # the session state is untyped
    tables = dataset.strikes, dataset.claims, shared_sheet_map(dataset.countries)
    refused = len(dataset.rejected)
    if by:
        sheets = make_atlas(*tables, options, by=by, refused=refused, layers=layers)
    else:
        sheets = [make_sheet(*tables, options, refused=refused, layers=layers)]
    st.session_state[SHEETS_KEY] = (dataset, options, by, sheets, layers)
    return sheets


def _show_preview(sheet: Sheet) -> None:
    kept = st.session_state.get(PREVIEW_KEY)
    if not (kept and kept[0] is sheet):
        kept = (sheet, render_preview(sheet))
        st.session_state[PREVIEW_KEY] = kept
    about = alt_text(sheet.page, sheet.drawn)
    st.image(kept[1], width="stretch", output_format="PNG", caption=escape_markdown(about))
    with st.container():
        if sheet.second and st.toggle("Show page 2", key="briefing_second"):
            st.image(render_preview(sheet, page=2), width="stretch", output_format="PNG")


def _places(count: int) -> list[DeltaGenerator]:
    """Return places for buttons, so few in a row that no label of theirs is cut."""
    rows = [st.columns(ROW) for _ in range(math.ceil(count / ROW))]
    return [place for row in rows for place in row][:count]


def _show_downloads(sheets: Sequence[Sheet]) -> None:
    charts = sheets[0].page.plate is not None
    formats = [
        each
        for each in list_formats()
        if (each.several or len(sheets) == 1) and not (each.maps_only and charts)
    ]
    seconds = [each for each in formats if has_second_file(sheets, each.suffix)]
    places = _places(len(formats) + len(seconds))
    for place, each in zip(places, formats, strict=False):
        place.download_button(
            each.label,
            partial(render_sheets, sheets, each.suffix),
            f"briefing{each.suffix}",
            each.mime,
            key=f"briefing_download{each.suffix}",
            on_click="ignore",
            width="stretch",
        )
    for place, each in zip(places[len(formats) :], seconds, strict=True):
        place.download_button(
            f"{each.label}, page 2",
            partial(render_second, sheets[0], each.suffix),
            f"briefing-2{each.suffix}",
            each.mime,
            key=f"briefing_download_second{each.suffix}",
            on_click="ignore",
            width="stretch",
        )


def _show_unseen(sheets: Sequence[Sheet]) -> None:
    """List what the recipient will not see, in English, warnings first."""
    warnings = dict.fromkeys(w for sheet in sheets for w in sheet.list_unseen("en").warnings)
    for warning in warnings:
        st.warning(escape_markdown(warning))
    st.subheader("What the recipient will not see")
    notes = sheets[0].list_unseen("en").notes
    if len(sheets) > 1:
        st.caption(f"On the first of {plural(len(sheets), 'sheet')}:")
    lines = [f"- {escape_markdown(note)}" for note in notes]
    st.markdown("\n".join(lines) or "Nothing is left out.")


def _show_sheet(dataset: Dataset, options: SheetOptions, by: str) -> None:
    try:
        sheets = _make(dataset, options, by)
    except SheetError as error:
        st.error(escape_markdown(str(error)))
        return
    _show_downloads(sheets)
    _show_preview(sheets[0])
    if len(sheets) > 1:
        st.caption(f"The first of {plural(len(sheets), 'sheet')}.")
    _show_unseen(sheets)


def show_page() -> None:
    """Draw the page; it starts from the filters, the period and the view of Explore."""
    dataset = dataset_or_stop()
    take_kept()
    start_filters(lambda filters: dataset.settle(settle_near_layer(filters)))
    filters = current_filters(dataset.remember("choices", lambda: list_choices(*dataset.choosable)))
    st.title("Briefing")
    names = shared_sheet_map(dataset.countries).area_names(Words())
    noun = count_units(dataset.strikes).noun
    said = filters.in_words(names, levels=level_words(dataset.countries).one, noun=noun)
    st.caption(
        f"{begin_large(noun)}s as filtered on Explore: {escape_markdown(said)}. "
        "Change the filters there."
    )
    choices, sheet = st.columns([1, 3], gap="medium")
    with choices:
        options, by = _show_choices(filters, dataset.countries)
        options = replace(options, dataset=dataset.published)
    if by:
        options = replace(options, extent="country" if by == "governorate" else options.extent)
    with sheet:
        _show_sheet(dataset, options, by)
