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
    "bundle_script", "control_script", "leaflet_script", "loader_script", "read_styles",
]  # fmt: skip

STATIC = Path(__file__).parent / "static"
ENTRY, STYLES = "strikes.js", "look/strikes.css"
STREAMLIT_LOADER, STREAMLIT_CONTROL = "host/streamlit_loader.js", "host/streamlit_control.js"
REQUIRE = re.compile(r'require\("(\.[^"]+)"\)')
COMMENT = re.compile(
    r"^ *(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE
)  # on lines of its own
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def bundle_script() -> str:
    """Return one script that defines `strikeMap` from the files of `static/`, and nothing else.

    It holds what the entry requires, directly or not, in the order of the paths; comments on
    lines of their own stay behind.
    """
    modules = ",\n".join(
        f'"{name}": function (module, require) {{\n{text}}}'
        for name, text in sorted(_collect_modules().items())
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
        f'return require("{ENTRY}");\n'
        "})();\n"
    )


def _collect_modules() -> dict[str, str]:
    """Return the scripts that the entry needs by path, their requires named by path too."""
    modules: dict[str, str] = {}
    waiting = [ENTRY]
    while waiting:
        name = waiting.pop()
        if name in modules:
            continue
        text = COMMENT.sub("", (STATIC / name).read_text(encoding="utf-8"))
        folder = posixpath.dirname(name)
        paths = {wanted: _resolve(folder, wanted) for wanted in REQUIRE.findall(text)}
        for wanted, path in paths.items():
            text = text.replace(f'require("{wanted}")', f'require("{path}")')
        modules[name] = text
        waiting += paths.values()
    return modules


def _resolve(folder: str, wanted: str) -> str:
    """Return the path under `static/` of what a script of a folder requires, as Node has it."""
    return posixpath.normpath(posixpath.join(folder, wanted))


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
    return embedded + (STATIC / STYLES).read_text(encoding="utf-8")
