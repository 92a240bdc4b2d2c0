"""The map layer's scripts and styles as texts: own files of `static/`, Leaflet from its package."""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

__all__ = ["bundle_script", "leaflet_script", "module_script", "read_styles"]

STATIC = Path(__file__).parent / "static"
ENTRY = "strikes.js"
STREAMLIT_HOST = "streamlit_host.js"
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def bundle_script() -> str:
    """Return one script that defines `strikeMap` from the files of `static/`, and nothing else."""
    files = sorted(path for path in STATIC.glob("*.js") if path.name != STREAMLIT_HOST)
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
def module_script() -> str:
    """Return the Streamlit component's ES module: Leaflet, the layer and the host, no globals."""
    host = (STATIC / STREAMLIT_HOST).read_text(encoding="utf-8")
    wrapped = (
        "const Leaflet = (() => {\nconst exports = {};\nconst module = { exports };\n"
        f"{leaflet_script()}\nreturn module.exports.noConflict();\n}})();\n"
    )
    return f"{wrapped}{bundle_script()}{host}"


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
