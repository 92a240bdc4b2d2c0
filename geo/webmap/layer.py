"""Strikes as a folium map that needs no network: for notebooks and the one-file HTML export.

branca renders what it is given a second time as a template, so that data in it could run. Here
all data, options and base map included, are one base64 literal, and what the page brings along
is put into it as plain text that no template reads. The literal stands in a block of its own,
which a browser takes as it is: in a script each of its megabytes would be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape

import folium
import geopandas as gpd
import pandas as pd
from branca.element import Element, Figure, JavascriptLink
from folium.elements import JSCSSMixin

from geo.errors import ExportError
from geo.land.base_map import drawn_districts
from geo.land.named_map import load_named_map
from geo.page_policy import allow_only
from geo.reading.result import Reading
from geo.strikes.checks import require_strikes
from geo.strikes.schema import empty_claims
from geo.webmap.assets import bundle_script, children_script, leaflet_script, read_styles
from geo.webmap.languages import load_words
from geo.webmap.payload.encode import HASH_LENGTH, MapOptions, encode_strikes

__all__ = ["render_html", "strike_map"]

# folium keeps a page's reader from zooming with two fingers.
NO_PINCH = re.compile(r",\s*maximum-scale=1\.0,\s*user-scalable=no")
ONLINE_TILES = "https://tile.openstreetmap.org"  # asked only by who chooses them: map/tiles.js
PAGE_STYLE = "html, body { width: 100%; height: 100%; margin: 0; padding: 0; }"


class _Plain(Element):
    """Text of the page as it is: no template reads it, however long it is or whatever it says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name = "Plain"
        self.text = text

    def render(self, **_: object) -> str:
        """Return the text."""
        return self.text


class StrikeLayer(folium.MacroElement):
    """The map layer's call, with everything it shows in one base64 literal."""

    def __init__(self, literal: str) -> None:
        """Take the literal that `Payload.to_base64` made."""
        super().__init__()  # type: ignore[no-untyped-call]  # folium has no hints here
        self._name = "StrikeLayer"
        self.literal = literal

    def render(self, **_: object) -> str:
        """Put the literal into the page and the call into its script; return the call."""
        figure, drawn = self.get_root(), self._parent
        if not isinstance(figure, Figure) or drawn is None:
            raise TypeError("a StrikeLayer is drawn by the map it was added to")
        name, own = drawn.get_name(), self.get_name()
        block = f'<script type="text/plain" id="{own}">{self.literal}</script>'
        call = (
            f"strikeMap.mount({name}.getContainer(), L,"
            f' document.getElementById("{own}").textContent,'
            f" {{ map: {name}, height: '{_css_height(drawn)}', address: true,"
            " filters: true }).then((controller) => {"
            f" {name}.strikes = controller;"
            ' document.documentElement.dataset.strikes = "ready"; });'
        )
        figure.html.add_child(_Plain(block), name=own)
        figure.script.add_child(_Plain(call), name=own)
        return call


def _css_height(drawn: Element) -> str:
    """Return the CSS height that folium gives a map's container, such as 100.0%."""
    value, unit = getattr(drawn, "height", (100, "%"))
    return f"{value}{unit}"


class _BareMap(folium.Map):
    """A folium map without tiles, plug-in assets or links: the page brings its own Leaflet."""

    def __init__(self, height: str | int, language: str) -> None:
        self.language = language
        super().__init__(
            location=[0, 0], zoom_start=2, tiles=None, height=height,
            attributionControl=False, maxZoom=18, zoomSnap=0.5,
        )  # fmt: skip
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []

    def render(self, **kwargs: object) -> str:
        """Return the map rendered, with what markers need where somebody has added some."""
        if added := list(_added_to(self)):
            _refuse_icons(added)
            script = _Plain(f"<script>{children_script()}</script>")
            _figure_of(self).header.add_child(script, name="strike_children")
        return str(super().render(**kwargs))  # type: ignore[no-untyped-call]  # folium's


def _added_to(drawn: Element) -> Iterator[Element]:
    """Yield what was added to a map or a page that `strike_map` has not put there."""
    for child in drawn._children.values():
        if not isinstance(child, (StrikeLayer, _BareMap, _Plain)):
            yield child
        yield from _added_to(child)


def _refuse_icons(added: Sequence[Element]) -> None:
    """Raise where a marker has an icon of a library that folium has from the network."""
    if any(isinstance(child, folium.Icon) for child in added):
        raise ExportError(
            "strike_map: folium.Icon needs Awesome Markers from the network, which this map does"
            " without; leave the icon out, or take folium.CustomIcon or folium.DivIcon"
        )


