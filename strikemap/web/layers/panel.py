"""Own layers in the side bar: files handed over, and what is said of each."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice

import streamlit as st

from gazetteer.language import N_, _, say_all
from geo.errors import LayerError
from geo.layers.layer import COLOURS
from geo.layers.validity import NEXT
from strikemap.languages.troubles import say_trouble
from strikemap.web.layers.kept import show_keeping
from strikemap.web.layers.near import get_near_layer, set_near_layer
from strikemap.web.layers.own import (
    OwnLayer,
    add_file,
    change_layer,
    find_layer,
    list_layers,
    move_layer,
    remove_layer,
    switch_layer,
)
from strikemap.web.visitors.session import HOURS
from strikemap.web.wording import escape_markdown, plural

__all__ = ["show_own_layers"]

TYPES = ["geojson", "json", "gpkg", "kml", "kmz", "zip", "fgb", "csv", "tsv", "xlsx", "ods"]
UPLOADS_KEY, PROBLEMS_KEY = "own_layers_uploads", "own_layers_problems"
NAMES = dict(
    zip(
        COLOURS,
        (N_("Indigo"), N_("Dark red"), N_("Plum"), N_("Brown"), N_("Sand"), N_("Black")),
        strict=True,
    )
)
MOST_TOLD = 5  # refused features of a layer
FOUND, ALIKE = "", ""
OPTION = re.compile(r" \(to=\w+\)")  # how the command line says it
COLUMN_WORDS = {
    "first": (N_("First day in column"), N_("Found by its name")),
    "last": (N_("Last day in column"), N_("Found by its name")),
    "by": (N_("Colour by column"), N_("All alike")),
}
UNTIL_NEXT = N_("Until the next date")
PRIVATE = N_(
    "Hospitals, camps, roads, front lines, areas of control. They lie under the "
    "strikes; those with dates follow the slider. No other visitor sees them, "
    "nothing is sent anywhere, and they are kept for this browser for {hours} "
    "hours at most."
)


def show_own_layers() -> None:
    """Draw where a visitor hands over layers, and each layer with what can be said of it."""
    layers = list_layers()
    problems: list[str] = st.session_state.get(PROBLEMS_KEY, [])
    with st.expander(_("Own layers"), key="own_layers_place"):
        uploads = f"own_layers_files_{st.session_state.get(UPLOADS_KEY, 0)}"
        st.file_uploader(
            _("GeoJSON, GeoPackage, KML, zipped shapefile, FlatGeobuf, or a table with points"),
            type=TYPES, key=uploads, accept_multiple_files=True,
            on_change=partial(_take, uploads),
        )  # fmt: skip
        st.caption(_(PRIVATE, hours=HOURS))
        with st.container():
            for problem in problems:
                st.error(escape_markdown(problem))
        for own in reversed(layers):  # the highest first, as they lie on the map
            with st.container(border=True, key=f"own_layer_{own.number}"):
                _show_layer(own, [each.number for each in layers])


def _take(uploads: str) -> None:
    """Read the files that were handed over; the field is empty then."""
    problems = []
    for file in st.session_state.get(uploads) or ():
        try:
            add_file(file.name, file.getvalue())
        except LayerError as error:
            problems.append(say_trouble(str(error)))
    st.session_state[PROBLEMS_KEY] = problems
    st.session_state[UPLOADS_KEY] = st.session_state.get(UPLOADS_KEY, 0) + 1


def _show_layer(own: OwnLayer, order: list[int]) -> None:
    number, layer = own.number, own.measured.layer if own.measured else None
    shown = f"own_layer_{number}_shown"
    st.checkbox(
        escape_markdown(layer.name if layer else own.file), own.shown, key=shown,
        disabled=layer is None, on_change=partial(_switch, number, shown),
    )  # fmt: skip
    _show_what_was_read(own)
    with st.container(horizontal=True, gap="xsmall"):
        for word, steps, end in (("↑", 1, order[-1]), ("↓", -1, order[0])):
            st.button(
                word, key=f"own_layer_{number}_{steps}", disabled=number == end,
                help=_("Draw it higher") if steps > 0 else _("Draw it lower"),
                on_click=move_layer, args=(number, steps),
            )  # fmt: skip
        with st.popover(_("Change"), key=f"own_layer_{number}_change"):
            _show_fields(own)
            show_keeping(own)
            st.button(
                _("Remove from the map"), key=f"own_layer_{number}_remove", on_click=remove_layer,
                args=(number,),
            )  # fmt: skip


def _show_what_was_read(own: OwnLayer) -> None:
    """Say what a layer holds, what was decided and refused; or why there is none."""
    with st.container():
        if own.problem:
            st.error(escape_markdown(own.problem))
        if own.kept:
            st.caption(_("Kept in the workspace"))
        if own.found is None:
            return
        refused = len(own.found.rejected)
        lines = list(islice(own.found.lines(), 1, None))
        for line in lines[: len(lines) - refused + MOST_TOLD]:
            st.caption(escape_markdown(OPTION.sub("", line)))
        if refused > MOST_TOLD:
            st.caption(
                _(
                    "and {more_features} refused",
                    more_features=plural(refused - MOST_TOLD, "more feature"),
                )
            )


def _show_fields(own: OwnLayer) -> None:
    layer = own.measured.layer if own.measured else None
    if own.choices:
        _choose(
            own,
            "layer",
            _("Layer of the file"),
            {"": _("Choose one"), **{c: c for c in own.choices}},
        )
    if layer is None:
        return
    for field, label, value in (
        ("name", _("Name"), layer.name),
        ("credit", _("Credit"), layer.credit),
    ):
        key = f"own_layer_{own.number}_{field}"
        st.text_input(label, value, key=key, on_change=partial(_say, own.number, field, key))
    _choose(own, "colour", _("Colour"), say_all(NAMES))
    columns = {column: column for column in own.columns}
    for field, (label, usual) in COLUMN_WORDS.items():
        if field != "by" and not own.content:
            continue  # its days are kept as they were read
        more = {NEXT: _(UNTIL_NEXT)} if field == "last" else {}
        _choose(own, field, _(label), {"": _(usual), **more, **columns})


def _choose(own: OwnLayer, field: str, label: str, named: dict[str, str]) -> None:
    """Draw a choice of what is said of a layer; what is said already is among its values."""
    key, now = f"own_layer_{own.number}_{field}", str(getattr(own.request, field))
    values = list(named) if now in named else [now, *named]
    st.selectbox(
        label, values, values.index(now), key=key,
        format_func=lambda value: named.get(value, value),
        on_change=partial(_say, own.number, field, key),
    )  # fmt: skip


def _switch(number: int, key: str) -> None:
    switch_layer(number, shown=bool(st.session_state[key]))


def _say(number: int, field: str, key: str) -> None:
    """Say of a layer what a field holds now; a filter near it follows its name."""
    before, near = find_layer(number), get_near_layer()
    change_layer(number, **{field: str(st.session_state[key] or "")})
    after = find_layer(number)
    if near and before and after and before.measured and after.measured:
        names = before.measured.layer.name, after.measured.layer.name
        if near.name == names[0] != names[1]:
            set_near_layer(type(near)(names[1], near.km))
