"""What a sheet's map has besides strikes: insets and ground, kept with the view in its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from gazetteer.language import N_, _
from geo.briefing.terms.insets import MOST_INSETS, NONE, read_box
from geo.errors import SheetError
from strikemap.web.country import Countries, shared_sheet_map
from strikemap.web.map_view import get_map_view, set_map_view

__all__ = ["choose_ground", "choose_insets"]

INSETS, GROUND = "briefing_insets", "briefing_ground"
NO_INSETS = N_("No insets")


def choose_insets(
    countries: Countries, *, seen: str = "", disabled: bool = False
) -> tuple[str, ...]:
    """Draw the choice of parts of the map that are enlarged; return those of the view.

    seen: the box of degrees that Explore's map shows, '' where it never moved.
    """
    named = _name_parts(countries, seen)
    kept = _list_kept(named)
    st.session_state[INSETS] = [] if disabled else list(kept)  # another view has others
    st.multiselect(
        _("Insets"), list(named), format_func=named.__getitem__, key=INSETS, disabled=disabled,
        placeholder=_("The densest places"), on_change=_keep_insets, args=(kept,),
        help=_("Parts of the map that are enlarged on it, {most} at most; those that have no room "
               "are told below.", most=MOST_INSETS),
    )  # fmt: skip
    return () if disabled else kept


def _name_parts(countries: Countries, seen: str) -> dict[str, str]:
    """Return what can be enlarged by what the options take: areas, and boxes of degrees."""
    named = {NONE: _(NO_INSETS)} | ({seen: _("The map as on Explore")} if seen else {})
    named |= {area.code: area.name for area in shared_sheet_map(countries).governorates}
    return {said: said for said in get_map_view().insets if _is_box(said)} | named


def _is_box(said: str) -> bool:
    try:
        return read_box(said, "inset") is not None
    except SheetError:
        return False


def _list_kept(named: Mapping[str, str]) -> tuple[str, ...]:
    """Return the insets of the view that this map has, areas by their codes."""
    codes = {name.casefold(): code for code, name in named.items()}
    kept = (codes.get(said.casefold(), said) for said in get_map_view().insets)
    return tuple(dict.fromkeys(said for said in kept if said in named))


def _keep_insets(before: tuple[str, ...]) -> None:
    """Keep what was chosen last: no insets stand alone, and more than fit push out the first."""
    chosen = tuple(st.session_state.get(INSETS) or ())
    new = [said for said in chosen if said not in before]
    if NONE in new:
        chosen = (NONE,)
    elif new:
        chosen = tuple(said for said in chosen if said != NONE)
    set_map_view(replace(get_map_view(), insets=chosen[-MOST_INSETS:]))


def choose_ground(*, disabled: bool = False) -> bool:
    """Draw the switch of rivers, lakes and hill shading; return whether they are drawn."""
    st.session_state[GROUND] = get_map_view().ground
    st.toggle(
        _("Rivers, lakes and hills"), key=GROUND, disabled=disabled, on_change=_keep_ground,
        help=_("Quiet under the strikes; where areas are shaded by their counts there are none."),
    )  # fmt: skip
    return get_map_view().ground


def _keep_ground() -> None:
    set_map_view(replace(get_map_view(), ground=bool(st.session_state.get(GROUND, True))))
