"""Where a text has lists of fields: lines "Place: X", cells between bars, tables with a header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from reports.sentences import split_sentences
from reports.words.attacks import find_acts
from reports.words.days import find_days
from reports.words.gate import Gated
from reports.words.standing import standing_of
from reports.words.tolls import NOTHING, Range, Toll, find_toll
from reports.words.wording import Wording, load_wording

__all__ = ["OF_SOME", "Field", "bounds_of_cell", "find_sheets", "kind_told_in", "lines_of",
           "texts_below", "toll_of_remarks"]  # fmt: skip

_LINE = re.compile(
    r"^[ \t\-•*]*([^\W\d][^:\n]{1,40}?)[ \t]*[:：][ \t]*(\S[^\n]*?)[ \t\r]*$", re.MULTILINE
)
# The same between bars: "No. 7 | Place: X | Date: 3 May 2023".
_CELL = re.compile(
    r"(?:^|[|])[ \t\-•*]*([^\W\d][^:|\n]{1,40}?)[ \t]*[:：][ \t]*(\S[^|\n]*?)[ \t\r]*(?=[|\n]|$)",
    re.MULTILINE,
)
# The same one after another: "Place: X; Date: 3 May 2023; Killed: 2".
_PART = re.compile(
    r"(?:^|;)[ \t\-•*]*([^\W\d][^:;\n]{1,40}?)[ \t]*[:：][ \t]*(\S[^;\n]*?)[ \t\r]*(?=[;\n]|$)",
    re.MULTILINE,
)
_PARTED = re.compile(
    r"^(?:[^:;\n]{2,42}[:：][^;\n]*;[ \t]*){2,}[^:;\n]{2,42}[:：][^\n]*$", re.MULTILINE
)
_FULL = re.compile(r"\S(?:[^\n]*\S)?")  # a line that is not blank
_LABEL = 40  # signs of a label
_ROW = re.compile(r"^[^|\n]*(?:\|[^|\n]*){2,}$", re.MULTILINE)  # of cells
_SIGNS = ":：|"  # behind a label or between cells
_RULE = re.compile(r"[\s|:+=–—-]*")  # a line that only parts a header from its rows
_GAP = re.compile(r"\n[ \t\r]*\n")
_SPLIT = re.compile(r"\D*\d+(?:\s*[+./&]\s*|[\s,]+(?!\d{3}(?!\d)))\d")  # "1+1", "3.5"
_LABELS_KEPT = 4096  # a log has the same labels in every row
_SOME = "some"  # the field of a part of the people only
OF_SOME = f"{_SOME}: "
_OPEN = frozenset({"date", "kind", "text"})  # of which a table has one beside the place
# Columns in which a row says that it is a total: those of no meaning, a number's among them.
_OF_TOTALS = frozenset({"", "place", "date", "kind", "district", "governorate"})

Sheet = tuple[dict[str, "Field"], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a list: what its label means, the label and the value as written, and where."""

    name: str
    label: str
    value: str
    start: int  # of the value
    end: int


def find_sheets(text: str, wording: Wording) -> Iterator[Sheet]:
    """Yield the lists of a text: their fields by what they mean, and where each begins and ends.

    A list is a paragraph with a line for the place and one for the date or the kind, or a row of
    a table whose first line names such columns. A row without a place, a total, has no fields. So
    are lines that are a label each, with the value on the next line, in any paragraphs.
    """
    yield from sorted([*_of_paragraphs(text, wording), *_stacked(text, wording)],
                      key=lambda sheet: sheet[1])  # fmt: skip


def _stacked(text: str, wording: Wording) -> Iterator[Sheet]:
    """Yield the lists of a text whose values stand each on the line under its label."""
    lines = [met.span() for met in _FULL.finditer(text)]
    named = [_names_of(text[start:end].lower(), wording.language)
             if end - start <= _LABEL else () for start, end in lines]  # fmt: skip
    heads = [at for at, names in enumerate(named[:-1])
             if names and not {_SOME, "text"} & {*names} and not named[at + 1]]  # fmt: skip
    while heads:
        own = [heads.pop(0)]
        while heads and heads[0] == own[-1] + 2:
            own.append(heads.pop(0))
        fields: dict[str, Field] = {}
        for at in own:
            (first, last), label = lines[at + 1], text[slice(*lines[at])].lower()
            for name in named[at]:
                fields.setdefault(name, Field(name, label, text[first:last], first, last))
        if "place" in fields and {"date", "kind"} & fields.keys():
            yield fields, (lines[own[0]][0], lines[own[-1] + 1][1])


