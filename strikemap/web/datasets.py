"""Which data a visitor looks at: the shipped tables, shared; an upload, that visitor's alone."""

from __future__ import annotations

import json
import os
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Protocol

import geopandas as gpd
import pandas as pd
import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _, spoken
from gazetteer.online.installed import installed_countries
from geo.land.boundaries import Boundaries
from geo.placing.asking.filters import settle_filters
from geo.placing.countries import find_countries
from geo.placing.districts import known_districts
from geo.placing.extent import make_title, name_home
from geo.placing.join import join_areas
from geo.placing.locate import locate_fresh
from geo.reading.read import find_columns, has_local_times, read_seeds, read_strikes
from geo.reading.result import Reading
from geo.release.release import Released
from geo.strikes.checks import check_claims
from geo.strikes.filters import NOT_REPORTED, Filters
from geo.webmap.payload.encode import View
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.asked.tables import Asked
from strikemap.web.countries import asked_countries
from strikemap.web.country import (
    USUAL_COUNTRY,
    Countries,
    installed_edition,
    shared_boundaries,
    shared_gazetteer,
)
from strikemap.web.languages.choice import speak_of
from strikemap.web.visitors.session import COUNTED_KEY, UPLOAD_KEY, WORKSPACE_KEY
from strikemap.web.wording import escape_markdown

__all__ = [
    "Dataset",
    "as_dataset",
    "current_dataset",
    "dataset_or_stop",
    "forget_view",
    "keep_upload",
    "keep_view",
    "kept_view",
    "return_to_shipped",
]

VIEW_KEY = "map_view"


@dataclass(frozen=True)
class Dataset(Asked):
    """Located strikes with their claims. Shared between visitors where `shipped`: never mutated."""

    shipped: bool
    rejected: pd.DataFrame = field(default_factory=pd.DataFrame)
    rejected_claims: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: tuple[str, ...] = ()
    published: str = ""  # the published table that the strikes are of, as a Reading names it
    chosen: Mapping[str, str] = field(default_factory=dict)  # columns read otherwise than guessed
    said: tuple[str, ...] = ()  # what else was said of the file, as options of the command line
    countries: Countries = (USUAL_COUNTRY,)  # that the strikes were located in
    # Without a workspace: what a person corrected of a strike, by its id and field.
    corrections: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    # What they are a release of, where they are what may leave of other data.
    release: Released | None = field(default=None, compare=False)
    part: str = ""  # which strikes of a larger database they are, in words; "" for all

    @property
    def held(self) -> tuple[str, ...]:
        """The columns of strikes that a release holds back: nothing of them is unreported."""
        return tuple(self.release.held.columns["strikes"]) if self.release else ()

    @property
    def boundaries(self) -> Boundaries:
        """The boundaries of the countries of the strikes."""
        return shared_boundaries(self.countries)

    @cached_property
    def districts(self) -> frozenset[str]:
        """The codes of the second-level areas at hand in the countries of the strikes."""
        return known_districts(self.boundaries)

    @property
    def choosable(self) -> tuple[gpd.GeoDataFrame, frozenset[str], pd.DataFrame]:
        """What the choices of the filters are listed from."""
        return self.strikes, self.districts, self.claims

    @property
    def title(self) -> str:
        """What a page and a map of the strikes are called."""
        return self.remember(("title", spoken().code), self._make_title)

    def _make_title(self) -> str:
        home = name_home(self.boundaries)
        title = make_title(self.strikes, home, self.boundaries.countries)
        return f"{title} ({self.part})" if self.part else title

    def settle(self, filters: Filters) -> Filters:
        """Return filters with the codes of the areas that they name, and with no unplaced name.

        The gazetteer is asked only for what is no code of the strikes. Raises FilterError for an
        area or a place that is not known.
        """
        asked = {*filters.governorates, *filters.districts} - {NOT_REPORTED}
        if not filters.around and asked <= {
            *self.strikes["adm1_code"].dropna(),
            *self.strikes["adm2_code"].dropna(),
        }:
            return filters
        places = shared_gazetteer(self.countries)
        return settle_filters(filters, self.strikes, self.boundaries, places)


