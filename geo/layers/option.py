"""A layer as a person writes it in one line: "FILE;name=...;colour=...;from=...;to=..."."""

from __future__ import annotations

from geo.errors import LayerError
from geo.layers.read import LayerRequest
from geo.strikes.nearness import FARTHEST_KM

__all__ = ["PARTS", "read_option", "write_option"]

# Parts of the line to the fields of a LayerRequest.
PARTS = {"name": "name", "colour": "colour", "color": "colour", "credit": "credit",
         "layer": "layer", "from": "first", "to": "last", "by": "by", "km": "km"}  # fmt: skip


def read_option(text: str) -> tuple[str, LayerRequest]:
    """Return the file of a line, and what is said of it.

    Raises LayerError for a part that is unknown, comes twice or is empty.

    >>> read_option("hospitals.geojson;name=Hospitals;to=closed")[1].last
    'closed'
    """
    file, *said = [part.strip() for part in text.split(";")]
    if not file:
        raise LayerError(f"{text!r} names no file; write FILE;name=NAME")
    fields: dict[str, str] = {}
    for part in filter(None, said):
        key, _, value = (piece.strip() for piece in part.partition("="))
        field = PARTS.get(key.lower())
        if field is None or not value:
            known = ", ".join(f"{one}=" for one in PARTS if one != "color")
            raise LayerError(f"{file}: {part!r} is not understood; the parts are {known}")
        if field in fields:
            raise LayerError(f"{file}: {key}= is given twice; keep one")
        fields[field] = value
    km = fields.pop("km", None)
    return file, LayerRequest(**fields, km=None if km is None else _read_km(km, file))


def write_option(file: str, request: LayerRequest) -> str:
    """Return the line that says of a file what a request does.

    >>> write_option("a.kml", LayerRequest(name="Camps", km=5.0))
    'a.kml;name=Camps;km=5'
    """
    said = {part: getattr(request, field) for part, field in PARTS.items() if part != "color"}
    if request.km is not None:
        said["km"] = f"{request.km:g}"
    return ";".join([file, *(f"{part}={value}" for part, value in said.items() if value)])


def _read_km(text: str, file: str) -> float:
    try:
        km = float(text)
    except ValueError:
        km = -1.0
    if not 0 <= km <= FARTHEST_KM:
        raise LayerError(f"{file}: km={text} is no distance; give 0 to {FARTHEST_KM:,.0f}")
    return km