def _of_paragraphs(text: str, wording: Wording) -> Iterator[Sheet]:
    """Yield the lists that are a paragraph of labels each with its value, or a row of a table."""
    at = 0
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if not any(text.find(sign, at, end) >= 0 for sign in _SIGNS):
            at = gap.end() if gap else end
            continue
        rows = [met.span() for met in _ROW.finditer(text, at, end)]
        rows = rows or [met.span() for met in _PARTED.finditer(text, at, end)]
        if table := _read_table(text, rows, wording):
            yield from table
        else:
            for start, stop in pairwise([at, *(first for first, _ in rows[1:]), end]):
                fields = _fields(text, start, stop, wording)
                if "place" in fields and ({"date", "kind"} & fields.keys()):
                    yield fields, (start, stop)
        at = gap.end() if gap else end


def _read_table(text: str, rows: list[tuple[int, int]], wording: Wording) -> list[Sheet]:
    """Return the rows under the first one that names columns, as lists; none where none does."""
    total = wording.pattern("fields", "total")
    for at, (start, end) in enumerate(rows[:-1]):
        columns = _columns(text, start, end, wording)
        if columns is not None:
            read = (_row(text, row, columns, total) for row in rows[at + 1 :])
            return [({}, (start, end)), *(row for row in read if row is not None)]
    return []


def _columns(text: str, start: int, end: int, wording: Wording) -> list[tuple[str, str]] | None:
    """Return what the columns of a header mean with their labels; None for a line that is none."""
    columns: list[tuple[str, str]] = []
    for value, _ in _cells(text, start, end):
        name = next(iter(_names_of(value.lower(), wording.language)), "")
        key = f"{OF_SOME}{value.lower()}" if name == _SOME else name
        columns.append(("" if key in (known for known, _ in columns) else key, value.lower()))
    known = {name for name, _ in columns}
    return columns if "place" in known and _OPEN & known and len(known - {""}) > 2 else None


def _row(
    text: str, row: tuple[int, int], columns: list[tuple[str, str]], total: Gated
) -> Sheet | None:
    """Return a row's fields; none without a place; None for one with other cells than the header.

    A line that only parts the header from its rows has no fields either, nor has a total.
    """
    if _RULE.fullmatch(text, *row):
        return {}, row
    aligned = _aligned(columns, list(_cells(text, *row)))
    if aligned is None:
        return None
    if any(total.match(value) for (name, _), (value, _) in aligned if name in _OF_TOTALS):
        return {}, row
    fields = {
        name: Field(name, label, value, start, start + len(value))
        for (name, label), (value, start) in aligned
        if name and value
    }
    placed = "place" in fields or ("date" in fields and {"district", "governorate"} & fields.keys())
    return (fields if placed else {}), row


def _aligned(
    columns: list[tuple[str, str]], cells: list[tuple[str, int]]
) -> list[tuple[tuple[str, str], tuple[str, int]]] | None:
    """Return each cell with its column; None where they do not answer each other.

    Bars around a whole line are no cells. Where the header has none, a bar at the end of a row is
    that of an empty cell.
    """
    inner = columns[not columns[0][1] : len(columns) - (not columns[-1][1])]
    is_framed = len(inner) == len(columns) - 2
    for asked in (inner,) if is_framed else (columns, inner):
        kept = _without_bars(cells, len(asked), is_framed=is_framed)
        if kept is not None:
            return list(zip(asked, kept, strict=True))
    return None


def _without_bars(
    cells: list[tuple[str, int]], count: int, *, is_framed: bool
) -> list[tuple[str, int]] | None:
    """Return as many cells as there are columns, without the bars around all; else None."""
    leads, ends = not cells[0][0], not cells[-1][0]
    if len(cells) == count and not (is_framed and leads and ends):
        return cells
    inner = cells[leads : len(cells) - ends]
    return inner if len(inner) == count else None


