"""Rows whose source gives a point that is none: counted on the area that they state."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gazetteer import Place
from geo.land.levels import call_level
from geo.placing.evidence import Evidence, find_stated
from geo.strikes.schema import PANDAS_DTYPE, STRIKE_COLUMNS

__all__ = ["count_given"]

_DTYPE_OF = {column.name: PANDAS_DTYPE[column.dtype] for column in STRIKE_COLUMNS}


def count_given(strikes: gpd.GeoDataFrame, evidences: Sequence[Evidence]) -> None:
    """Count rows, in place, whose given point is none on the governorate that they state."""
    bare = (strikes["match_method"] == "given") & (strikes["location_status"] == "unlocated")
    if not bare.any():
        return
    texts = strikes["governorate_text"].where(bare & strikes["adm1_code"].isna())
    found = {text: find_stated(evidences, text) for text in texts.dropna().unique()}
    areas = {text: area for text, area in found.items() if area is not None}
    taken = texts.isin(list(areas))
    if not taken.any():
        return
    told = [_count_on(area) for area in areas.values()]
    columns = {
        name: texts.map({text: own[name] for text, own in zip(areas, told, strict=True)})
        for name in told[0]
    }
    before = strikes["match_reason"].fillna("no point is given")
    columns["match_reason"] = before + "; counted on the " + columns["match_reason"]
    columns["location_status"] = pd.Series("area_only", strikes.index)
    for name, values in columns.items():
        strikes[name] = strikes[name].where(~taken, values.astype(_DTYPE_OF[name]))


def _count_on(area: Place) -> dict[str, str | None]:
    """Return what a row counted on an area that it states has in its columns."""
    code = area.adm1_code or area.place_id
    name = area.name if area.kind == "governorate" else area.adm1_name
    return {
        "adm1_code": code,
        "adm1_name": name,
        "adm2_code": area.adm2_code,
        "match_reason": f"{call_level(area.kind, code)} {area.name}, as reported",
        "precision": area.kind,
    }
