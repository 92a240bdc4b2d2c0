"""The sheets of the Briefing page: made, looked at, downloaded, and what none of them shows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from gazetteer.language import ENGLISH, N_, _, speaking
from gazetteer.watching import watching
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.registry import list_formats
from geo.briefing.released import SheetInput
from geo.briefing.sheet import Sheet
from geo.briefing.slides.picture import alt_text
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import has_second_file, render_preview, render_second, render_sheets
from geo.errors import FilterError, ReleaseError, SheetError
from geo.land.boundaries import hide_files
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.apart.asking import VISITOR
from strikemap.web.apart.drawing import draw_apart, draw_first, draw_pages
from strikemap.web.briefing.choices import Choice
from strikemap.web.briefing.story import STORY, make_chapters
from strikemap.web.country import shared_sheet_map
from strikemap.web.datasets import Dataset
from strikemap.web.languages.sheets import sheet_language
from strikemap.web.layers.own import shown_layers
from strikemap.web.opening.job import Enter, Job
from strikemap.web.release.released import names_files
from strikemap.web.wording import escape_markdown, plural

__all__ = ["show_sheets"]

SHEETS_KEY, PREVIEW_KEY = "briefing_sheets", "briefing_preview"
DRAWING = N_("Drawing the sheet ...")
LOOK_S = 0.1  # seconds between two looks whether what is drawn is still wanted
Made = TypeVar("Made")
ROW = 4  # buttons side by side: at 200% zoom five cut their labels


def _make(dataset: Dataset, choice: Choice) -> list[Sheet]:
    """Return the sheets, kept in the session while nothing changes."""
    layers = shown_layers()
    kept = st.session_state.get(SHEETS_KEY)
    if kept and kept[0] is dataset and kept[1:3] == (choice, layers):
        return kept[3]  # type: ignore[no-any-return] # the session state is untyped
    options, story = choice.options, choice.by == STORY
    chapters = make_chapters(choice.views, options, dataset) if story else [options]
    by, refused = "" if story else choice.by, len(dataset.rejected)
    tables = dataset.strikes, dataset.claims
    given = SheetInput(*tables, dataset.release, by, story, refused, layers)
    land = _land_of(dataset)
    with speaking(ENGLISH):  # a sheet has a language of its own
        sheets, picture = _wait_for(Job(lambda enter: _draw(given, land, chapters, enter)))
    st.session_state[SHEETS_KEY] = (dataset, choice, layers, sheets)
    st.session_state[PREVIEW_KEY] = (sheets[0], picture)
    return sheets


def _draw(
    given: SheetInput, land: BaseMap, chapters: Sequence[SheetOptions], enter: Enter
) -> tuple[list[Sheet], bytes]:
    """Make sheets; what is cancelled ends at once, or before the next one where nothing forks."""
    with watching(lambda done, of, what: enter(f"{done} / {of} {what}")):
        return draw_apart(draw_first, given, land, chapters)


def _wait_for(work: Job[Made]) -> Made:
    """Return what is made, or leave it where the visitor changes something meanwhile.

    A look into the session is where Streamlit begins the run that was asked for since.
    """
    try:
        while not work.wait(LOOK_S):
            st.session_state.get(SHEETS_KEY)
    except BaseException:  # Streamlit's own, which is no Exception
        work.cancel()
        raise
    return work.result()


def _land_of(dataset: Dataset) -> BaseMap:
    """Return the base map, of a release without the names of a person's own files."""
    if not names_files(dataset):
        return shared_sheet_map(dataset.countries)
    hidden = hide_files(dataset.boundaries)
    return dataset.remember("sheet map", lambda: load_base_map(hidden))


def _show_preview(sheets: list[Sheet], at: int) -> Sheet:
    """Draw the preview of one of the sheets; return it, with its pages drawn."""
    place = st.container()  # there with and without words
    kept = st.session_state.get(PREVIEW_KEY)
    if not (kept and kept[0] is sheets[at]):
        with place, st.spinner(_(DRAWING)):
            kept = _wait_for(Job(lambda _: draw_apart(draw_pages, sheets[at])))
        st.session_state[PREVIEW_KEY] = kept
        sheets[at] = kept[0]
    sheet: Sheet = kept[0]
    about = alt_text(sheet.page, sheet.drawn)
    st.image(
        kept[1],
        width="stretch",
        output_format="PNG",
        caption=escape_markdown(about),
        alt=_("The sheet: {title}", title=sheet.facts.title),
    )
    return sheet