def _cells(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield what stands between the bars of a row, stripped, each with where it begins."""
    at = start
    for value in text[start:end].rstrip().split("|"):
        yield value.strip(), at + len(value) - len(value.lstrip())
        at += len(value) + 1


@lru_cache(_LABELS_KEPT)
def _names_of(label: str, language: str) -> tuple[str, ...]:
    """Return what the label of a field may mean, in the order of the language; () where unknown."""
    known, by_name = _labels(language)
    if known.fullmatch(label) is None:  # most lines with a colon are no field
        return ()
    return tuple(name for name, words in by_name.items() if words.fullmatch(label))


@cache
def _labels(language: str) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Return the pattern of all labels of a language, and that of each meaning."""
    labels: Mapping[str, list[str]] = load_wording(language).tables["fields"]
    by_name = {name: "|".join(f"(?:{word})" for word in words) for name, words in labels.items()}
    return (
        re.compile("|".join(by_name.values())),
        {name: re.compile(words) for name, words in by_name.items()},
    )


def _fields(text: str, start: int, end: int, wording: Wording) -> dict[str, Field]:
    """Return the lines of a block by what their label means, the first of each."""
    found: dict[str, Field] = {}
    for met in lines_of(text, start, end):
        said = met[1].strip().lower()
        for name in _names_of(said, wording.language):
            key = f"{OF_SOME}{said}" if name == _SOME else name
            found.setdefault(key, Field(key, said, met[2], met.start(2), met.end(2)))
    return found


def lines_of(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the labels of a block with their values, one a line or between bars."""
    parted = _PART if _PARTED.search(text, start, end) else _LINE
    pattern = _CELL if _ROW.search(text, start, end) else parted
    return pattern.finditer(text, start, end)


def bounds_of_cell(value: str, fate: str, wording: Wording) -> Range:
    """Return how many a field gives: as a sentence says it, else a number that stands alone."""
    if wording.pattern("fields", "none").fullmatch(value):
        return 0, None
    said = value.strip(" .;")
    met = wording.pattern("fields", "count").fullmatch(said.strip("+<>≥≤~≈ "))
    if met is not None:
        return _counted(met, said[0])
    told = find_toll(wording.tables["grammar"]["fields"][fate] + value, wording.language)
    told_of: Range = getattr(told, fate)
    return NOTHING if _SPLIT.match(value) else told_of


def _counted(met: re.Match[str], sign: str) -> Range:
    """Return what numbers that stand alone say; sign: what may stand before them, "<"."""
    low = int(met["low"].replace(",", ""))
    high = int((met["high"] or met["low"]).replace(",", ""))
    if sign in "<≤":
        top = low - (sign == "<")
        return (None, top) if top >= 0 else NOTHING
    return (low + (sign == ">"), high if high > low else None) if high >= low else NOTHING


def texts_below(text: str, sheets: Sequence[Sheet]) -> list[str]:
    """Return the text under each list, down to the next: what a page on one incident tells.

    "" for all where lists stand right under one another: they are the rows of a table.
    """
    ends = [*(span[0] for _, span in sheets[1:]), len(text)]
    below = [text[span[1] : end] for (_, span), end in zip(sheets, ends, strict=False)]
    return below if all(map(str.strip, below[:-1])) else [""] * len(below)


def kind_told_in(text: str, wording: Wording) -> str | None:
    """Return the kind of the first attack told in a text; None where it did not happen then."""
    for one in split_sentences(text) if text.strip() else ():
        words = text[one.start : one.end]
        for act in find_acts(words, wording, None):
            if not act.weak:
                return None if standing_of(words, act, wording) else act.kind
    return None


def toll_of_remarks(fields: Mapping[str, Field], wording: Wording) -> Toll:
    """Return what remarks tell of people for whom a list has no number; else nothing.

    In words only where they speak of other days, of a longer time or of an earlier strike.
    """
    lacks = [fate for fate in ("killed", "injured") if not any(fate in name for name in fields)]
    if not lacks or "text" not in fields or "toll" in fields:
        return Toll()
    said = fields["text"].value
    told = find_toll(said, wording.language)
    is_number = told.killed != NOTHING or told.injured != NOTHING
    if is_number and not any(getattr(told, fate) != NOTHING for fate in lacks):
        return Toll()
    other = any(wording.pattern("telling", name).search(said) for name in ("longer", "former"))
    other = other or ". " in said or bool(find_days(said, None, wording.language))
    return Toll(text=told.text) if other else told
