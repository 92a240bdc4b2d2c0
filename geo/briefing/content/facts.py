"""What a sheet says: totals, table rows, numbered sources, timeline, from strikes and claims."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import geopandas as gpd
import pandas as pd

from geo.briefing.content.areas import AreaTable, list_areas
from geo.briefing.content.disputed import find_disputed
from geo.briefing.content.headline import draft_headline
from geo.briefing.content.one_strike import describe_strike, list_claims
from geo.briefing.content.rows import TableRow, list_rows
from geo.briefing.content.selection import find_undated, select_strikes
from geo.briefing.content.sources import Sources, list_sources
from geo.briefing.content.timeline import Timeline, count_bins
from geo.briefing.content.titles import make_title, untold_filters
from geo.briefing.drawing.fonts import clean
from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.placing.extent import count_said_abroad
from geo.strikes.filters import claims_of
from geo.strikes.totals import Totals, count_totals, count_units

__all__ = ["Facts", "TableRow", "gather_facts"]

FEW = 15  # strikes: no more than these get numbers and a full table
MOST_ROWS = 12  # rows of the table of main strikes


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet says, in its language."""

    title: str
    headline: str  # the finding, as given or as drafted; the title where there is none
    subtitle: str
    period: str
    filters: str
    totals: Totals
    all_rows: int  # strikes before the filters
    sure: tuple[str, ...]  # of a sheet of one strike: how sure its place is
    refused: int  # rows of the file that could not be read: in no figure
    elsewhere: int  # strikes that pass the filters and are not known to lie in the extent
    left_out: int  # undated strikes of the extent that pass all filters but the period
    rows_are_strikes: bool  # of all the data: each row is one strike
    numbered: bool  # whether the table holds every strike
    rows: tuple[TableRow, ...]
    table_title: str
    sources: Sources
    timeline: Timeline | None
    no_timeline: str  # the phrase that says why there is none
    as_of: date | None
    as_of_text: str
    country: str
    areas: AreaTable  # of sheets that count strikes rather than number them
    said_abroad: int  # strikes without a place that are said to lie in another country
    disputed: frozenset[str]  # ids of strikes that are contested, or whose claims do not agree
    tied: Mapping[float, int]  # strikes by the least figure of killed, of those of the table

    def keep_rows(self, count: int) -> Facts:
        """Return the same with the first rows of the table alone."""
        return replace(self, rows=self.rows[:count])

    def count_tied(self, shown: int) -> int:
        """Return how many strikes tie with the last of the first rows without being among them.

        In a table of the highest tolls only; in the others rows are not ordered by a figure.
        """
        least = self.rows[shown - 1].least if shown and not self.numbered else None
        if least is None:
            return 0
        return self.tied[least] - sum(row.least == least for row in self.rows[:shown])


