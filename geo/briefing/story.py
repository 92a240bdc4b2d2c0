"""A story: several sheets in an order of one's own, each told which it is of how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from gazetteer.watching import count_through
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.sheet import Sheet, Told, make_checked
from geo.briefing.split import number_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.errors import SheetError
from geo.land.boundaries import Boundaries
from geo.layers.layer import Layer
from geo.strikes.checks import check_claims, validate
from geo.strikes.filters import claims_of
from geo.strikes.ids import hash_data

__all__ = ["make_story"]


def make_story(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    boundaries: Boundaries | BaseMap,
    chapters: Sequence[SheetOptions],
    *,
    refused: int = 0,
    layers: Sequence[Layer] = (),
) -> list[Sheet]:
    """Make a sheet of each of `chapters`, in their order, numbered where there are several.

    They are of one paper and one language. Else as `make_sheet`, whose errors name the sheet.
    """
    if not chapters:
        raise SheetError("story: it has no sheet; choose a view at least")
    if len({(each.paper, each.language) for each in chapters}) > 1:
        raise SheetError("story: its sheets are of one paper and one language; choose one of each")
    check_claims(claims, validate(strikes))
    base_map = boundaries if isinstance(boundaries, BaseMap) else load_base_map(boundaries)
    told = Told(hash_data(strikes, claims), refused, tuple(layers), atlas=len(chapters) > 1)
    sheets = []
    for number, options in enumerate(count_through(chapters, "sheets", every=1), start=1):
        words = Words(options.language, options.digits)
        own = number_sheet(options, number, len(chapters), words) if told.atlas else options
        try:
            sheet = make_checked(strikes, claims, base_map, own, told=told)
        except SheetError as error:
            raise SheetError(f"sheet {number}: {error}") from error
        sheets.append(sheet)
    about = {
        "data_sha256": _hash_told(sheets, told),
        "story": [each.to_json() for each in chapters],
    }
    return [replace(sheet, described={**sheet.described, **about}) for sheet in sheets]


def _hash_told(sheets: Sequence[Sheet], told: Told) -> str:
    """Return the hash of all strikes, of a release of those that are on a sheet."""
    if not sheets[0].options.release:
        return told.whole_hash
    strikes, claims = sheets[0].strikes, sheets[0].claims
    ids = {each for sheet in sheets for each in sheet.shown.index}
    own = strikes[strikes.index.isin(ids)]
    return hash_data(own, claims_of(claims, own))
