"""What the data offer to filter by, and what the usual filters leave out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from gazetteer.language import _, ngettext
from geo.strikes.filters import NOT_REPORTED
from geo.strikes.passing import name_sources
from geo.strikes.schema import KINDS, split_several
from strikemap.web.wording import plural, word_kind

__all__ = [
    "Choices", "list_choices", "word_no_strikes", "word_switched_off",
]  # fmt: skip


@dataclass(frozen=True)
class Choices:
    """What the data offer to choose from. `governorates` maps P-codes to names.

    `districts` does so where second-level areas are at hand, each name with its governorate's.
    `not_strikes` counts the rows that are no strikes, such as protests.
    """

    governorates: dict[str, str]
    actors: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    not_strikes: int = 0
    workspace: bool = False  # whether the rows say when they came into one
    districts: dict[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    @property
    def areas(self) -> dict[str, str]:
        """The names of governorates and districts by code."""
        return {**self.districts, **self.governorates}


def list_choices(
    strikes: pd.DataFrame, districts: Collection[str] = (), claims: pd.DataFrame | None = None
) -> Choices:
    """Return the governorates, districts, actors, sources and period that the strikes hold.

    districts: the codes of the second-level areas at hand.
    """
    named = _name_areas(strikes, ["adm1_code", "adm1_name"])
    governorates = dict(named.sort_values("adm1_name").itertuples(index=False, name=None))
    if strikes["adm1_code"].isna().any():
        governorates[NOT_REPORTED] = NOT_REPORTED
    cells = [cell for cell in strikes["actor"].unique() if isinstance(cell, str)]
    actors = {name for cell in cells for name in split_several(cell)}
    listed = sorted(actors, key=str.casefold)
    if strikes["actor"].isna().any():
        listed.append(NOT_REPORTED)
    first, last = strikes["date_start"].min(), strikes["date_end"].max()
    days = (None, None) if pd.isna(first) else (first.date(), last.date())
    not_strikes = int(strikes["not_strike"].notna().sum())
    return Choices(
        governorates, tuple(listed), days[0], days[1], not_strikes,
        bool(strikes["added"].notna().any()), _list_districts(strikes, districts),
        () if claims is None else _list_sources(claims),
    )  # fmt: skip


def _name_areas(strikes: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Return the first row that says all of the columns for each code, which is the first one.

    Of a GeoDataFrame they are had slowly, and so are rows that are chosen by a Series.
    """
    said = pd.DataFrame({name: strikes[name].array for name in columns})
    distinct = said[~said.duplicated().to_numpy()]  # few, before anything else is asked of them
    return distinct.dropna().drop_duplicates(columns[0])


def _list_districts(strikes: pd.DataFrame, districts: Collection[str]) -> dict[str, str]:
    if not districts:
        return {}
    known = strikes["adm2_code"].isin(list(districts))
    named = _name_areas(strikes, ["adm2_code", "adm2_name", "adm1_name"])
    named = named[named["adm2_code"].isin(list(districts))]
    rows = named.sort_values(["adm2_name", "adm1_name"]).itertuples(index=False, name=None)
    listed = {code: f"{name} ({above})" for code, name, above in rows}
    if not known.all():
        listed[NOT_REPORTED] = NOT_REPORTED
    return listed


def _list_sources(claims: pd.DataFrame) -> tuple[str, ...]:
    """Return the names of sources, those with the most claims first, and what names none."""
    return (*name_sources(claims).value_counts().index, NOT_REPORTED)


def word_switched_off(counts: Mapping[str, int], kinds: Iterable[str]) -> str:
    """Say how many rows of which kinds the filter leaves out: "" where it leaves out no row.

    counts: rows of every kind.
    """
    chosen = set(kinds) or set(KINDS)
    left_out = {kind: int(counts[kind]) for kind in KINDS if kind in counts and kind not in chosen}
    if not left_out:
        return ""
    counted = _(", ").join(f"{count:,} {word_kind(kind)}" for kind, count in left_out.items())
    return _(
        "{more_rows} of kinds that are switched off: {counted}",
        more_rows=plural(sum(left_out.values()), "more row"),
        counted=counted,
    )


def word_no_strikes(count: int) -> str:
    """Say how many rows are not shown since they are no strikes: "" where all are."""
    if not count:
        return ""
    return ngettext(
        "{count} row is no strike and is not shown",
        "{count} rows are no strikes and are not shown",
        count,
    )
