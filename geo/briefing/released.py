"""Sheets of a release: no area on them has fewer strikes than the profile asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.briefing.atlas import make_atlas
from geo.briefing.content.selection import select_strikes
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.story import make_story
from geo.briefing.terms.options import RULES, SheetOptions
from geo.errors import SheetError
from geo.land.boundaries import Boundaries
from geo.layers.layer import Layer
from geo.release.release import Released, release_again

__all__ = ["SheetInput", "check_release", "make_sheets"]


@dataclass(frozen=True, eq=False)
class SheetInput:
    """What sheets are made of; release: what strikes and claims are a release of, None for none.

    by: how an atlas is divided, "" for none. story: whether each options are a sheet's. refused,
    layers: as those of `make_sheet`.
    """

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    release: Released | None = None
    by: str = ""
    story: bool = False
    refused: int = 0
    layers: Sequence[Layer] = ()


def make_sheets(
    given: SheetInput, boundaries: Boundaries | BaseMap, chapters: Sequence[SheetOptions]
) -> list[Sheet]:
    """Make one sheet, or those of an atlas, of the first options; or those of a story, of each.

    Of a release none has an area with too few strikes. Raises what `make_sheet`, `make_atlas` and
    `make_story` raise, and SheetError or ReleaseError where the profile of a release does not
    allow what is asked.
    """
    base_map = boundaries if isinstance(boundaries, BaseMap) else load_base_map(boundaries)
    tables = given.strikes, given.claims
    if given.release is not None:
        released = _release_shown(given.release, chapters, base_map, by=given.by)
        tables = released.strikes, released.claims
        told = {"release": released.profile.name, "held": released.held}
        chapters = [replace(each, **told) for each in chapters]  # type: ignore[arg-type] # of two kinds
    more: dict[str, Any] = {"refused": given.refused, "layers": given.layers}
    if given.story:
        return make_story(*tables, base_map, chapters, **more)
    if given.by:
        return make_atlas(*tables, base_map, chapters[0], by=given.by, **more)
    return [make_sheet(*tables, base_map, chapters[0], **more)]


def _release_shown(
    released: Released, chapters: Sequence[SheetOptions], base_map: BaseMap, *, by: str
) -> Released:
    """Return the release with areas that are large enough among what each sheet shows.

    Of the sets compared with too. Raises SheetError for charts and sheets that count areas by
    month.
    """
    least = released.profile.cells.strikes
    if least and (by == "month" or any(each.trend == "area" for each in chapters)):
        raise SheetError(
            f"{released.profile.name}: a trend by area, or a sheet per month, counts fewer strikes "
            f"of an area than the {least:,} of the profile; choose one sheet, or a trend by actor"
        )
    given = released
    sets = [one for each in chapters for one in _list_sets(each)]
    before: Released | None = None
    while before is not released:  # what one sheet hides may leave too few on another
        before = released
        for one in sets:
            shown = select_strikes(released.strikes, released.claims, one, base_map).shown
            released = release_again(released, released.strikes.loc[shown.index])
    _check_same(given, released, sets, base_map)
    return released


def _check_same(
    given: Released, released: Released, sets: Sequence[SheetOptions], base_map: BaseMap
) -> None:
    """Raise SheetError where hidden places would not pass the filters or the extent again."""
    for one in sets if released is not given else ():
        then, now = (
            select_strikes(each.strikes, each.claims, one, base_map).shown.index
            for each in (given, released)
        )
        if not then.sort_values().equals(now.sort_values()):
            raise SheetError(
                f"{released.profile.name}: [cells] hides places that the filters or the extent ask "
                f"for, and would leave this sheet with another set of strikes ({len(now):,} of "
                f"{len(then):,}); choose strikes by days, kind or area in place of a point, a "
                "status, a box or a text"
            )


def _list_sets(options: SheetOptions) -> Iterator[SheetOptions]:
    yield options
    if options.compare:
        yield replace(options, filters=options.compared(), compare="", against=None)


def check_release(
    path: Path, chapters: Sequence[Mapping[str, Any]], released: Released | None
) -> None:
    """Raise SheetError where a sheet of a release would be made anew of other data."""
    then, rules = (chapters[0].get(name, "") for name in ("release", RULES))
    now = released.profile.name if released else ""
    if then == now and released is not None and rules not in ("", released.profile.rules):
        raise SheetError(
            f"{path}: was released by another profile of the name {then}, with other columns, "
            "areas, days or numbers; name that one by --profile"
        )
    if then and then != now:
        raise SheetError(
            f"{path}: was released by the profile {then}; name that profile by --profile, or "
            "make the sheet from its options without --again"
        )
