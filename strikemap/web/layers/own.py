"""A visitor's own layers in the session: read, told otherwise, ordered, hidden, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from gazetteer.language import _
from gazetteer.leftovers import make_scratch
from geo.errors import LayerError, SeveralLayersError
from geo.layers.layer import Layer, colour_layers, name_layers
from geo.layers.near import MeasuredLayer
from geo.layers.read import LayerReading, LayerRequest, read_layer
from strikemap.languages.troubles import say_trouble
from strikemap.web.apart.reading import is_harmless, read_apart
from strikemap.web.release.chosen import layers_may_leave
from strikemap.web.visitors.session import LAYERS_KEY

__all__ = [
    "OwnLayer", "add_file", "add_kept", "change_layer", "find_layer", "list_layers", "mark_kept",
    "measured_layers", "move_layer", "remove_layer", "shown_layers", "switch_layer",
]  # fmt: skip

MOST_LAYERS = 12
LONGEST_NAME = 80  # of a file that is handed over, for the copy on disk
RETOLD = frozenset({"name", "colour", "credit", "by"})  # what needs no reading anew


@dataclass(frozen=True, eq=False)
class OwnLayer:
    """A file that was handed over, what is said of it, and its layer or why there is none.

    number: by which its widgets are known; choices: layers of the file to choose from. kept: the
    workspace that keeps it, "" for none; `file` is its name there, and there may be no content.
    """

    number: int
    file: str
    content: bytes = field(repr=False)
    request: LayerRequest
    shown: bool = True
    measured: MeasuredLayer | None = None
    found: LayerReading | None = None
    problem: str = ""
    choices: tuple[str, ...] = ()
    kept: str = ""

    @property
    def columns(self) -> list[str]:
        """What its features say, by name."""
        if self.found or not self.measured:
            return list(self.found.columns) if self.found else []
        said = self.measured.layer.features["properties"]
        return list(dict.fromkeys(name for each in said for name in each))

    @property
    def size(self) -> int:
        """Bytes of its file."""
        return len(self.content)


def list_layers() -> tuple[OwnLayer, ...]:
    """Return this visitor's layers, the lowest first."""
    layers: tuple[OwnLayer, ...] = st.session_state.get(LAYERS_KEY, ())
    return layers


def measured_layers() -> list[MeasuredLayer]:
    """Return the layers that could be read, shown or not; none that a release holds back."""
    if not layers_may_leave():
        return []
    return [own.measured for own in list_layers() if own.measured]


def shown_layers() -> list[Layer]:
    """Return the layers that the map draws, the lowest first; none that a release holds back."""
    if not layers_may_leave():
        return []
    return [own.measured.layer for own in list_layers() if own.measured and own.shown]


def find_layer(number: int) -> OwnLayer | None:
    """Return the layer of a number, None where it was taken away."""
    return next((own for own in list_layers() if own.number == number), None)


def add_file(name: str, content: bytes) -> None:
    """Read a file that was handed over as the highest layer.

    Raises LayerError where there are as many as are kept already.
    """
    layers = list_layers()
    if len(layers) >= MOST_LAYERS:
        raise LayerError(
            _(
                "{name}: there are {most_layers} layers already; take one away first",
                name=name,
                most_layers=MOST_LAYERS,
            )
        )
    _keep([*layers, _read(OwnLayer(_next_number(), name, content, LayerRequest()))])


def add_kept(layer: Layer, workspace: str) -> None:
    """Show a layer that a workspace keeps, as the highest one."""
    request = LayerRequest(layer.name, layer.colour, layer.credit, by=layer.by)
    own = OwnLayer(_next_number(), layer.name, b"", request, measured=MeasuredLayer(layer),
                   kept=workspace)  # fmt: skip
    _keep([*list_layers(), own])


def mark_kept(number: int, workspace: str) -> None:
    """Say that a workspace keeps a layer by its name from now on."""
    _keep([
        replace(own, kept=workspace, file=own.measured.layer.name)
        if own.number == number and own.measured else own
        for own in list_layers()
    ])  # fmt: skip


