"""A page in points, y downwards, that draws through matplotlib: text, lines, shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import shapely
from matplotlib.artist import Artist
from matplotlib.collections import EllipseCollection, LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from geo.briefing.drawing.colours import COLOURS, find_colour
from geo.briefing.drawing.fonts import Typeface
from geo.briefing.drawing.frame import Rect
from geo.briefing.drawing.line_of_text import LineOfText
from geo.briefing.drawing.raster import Raster
from geo.briefing.terms.words import RTL_LETTER

__all__ = ["Canvas"]

# A line runs the sheet's own way even where it starts in the other script.
RAISED = 20.0  # layers over all others
_RIGHT_TO_LEFT, _LEFT_TO_RIGHT = "\u200f", "\u200e"


class Canvas:
    """One page; every text it writes is one artist, marked with what it is."""

    def __init__(self, width: float, height: float, *, dpi: float, typeface: Typeface) -> None:
        self.width, self.height = width, height
        self.typeface = typeface
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=dpi, facecolor="white")
        self._points = Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72)
        self.transform = self._points + self.figure.dpi_scale_trans
        self.clip: Rect | None = None
        self._raised = ""
        self.part = "page"  # of svg_layers.PARTS: what is drawn next is of it

    def add(self, artist: Artist, *, layer: float) -> None:
        """Put an artist made in points on the page, within the clip where one is set."""
        artist.set_zorder(layer + (RAISED if self._raised else 0))
        if self.clip is not None:
            clip = self.clip
            artist.set_clip_path(
                Path.unit_rectangle(),
                Affine2D().scale(clip.width, clip.height).translate(clip.x, clip.y)
                + self.transform,
            )
        self._put(artist)

    def _put(self, artist: Artist) -> None:
        """Put an artist on the page, its id saying of which part it is and that it is the next."""
        part = self._raised or self.part
        artist.set_gid(f"{part.replace(' ', '_')}.{len(self.figure.artists)}")
        self.figure.add_artist(artist)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float,
        bold: bool = False,
        colour: str = "ink",
        align: str = "left",
        halo: str = "",
        layer: float = 10,
        role: str = "text",
        url: str = "",
    ) -> None:
        """Write one line, y its baseline.

        halo: the colour of an outline under it, by its name. url: what it leads to, in the
        formats that have links.
        """
        text = text.replace("\xa0", " ")
        if self.typeface.rtl:
            text = f"{_RIGHT_TO_LEFT}{text}"
        elif RTL_LETTER.search(text):
            text = f"{_LEFT_TO_RIGHT}{text}"
        font = self.typeface.properties(size, bold=bold)
        common = {
            "fontproperties": font, "ha": align, "va": "baseline", "transform": self.transform,
            "parse_math": False, "wide": self.typeface.width(text, size, bold=bold),
        }  # fmt: skip
        if halo:
            under = LineOfText(x, y, text, color=COLOURS[halo], **common)  # type: ignore[arg-type]
            under.set_path_effects([Stroke(linewidth=size * 0.28, foreground=COLOURS[halo])])
            under.set_label("halo")
            under.set_alpha(0.9)
            self._write(under, layer - 0.1)
        artist = LineOfText(x, y, text, color=COLOURS[colour], **common)  # type: ignore[arg-type]
        artist.set_label(role)
        if url:
            artist.set_url(url)
        self._write(artist, layer)

    def _write(self, artist: Text, layer: float) -> None:
        artist.set_zorder(layer + (RAISED if self._raised else 0))
        self._put(artist)

    @contextmanager
    def raised(self, part: str) -> Iterator[None]:
        """Put what is drawn meanwhile over all that is not, as a part of its own."""
        self._raised = part
        try:
            yield
        finally:
            self._raised = ""

    @contextmanager
    def without(self, role: str) -> Iterator[Figure]:
        """Give the figure without the lines of a role, for as long as it is used."""
        hidden = [artist for artist in self.figure.artists if artist.get_label() == role]
        for artist in hidden:
            artist.set_visible(False)
        try:
            yield self.figure
        finally:
            for artist in hidden:
                artist.set_visible(True)

    def rect(
        self,
        rect: Rect,
        *,
        fill: str = "none",
        edge: str = "none",
        line: float = 0.6,
        layer: float = 1,
    ) -> None:
        """Draw a rectangle; fill and edge are names of COLOURS or none."""
        patch = Rectangle(
            (rect.x, rect.y), rect.width, rect.height, transform=self.transform,
            facecolor=COLOURS.get(fill, "none"), edgecolor=COLOURS.get(edge, "none"),
            linewidth=line if edge != "none" else 0, joinstyle="miter",
        )  # fmt: skip
        self.add(patch, layer=layer)

    def picture(self, pixels: np.ndarray, rect: Rect, *, layer: float) -> None:
        """Lay a grey picture with alpha, (h, w, 4) bytes, the first row on top, on a rectangle."""
        artist = Raster(pixels, rect, self.transform)
        artist.set_zorder(layer + (RAISED if self._raised else 0))
        self._put(artist)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str,
        edge: str = "none",
        layer: float = 6,
    ) -> None:
        """Draw a filled polygon."""
        patch = Polygon(
            np.array(points), closed=True, transform=self.transform, linewidth=0.6,
            facecolor=COLOURS.get(fill, "none"), edgecolor=COLOURS.get(edge, "none"),
        )  # fmt: skip
        self.add(patch, layer=layer)

    def lines(
        self,
        lines: Iterable[Sequence[tuple[float, float]]],
        *,
        colour: str = "ink",
        width: float = 0.6,
        layer: float = 5,
        dashed: bool = False,
    ) -> None:
        """Draw lines, each a sequence of points."""
        drawn = LineCollection(
            [np.asarray(line) for line in lines], colors=COLOURS[colour], linewidths=width,
            linestyles=(0, (3, 2)) if dashed else "solid", transform=self.transform,
            capstyle="butt",
        )  # fmt: skip
        self.add(drawn, layer=layer)

    def circles(
        self,
        centres: np.ndarray,
        radii: np.ndarray,
        *,
        fill: str | Sequence[str] = "none",
        edge: str | Sequence[str] = "none",
        line: float = 0.8,
        alpha: float = 1.0,
        layer: float = 6,
    ) -> None:
        """Draw circles: centres (n, 2) and radii (n) in points; a colour for all or for each."""
        if not len(centres):
            return
        drawn = EllipseCollection(
            2 * radii / 72, 2 * radii / 72, np.zeros(len(radii)), units="inches",
            offsets=centres, offset_transform=self.transform, linewidths=line,
            facecolors=_list_colours(fill, alpha), edgecolors=_list_colours(edge, 1.0),
        )  # fmt: skip
        self.add(drawn, layer=layer)

    def shapes(
        self,
        shapes: Iterable[shapely.Geometry],
        *,
        fill: str | Sequence[str] = "none",
        edge: str = "none",
        line: float = 0.6,
        layer: float = 1,
        hatch: str = "",
        dashed: bool = False,
        alpha: float = 1.0,
    ) -> None:
        """Draw polygons and lines that are already in points of the page.

        fill: a colour for all, or for polygons one for each.
        """
        paths = [path for shape in shapes for path in _paths(shape)]
        if not paths:
            return
        drawn = PathCollection(
            paths, transform=self.transform, linewidths=line if edge != "none" else 0,
            facecolors=_list_colours(fill, alpha),
            edgecolors=find_colour(edge) if edge != "none" else "none",
            linestyles=(0, (4, 2.4)) if dashed else "solid",
            hatch=hatch or None,
        )  # fmt: skip
        self.add(drawn, layer=layer)


def _list_colours(names: str | Sequence[str], alpha: float) -> str | list[tuple[str, float]]:
    """Return what matplotlib takes for the names of colours: one for all or one for each."""
    if names == "none":
        return "none"
    return [(find_colour(name), alpha) for name in ([names] if isinstance(names, str) else names)]


def _paths(shape: shapely.Geometry) -> list[Path]:
    """Return matplotlib paths of polygons (with holes) and lines."""
    paths = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            rings = [part.exterior, *part.interiors]
        elif part.geom_type in ("LineString", "LinearRing"):
            rings = [part]
        else:
            continue
        closed = part.geom_type == "Polygon"
        pieces = [Path(shapely.get_coordinates(ring), closed=closed) for ring in rings]
        paths.append(Path.make_compound_path(*pieces))
    return paths