def gather_facts(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    options: SheetOptions,
    *,
    base_map: BaseMap,
    words: Words,
    few: int = FEW,
    refused: int = 0,
    sheets: AreaTable | None = None,
) -> tuple[Facts, gpd.GeoDataFrame]:
    """Return what the sheet says and the strikes that the filters leave, in a fixed order.

    few: with no more strikes than these the table holds them all, numbered. refused: rows of the
    file that could not be read. sheets: those of an atlas, in the place of the table of areas of
    its overview, which numbers no strikes.
    """
    selected = select_strikes(strikes, claims, options, base_map)
    shown = selected.shown
    own_claims = claims_of(claims, shown)
    totals = count_totals(shown)
    numbered = sheets is None and 0 < totals.rows <= few
    least = _least_killed(shown)
    main, table_title = _choose_main(shown, least, numbered)
    sources = list_sources(own_claims, list(main.index), words, dataset=clean(options.dataset))
    names = base_map.area_names(words)
    as_of = _as_of(options, claims)
    country = base_map.say("name", words)
    title = clean(options.title) or make_title(shown, options, base_map, words)
    if one := options.strike:
        sources = list_claims(own_claims, one, words)
    drafted = draft_headline(shown, names, words, options.filters)
    sure: tuple[str, ...] = ()
    if one:
        drafted, sure = describe_strike(shown, names, words, country=country)
    areas = sheets or AreaTable("", (), has_before=False, note="")
    if not numbered and sheets is None:
        areas = list_areas(strikes, claims, shown, options, base_map=base_map, words=words)
    of_one = _counts_an_area(shown, options)
    facts = Facts(
        title=title,
        headline=clean(options.headline) or drafted or title,
        subtitle=clean(options.subtitle),
        period=_period(shown, options, words),
        filters=words.filters(
            untold_filters(options, base_map, words), names, options.view_box()
        ),
        totals=totals,
        all_rows=len(strikes),
        sure=sure,
        refused=refused,
        elsewhere=selected.elsewhere,
        left_out=len(find_undated(strikes, claims, options, base_map)),
        rows_are_strikes=count_units(strikes).rows_are_strikes,
        numbered=numbered,
        rows=tuple(list_rows(main, least, sources, names, words, country=country)),
        table_title=words.say(table_title),
        sources=sources,
        timeline=None if of_one else count_bins(strikes, shown, options.filters),
        no_timeline="timeline area" if of_one else "timeline none",
        as_of=as_of,
        as_of_text=words.say("as of", day=words.day(as_of)) if as_of else
        words.say("as of unknown"),
        country=country,
        areas=areas,
        said_abroad=count_said_abroad(shown, base_map.countries),
        disputed=find_disputed(shown, own_claims),
        tied=least[least.isin(least[main.index])].value_counts().to_dict(),
    )  # fmt: skip
    return facts, shown


def _choose_main(
    shown: gpd.GeoDataFrame, least: pd.Series, numbered: bool
) -> tuple[gpd.GeoDataFrame, str]:
    if numbered:
        return shown, "table all"
    if least.notna().any():
        order = least.dropna().sort_values(ascending=False, kind="stable").index
        return shown.loc[order[:MOST_ROWS]], "table top"
    dated = shown[shown["date_start"].notna()]
    return dated.iloc[::-1][:MOST_ROWS], "table latest"


def _least_killed(shown: gpd.GeoDataFrame) -> pd.Series:
    """Return how many each strike killed at least, by the first figure that it has of them."""
    least = shown["killed_min"]
    for name in ("killed_max", "civilians_killed_min", "civilians_killed_max"):
        least = least.fillna(shown[name])
    return least


def _counts_an_area(shown: gpd.GeoDataFrame, options: SheetOptions) -> bool:
    """Say whether a timeline would count the days of one area of a release with a least count."""
    least = options.held is not None and options.held.least
    return bool(least) and shown["adm1_code"].nunique() == 1


def _period(shown: gpd.GeoDataFrame, options: SheetOptions, words: Words) -> str:
    first, last = options.filters.date_from, options.filters.date_to
    if options.undated == "only":
        return words.say("undated")
    if first or last:
        return words.period(first, last)
    start, end = shown["date_start"].min(), shown["date_end"].max()
    if pd.isna(start):
        return words.say("no dated strikes")
    return words.period(start.date(), end.date())


def _as_of(options: SheetOptions, claims: pd.DataFrame) -> date | None:
    """Return the day given, SOURCE_DATE_EPOCH's, or the newest claim's; never the clock's.

    A claim that is dated after today is mistyped, and says nothing of the data's day.
    """
    if options.as_of:
        return options.as_of
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    published = claims["published"].dropna().astype(str)
    days = published[published.str.fullmatch(r"\d{4}-\d{2}-\d{2}")]
    days = days[days <= datetime.now(UTC).date().isoformat()]
    try:
        return date.fromisoformat(days.max()) if len(days) else None
    except ValueError:
        return None
