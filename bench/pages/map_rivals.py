"""Pages of other tools that show the same strikes, each with `benchStep(from, to)`, days as ms.

Their scripts come from folders given in the environment, as there is no network and none of them
is needed by the project: STRIKEMAP_BENCH_NPM, a node_modules folder with leaflet,
leaflet.markercluster, leaflet-timedimension, iso8601-js-period, jquery, moment and supercluster;
STRIKEMAP_BENCH_PYTHON, a folder with the package swiftmap.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

__all__ = ["ASSETS", "RIVALS"]

NPM = Path(os.environ.get("STRIKEMAP_BENCH_NPM", "/nowhere"))
# Where the pages ask (the part of the address that is given) -> the file that answers.
ASSETS = {
    "leaflet.markercluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
    "MarkerCluster.Default.css": "leaflet.markercluster/dist/MarkerCluster.Default.css",
    "MarkerCluster.css": "leaflet.markercluster/dist/MarkerCluster.css",
    "leaflet.timedimension.min.js": "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    "iso8601.min.js": "iso8601-js-period/iso8601.js",
    "moment.min.js": "moment/min/moment.min.js",
    "jquery.min.js": "jquery/dist/jquery.min.js",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "supercluster.min.js": "supercluster/dist/supercluster.min.js",
}
FIND_MAP = (
    "const map = Object.values(window)"
    ".find((value) => value && value._container && value.addLayer);"
)
CENTRE, ZOOM = (35.0, 38.5), 7


def _popup(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> list[str] | None:
    if claims.empty:
        return None
    parts = [strikes[name].astype(str) for name in ("kind", "place_text", "match_reason", "target")]
    parts += [
        pd.Series(claims[name].to_numpy(), strikes.index) for name in ("title", "toll_text", "url")
    ]
    text = parts[0]
    for part in parts[1:]:
        text = text + "<br>" + part
    return text.tolist()


def _located(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame
) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[str] | None]:
    texts = _popup(strikes, claims)
    keep = strikes.geometry.notna().to_numpy()
    order = np.flatnonzero(keep)[np.argsort(strikes["date_start"].to_numpy()[keep], kind="stable")]
    points = strikes.geometry.iloc[order]
    days = strikes["date_start"].to_numpy()[order].astype("datetime64[ms]").astype("int64")
    return points.x.round(5).to_numpy(), points.y.round(5).to_numpy(), days, (
        [texts[row] for row in order] if texts else None
    )  # fmt: skip


def _folium_page(add: Callable[[object], None], script: str) -> str:
    import folium
    from branca.element import Element

    drawn = folium.Map(location=CENTRE, zoom_start=ZOOM, tiles=None, maxZoom=18)
    add(drawn)
    page = drawn.get_root()
    # Bootstrap and awesome markers are no need of these maps: their answers would be empty.
    page.script.add_child(Element(f"addEventListener('load', () => {{ {FIND_MAP} {script} }});"))
    return str(page.render())


def fast_marker_cluster(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return folium's FastMarkerCluster; a step empties it and adds the window's markers."""
    from folium.plugins import FastMarkerCluster

    lon, lat, days, texts = _located(strikes, claims)
    columns = [lat.tolist(), lon.tolist(), days.tolist(), *([texts] if texts else [])]
    rows = [list(row) for row in zip(*columns, strict=True)]
    callback = (
        "function (row) { const marker = L.marker(new L.LatLng(row[0], row[1]));"
        " marker.day = row[2]; if (row[3]) marker.bindPopup(row[3]);"
        " (window.markers ??= []).push(marker); return marker; }"
    )
    script = (
        "const cluster = Object.values(map._layers).find((layer) => layer.refreshClusters);"
        " window.benchStep = (from, to) => { cluster.clearLayers();"
        " cluster.addLayers(markers.filter((marker) => marker.day >= from && marker.day <= to)); };"
        " window.benchReady = true;"
    )
    return _folium_page(
        lambda drawn: FastMarkerCluster(rows, callback=callback).add_to(drawn), script
    )


def timestamped_geojson(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return folium's TimestampedGeoJson, which has no clusters; a step sets its time."""
    from folium.plugins import TimestampedGeoJson

    lon, lat, days, texts = _located(strikes, claims)
    features = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [x, y]},
         "properties": {"times": [day], "icon": "circle", "iconstyle": {"radius": 4},
                        **({"popup": texts[row]} if texts else {})}}
        for row, (x, y, day) in enumerate(
            zip(lon.tolist(), lat.tolist(), days.tolist(), strict=True))
    ]  # fmt: skip
    layer = TimestampedGeoJson(
        {"type": "FeatureCollection", "features": features}, period="P1M", duration="P12M",
        auto_play=False, add_last_point=False, transition_time=1,
    )  # fmt: skip
    script = (
        "window.benchStep = (from, to) => new Promise((done) => {"
        " map.timeDimension.once('timeload', () => done());"
        " map.timeDimension.setCurrentTime(to); }); window.benchReady = true;"
    )
    return _folium_page(lambda drawn: layer.add_to(drawn), script)


