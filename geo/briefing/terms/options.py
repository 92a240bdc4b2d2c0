"""What a briefing sheet is asked to be: paper, language, extent, lines of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any, Literal

from geo.briefing.terms.insets import ViewBox, read_box, read_insets
from geo.briefing.terms.languages import LANGUAGES
from geo.briefing.terms.notes import MOST_NOTES, Note, read_note
from geo.errors import FilterError, SheetError
from geo.release.held import Held
from geo.strikes.filters import Filters

__all__ = [
    "EXTENTS",
    "GROUNDS",
    "GROUPINGS",
    "LABELS",
    "PAPERS",
    "PROJECTIONS",
    "RULES",
    "TRENDS",
    "Paper",
    "SheetOptions",
]


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of sheet: width and height in points (1/72 inch), dots per inch of its picture.

    `small` is the size in points of the smallest text: 8 points once the sheet is on A4.
    """

    width: float
    height: float
    dpi: int
    small: float

    @property
    def upright(self) -> bool:
        """Whether the map stands over the tables rather than beside them."""
        return self.height >= self.width


PAPERS: dict[str, Paper] = {
    "16:9": Paper(960, 540, 192, 9.2),  # 2560 x 1440 pixels
    "4:3": Paper(720, 540, 192, 8.2),  # 1920 x 1440 pixels
    "square": Paper(720, 720, 192, 9.7),  # 1920 x 1920 pixels
    "a4": Paper(2480 * 0.24, 3508 * 0.24, 300, 8.0),
    "a4-landscape": Paper(3508 * 0.24, 2480 * 0.24, 300, 8.0),
    "letter": Paper(612, 792, 300, 8.25),
    "letter-landscape": Paper(792, 612, 300, 8.25),
}
PROJECTIONS = ("transverse-mercator", "lambert-conformal", "mercator")
EXTENTS = ("auto", "country", "strikes")
LABELS = ("latin", "local", "both")
GROUNDS = ("auto", "none")
TRENDS = ("area", "actor")
GROUPINGS = ("kind", "actor")
WRITTEN = ("title", "headline", "subtitle", "handling", "extent", "dataset", "compare", "credit")
LATER = (
    "headline",
    "strike",
    "trend",
    "compare",
    "credit",
    "colour",
    "graticule",
    "release",
    "notes",
    "insets",
)  # parts that sheets of before have not
USUAL = {"labels": LABELS[0], "ground": GROUNDS[0]}  # what is not told where it is so
RULES = "release_rules"  # what the files of a release say of its profile beside the name
_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """Everything about a sheet but its data; equal options and data give equal bytes.

    headline: the finding that heads the sheet, drafted from the data where it is ''. extent:
    `strikes` (what the filters leave), `country`, `auto` (the strikes, or the country where they
    lie in most of it), a governorate's code or name, or `west,south,east,north` in degrees; the
    last two choose the strikes of the sheet too. as_of:
    day that the data stands for; None takes SOURCE_DATE_EPOCH, else the newest claim's date,
    never the clock. digits: `arabic` writes Arabic-Indic digits, in an Arabic sheet only.
    undated: whether strikes without a date, which no period has, are on the sheet. dataset:
    the published table that the data are of, as a `Reading` names it, the first of the sources.
    metadata: whether files hold filters, data hash and editions. labels: names on the map in Latin
    letters, in the main script of their country or in both; a sheet in another language than
    English has that language's, where they are known. strike: the id of the one strike that the
    sheet is of, with every claim of it. trend: by what small charts of time stand in the map's
    place. compare: the other set that bars of areas stand for there too: a period FIRST..LAST of
    days, or the query string of its filters. credit: who made the sheet, the last of its credits.
    colour: by what the circles of the map are coloured, '' for one hue. graticule: whether the map
    has meridians and parallels. against: the filters that `compare` asks for, once `settle` has
    found what they name. release: the name of the profile that the data were released by, and
    held: what it held back. notes: of the author on the map, each as `read_note` reads it. insets:
    as `read_insets` reads them, () for those that the data choose. ground: rivers, lakes and hill
    shading under the map, `auto` where they help. Raises SheetError for a word it does not know.
    """

    title: str = ""
    headline: str = ""
    subtitle: str = ""
    filters: Filters = field(default_factory=Filters)
    paper: str = "16:9"
    language: str = "en"
    digits: Literal["western", "arabic"] = "western"
    extent: str = "auto"
    projection: str = "transverse-mercator"
    as_of: date | None = None
    handling: str = ""
    undated: Literal["with", "without", "only"] = "with"
    dataset: str = ""
    metadata: bool = True
    labels: Literal["latin", "local", "both"] = "latin"
    strike: str = ""
    trend: Literal["", "area", "actor"] = ""
    compare: str = ""
    credit: str = ""
    colour: Literal["", "kind", "actor"] = ""
    graticule: bool = False
    against: Filters | None = None
    release: str = ""
    held: Held | None = None
    notes: tuple[str, ...] = ()
    insets: tuple[str, ...] = ()
    ground: Literal["auto", "none"] = "auto"

    def __post_init__(self) -> None:
        _check("paper", self.paper, tuple(PAPERS))
        _check("language", self.language, tuple(LANGUAGES))
        _check("labels", self.labels, LABELS)
        _check("undated", self.undated, ("with", "without", "only"))
        _check("digits", self.digits, ("western", "arabic"))
        _check("projection", self.projection, PROJECTIONS)
        _check("trend", self.trend, ("", *TRENDS))
        _check("colour", self.colour, ("", *GROUPINGS))
        _check("ground", self.ground, GROUNDS)
        for name in WRITTEN:
            object.__setattr__(self, name, " ".join(getattr(self, name).split()))
        object.__setattr__(self, "notes", tuple(note.to_text() for note in self.list_notes()))
        object.__setattr__(self, "insets", read_insets(self.insets))
        self.view_box()
        self.compared()
        if sum(map(bool, (self.strike, self.trend, self.compare))) > 1:
            raise SheetError("a sheet is of one strike, a trend or a comparison; choose one")

    def list_notes(self) -> list[Note]:
        """Return the author's notes; raises SheetError for one that cannot be read, or too many."""
        if len(self.notes) > MOST_NOTES:
            raise SheetError(f"note: {len(self.notes)} of them; {MOST_NOTES} are the most")
        return [read_note(said) for said in self.notes]

    def compared(self) -> Filters:
        """Return the filters of the set that is compared with: another period, or its own."""
        if self.against is not None:
            return self.against
        period = _PERIOD.fullmatch(self.compare)
        try:
            if period:
                first, last = map(date.fromisoformat, period.groups())
                return replace(self.filters, date_from=first, date_to=last)
            return Filters.from_query(self.compare)
        except (ValueError, FilterError) as error:
            raise SheetError(
                f"compare: {self.compare!r} is neither a period, such as 2015-10-01..2015-10-31, "
                f"nor a filter, such as actor=Russia ({error})"
            ) from error

    def settle(
        self, settle: Callable[[Filters], Filters], compared: Callable[[Filters], Filters]
    ) -> SheetOptions:
        """Return the options with the areas, circles and layers found that their filters name.

        settle: finds those of the sheet's own filters; compared: those of the set compared with.
        """
        found = replace(self, filters=settle(self.filters), against=None)
        if not self.compare:
            return found
        other = compared(found.compared())
        if _PERIOD.fullmatch(self.compare):
            return found  # the other period has the sheet's own filters, found by now
        return replace(found, compare=other.to_query() or self.compare, against=other)

    @property
    def has_plate(self) -> bool:
        """Whether charts stand in the place of the map."""
        return bool(self.trend or self.compare)

    def has_layer(self, name: str) -> bool:
        """Whether an own layer is of the sheet: of charts only that which strikes are near to.

        A filter by one of a layer's values has a name such as "Control: North".
        """
        near = [each.near_layer for each in (self.filters, self.compared()) if each.near_layer]
        asked = [each.name.casefold() for each in near]
        own = name.casefold()
        return not self.has_plate or any(one == own or one.startswith(f"{own}: ") for one in asked)

    def view_box(self) -> ViewBox | None:
        """Return west, south, east, north where the extent is a box, else None."""
        return read_box(self.extent, "extent")

    def to_json(self) -> dict[str, Any]:
        """Return the options as plain values, in a fixed order."""
        values = asdict(self)
        values["filters"] = self.filters.to_query()
        values["as_of"] = self.as_of.isoformat() if self.as_of else None
        del values["metadata"], values["against"], values["held"]
        for name, usual in USUAL.items():
            if values[name] == usual:
                del values[name]  # sheets of before have none
        for name in LATER:
            if not values[name]:
                del values[name]
        if self.held is not None:
            values[RULES] = self.held.rules
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> SheetOptions:
        """Read what `to_json` wrote; raises SheetError where a part is missing or unknown."""
        try:
            before: dict[str, Any] = {"dataset": "", **USUAL, **dict.fromkeys(LATER, "")}
            before |= {"graticule": False, "notes": (), "insets": ()}
            values = {**before, **values}  # sheets of before have none of these
            known = {name: values[name] for name in (*cls().to_json(), *USUAL, *LATER)}
            lists = {name: known.pop(name) for name in ("notes", "insets")}
            for name, value in [*known.items(), *_each_of(lists)]:
                _check_type(name, value)
            known |= {name: tuple(several) for name, several in lists.items()}
            known["filters"] = Filters.from_query(known["filters"])
            known["as_of"] = date.fromisoformat(known["as_of"]) if known["as_of"] else None
        except (KeyError, TypeError, ValueError) as error:
            raise SheetError(f"sheet: its options cannot be read ({error})") from error
        return replace(cls(), **known)


def _each_of(lists: dict[str, Any]) -> Iterable[tuple[str, object]]:
    """Yield the name of each list with each that it holds; raises TypeError for what is none."""
    for name, several in lists.items():
        if not isinstance(several, (list, tuple)):
            raise TypeError(f"{name} is {str(several)[:40]!r}, which is no list")
        yield from ((name, each) for each in several)


def _check_type(name: str, value: object) -> None:
    """Raise TypeError for a part that is not of the kind that `to_json` writes."""
    kind = bool if name == "graticule" else str
    if not isinstance(value, kind) and (name, value) != ("as_of", None):
        wanted = "neither true nor false" if kind is bool else "no text"
        raise TypeError(f"{name} is {str(value)[:40]!r}, which is {wanted}")


def _check(name: str, value: str, words: tuple[str, ...]) -> None:
    if value not in words:
        raise SheetError(f"{name}: {value!r} is unknown; use one of {', '.join(words)}")