class Home(Protocol):
    """What holds data that several visitors look at: an open workspace."""

    @property
    def dataset(self) -> Dataset:
        """The data as they are now."""
        ...


def as_dataset(reading: Reading, name: str, *, shipped: bool) -> Dataset:
    """Return located strikes as what the page shows; raises SchemaError for faulty claims."""
    strikes = reading.strikes  # whoever read or located them has checked them
    claims = check_claims(reading.claims, strikes)
    return Dataset(
        name, strikes, claims, shipped, reading.rejected, reading.rejected_claims, reading.notes,
        reading.dataset,
    )  # fmt: skip


@st.cache_resource(show_spinner="Reading the strikes", max_entries=4)
def _load_shipped(
    strikes_file: str,
    claims_file: str,
    said: str,
    asked: Countries,
    edition: Hashable,  # noqa: ARG001 a part of the key
) -> Dataset:
    if not strikes_file:
        # They ship located: tests/packs/test_seeds.py holds them against locating them anew.
        seeds, boundaries = read_seeds(), shared_boundaries((USUAL_COUNTRY,))
        if known_districts(boundaries):
            seeds = join_areas(seeds, boundaries)
        return as_dataset(seeds, "strikes of the five reports", shipped=True)
    path = Path(strikes_file)
    how = json.loads(said or "{}")
    kept = {key: how[key] for key in ("format", "sheet") if key in how}
    how |= {"columns": find_columns(path, how.get("columns", {}), **kept)}
    read = partial(read_strikes, path, claims=Path(claims_file) if claims_file else None, **how)
    reading = read()
    found = find_countries(reading.strikes, USUAL_COUNTRY, located=reading.located)
    countries, named = asked or found.codes, asked or found.named
    if has_local_times(reading) and countries[0] != USUAL_COUNTRY:
        reading = read(home=countries[0])
    located, __ = locate_fresh(
        reading, shared_gazetteer(named), shared_boundaries(countries),
        country=",".join(asked) or None,
    )  # fmt: skip
    return replace(as_dataset(located, path.name, shipped=True), countries=countries)


def load_shipped() -> Dataset:
    """Return the data the app was started with: STRIKEMAP_STRIKES, or what ships.

    Raises ReadError or SchemaError where the named file cannot be used.
    """
    strikes_file = os.environ.get("STRIKEMAP_STRIKES", "")
    claims_file, said = (os.environ.get(f"STRIKEMAP_{n}", "") for n in ("CLAIMS", "READING"))
    edition = installed_edition(installed_countries())
    return _load_shipped(strikes_file, claims_file, said, asked_countries(), edition)


def current_dataset() -> Dataset:
    """Return this visitor's upload, else the open workspace's, else what the app started with.

    Of a database that is counted no strike is at hand: an empty table of its countries.
    """
    uploaded = st.session_state.get(UPLOAD_KEY)
    if isinstance(uploaded, Dataset):
        return uploaded
    state = st.session_state
    home: Home | None = state.get(WORKSPACE_KEY) or state.get(COUNTED_KEY)
    return load_shipped() if home is None else home.dataset


def dataset_or_stop() -> Dataset:
    """Return this visitor's data; where they cannot be read, say why and end the page there.

    From then on the visitor's language is spoken as it is in the countries of the data.
    """
    try:
        dataset = current_dataset()
    except StrikemapError as error:
        st.error(
            _(
                "The strikes cannot be shown. {error}",
                error=escape_markdown(say_trouble(word_error(error))),
            )
        )
        st.stop()
    speak_of(dataset.countries)
    return dataset


def keep_upload(dataset: Dataset) -> None:
    """Show an upload to this visitor, and to nobody else."""
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


def forget_view() -> None:
    """Forget where the map looked: it shows other data now, or is about to."""
    st.session_state.pop(VIEW_KEY, None)
