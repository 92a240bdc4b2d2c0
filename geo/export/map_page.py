"""What a map page says beside its strikes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import geopandas as gpd
import pandas as pd

from geo.strikes.filters import Filters
from geo.strikes.killed import word_killed
from geo.strikes.outlets import list_publications
from geo.strikes.totals import Totals, count_totals
from geo.webmap.payload.encode import MapOptions
from geo.webmap.payload.frame import frame_of

__all__ = ["describe_page"]


def describe_page(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    *,
    title: str,
    filters: Filters | None = None,
    country: str = "",
    levels: Sequence[str] = ("governorate", "district"),
    areas: Mapping[str, str] | None = None,
    held: Sequence[str] = (),
) -> MapOptions:
    """Return what a map page says beside the strikes: filters, sources, date of the data.

    country: its name, for how many points lie outside it; levels: what it calls
    governorates and districts; areas: names by code of those that may have no row;
    held: the columns of strikes that a release holds back.
    """
    names = dict(areas or {})
    for level in (1, 2):
        columns = [f"adm{level}_code", f"adm{level}_name"]
        named = strikes[columns].dropna().drop_duplicates()
        names |= dict(named.itertuples(index=False, name=None))
    published = claims["published"].dropna()
    totals = count_totals(strikes)
    return MapOptions(
        title=title,
        filters_in_words=(filters or Filters()).in_words(names, levels=levels, noun=totals.noun),
        sources=list_publications(claims),
        data_as_of=str(published.max()) if len(published) else "",
        notes=tuple(_note_rows(totals, country or "the country", held)),
        held=tuple(held),
        frame=frame_of(strikes),
    )


def _note_rows(totals: Totals, country: str, held: Sequence[str]) -> Iterator[str]:
    """Yield what rows are, where they are not a strike in the country each."""
    if not totals.rows_are_strikes:
        strikes = _word_range(totals.strikes_low, totals.strikes_high)
        units = f"{totals.unit}s"
        no_strikes = f", {totals.not_strikes:,} for no strike" if totals.not_strikes else ""
        stand = f"All {totals.rows:,} rows stand for {strikes} {units}{no_strikes}"
        yield f"{stand}; the map counts rows."
    if totals.unit == "event":
        yield "No row is said to be a strike from the air: they are called events."
    if totals.outside:
        lie = "lies" if totals.outside == 1 else "lie"
        of = f"{totals.outside:,} of {totals.located:,} located points"
        sea = f", {totals.at_sea:,} of them in the sea" if totals.at_sea else ""
        yield f"{of} {lie} outside {country}{sea}."
    if any(toll.reported for toll in totals.instead.values()):
        killed = word_killed(totals, held=held)
        sizes = "" if "killed_min" in held else " Sizes by people killed count all killed alone."
        yield f"{killed[:1].upper()}{killed[1:]}.{sizes}"


def _word_range(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if high == low else f"{low:,} to {high:,}"
