"""Places of a person's own on the Places page: listed, corrected and taken out of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import N_, _
from geo.land.levels import level_words
from geo.workspace.own_places import KINDS, OwnPlace, write_places
from geo.workspace.owning import keep_place, make_id, remove_place
from strikemap.web.country import Countries
from strikemap.web.picker import Point, pick_point, read_point, set_point
from strikemap.web.visitors.name import who
from strikemap.web.visitors.said import forget, say, show_said
from strikemap.web.wording import begin_large, plural
from strikemap.web.workspaces.session import current_workspace

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["show_own_places"]

CHOSEN, POINT = "own_chosen", "own"
NEW = "new"
HERE = "own_places"  # where the page says what was done
LISTED, CORRECTED = N_("{name} is listed"), N_("{name} is corrected")
FIELDS = {
    "name": N_("Name"), "other_names": N_("Other spellings, with semicolons"),
    "governorate": N_("{area}, empty for the one that the point lies in"),
    "source": N_("Source: who says that it is there"),
    "reason": N_("Why it is listed, in your words"),
}  # fmt: skip
ABOUT = N_(
    "What the gazetteer lacks: a place that you list counts at once for every row that says one of "
    "its names, and as a candidate. Undo takes back what was changed last, also a place."
)


def show_own_places(countries: Countries, open_name: str) -> None:
    """Draw the open workspace's own places, with the form of one of them or of a new one.

    open_name: the name that is looked at, which a new place begins with.
    """
    opened = current_workspace()
    if opened is None:
        return
    own = {place.place_id: place for place in opened.shown.own}
    st.header(_("Places of your own ({count})", count=len(own)), anchor=False)
    st.caption(_(ABOUT))
    show_said(HERE)
    if own:
        _list(tuple(own.values()))
    if opened.shown.reading:
        return
    st.session_state.setdefault(CHOSEN, None)
    chosen = st.selectbox(
        _("List a new one, or correct one"), [NEW, *own], index=None, key=CHOSEN,
        format_func=lambda one: own[one].name if one in own else _("A new place"),
        on_change=lambda: _fill(own.get(st.session_state[CHOSEN] or ""), open_name),
    )  # fmt: skip
    if chosen:
        _show_form(opened, countries, own.get(chosen))


def _list(own: tuple[OwnPlace, ...]) -> None:
    table = pd.DataFrame(
        {
            _("Name"): [one.name for one in own],
            _("Other spellings"): ["; ".join(one.other_names) for one in own],
            _("Kind"): [_(one.kind) for one in own],
            _("Latitude"): [one.lat for one in own],
            _("Longitude"): [one.lon for one in own],
            _("Within km"): [one.radius_km for one in own],
            _("Source"): [one.source for one in own],
            _("Who"): [one.who for one in own],
        }
    )
    st.dataframe(table, hide_index=True)
    st.download_button(
        _("Download your places"), write_places(own), "places.csv", "text/csv", on_click="ignore",
        help=_("A table that `strikemap gazetteer add` keeps for good, and --gazetteer reads."),
    )  # fmt: skip


def _fill(place: OwnPlace | None, open_name: str) -> None:
    """Fill the form with a place, or begin a new one."""
    forget(HERE)
    for field in FIELDS:
        value = getattr(place, field) if place else ""
        st.session_state[_key(field)] = "; ".join(value) if isinstance(value, tuple) else value
    if place is None:
        st.session_state[_key("name")] = open_name
    st.session_state[_key("kind")] = place.kind if place else KINDS[0]
    set_point(POINT, Point(place.lon, place.lat, place.radius_km) if place else None)


def _key(field: str) -> str:
    return f"own_field_{field}"


def _show_form(opened: SharedWorkspace, countries: Countries, known: OwnPlace | None) -> None:
    left, right = st.columns([2, 3], gap="large")
    area = begin_large(_(level_words(countries).one[0]))
    with left:
        for field in ("name", "other_names"):
            st.text_input(_(FIELDS[field]), key=_key(field))
        st.selectbox(_("Kind"), KINDS, key=_key("kind"), format_func=_)
        for field in ("governorate", "source", "reason"):
            st.text_input(_(FIELDS[field], area=area), key=_key(field))
    with right:
        point = pick_point(POINT, countries)
    steps = st.container(horizontal=True, vertical_alignment="center")
    steps.button(
        _("Correct it") if known else _("List it"), key="own_keep", disabled=point is None,
        on_click=_keep, args=(opened, known),
    )  # fmt: skip
    if known:
        steps.button(_("Take it out"), key="own_remove", on_click=_remove, args=(opened, known))
    if point is None:
        steps.caption(
            _("Click the map, or type latitude, longitude and the km that it lies within.")
        )


def _keep(opened: SharedWorkspace, known: OwnPlace | None) -> None:
    point = read_point(POINT)
    if point is None:  # taken away in the moment of the press
        say(HERE, _("say where it lies, and the km that hold it"), refused=True)
        return
    typed = {field: str(st.session_state.get(_key(field)) or "").strip() for field in FIELDS}
    spellings = (name.strip() for name in typed.pop("other_names").split(";"))
    place = OwnPlace(
        known.place_id if known else make_id(), lon=point.lon, lat=point.lat,
        radius_km=point.radius_km, kind=str(st.session_state[_key("kind")]),
        other_names=tuple(filter(None, spellings)), who=who(), **typed,
    )  # fmt: skip
    land = opened.countries_land
    try:
        rows = opened.act(lambda workspace: keep_place(workspace, place, land), who=who())
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return
    _say(_(CORRECTED if known else LISTED, name=place.name), rows)


def _remove(opened: SharedWorkspace, known: OwnPlace) -> None:
    land = opened.countries_land
    try:
        rows = opened.act(lambda work: remove_place(work, known.place_id, land), who=who())
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return
    _say(_("{name} is taken out", name=known.name), rows)


def _say(what: str, rows: int) -> None:
    say(HERE, _("{what}; {rows} placed otherwise. On disk.", what=what, rows=plural(rows, "row")))
    st.session_state[CHOSEN] = None
