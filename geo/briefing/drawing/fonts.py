"""Fonts of a sheet: found on this machine, measured in points, text wrapped to a width."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib as mpl
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontEntry, FontProperties, findfont, fontManager
from matplotlib.ft2font import FT2Font

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.terms.languages import LANGUAGES
from geo.errors import SheetError

__all__ = ["Typeface", "can_draw", "clean", "drawing"]

# Open fonts from pip packages (SIL OFL 1.1), under names of our own so that no font of the
# machine is taken for them; matplotlib brings DejaVu for what they lack.
_PACKAGED = {
    "sheet latin": ("fontpkg_fira_sans", "FiraSans-{}.ttf"),
    "sheet arabic": ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-{}.ttf"),
}
_ON_SYSTEM = {
    "sheet latin": ("Fira Sans", "Noto Sans", "Liberation Sans", "Arial"),
    "sheet arabic": ("IBM Plex Sans Arabic", "Noto Sans Arabic", "Noto Naskh Arabic", "Arial"),
}
_LAST = "DejaVu Sans"
_WEIGHTS = {"Regular": 400, "Bold": 700}
_UNIT = 10.0  # points that a text is measured at
_UNIT_DPI = 720
_LONGEST = 1000  # letters that are measured at once; no line of a sheet holds as many
_LOCK = threading.RLock()
_held: list[bool] = []  # whether the thread that has the lock has set the settings already
_DRAWING: dict[str, object] = {
    "text.hinting": "none",  # widths grow with size alone, so that one measure serves all
    "text.parse_math": False,
    "text.usetex": False,
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "pdf.use14corefonts": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "strikemap",
    "path.simplify": False,
    "hatch.linewidth": 0.6,
    "hatch.color": COLOURS["outline"],
    "axes.unicode_minus": True,
    "savefig.bbox": None,
}
_SOFT = re.compile(r"([–/-])(?=\w)")
# A no-break space keeps the parts of a date together, a narrow one those of a number.
_SPACES = re.compile(r"[^\S\xa0\u202f]+")
_APART = re.compile(r"(?<!\d)\xa0|\xa0(?!\d)")  # where a word too wide comes apart: in no number
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]"
)


@contextmanager
def drawing() -> Iterator[None]:
    """Hold matplotlib's settings, which all threads share, as a sheet needs them."""
    with _LOCK:
        if _held:
            yield
            return
        _held.append(True)
        try:
            with mpl.rc_context():
                mpl.rcdefaults()
                for name, value in _DRAWING.items():
                    mpl.rcParams[name] = value  # type: ignore[index] # the stub knows literals only
                _register()  # pages may have been drawn by another process
                yield
        finally:
            _held.pop()


def clean(text: object) -> str:
    """Return text as one line without control and direction characters."""
    return _SPACES.sub(" ", _CONTROL.sub(" ", str(text))).strip(" ")


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """Return the letters that some font of a sheet has, as numbers."""
    with _LOCK:
        files = _register()
        return frozenset().union(*(FT2Font(str(f[400])).get_charmap() for f in files.values()))


def can_draw(text: str) -> bool:
    """Say whether the fonts of a sheet have every letter of a text."""
    return all(ord(letter) in _letters() for letter in text)


def _packaged(package: str, pattern: str, style: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0]) / "files" / pattern.format(style)
    return path if path.is_file() else None


def _on_system(names: tuple[str, ...], weight: int) -> Path | None:
    for name in names:
        try:
            found = findfont(FontProperties(family=name, weight=weight), fallback_to_default=False)
        except ValueError:
            continue
        return Path(found)
    return None


@lru_cache(maxsize=1)
def _register() -> dict[str, dict[int, Path]]:
    """Make the fonts known to matplotlib: our name -> weight -> file."""
    found: dict[str, dict[int, Path]] = {}
    for name, (package, pattern) in _PACKAGED.items():
        for style, weight in _WEIGHTS.items():
            path = _packaged(package, pattern, style) or _on_system(_ON_SYSTEM[name], weight)
            if path is not None:
                found.setdefault(name, {})[weight] = path
                entry = FontEntry(fname=str(path), name=name, weight=weight)
                fontManager.ttflist.append(entry)
    found[_LAST] = {
        weight: Path(findfont(FontProperties(family=_LAST, weight=weight)))
        for weight in _WEIGHTS.values()
    }
    return found


