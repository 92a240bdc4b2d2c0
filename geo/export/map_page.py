"""What a map page says beside its strikes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import geopandas as gpd
import pandas as pd

from gazetteer.language import N_, _, ngettext, nN_
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
        notes=tuple(_note_rows(totals, _(country or N_("the country")), held)),
        held=tuple(held),
        frame=frame_of(strikes),
    )


# What rows stand for: as many, as many and perhaps more, or a range; the form is its end's.
_STAND = {
    "strike": (
        nN_("{count} strike", "{count} strikes"),
        nN_("{count} strike or more", "{count} strikes or more"),
        nN_("{low} to {count} strike", "{low} to {count} strikes"),
    ),
    "event": (
        nN_("{count} event", "{count} events"),
        nN_("{count} event or more", "{count} events or more"),
        nN_("{low} to {count} event", "{low} to {count} events"),
    ),
}


def _note_rows(totals: Totals, country: str, held: Sequence[str]) -> Iterator[str]:
    """Yield what rows are, where they are not a strike in the country each."""
    if not totals.rows_are_strikes:
        yield _word_rows(totals)
    if totals.unit == "event":
        yield _("No row is said to be a strike from the air: they are called events.")
    if totals.outside:
        sea = _(", {at_sea} of them in the sea", at_sea=totals.at_sea) if totals.at_sea else ""
        yield ngettext(
            "{count} of {located} located points lies outside {country}{sea}.",
            "{count} of {located} located points lie outside {country}{sea}.",
            totals.outside,
            located=totals.located,
            country=country,
            sea=sea,
        )
    if any(toll.reported for toll in totals.instead.values()):
        killed = word_killed(totals, held=held)
        said = _("{said}.", said=f"{killed[:1].upper()}{killed[1:]}")
        sizes = N_("Sizes by people killed count all killed alone.")
        yield said if "killed_min" in held else f"{said} {_(sizes)}"


def _word_rows(totals: Totals) -> str:
    """Say what the rows stand for, how many for nothing, and that the map counts rows."""
    stand = ngettext(
        "{count} row stands for {stands}", "All {count} rows stand for {stands}", totals.rows,
        stands=_word_stands(totals),
    )  # fmt: skip
    if totals.not_strikes:
        none = ngettext(
            "{count} row stands for no strike", "{count} rows stand for no strike",
            totals.not_strikes,
        )  # fmt: skip
        return _("{stand}; {none}; the map counts rows.", stand=stand, none=none)
    return _("{stand}; the map counts rows.", stand=stand)


def _word_stands(totals: Totals) -> str:
    exact, open_ended, between = _STAND[totals.unit]
    low, high = totals.strikes_low, totals.strikes_high
    if high is None:
        return ngettext(*open_ended, low)
    return ngettext(*exact, high) if high == low else ngettext(*between, high, low=low)