def _show_second(sheet: Sheet) -> None:
    with st.container():
        if sheet.second and st.toggle(_("Show page 2"), key="briefing_second"):
            st.image(
                _wait_for(Job(lambda _: draw_apart(render_preview, sheet, page=2))),
                width="stretch",
                output_format="PNG",
                alt=_("Page 2 of the sheet: {title}", title=sheet.facts.title),
            )


def _places(count: int) -> list[DeltaGenerator]:
    """Return places for buttons, so few in a row that no label of theirs is cut."""
    rows = [st.columns(ROW) for __ in range(math.ceil(count / ROW))]
    return [place for row in rows for place in row][:count]


def _show_downloads(sheets: Sequence[Sheet]) -> None:
    charts = sheets[0].page.plate is not None
    formats = [
        each
        for each in list_formats()
        if (each.several or len(sheets) == 1)
        and not (each.maps_only and charts)
        and each.is_there()
    ]
    seconds = [each for each in formats if has_second_file(sheets, each.suffix)]
    places = _places(len(formats) + len(seconds))
    for place, each in zip(places, formats, strict=False):
        place.download_button(
            _(each.label),
            _later(render_sheets, sheets, each.suffix),
            f"briefing{each.suffix}",
            each.mime,
            key=f"briefing_download{each.suffix}",
            on_click="ignore",
            width="stretch",
        )
    for place, each in zip(places[len(formats) :], seconds, strict=True):
        place.download_button(
            _("{label}, page 2", label=_(each.label)),
            _later(render_second, sheets[0], each.suffix),
            f"briefing-2{each.suffix}",
            each.mime,
            key=f"briefing_download_second{each.suffix}",
            on_click="ignore",
            width="stretch",
        )


def _later(draw: Callable[..., bytes], /, *given: object) -> Callable[[], bytes]:
    """Return what draws a file when it is asked for, in the name of the visitor of this run."""
    visitor = VISITOR.get()

    def drawn() -> bytes:
        named = VISITOR.set(visitor)
        try:
            return draw_apart(draw, *given)
        finally:
            VISITOR.reset(named)

    return drawn


def _choose_sheet(sheets: Sequence[Sheet]) -> int:
    """Draw the choice of which of several sheets is looked at; return its number, from 0."""
    if len(sheets) == 1:
        return 0
    at = st.selectbox(
        _("Look at one of {sheets}", sheets=plural(len(sheets), "sheet")),
        range(len(sheets)),
        format_func=lambda at: f"{at + 1}. {sheets[at].title}",
        key="briefing_looked_at",
    )
    return at or 0


def _show_unseen(sheets: Sequence[Sheet], looked_at: Sheet) -> None:
    """List what the recipient will not see, warnings first."""
    language = sheet_language()
    warnings = dict.fromkeys(w for sheet in sheets for w in sheet.list_unseen(language).warnings)
    for warning in warnings:
        st.warning(escape_markdown(warning))
    st.header(_("What the recipient will not see"))
    notes = looked_at.list_unseen(language).notes
    if len(sheets) > 1:
        st.caption(_("On the sheet above, one of {sheets}:", sheets=plural(len(sheets), "sheet")))
    lines = [f"- {escape_markdown(note)}" for note in notes]
    st.markdown("\n".join(lines) or _("Nothing is left out."))


def show_sheets(dataset: Dataset, choice: Choice) -> None:
    """Draw the downloads, the preview and what is left out; an error where something is not."""
    try:
        with st.container(), st.spinner(_(DRAWING)):
            sheets = _make(dataset, choice)
        downloads = st.container()
        with st.container():
            at = _choose_sheet(sheets)
        looked_at = _show_preview(sheets, at)
        with downloads:
            _show_downloads(sheets)
        _show_second(looked_at)
        _show_unseen(sheets, looked_at)
    except (SheetError, FilterError, ReleaseError) as error:
        st.error(escape_markdown(say_trouble(word_error(error))))