def supercluster(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return columns with supercluster, which builds its index anew at each step, on canvas."""
    lon, lat, days, texts = _located(strikes, claims)
    columns = {
        "lon": base64.b64encode(lon.astype("<f4").tobytes()).decode(),
        "lat": base64.b64encode(lat.astype("<f4").tobytes()).decode(),
        "day": base64.b64encode((days // 86400000).astype("<i4").tobytes()).decode(),
        "texts": texts or [],
    }
    return (
        "<!doctype html><meta charset=utf-8><canvas width=1280 height=800></canvas>"
        "<script src='https://cdn.test/supercluster.min.js'></script><script>"
        f"const packed = {json.dumps(columns)};"
        "const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));"
        "const open = (text, Type) => new Type(bytes(text).buffer);"
        "const lon = open(packed.lon, Float32Array), lat = open(packed.lat, Float32Array);"
        "const day = open(packed.day, Int32Array), points = [];"
        "for (let i = 0; i < lon.length; i++)"
        " points.push({ type: 'Feature', properties: { row: i },"
        " geometry: { type: 'Point', coordinates: [lon[i], lat[i]] } });"
        "const context = document.querySelector('canvas').getContext('2d');"
        "const bound = (value) => { let low = 0, high = day.length; while (low < high) {"
        " const middle = (low + high) >> 1;"
        " if (day[middle] < value) low = middle + 1; else high = middle; }"
        " return low; };"
        "window.benchStep = (from, to) => {"
        " const index = new Supercluster({ radius: 60, maxZoom: 16 });"
        " index.load(points.slice(bound(from / 864e5), bound(to / 864e5 + 1)));"
        " const found = index.getClusters([31, 31, 46, 39], 7); context.clearRect(0, 0, 1280, 800);"
        " for (const { geometry, properties } of found) { context.beginPath();"
        " context.arc((geometry.coordinates[0] - 31) * 85, (39 - geometry.coordinates[1]) * 100,"
        " properties.cluster ? 20 : 6, 0, 7); context.fill();"
        " context.fillText(properties.point_count ?? '', geometry.coordinates[0], 5); } };"
        "benchStep(0, 4e12); window.benchReady = true;</script>"
    )


def swiftmap(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return swiftmap's static page: points by WebGL, a time slider by months, no clusters."""
    sys.path.append(os.environ.get("STRIKEMAP_BENCH_PYTHON", "/nowhere"))
    from swiftmap import Map  # type: ignore[import-not-found] # for this measurement only

    lon, lat, days, texts = _located(strikes, claims)
    table = pd.DataFrame({"lat": lat, "lon": lon, "timestamp": days.astype("datetime64[ms]")})
    if texts:
        table["popup"] = texts
    drawn = Map(center=list(CENTRE), zoom=ZOOM)
    drawn.add_circle_markers(table, name="strikes")
    drawn.make_time_layer("strikes", period="P1M", duration="P12M")
    script = (
        "<script>const wait = setInterval(() => {"
        " const slider = document.querySelector('.swiftmap-time-slider');"
        " if (!slider || !(Number(slider.max) > 1)) return; clearInterval(wait);"
        " let at = 12; window.benchStep = () => { slider.value = ++at % Number(slider.max);"
        " slider.dispatchEvent(new Event('input', { bubbles: true })); };"
        " window.benchReady = true; }, 5);</script>"
    )
    return str(drawn.to_html()) + script


def pydeck(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return pydeck's own offline page: points by WebGL; a step hands over the window's points."""
    import pydeck as deck

    lon, lat, days, texts = _located(strikes, claims)
    table = pd.DataFrame({"lon": lon, "lat": lat, "day": days})
    if texts:
        table["popup"] = texts
    layer = deck.Layer("ScatterplotLayer", table, id="s", get_position="[lon, lat]",
                       get_radius=2000, get_fill_color=[213, 94, 0], pickable=True)  # fmt: skip
    view = deck.ViewState(latitude=CENTRE[0], longitude=CENTRE[1], zoom=ZOOM - 1)
    drawn = deck.Deck(layers=[layer], initial_view_state=view, map_provider=None,
                      tooltip={"html": "{popup}"} if texts else False)  # type: ignore[arg-type] # False means none  # fmt: skip
    page = str(drawn.to_html(as_string=True, offline=True))
    created = page.replace(
        "const deckInstance = createDeck", "const deckInstance = window.deckInstance = createDeck"
    )
    script = (
        "<script>const wait = setInterval(() => {"
        " const shown = window.deckInstance?.props?.layers?.[0];"
        " if (!shown?.props?.data?.length) return;"
        " clearInterval(wait); const all = shown.props.data; window.benchStep = (from, to) => {"
        " const data = all.filter((row) => row.day >= from && row.day <= to);"
        " deckInstance.setProps({ layers: [shown.clone({ data })] }); deckInstance.redraw(true); };"
        " window.benchReady = true; }, 5);</script>"
    )
    return created + script


RIVALS: dict[str, Callable[[gpd.GeoDataFrame, pd.DataFrame], str]] = {
    "FastMarkerCluster, refilled": fast_marker_cluster,
    "TimestampedGeoJson": timestamped_geojson,
    "columns + supercluster": supercluster,
    "swiftmap": swiftmap,
    "pydeck": pydeck,
}
