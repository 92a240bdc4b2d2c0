"""Sheets made from strikes, claims, boundaries and options; not yet written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.briefing.content.areas import AreaTable
from geo.briefing.content.disputed import STANDINGS
from geo.briefing.content.facts import Facts, gather_facts
from geo.briefing.content.footer import make_footer
from geo.briefing.content.metadata import describe, to_text
from geo.briefing.content.selection import find_within
from geo.briefing.content.titles import lie_elsewhere, name_rows
from geo.briefing.content.unseen import Unseen, list_unseen
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.map.colour_groups import colour_strikes
from geo.briefing.map.own_layers import find_period, list_layers
from geo.briefing.map.points import pick_points
from geo.briefing.map.symbols import MapPlan
from geo.briefing.page.blocks import Block
from geo.briefing.page.filling import list_needed
from geo.briefing.page.given import PageContent
from geo.briefing.page.layout import Drawn, draw_page
from geo.briefing.page.second import SecondPage, draw_second
from geo.briefing.planning import (
    choose_box,
    choose_symbols,
    find_insets,
    fits_pages,
    note_contested_land,
)
from geo.briefing.series.comparison import Comparison
from geo.briefing.series.plates import Plate, make_plate
from geo.briefing.terms.held import list_held_phrases
from geo.briefing.terms.languages import LANGUAGES
from geo.briefing.terms.options import PAPERS, SheetOptions
from geo.briefing.terms.words import Words
from geo.land.boundaries import Boundaries
from geo.land.months import find_locale, name_months
from geo.layers.layer import Layer, colour_layers, name_layers
from geo.strikes.checks import check_claims, validate
from geo.strikes.ids import hash_data

__all__ = ["Sheet", "Told", "make_checked", "make_sheet", "make_words"]

MOST_COLOURED = 150  # places: the circles of more hide each other


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet ready to be written: what it says, and what its files say of it."""

    options: SheetOptions
    page: PageContent
    shown: gpd.GeoDataFrame
    described: Mapping[str, Any]
    strikes: gpd.GeoDataFrame  # all of the data
    claims: pd.DataFrame
    overview: bool = False  # of an atlas, whose other sheets hold its strikes

    @property
    def facts(self) -> Facts:
        """What the sheet says."""
        return self.page.facts

    @property
    def title(self) -> str:
        """The title as given, else as made."""
        return self.options.title or self.facts.title

    @property
    def description(self) -> str:
        """What its files say of it, as one line of ASCII; '' where they are to say nothing."""
        return to_text(self.described) if self.options.metadata else ""

    @cached_property
    def drawn(self) -> Drawn:
        """The first page as drawn."""
        with drawing():
            return draw_page(self.page, self._canvas())

    @cached_property
    def second(self) -> SecondPage | None:
        """The second page as drawn, with all that the first has no room for; None for nothing."""
        if self.drawn.complete:
            return None
        filling = list_needed(self.facts, self.drawn.content)
        with drawing():
            return draw_second(self.page, filling, self._canvas())

    def _canvas(self) -> Canvas:
        paper = self.page.paper
        face = Typeface(self.options.language)
        return Canvas(paper.width, paper.height, dpi=paper.dpi, typeface=face)

    @property
    def canvases(self) -> tuple[Canvas, ...]:
        """The pages as drawn."""
        second = self.second
        return (self.drawn.canvas, second.canvas) if second else (self.drawn.canvas,)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands on either page."""
        second = self.second.blocks if self.second else ()
        return tuple(block for block, _ in (*self.drawn.blocks, *second))

    @property
    def unseen(self) -> Unseen:
        """What the recipient will not see, and warnings, in the sheet's language."""
        return self.list_unseen(self.options.language)

    def _why_no_colours(self) -> str:
        """Return the phrase that says why no colours are drawn, where they are asked for."""
        return "colour" if self.page.plan.colouring is None else "colour circles"

    def list_unseen(self, language: str) -> Unseen:
        """Say in a language what the recipient will not see, and what to heed first."""
        called = self.page.words
        words = Words(language, unit=called.unit, noun=called.noun, levels=called.levels,
                      held=called.held)  # fmt: skip
        facts, drawn = self.facts, self.drawn
        left_out = list_unseen(self.strikes, self.options.filters, words, shown=self.shown,
                               elsewhere=facts.elsewhere, charts=bool(self.page.plate))  # fmt: skip
        listed = {int(i.text) for b in self.blocks if b.kind == "sources"
                  for i in b.items if i.align == "end" and i.text.isdigit()}  # fmt: skip
        counts = {
            "outside": drawn.content.outside,
            "sources": facts.sources.total - len(listed),
            "notes": drawn.content.notes_outside,
            "notes under": drawn.content.count_covered_notes(),
            "notes charts": len(self.options.notes) if self.page.plate else 0,
            "notes release": len(drawn.content.notes) if self.options.release else 0,
            "rings": int(drawn.content.rings is None),
            "layers": len(self.page.plan.own) if self.page.plate else 0,
            self._why_no_colours(): int(bool(self.options.colour)
                                        and not drawn.content.count_groups()),
            "disputed": len(facts.disputed.difference(
                self.shown.index[self.shown["event_status"].isin(STANDINGS)])),
        }  # fmt: skip
        parts = {"all": facts.sources.total}
        more = [
            words.say(f"unseen {name}", count=count, **parts)
            for name, count in counts.items()
            if count
        ]
        more += [words.say(f"unseen inset {why}", name=name) for why, name in drawn.insets.left]
        more += [
            words.say("unseen layer", count=layer.missing, all=layer.features, name=layer.name)
            for layer in self.page.plan.layers
            if layer.missing
        ]
        shown = max([len(b.rules) - 1 for b in self.blocks if b.kind == "table"], default=0)
        if shown < facts.totals.rows:
            more.append(words.say("unseen rows", count=shown, rows=facts.totals.rows))
        return Unseen((*left_out.notes, *more), left_out.warnings)