def _next_number() -> int:
    return max((own.number for own in list_layers()), default=0) + 1


def switch_layer(number: int, *, shown: bool) -> None:
    """Show a layer, or hide it."""
    _keep([
        replace(own, shown=shown) if own.number == number else own for own in list_layers()
    ])  # fmt: skip


def change_layer(number: int, **said: str) -> None:
    """Say otherwise of a layer: fields of a LayerRequest."""
    own = find_layer(number)
    if own is None:
        return
    asked = replace(own, request=replace(own.request, **said))  # type: ignore[arg-type] # texts all
    changed = {name for name in said if getattr(own.request, name) != said[name]}
    if own.measured is None or changed - RETOLD:
        asked = _read(asked)
    elif changed:
        asked = _tell_otherwise(asked, own.measured)
    _keep([asked if each is own else each for each in list_layers()])


def move_layer(number: int, steps: int) -> None:
    """Draw a layer so many steps higher, or lower."""
    layers = list(list_layers())
    at = next((at for at, own in enumerate(layers) if own.number == number), None)
    if at is not None and 0 <= at + steps < len(layers):
        layers.insert(at + steps, layers.pop(at))
        _keep(layers)


def remove_layer(number: int) -> None:
    """Forget a layer."""
    _keep([own for own in list_layers() if own.number != number])


def _read(own: OwnLayer) -> OwnLayer:
    """Read a layer's file as it is said now; its copy on disk is gone after that."""
    bare = replace(own, measured=None, found=None, problem="", choices=())
    asked = replace(own.request, name="", colour="")  # a broken name is no fault of the file
    with make_scratch() as folder:
        path = Path(folder) / Path(own.file).name[-LONGEST_NAME:]
        path.write_bytes(own.content)
        try:
            found = _read_file(path, asked, own.file)
        except SeveralLayersError as error:
            return replace(
                bare, problem=_("{file}: holds several layers", file=own.file), choices=error.layers
            )
        except LayerError as error:
            return replace(bare, problem=say_trouble(str(error)), choices=own.choices)
    read = replace(bare, found=found, choices=own.choices)
    return _tell_otherwise(read, MeasuredLayer(found.layer))


def _read_file(path: Path, asked: LayerRequest, called: str) -> LayerReading:
    if is_harmless(called, path.read_bytes()):
        return read_layer(path, asked, called=called)
    return read_apart(called, LayerError, read_layer, path, asked, called=called)


def _tell_otherwise(own: OwnLayer, measured: MeasuredLayer) -> OwnLayer:
    """Give a layer the name, colour and credit that it is to have."""
    asked = own.request
    name = asked.name.strip() or (own.found.layer.name if own.found else measured.layer.name)
    layer = replace(
        measured.layer, name=name, credit=asked.credit, colour=asked.colour, by=asked.by
    )
    found = replace(own.found, layer=layer) if own.found else None
    return replace(own, measured=measured.told_otherwise(layer), found=found)


def _keep(layers: Sequence[OwnLayer]) -> None:
    """Keep layers, each with a name and a colour of its own: those that it has got stay."""
    read = [own for own in layers if own.measured]
    settled = colour_layers(name_layers([own.measured.layer for own in read if own.measured]))
    by_number = {own.number: layer for own, layer in zip(read, settled, strict=True)}
    st.session_state[LAYERS_KEY] = tuple(
        _settle(own, by_number[own.number]) if own.number in by_number else own for own in layers
    )


def _settle(own: OwnLayer, layer: Layer) -> OwnLayer:
    if own.measured is None or (layer.name, layer.colour) == _look(own.measured.layer):
        return own
    request = replace(own.request, colour=layer.colour)
    return replace(own, request=request, measured=own.measured.told_otherwise(layer))


def _look(layer: Layer) -> tuple[str, str]:
    return layer.name, layer.colour
