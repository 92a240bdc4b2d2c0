"""What a map page says beside its strikes."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from geo.strikes.filters import Filters
from geo.webmap.payload.encode import MapOptions
from geo.webmap.payload.frame import frame_of

__all__ = ["describe_page"]


def describe_page(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, filters: Filters | None = None, title: str
) -> MapOptions:
    """Return what a map page says beside the strikes: filters, sources, date of the data."""
    names = strikes[["adm1_code", "adm1_name"]].dropna().drop_duplicates()
    governorates = dict(zip(names["adm1_code"], names["adm1_name"], strict=True))
    published = claims["published"].dropna()
    return MapOptions(
        title=title,
        filters_in_words=(filters or Filters()).in_words(governorates),
        sources=tuple(dict.fromkeys(_name_sources(claims))),
        data_as_of=str(published.max()) if len(published) else "",
        frame=frame_of(strikes),
    )


def _name_sources(claims: pd.DataFrame) -> list[str]:
    """Return for each claim its outlet and title, else its claimant, and its date, but once."""
    sources = []
    cited = claims[["outlet", "claimant", "title", "published"]].drop_duplicates()
    for row in cited.itertuples(index=False):
        named = [part for part in (row.outlet, row.title) if isinstance(part, str)]
        named = named or [part for part in (row.claimant,) if isinstance(part, str)]
        dated = [row.published] if isinstance(row.published, str) else []
        sources.append(", ".join(named + dated) or "source not named")
    return sources