@dataclass(frozen=True, slots=True)
class Told:
    """What is the same on all sheets of some data: hash, rows refused, layers, if an atlas."""

    whole_hash: str
    refused: int
    layers: tuple[Layer, ...]
    atlas: bool = False


def make_sheet(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    boundaries: Boundaries | BaseMap,
    options: SheetOptions | None = None,
    *,
    refused: int = 0,
    layers: Sequence[Layer] = (),
) -> Sheet:
    """Make a sheet of the strikes that the options' filters leave.

    `strikes` are all strikes of the data: the timeline shows the sheet's period within them.
    refused: rows of their file that could not be read, which the sheet tells of. layers: a
    person's own, drawn under the strikes, the lowest first: of each what was there in the period
    of the filters, or of the sheet's strikes where they have none.
    Raises SchemaError for a table that breaks the contract and SheetError for an extent that is
    not there or a missing Arabic font.

    >>> from geo.land.boundaries import load_boundaries
    >>> from geo.reading.read import read_seeds
    >>> seeds = read_seeds()
    >>> make_sheet(seeds.strikes, seeds.claims, load_boundaries("sy")).facts.title
    'Reported strikes: Syria'
    """
    check_claims(claims, validate(strikes))
    base_map = boundaries if isinstance(boundaries, BaseMap) else load_base_map(boundaries)
    whole_hash = hash_data(strikes, claims)
    asked = options or SheetOptions()
    told = Told(whole_hash, refused, tuple(layers))
    return make_checked(strikes, claims, base_map, asked, told=told)


def make_words(options: SheetOptions, base_map: BaseMap, strikes: gpd.GeoDataFrame) -> Words:
    """Return the words of a sheet that is asked for, of some data."""
    return name_rows(
        Words(
            options.language,
            options.digits,
            labels=options.labels,
            levels=base_map.levels,
            towns=base_map.name_towns(options.language),
            held=list_held_phrases(options.held),
            own_months=_name_months(options.language, base_map.countries),
        ),
        strikes,
    )


def _name_months(language: str, countries: Sequence[str]) -> tuple[str, ...]:
    """Return the months as these countries call them, () where a language has one name for each."""
    if not LANGUAGES[language].months_by_country:
        return ()
    return name_months(find_locale(language, countries))


def make_checked(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    base_map: BaseMap,
    options: SheetOptions,
    *,
    told: Told,
    sheets: AreaTable | None = None,
) -> Sheet:
    """Make a sheet of tables that are checked. sheets: those of the atlas it is the overview of."""
    words = make_words(options, base_map, strikes)
    gather = partial(
        gather_facts, strikes, claims, options, base_map=base_map, words=words,
        refused=told.refused, sheets=sheets,
    )  # fmt: skip
    bare_facts, shown = gather()
    plate = make_plate(strikes, claims, shown, options, base_map=base_map, words=words)
    facts = _head(bare_facts, plate, options)
    shown_hash = told.whole_hash if len(shown) == len(strikes) else hash_data(shown, claims)
    own = colour_layers(name_layers(told.layers))
    layers = [layer for layer in own if options.has_layer(layer.name)]
    described = describe(options, base_map, shown_hash=shown_hash, whole_hash=told.whole_hash,
                         layers=[layer.name for layer in layers])  # fmt: skip
    few = options.colour and shown.geometry.dropna().nunique() <= MOST_COLOURED
    colouring = colour_strikes(strikes, shown, options.colour, words) if few else None
    points = pick_points(shown, words, facts.disputed, colouring)
    # A map of the country would show none of strikes that lie elsewhere.
    abroad = options.extent in ("country", "auto") and lie_elsewhere(facts.totals)
    on_map = replace(options, extent="strikes") if abroad or options.strike else options
    paper = PAPERS[options.paper]
    symbols = choose_symbols(facts, points, coloured=colouring is not None)
    plan = MapPlan(
        box=choose_box(points, base_map, on_map, whole_areas=symbols == "areas"),
        projection=options.projection,
        graticule=options.graticule,
        notes=options.list_notes(),
        size=paper.small,
        symbols=symbols,
        words=words,
        within=None if options.strike else find_within(options, base_map),
        layers=list_layers([] if plate else own, *find_period(shown, options.filters)),
        own=own,
        sheets=facts.areas.sheets,
        colouring=colouring,
        insets=find_insets(options, base_map, words),
        # Over shades that count, those of hills would say another number.
        ground=options.ground == "auto" and symbols != "areas" and plate is None,
    )
    footer = make_footer(facts, base_map, options, words=words,
                         data_hash=described["data_sha256"], layers=layers,
                         ground=plan.ground)  # fmt: skip
    bare = PageContent(paper, facts, points, base_map, plan, footer, options.handling, words, plate,
                       of_atlas=told.atlas)  # fmt: skip
    page = note_contested_land(bare, options)
    if facts.numbered and not fits_pages(page, options):
        # The table of all strikes is too long: circles and the main strikes instead.
        facts = _head(gather(few=0)[0], plate, options)
        bare = replace(bare, facts=facts, plan=replace(plan, symbols="places"))
        page = note_contested_land(bare, options)
    return Sheet(options, page, shown, described, strikes, claims, overview=sheets is not None)


def _head(facts: Facts, plate: Plate | None, options: SheetOptions) -> Facts:
    """Return facts headed by a comparison where there is one and no headline is given."""
    if options.headline or not isinstance(plate, Comparison):
        return facts
    return replace(facts, headline=plate.headline)
