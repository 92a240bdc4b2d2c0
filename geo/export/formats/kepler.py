"""A map of kepler.gl: the strikes and how they are drawn, in one file that its page opens."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence

import geopandas as gpd

from gazetteer.language import N_
from geo.export.format import ExportFormat, Outgoing
from geo.export.labels.kind_colours import KIND_COLOURS
from geo.export.provenance import describe_file, word_file
from geo.export.records import group_claims, list_strikes
from geo.strikes.schema import STRIKE_COLUMNS

__all__ = ["FORMAT"]

_DATA_ID = "strikes"
_METRES = "uncertainty_m"
_CLAIMS = "claims"
# kepler.gl's kinds of columns: what it calls them, how it reads them, what its analyzer says. Only
# a moment has a time filter: a day is its first one.
_TYPES = {
    "text": ("string", "", "STRING"),
    "date": ("timestamp", "YYYY-MM-DD", "DATETIME"),
    "count": ("integer", "", "INT"),
    "number": ("real", "", "FLOAT"),
}
_SHOWN = ("place_text", "date_start", "date_end", "kind", "actor", "killed_min", "killed_max",
          "uncertainty_km", "match_reason")  # fmt: skip
_WORLD = (0.0, 20.0, 1.0)  # lon, lat, zoom where no strike has a point
_MOST_ZOOM = 12.0


def _render(outgoing: Outgoing) -> str:
    """Return the map: every row and column, those without a point too, claims as JSON."""
    title = (outgoing.options.title if outgoing.options else "") or "Strikes"
    said = "\n".join(f"{name}: {text}" for name, text in word_file(outgoing))
    document = {
        "datasets": [{"version": "v1", "data": _list_data(outgoing, title)}],
        "config": {"version": "v1", "config": _configure(outgoing.strikes)},
        "info": {
            "app": "kepler.gl", "title": title, "description": said, "source": "strikemap",
            "provenance": describe_file(outgoing),
        },
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


def _list_data(outgoing: Outgoing, title: str) -> dict[str, object]:
    kinds = {"strike_id": "text", **{column.name: column.dtype for column in STRIKE_COLUMNS}}
    kinds |= {"lon": "number", "lat": "number", _METRES: "number", _CLAIMS: "text"}
    own = group_claims(outgoing.claims)
    rows = []
    for record in list_strikes(outgoing.strikes):
        radius = record["uncertainty_km"]
        record[_METRES] = radius * 1000 if isinstance(radius, float) else None
        record[_CLAIMS] = json.dumps(own.get(str(record["strike_id"]), []), ensure_ascii=False)
        rows.append([record[name] for name in kinds])
    return {
        "id": _DATA_ID,
        "label": title,
        "color": list(KIND_COLOURS["airstrike"].rgb),
        "allData": rows,
        "fields": [_describe_field(name, kind) for name, kind in kinds.items()],
    }


def _describe_field(name: str, kind: str) -> dict[str, str]:
    type_, form, analyzed = _TYPES[kind]
    return {"name": name, "type": type_, "format": form, "analyzerType": analyzed}


def _configure(strikes: gpd.GeoDataFrame) -> dict[str, object]:
    lon, lat, zoom = _look_at(strikes)
    tooltip = {"fieldsToShow": {_DATA_ID: [{"name": one, "format": None} for one in _SHOWN]},
               "compareMode": False, "compareType": "absolute", "enabled": True}  # fmt: skip
    return {
        "visState": {
            "filters": _filter_time(strikes),
            "layers": _list_layers(strikes),
            "interactionConfig": {
                "tooltip": tooltip,
                "brush": {"size": 0.5, "enabled": False},
                "geocoder": {"enabled": False},
                "coordinate": {"enabled": False},
            },
            "layerBlending": "normal",
            "splitMaps": [],
            "animationConfig": {"currentTime": None, "speed": 1},
        },
        "mapState": {
            "bearing": 0, "dragRotate": False, "pitch": 0, "isSplit": False,
            "longitude": lon, "latitude": lat, "zoom": zoom,
        },
        "mapStyle": {"styleType": "light"},
    }  # fmt: skip


def _look_at(strikes: gpd.GeoDataFrame) -> tuple[float, float, float]:
    """Return the middle of the points and the zoom that shows them, of tiles of 512 pixels."""
    if not strikes.geometry.notna().any():
        return _WORLD
    west, south, east, north = map(float, strikes.total_bounds)
    span = max(east - west, 2 * (north - south), 0.05)
    zoom = min(math.log2(360 / span), _MOST_ZOOM)
    return (west + east) / 2, (south + north) / 2, round(zoom, 2)


def _filter_time(strikes: gpd.GeoDataFrame) -> list[dict[str, object]]:
    """Return the time filter over all days of the data, none where a point has no day.

    kepler.gl hides what has none while a time filter is on: a strike would be lost at the opening.
    """
    days = strikes["date_start"]
    if days.isna().all() or days[strikes.geometry.notna()].isna().any():
        return []
    first, last = days.min(), days.max()
    return [{
        "dataId": [_DATA_ID], "id": "period", "name": ["date_start"], "type": "timeRange",
        "value": [int(day.timestamp() * 1000) for day in (first, last)],
        "enlarged": True, "plotType": "histogram", "animationWindow": "free", "yAxis": None,
        "speed": 1,
    }]  # fmt: skip


def _list_layers(strikes: gpd.GeoDataFrame) -> list[dict[str, object]]:
    """Return the points in the colours of their kinds, and a disc of its radius under each.

    kepler.gl colours the kinds that there are in the order of the alphabet.
    """
    kinds = sorted(set(strikes["kind"])) or ["airstrike"]
    colours = [KIND_COLOURS[kind].colour for kind in kinds]
    dots = {"radius": 6, "fixedRadius": False, "opacity": 0.9, "outline": False, "filled": True}
    discs = {"radius": 1, "fixedRadius": True, "opacity": 0.1, "outline": False, "filled": True}
    return [
        _layer("dots", "Strikes by kind", dots, colours, None),
        _layer("discs", "Where the strike was, 9 times in 10", discs, colours, _METRES),
    ]


def _layer(
    name: str, label: str, look: Mapping[str, object], colours: Sequence[str], size: str | None
) -> dict[str, object]:
    palette = {"name": "Strikes by kind", "type": "qualitative", "category": "Custom",
               "colors": list(colours)}  # fmt: skip
    return {
        "id": name,
        "type": "point",
        "config": {
            "dataId": _DATA_ID,
            "label": label,
            "color": list(KIND_COLOURS["airstrike"].rgb),
            "columns": {"lat": "lat", "lng": "lon", "altitude": None},
            "isVisible": True,
            "visConfig": {**look, "colorRange": palette, "radiusRange": [0, 50], "thickness": 1},
            "hidden": False,
            "textLabel": [],
        },
        "visualChannels": {
            "colorField": {"name": "kind", "type": "string"},
            "colorScale": "ordinal",
            "sizeField": {"name": size, "type": "real"} if size else None,
            "sizeScale": "linear",
        },
    }


FORMAT = ExportFormat(
    suffixes=(".kepler.json",),
    sentence="Map of kepler.gl: data, colours and a time filter",
    mime="application/json",
    render=_render,
    label=N_("kepler.gl map"),
    order=8,
)
