"""Descriptions in HTML of maps -> text, pairs of name and value, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped] # it has no type hints

from geo.reading.columns import guess_columns

__all__ = ["Description", "read_descriptions"]

_BREAKS = {"br", "p", "div", "tr", "li", "ul", "ol", "table", "hr",
           "h1", "h2", "h3", "h4", "h5", "h6"}  # fmt: skip
_CELLS = {"td", "th"}
# A name of at most 40 characters, a colon that belongs to no time and no address, a value.
_PAIR = re.compile(r"([^\W\d_][^:]{0,39}?)\s*(?:(?<!\d):|:(?!\d))(?!//)\s*(.*)", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TRAILING = ".,;:)]}'"
_OFTEN = 3  # descriptions that use a name make it a column, whether it is recognised or not
_NULLS = {"<null>", "null"}


@dataclass(frozen=True, slots=True)
class Description:
    """What one description says: running text, pairs of name and value, addresses in order."""

    text: str
    pairs: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()


@dataclass(slots=True)
class _Opened:
    lines: list[str]
    pairs: list[tuple[str, str]]
    links: list[str]
    pictures: list[str]


def read_descriptions(texts: Sequence[str]) -> list[Description]:
    """Read descriptions of one map.

    A table of two columns is pairs. So is a line `name: value` whose name is that of a known
    column, or that several descriptions have.
    """
    opened = {text: _open(text) for text in dict.fromkeys(texts)}
    counts = Counter(
        name for text in texts for name in {found[0] for found in _pairs_of(opened[text].lines)}
    )
    columns = {name for name, count in counts.items() if count >= _OFTEN or guess_columns([name])}
    read = {text: _describe(one, columns) for text, one in opened.items()}
    return [read[text] for text in texts]


def _describe(opened: _Opened, columns: set[str]) -> Description:
    pairs, running = list(opened.pairs), []
    for line in opened.lines:
        found = _PAIR.fullmatch(line)
        if found and found[1] in columns:
            pairs.append((found[1], found[2]))
        else:
            running.append(line)
    written = [found.rstrip(_TRAILING) for line in running for found in _ADDRESS.findall(line)]
    pictures = [f"picture: {address}" for address in opened.pictures]
    links = dict.fromkeys([*opened.links, *written])
    return Description("\n".join([*running, *pictures]), tuple(pairs), tuple(links))


def _pairs_of(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found = _PAIR.fullmatch(line)
        if found:
            yield found[1], found[2]


def _open(text: str) -> _Opened:
    if "<" not in text and "&" not in text:
        return _Opened(_lines(text), [], [], [])
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<html><body>{text}</body></html>", parser)
    if root is None:
        return _Opened(_lines(text), [], [], [])
    etree.strip_elements(root, "script", "style", "title", with_tail=False)
    pairs = [pair for table in list(root.iter("table")) for pair in _take_pairs(table)]
    return _Opened(
        _lines("".join(_words(root))),
        pairs,
        [one.get("href").strip() for one in root.iter("a") if _leads_out(one.get("href"))],
        [one.get("src").strip() for one in root.iter("img") if _leads_out(one.get("src"))],
    )


def _take_pairs(table: etree._Element) -> list[tuple[str, str]]:
    """Take the pairs out of a table of two columns; none where it has another shape."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("tr")]
    texts = [[" ".join(_lines("".join(_words(cell)))) for cell in row] for row in rows]
    if not any(len(row) == 2 and row[0] for row in texts) or any(len(row) > 2 for row in texts):
        return []
    for row, cells in zip(texts, rows, strict=True):
        if len(row) == 2 and row[0]:
            cells[0].getparent().clear(keep_tail=True)
    pairs = [(row[0].rstrip(": "), row[1]) for row in texts if len(row) == 2 and row[0]]
    return [(key, "" if value.casefold() in _NULLS else value) for key, value in pairs if key]


def _words(root: etree._Element) -> Iterator[str]:
    """Yield the text of an element, with line breaks where it is shown with them."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            yield "\n" if tag in _BREAKS else " " if tag in _CELLS else ""
            yield element.text or ""
            continue
        address = str(element.get("href", "")) if tag == "a" else ""
        if _leads_out(address) and address not in "".join(element.itertext()):
            yield f" ({address})"
        yield "\n" if tag in _BREAKS else ""
        yield (element.tail or "") if element is not root else ""


def _leads_out(address: str | None) -> bool:
    return bool(address and _ADDRESS.match(address.strip()))


def _lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]
