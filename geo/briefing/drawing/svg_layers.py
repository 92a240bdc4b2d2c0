"""The parts of a page as layers of its SVG, titled, which Inkscape and Illustrator list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

__all__ = ["PARTS", "group_layers"]

# Of a page, from the lowest to the highest; what is not of the map is of "page".
PARTS = ("paper", "ground", "own layers", "beyond extent", "uncertainty", "names", "notes",
         "strikes", "insets", "page")  # fmt: skip
INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
# matplotlib writes what a figure holds as groups that are indented by two and end likewise.
_FIGURE = re.compile(r'^ <g id="figure_1">\n(.*)^ </g>\n', re.DOTALL | re.MULTILINE)
_GROUP = re.compile(r'^  <g id="([^"]*)">\n.*?^  </g>\n', re.DOTALL | re.MULTILINE)


def group_layers(svg: str, name: Callable[[str], str]) -> str:
    """Put the groups of a page's SVG into a layer for each part, in the order of PARTS.

    A group's id begins with its part, as `Canvas` says it; one without is of the paper. name:
    gives a part's title. Raises ValueError where the SVG is not as matplotlib writes it.
    """
    figure = _FIGURE.search(svg)
    if figure is None:
        raise ValueError("the SVG has no figure of which layers can be made")
    layers = "".join(_list_layers(figure.group(1), name))
    grouped = svg[: figure.start()] + layers + svg[figure.end() :]
    return grouped.replace("<svg ", f'<svg xmlns:inkscape="{INKSCAPE}" ', 1)


def _list_layers(groups: str, name: Callable[[str], str]) -> Iterator[str]:
    held: dict[str, list[str]] = {}
    for group in _GROUP.finditer(groups):
        part = group.group(1).partition(".")[0].replace("_", " ")
        held.setdefault(part if part in PARTS else PARTS[0], []).append(group.group())
    for part in PARTS:
        if part in held:
            title = escape(name(part))
            about = f'inkscape:groupmode="layer" inkscape:label="{title}"'
            yield f'  <g id="{part.replace(" ", "_")}" {about}>\n  <title>{title}</title>\n'
            yield from (*held[part], "  </g>\n")
