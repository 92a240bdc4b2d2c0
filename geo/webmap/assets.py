"""The map layer's scripts and styles as texts: own files of `static/`, Leaflet from its package."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

__all__ = [
    "bundle_script", "control_script", "leaflet_script", "loader_script", "read_styles",
]  # fmt: skip

STATIC = Path(__file__).parent / "static"
ENTRY = "strikes.js"
STREAMLIT_LOADER, STREAMLIT_CONTROL = "streamlit_loader.js", "streamlit_control.js"
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def bundle_script() -> str:
    """Return one script that defines `strikeMap` from the files of `static/`, and nothing else."""
    hosts = (STREAMLIT_LOADER, STREAMLIT_CONTROL)
    files = sorted(path for path in STATIC.glob("*.js") if path.name not in hosts)
    modules = ",\n".join(
        f'"./{path.name}": function (module, require) {{\n{path.read_text(encoding="utf-8")}}}'
        for path in files
    )
    return (
        "const strikeMap = (() => {\n"
        f"const files = {{\n{modules}\n}};\n"
        "const loaded = {};\n"
        "const require = (name) => {\n"
        "  if (!loaded[name]) {\n"
        "    loaded[name] = { exports: {} };\n"
        "    files[name](loaded[name], require);\n"
        "  }\n"
        "  return loaded[name].exports;\n"
        "};\n"
        f'return require("./{ENTRY}");\n'
        "})();\n"
    )


@cache
def leaflet_script() -> str:
    """Return Leaflet's own script; run as it is, it defines the global `L`."""
    text = (Path(leaflet.BASE_DIR) / "leaflet.js").read_text(encoding="utf-8")
    return SOURCE_MAP.sub("", text)


@cache
def loader_script() -> str:
    """Return the ES module of Streamlit's heavy part: Leaflet, the layer, styles; no globals."""
    wrapped = (
        "const Leaflet = (() => {\nconst exports = {};\nconst module = { exports };\n"
        f"{leaflet_script()}\nreturn module.exports.noConflict();\n}})();\n"
    )
    styles = f"const STYLES = {json.dumps(read_styles())};\n"
    host = (STATIC / STREAMLIT_LOADER).read_text(encoding="utf-8")
    return f"{wrapped}{bundle_script()}{styles}{host}"


@cache
def control_script() -> str:
    """Return the ES module of Streamlit's light part, which is sent again with every change."""
    return (STATIC / STREAMLIT_CONTROL).read_text(encoding="utf-8")


@cache
def read_styles() -> str:
    """Return Leaflet's style sheet, its pictures as data addresses, and the layer's own."""
    root = Path(leaflet.BASE_DIR)
    sheet = (root / "leaflet.css").read_text(encoding="utf-8")

    def embed(match: re.Match[str]) -> str:
        picture = base64.b64encode((root / match[1]).read_bytes()).decode("ascii")
        return f"url(data:image/png;base64,{picture})"

    embedded = re.sub(r"url\((images/[\w-]+\.png)\)", embed, sheet)
    return embedded + (STATIC / "strikes.css").read_text(encoding="utf-8")
