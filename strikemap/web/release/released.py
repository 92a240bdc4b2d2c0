"""A visitor's data as they may leave, made once for a profile and kept in the session."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd
import streamlit as st

from gazetteer.language import ENGLISH, _, speaking
from geo.errors import ReleaseError
from geo.land.boundaries import hide_files
from geo.release.profile import Profile
from geo.release.release import release, release_again
from geo.strikes.filters import claims_of
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.country import shared_gazetteer
from strikemap.web.datasets import Dataset
from strikemap.web.release.chosen import chosen_profile, show_all
from strikemap.web.wording import escape_markdown
from strikemap.web.workspaces.session import current_workspace

__all__ = ["leaving_of", "names_files", "released_or_stop"]

MADE_KEY = "release_made"


def released_or_stop(dataset: Dataset) -> Dataset:
    """Return the data as the chosen profile lets them leave, as they are where none is chosen.

    Where nothing may leave, say why and end the page there.
    """
    chosen = chosen_profile()
    if chosen is None:
        st.session_state.pop(MADE_KEY, None)
        return dataset
    kept = st.session_state.get(MADE_KEY)
    if kept and kept[0] is dataset and kept[1] == chosen.profile:
        return kept[2]  # type: ignore[no-any-return] # the session state is untyped
    try:
        made = _release(dataset, chosen.profile)
    except ReleaseError as error:
        st.error(escape_markdown(say_trouble(word_error(error))))
        st.button(_("Show all strikes"), key="release_off", on_click=show_all)
        st.stop()
    st.session_state[MADE_KEY] = (dataset, chosen.profile, made)
    return made


def _release(dataset: Dataset, profile: Profile) -> Dataset:
    opened = current_workspace()  # which may have places of its own
    listed = opened.land[0] if opened else shared_gazetteer(dataset.countries)
    matched = map(listed.get, dataset.strikes["place_id"].dropna().unique())
    places = {place.place_id: place for place in matched if place is not None}
    left = release(
        dataset.strikes, dataset.claims, profile, boundaries=dataset.boundaries, places=places
    )
    # Of the refused rows only how many they are.
    return replace(
        dataset, strikes=left.strikes, claims=left.claims, rejected=dataset.rejected.iloc[:, :0],
        rejected_claims=dataset.rejected_claims.iloc[:, :0], notes=(), corrections={}, release=left,
    )  # fmt: skip


def names_files(dataset: Dataset) -> bool:
    """Say whether the credit of the boundaries of a release has names of files, to be hidden."""
    shown = dataset.boundaries
    return dataset.release is not None and hide_files(shown).credit != shown.credit


def leaving_of(
    dataset: Dataset, shown: gpd.GeoDataFrame, claims: pd.DataFrame
) -> tuple[gpd.GeoDataFrame, pd.DataFrame, tuple[str, ...]]:
    """Return the strikes in view as files of them may hold them, their claims, and what is told.

    Of a release the areas of what is in view are large enough too, else they are as given. Raises
    ReleaseError where too few are in view.
    """
    if dataset.release is None:
        return shown, claims, ()
    again = release_again(dataset.release, shown)
    with speaking(ENGLISH):  # files are the same whoever makes them
        notes = again.notes
    left = again.strikes.loc[shown.index]  # hidden places would not pass the filters again
    return left, claims_of(again.claims, left), notes