def strike_map(
    strikes: Reading | gpd.GeoDataFrame,
    claims: pd.DataFrame | None = None,
    *,
    base_map: Mapping[str, object] | None = None,
    country: str = "sy",
    options: MapOptions | None = None,
    language: str | None = None,
    height: str | int = "100%",
) -> folium.Map:
    """Return a folium map of strikes: clusters, time slider, details, saved picture.

    strikes: a strikes table that was placed (`geo.locate`), or a Reading, which has its claims
    with it. claims: who says so, for the details; claims of other strikes are left out. base_map:
    the land under the strikes, as `geo.land.named_map` makes it; by default that of the country.
    options: titles, first period and view (`geo.webmap.payload.encode.MapOptions`). language: of
    the map's own words, of `geo.webmap.languages`, None that of the options. height:
    pixels, which the notebook's frame has too, or CSS such as "100%".

    The map shows itself in a notebook; `render_html` makes it a page. Nothing of it is loaded
    from elsewhere. Markers, popups and other layers of folium can be added to it, but no
    `folium.Icon` (ExportError when it is drawn). Raises SchemaError where this is no strikes table,
    BoundaryError where nothing ships for the country, ExportError for a language that the map does
    not speak.

    >>> from geo.reading.read import read_seeds
    >>> drawn = strike_map(read_seeds(), height=400)
    >>> isinstance(drawn, folium.Map)
    True
    """
    if isinstance(strikes, Reading):
        strikes, claims = strikes.strikes, strikes.claims if claims is None else claims
    table = require_strikes(strikes, "strike_map")
    land = load_named_map(country) if base_map is None else base_map
    told = empty_claims() if claims is None else claims
    payload = encode_strikes(table, told, districts=drawn_districts(land))
    chosen = options or MapOptions()
    if language is not None:
        chosen = replace(chosen, language=language)
    texts = {**chosen.to_json(), "data": payload.token[:HASH_LENGTH]}
    if chosen.language != "en":
        countries = land.get("countries")
        codes = tuple(map(str, countries)) if isinstance(countries, list) else ()
        texts["words"] = load_words(chosen.language, codes)
    literal = payload.add("options", texts).add("base_map", land).to_base64()
    drawn = _BareMap(height, chosen.language)
    figure = _figure_of(drawn)
    if _css_height(drawn).endswith("px"):
        figure.height = _css_height(drawn)
    _add_assets(figure)
    drawn.add_child(StrikeLayer(literal))
    return drawn


def render_html(
    drawn: folium.Map, *, title: str = "Strikes", said: Sequence[tuple[str, str]] = ()
) -> str:
    """Return a map of `strike_map` as one HTML page that works from a file with no network.

    title: what the browser's tab says. said: what the head says of the page, name and text, such
    as its licence. The page has the language of the map; its own policy (`geo.page_policy`) lets
    nothing else run or be asked for, but for pictures of online tiles, which a visitor chooses.
    Raises ExportError for anything but a map, and for one that folium elements were added to which
    are loaded from elsewhere.

    >>> from geo.reading.read import read_seeds
    >>> page = render_html(strike_map(read_seeds()), title="Strikes of five reports")
    >>> "<title>Strikes of five reports</title>" in page, "https://cdn" in page
    (True, False)
    """
    if not isinstance(drawn, folium.Map):
        raise ExportError(
            f"render_html: takes a map, not a {type(drawn).__name__}; make it with strike_map"
        )
    figure = _figure_of(drawn)
    added = list(_added_to(figure))
    _refuse_links(added)
    head = f'<title>{_as_entities(title)}</title><link rel="icon" href="data:,">'
    head += "".join(
        f'<meta name="strikemap {_as_entities(name)}" content="{_as_entities(text)}">'
        for name, text in said
    )
    figure.header.add_child(_Plain(head), name="strike_title")
    language = drawn.language if isinstance(drawn, _BareMap) else "en"
    page = str(figure.render()).replace("<html>", f'<html lang="{language}">', 1)
    page = NO_PINCH.sub("", page, count=1)
    return allow_only(page, pictures=[ONLINE_TILES], styled=bool(added))


def _refuse_links(added: Sequence[Element]) -> None:
    """Raise where something that was added is loaded from elsewhere, which the page forbids."""
    for child in added:
        loads = isinstance(child, (JavascriptLink, folium.TileLayer))
        if loads or (isinstance(child, JSCSSMixin) and (child.default_js or child.default_css)):
            raise ExportError(
                f"render_html: {type(child).__name__} is loaded from the network, and this page"
                " works without one; take it out of the map, or save the map with map.save(path)"
            )


def _figure_of(drawn: folium.Map) -> Figure:
    figure = drawn.get_root()
    if not isinstance(figure, Figure):
        figure = Figure()
        figure.add_child(drawn)
    return figure


def _add_assets(figure: Figure) -> None:
    styles = f"<style>{PAGE_STYLE}\n{read_styles()}</style>"
    scripts = f"<script>{leaflet_script()}</script>\n<script>{bundle_script()}</script>"
    for name, text in (("strike_styles", styles), ("strike_scripts", scripts)):
        figure.header.add_child(_Plain(text), name=name)


def _as_entities(text: str) -> str:
    """Return text that neither a template nor HTML reads as its own: every sign an entity."""
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(
        letter if letter.isalnum() or letter == " " else f"&#{ord(letter)};" for letter in plain
    ) or escape("Strikes")
