"""Which data a visitor looks at: the shipped tables, shared; an upload, in the session only."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import geopandas as gpd
import pandas as pd
import streamlit as st

from gazetteer import Gazetteer
from gazetteer.online.installed import load_country
from gazetteer.tables.loading import read_pack
from geo.land.boundaries import Boundaries, load_boundaries
from geo.land.named_map import make_named_map
from geo.placing.join import join_areas
from geo.placing.locate import locate
from geo.reading.read import find_columns, read_seeds, read_strikes
from geo.reading.result import Reading
from geo.strikes.checks import check_claims, validate
from geo.webmap.payload.encode import Payload, View, encode_base_map, encode_strikes

if TYPE_CHECKING:
    from geo.briefing.map.base_map import BaseMap

__all__ = [
    "Dataset",
    "current_dataset",
    "keep_upload",
    "keep_view",
    "kept_view",
    "newest_claim",
    "place_strikes",
    "return_to_shipped",
    "shared_base_map",
    "shared_map_text",
    "shared_sheet_map",
]

COUNTRY = "sy"
MOST_REMEMBERED = 32  # answers of one dataset, each up to some 10 kB
Made = TypeVar("Made")
UPLOAD_KEY = "uploaded_dataset"
VIEW_KEY = "map_view"


@dataclass(frozen=True)
class Dataset:
    """Located strikes with their claims. Shared between visitors where `shipped`: never mutated."""

    name: str
    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    shipped: bool
    rejected: pd.DataFrame = field(default_factory=pd.DataFrame)
    rejected_claims: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: tuple[str, ...] = ()
    _made: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def payload(self) -> Payload:
        """The whole table as the map takes it, encoded once."""
        return encode_strikes(self.strikes, self.claims)

    def remember(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` gave for a key: reruns of the page ask the same again and again."""
        try:
            made: Made = self._made[key]
        except KeyError:
            made = make()
            if len(self._made) >= MOST_REMEMBERED:
                self._made.clear()
            self._made[key] = made
        return made


@st.cache_resource(show_spinner="Loading the gazetteer")
def _shared_gazetteer() -> Gazetteer:
    """Return the country's gazetteer, one for all visitors."""
    return load_country(COUNTRY)


@st.cache_resource(show_spinner="Loading the boundaries")
def _shared_boundaries() -> Boundaries:
    """Return the country's boundaries, one for all visitors."""
    return load_boundaries(COUNTRY)


@st.cache_resource(show_spinner=False)
def shared_base_map() -> Mapping[str, object]:
    """Return the base map with the places that ship, one for all visitors."""
    return make_named_map(_shared_boundaries(), read_pack(COUNTRY))


@st.cache_resource(show_spinner=False)
def shared_map_text() -> str:
    """Return the base map as the map component takes it, one for all visitors."""
    return encode_base_map(shared_base_map())


@st.cache_resource(show_spinner=False)
def shared_sheet_map() -> BaseMap:
    """Return the base map of briefing sheets, one for all visitors."""
    from geo.briefing.map.base_map import load_base_map  # needs matplotlib, which Explore does not

    return load_base_map(_shared_boundaries())


def place_strikes(reading: Reading, name: str, *, shipped: bool) -> Dataset:
    """Locate what was read, join its governorates and check the result.

    Raises SchemaError where the tables break the contract.
    """
    gazetteer = _shared_gazetteer()
    located = reading.strikes.pipe(locate, gazetteer)
    joined = located.pipe(join_areas, _shared_boundaries(), gazetteer=gazetteer)
    return _as_dataset(replace(reading, strikes=joined), name, shipped=shipped)


def _as_dataset(reading: Reading, name: str, *, shipped: bool) -> Dataset:
    strikes = validate(reading.strikes)
    claims = check_claims(reading.claims, strikes)
    return Dataset(
        name, strikes, claims, shipped, reading.rejected, reading.rejected_claims, reading.notes
    )


@st.cache_resource(show_spinner="Reading the strikes", max_entries=4)
def _load_shipped(strikes_file: str, claims_file: str, columns: str) -> Dataset:
    if not strikes_file:
        # They ship located: tests/packs/test_seeds.py holds them against locating them anew.
        return _as_dataset(read_seeds(), "strikes of the five reports", shipped=True)
    path = Path(strikes_file)
    reading = read_strikes(
        path,
        claims=Path(claims_file) if claims_file else None,
        columns=find_columns(path, json.loads(columns or "{}")),
    )
    return place_strikes(reading, path.name, shipped=True)


def load_shipped() -> Dataset:
    """Return the data the app was started with: STRIKEMAP_STRIKES, or what ships.

    Raises ReadError or SchemaError where the named file cannot be used.
    """
    strikes_file = os.environ.get("STRIKEMAP_STRIKES", "")
    others = (os.environ.get(f"STRIKEMAP_{name}", "") for name in ("CLAIMS", "COLUMNS"))
    return _load_shipped(strikes_file, *others)


def current_dataset() -> Dataset:
    """Return this visitor's upload if there is one, else the data the app was started with."""
    uploaded = st.session_state.get(UPLOAD_KEY)
    return uploaded if isinstance(uploaded, Dataset) else load_shipped()


def keep_upload(dataset: Dataset) -> None:
    """Show an upload to this visitor, and to nobody else, until the session ends."""
    st.session_state[UPLOAD_KEY] = dataset


def return_to_shipped() -> None:
    """Forget this visitor's upload."""
    st.session_state.pop(UPLOAD_KEY, None)


def keep_view(view: View | None) -> None:
    """Remember where the map looks, for the pages that start from it."""
    if view is not None:
        st.session_state[VIEW_KEY] = view


def kept_view() -> View | None:
    """Return where the map looked last, None where it was never moved."""
    view = st.session_state.get(VIEW_KEY)
    return view if isinstance(view, View) else None


def newest_claim(claims: pd.DataFrame) -> str | None:
    """Return the newest publication date among the claims, as sharp as its source gives it."""
    published = claims["published"].dropna()
    return str(published.max()) if len(published) else None
