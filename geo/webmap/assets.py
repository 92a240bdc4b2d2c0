"""The map layer's scripts and styles as texts: own files of `static/`, Leaflet from its package."""

from __future__ import annotations

import base64
import json
import posixpath
import re
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

__all__ = [
    "CHILDREN", "CLUSTERS", "PICKER", "SQUARES", "bundle_script", "children_script",
    "clusters_script", "control_script", "leaflet_script", "loader_script", "picker_script",
    "read_styles", "squares_script",
]  # fmt: skip

STATIC = Path(__file__).parent / "static"
ENTRY = "strikes.js"
# The map on which a place is picked, and its look over the layer's.
PICKER, PICKER_STYLES = "picker/picker.js", "picker/picker.css"
SQUARES = "squares/squares_map.js"  # the map of a database that is larger than a page holds
STREAMLIT_LOADER, STREAMLIT_CONTROL = "host/streamlit_loader.js", "host/streamlit_control.js"
OUTBOX = "host/outbox.js"
CLUSTERS = "alone/strike_clusters.js"
CHILDREN = "host/page_children.js"
HAND_MAP_LOADER, STREAMLIT_OFFER = "host/hand_map_loader.js", "host/streamlit_offer.js"
REQUIRE = re.compile(r'require\("(\.[^"]+)"\)')
COMMENT = re.compile(
    r"^ *(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE
)  # on lines of its own
# Behind code; with a quote in it, it might be a part of a text. What begins a pattern with letters
# is looked for ten times as fast as what begins it with a look behind.
TRAILING = re.compile(r" // (?<=[;,{\[(] // )[^\"'`\n]*$", re.MULTILINE)
PINS = {
    "iconUrl": "images/marker-icon.png",
    "iconRetinaUrl": "images/marker-icon-2x.png",
    "shadowUrl": "images/marker-shadow.png",
}
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def bundle_script(entry: str = ENTRY, name: str = "strikeMap") -> str:
    """Return one script that defines a name from the files of `static/`, and nothing else.

    It holds what the entry requires, directly or not, in the order of the paths; comments stay
    behind, and so do empty lines and what lines begin with blank.
    """
    modules = ",\n".join(
        f'"{path}": function (module, require) {{\n{text}}}'
        for path, text in sorted(_collect_modules(entry).items())
    )
    return (
        f"const {name} = (() => {{\n"
        f"const files = {{\n{modules}\n}};\n"
        "const loaded = {};\n"
        "const require = (name) => {\n"
        "  if (!loaded[name]) {\n"
        "    loaded[name] = { exports: {} };\n"
        "    files[name](loaded[name], require);\n"
        "  }\n"
        "  return loaded[name].exports;\n"
        "};\n"
        f'return require("{entry}");\n'
        "})();\n"
    )


def _collect_modules(entry: str) -> dict[str, str]:
    """Return the scripts that the entry needs by path, their requires named by path too."""
    modules: dict[str, str] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name in modules:
            continue
        text = COMMENT.sub("", (STATIC / name).read_text(encoding="utf-8"))
        text = _draw_left(TRAILING.sub("", text))
        folder = posixpath.dirname(name)
        paths = {wanted: _resolve(folder, wanted) for wanted in REQUIRE.findall(text)}
        for wanted, path in paths.items():
            text = text.replace(f'require("{wanted}")', f'require("{path}")')
        modules[name] = text
        waiting += paths.values()
    return modules


def _draw_left(text: str) -> str:
    """Return a script without empty lines and blanks before lines; no text in it is of several."""
    lines = (line.lstrip(" ") for line in text.split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def _resolve(folder: str, wanted: str) -> str:
    """Return the path under `static/` of what a script of a folder requires, as Node has it."""
    return posixpath.normpath(posixpath.join(folder, wanted))


@cache
def leaflet_script() -> str:
    """Return Leaflet's own script; run as it is, it defines the global `L`."""
    text = (Path(leaflet.BASE_DIR) / "leaflet.js").read_text(encoding="utf-8")
    return SOURCE_MAP.sub("", text)


@cache
def children_script() -> str:
    """Return what folium's markers and popups need beside Leaflet's script, which runs before."""
    pins = {name: _embed_picture(path) for name, path in PINS.items()}
    call = f"pageChildren.dressMarkers({{ L, page: window, pins: {json.dumps(pins)} }});\n"
    return bundle_script(CHILDREN, "pageChildren") + call


def clusters_script() -> str:
    """Return the script of clusters that follow time and filters, for any page or Node program.

    Run as a page's script it defines `strikeClusters`, whose class `StrikeClusters` takes GeoJSON
    features and gives GeoJSON clusters; under Node it is what `require` returns. It needs no other
    script; docs/clusters.md describes the class.
    """
    given = 'if (typeof module === "object") module.exports = strikeClusters;\n'
    return f'"use strict";\n{bundle_script(CLUSTERS, "strikeClusters")}{given}'


@cache
def loader_script() -> str:
    """Return the ES module of Streamlit's heavy part: Leaflet, the layer, styles; no globals."""
    bundles = bundle_script() + bundle_script(OUTBOX, "outbox")
    return _make_loader(bundles, STREAMLIT_LOADER, read_styles())


@cache
def picker_script() -> str:
    """Return the ES module of the picker's heavy part, as `loader_script` is the map's."""
    return _make_hand_map(PICKER)


@cache
def squares_script() -> str:
    """Return the ES module of the heavy part of the map of squares, as `picker_script` does."""
    return _make_hand_map(SQUARES)


def _make_hand_map(script: str) -> str:
    styles = read_styles() + (STATIC / PICKER_STYLES).read_text(encoding="utf-8")
    return _make_loader(bundle_script(script, "handMap"), HAND_MAP_LOADER, styles)


def _make_loader(bundle: str, host: str, styles: str) -> str:
    wrapped = (
        "const Leaflet = (() => {\nconst exports = {};\nconst module = { exports };\n"
        f"{leaflet_script()}\nreturn module.exports.noConflict();\n}})();\n"
    )
    sides = [(STATIC / name).read_text(encoding="utf-8") for name in (host, STREAMLIT_OFFER)]
    return f"{wrapped}{bundle}const STYLES = {json.dumps(styles)};\n{''.join(sides)}"


@cache
def control_script() -> str:
    """Return the ES module of Streamlit's light part, which is sent again with every change."""
    return (STATIC / STREAMLIT_CONTROL).read_text(encoding="utf-8")


@cache
def read_styles() -> str:
    """Return Leaflet's style sheet, its pictures as data addresses, and the layer's own."""
    sheet = (Path(leaflet.BASE_DIR) / "leaflet.css").read_text(encoding="utf-8")
    embedded = re.sub(
        r"url\((images/[\w-]+\.png)\)", lambda match: f"url({_embed_picture(match[1])})", sheet
    )
    return embedded + "".join(path.read_text(encoding="utf-8") for path in _list_styles())


def _embed_picture(path: str) -> str:
    """Return a picture of Leaflet's as a data address."""
    picture = base64.b64encode((Path(leaflet.BASE_DIR) / path).read_bytes()).decode("ascii")
    return f"data:image/png;base64,{picture}"


def _list_styles() -> list[Path]:
    """Return the style sheets of the map layer: that of all its parts, then each folder's own."""
    own = [path for path in sorted(STATIC.glob("*/*.css")) if path != STATIC / PICKER_STYLES]
    return sorted(own, key=lambda path: path.parent.name != "look")