class Typeface:
    """The fonts of one language: names for drawing, files for embedding, widths in points."""

    def __init__(self, language: str) -> None:
        with _LOCK:
            files = _register()
        order = ["sheet latin", "sheet arabic", _LAST]
        if language == "ar":
            order[:2] = reversed(order[:2])
            if "sheet arabic" not in files:
                raise SheetError(
                    "an Arabic sheet needs an Arabic font, and none is installed; "
                    "run `pip install fontpkg-ibm-plex-sans-arabic`"
                )
        self.language, self.rtl = language, LANGUAGES[language].rtl
        self.families = [name for name in order if name in files]
        self.files = {name: files[name] for name in self.families}

    def properties(self, size: float, *, bold: bool = False) -> FontProperties:
        """Return what matplotlib draws with; size in points."""
        weight = 700 if bold else 400
        return FontProperties(family=self.families, size=size, weight=weight)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of one line in points."""
        return _unit_width(tuple(self.families), text, bold) * size / _UNIT

    def wrap(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """Return the lines of a text within a width in points; a word too long is cut."""
        lines: list[str] = []
        line, used = "", 0.0
        space = self.width("n n", size, bold=bold) - 2 * self.width("n", size, bold=bold)
        for word, apart in self._words(clean(text), width, size, bold):
            wide, gap = self.width(word, size, bold=bold), space if apart else 0.0
            if line and used + gap + wide > width:
                lines.append(line)
                line, used = word, wide
            else:
                line = f"{line} {word}" if line and apart else f"{line}{word}"
                used += wide + (gap if used else 0)
        return [*lines, line] if line else lines

    def _words(
        self, text: str, width: float, size: float, bold: bool
    ) -> Iterator[tuple[str, bool]]:
        """Yield what may stand on a line of its own, and whether a space parts it from before."""
        for word, apart in self._tokens(text, width, size, bold):
            rest, first = word, apart
            while rest:
                keep = self._count_fitting(rest[:_LONGEST], width, size, bold)
                yield rest[:keep], first
                rest, first = rest[keep:], False

    def _count_fitting(self, word: str, width: float, size: float, bold: bool) -> int:
        """Return how many letters of a word, one at least, a line of the width holds."""
        wide = self.width(word, size, bold=bold)
        if wide <= width:
            return len(word)
        keep = int(len(word) * width / wide)
        while keep > 1 and self.width(word[:keep], size, bold=bold) > width:
            keep -= 1
        return max(1, keep)

    def _tokens(
        self, text: str, width: float, size: float, bold: bool
    ) -> Iterator[tuple[str, bool]]:
        """Yield the words; one too wide comes apart at no-break spaces and after dashes."""
        for word in text.split(" "):
            if len(word) > _LONGEST or self.width(word, size, bold=bold) > width:
                for part in _APART.split(word):
                    for at, piece in enumerate(filter(None, _SOFT.sub("\\1 ", part).split(" "))):
                        yield piece, at == 0
            else:
                yield word, True

    def shorten(self, text: str, width: float, size: float, *, bold: bool = False) -> str:
        """Return the text, cut with an ellipsis where one line of the width cannot hold it."""
        whole = clean(text)
        text = whole[:_LONGEST]
        if text == whole and self.width(text, size, bold=bold) <= width:
            return text
        free = width - self.width("…", size, bold=bold)
        keep = len(text)
        while keep and self.width(text[:keep], size, bold=bold) > free:
            keep = min(keep - 1, int(keep * free / self.width(text[:keep], size, bold=bold)) + 1)
        return text[:keep].rstrip() + "…"


@lru_cache(maxsize=1)
def _renderer() -> RendererAgg:
    return RendererAgg(8, 8, _UNIT_DPI)  # type: ignore[no-untyped-call] # no hints there


@lru_cache(maxsize=20_000)
def _unit_width(families: tuple[str, ...], text: str, bold: bool) -> float:
    """Width in points at the unit size."""
    font = FontProperties(family=list(families), size=_UNIT, weight=700 if bold else 400)
    with drawing():
        measured = _renderer().get_text_width_height_descent(  # type: ignore[no-untyped-call]
            text, font, False
        )
    return float(measured[0]) * 72 / _UNIT_DPI
