"""HTML: a small page for a story, with the picture of a sheet, its tables and its sources."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from matplotlib.figure import Figure
from PIL import Image

from gazetteer.language import N_
from geo.briefing.content.metadata import KEY
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.picture import keep_few, to_preview
from geo.briefing.page.blocks import Item
from geo.briefing.page.column import draw_column
from geo.briefing.page.filling import list_needed
from geo.briefing.page.second import ON_SECOND, list_whole
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat
from geo.briefing.slides.picture import alt_text
from geo.briefing.slides.table import Grid, grid_areas, grid_strikes
from geo.briefing.terms.words import Words
from geo.page_policy import allow_only

__all__ = ["FORMAT"]

WIDE = 1600  # pixels of the picture: sharp on a screen of twice the points
# CSS pixels of the window up to which the map stands alone, its words larger: the whole page would
# have letters that nobody can read.
NARROW = 704
FEW = 128  # colours of the picture, so that it is small
WHOLE = 10_000.0  # points: a table of the page has all its columns
STORY = "story"  # at the end of the address it leaves out what is not for readers
ADDRESS = "https://YOUR-SITE/briefing.html"  # to be filled in by who pastes it
STYLE = (
    "body{margin:0 auto;max-width:75rem;padding:.5rem;font:1rem/1.45 system-ui,sans-serif;"
    "color:#1c232b;background:#fff;overflow-wrap:break-word}figure{margin:0 0 1rem}"
    "img{width:100%;height:auto;display:block}.wide{overflow-x:auto}"
    "table{border-collapse:collapse;margin:.5rem 0;width:100%}"
    "th,td{padding:.2rem .6rem .2rem 0;text-align:start;border-bottom:1px solid #c9ced4;"
    "vertical-align:top}figcaption b{font-size:1.15rem}h2{font-size:1rem;margin:1rem 0 .2rem}"
    "p{margin:.2rem 0}"
    "pre{white-space:pre-wrap;background:#f1f3f5;padding:.6rem}"
    f"#{STORY}:target .embed{{display:none}}"
    # A table of five columns has no room in a narrow column: each of its rows is a few lines.
    "@media(max-width:30rem){thead{display:none}tr,td{display:block}tr{padding:.4rem 0;"
    "border-bottom:1px solid #c9ced4}td{border:0;padding:0}"
    'td::before{content:attr(data-column) ": ";color:#4d5966}}'
)


def _render(sheets: Sequence[Sheet]) -> bytes:
    first = sheets[0]
    words = first.page.words
    facts = [f"<title>{escape(first.title)}</title>"]
    if first.description:
        facts.append(f'<meta name="{KEY}" content="{escape(first.description)}">')
    body = "\n".join(part for sheet in sheets for part in _write_sheet(sheet))
    direction = "rtl" if words.rtl else "ltr"
    page = (
        f'<!doctype html>\n<html lang="{words.language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{''.join(facts)}\n<style>{STYLE}</style>\n</head>\n"
        f'<body id="{STORY}">\n{body}\n{_write_snippet(first, words)}\n</body>\n</html>\n'
    )
    return allow_only(page).encode()


def _write_sheet(sheet: Sheet) -> Iterator[str]:
    """Yield the figure of a sheet, its caption and credit, and its tables and sources."""
    page, facts, words = sheet.page, sheet.facts, sheet.page.words
    canvas = sheet.drawn.canvas
    column = draw_column(page)
    with canvas.without(ON_SECOND) as figure:
        whole = _picture(figure, canvas, WIDE / canvas.width * 72)
    alone = _picture(column.figure, column, column.figure.dpi)
    alt = escape(alt_text(page, sheet.drawn))
    yield "<figure>\n<picture>"
    yield f'<source media="(max-width:{NARROW}px)" srcset={alone}>'
    yield f'<img src={whole} alt="{alt}"></picture>'
    yield "<figcaption>"
    if page.handling:
        yield f"<p><b>{escape(page.handling)}</b></p>"
    yield f"<p><b>{escape(facts.headline)}</b></p>"
    yield from (f"<p>{escape(line)}</p>" for line in page.subtitles)
    yield f"<p><small>{'<br>'.join(map(escape, page.footer))}</small></p>\n</figcaption>\n</figure>"
    filling = list_needed(facts, sheet.drawn.content)
    for block in list_whole(page, filling, canvas, WHOLE):
        yield from (_write_item(item) for item in block.items)
    if facts.areas.rows:
        yield _write_grid(grid_areas(page, len(facts.areas.rows), WHOLE), words)
    if facts.rows:
        yield _write_grid(grid_strikes(page, len(facts.rows), WHOLE), words)
    if facts.sources.total:
        yield f"<details><summary>{escape(words.say('sources'))}</summary>\n<ol>"
        for source in facts.sources.listed:
            yield f'<li value="{source.number}">{_write_link(source.line, source.link)}</li>'
        yield "</ol>"
        if left := facts.sources.total - len(facts.sources.listed):
            yield f"<p>{escape(words.say('more sources', count=left))}</p>"
        yield "</details>"


def _write_item(item: Item) -> str:
    text = escape(item.text)
    return f"<h2>{text}</h2>" if item.role == "heading" else f"<p>{text}</p>"


def _picture(figure: Figure, canvas: Canvas, dpi: float) -> str:
    """Return a page's figure as a PNG of few colours, quoted as an address, and its size.

    What the second page of the sheet says stands below it.
    """
    drawn = to_preview(figure, dpi)
    with Image.open(io.BytesIO(drawn)) as picture:
        few = keep_few(picture.convert("RGB"), FEW)
    raw = io.BytesIO()
    few.save(raw, "PNG", compress_level=9)
    data = base64.b64encode(raw.getvalue()).decode("ascii")
    wide = round(canvas.width / 72 * dpi)
    high = round(canvas.height / 72 * dpi)
    return f'"data:image/png;base64,{data}" width="{wide}" height="{high}"'


def _write_grid(grid: Grid, words: Words) -> str:
    """Return a table, folded, whose rows lead to their sources."""
    called = {name: escape(words.say(f"column {name}")) for name in grid.columns}
    head = "".join(f'<th scope="col">{column}</th>' for column in called.values())
    rows = "\n".join(
        "<tr>"
        + "".join(
            f'<td data-column="{column}">'
            f"{_write_link(row[name], link if name == 'sources' else '')}</td>"
            for name, column in called.items()
        )
        + "</tr>"
        for row, link in zip(grid.rows, grid.links, strict=True)
    )  # fmt: skip
    title = escape(grid.title)
    return (
        f'<details><summary>{title}</summary>\n<div class="wide" tabindex="0"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div></details>"
    )


def _write_link(text: str, link: str) -> str:
    """Return a text, as a link where it has a web address."""
    if not link:
        return escape(text)
    return f'<a href="{escape(link)}" rel="noreferrer" target="_blank">{escape(text)}</a>'


def _write_snippet(sheet: Sheet, words: Words) -> str:
    """Return what to paste into a story page, which readers of the story are not shown."""
    canvas = sheet.drawn.canvas
    frame = (
        f'<iframe src="{ADDRESS}#{STORY}" title="{escape(sheet.title)}" loading="lazy" '
        f'style="width:100%;aspect-ratio:{canvas.width:g}/{canvas.height * 1.25:g};'
        'min-height:32rem;border:0">'
        "</iframe>"
    )
    return (
        f'<details class="embed"><summary>{escape(words.say("embed"))}</summary>\n'
        f'<p>{escape(words.say("embed how"))}</p>\n<pre dir="ltr">{escape(frame)}</pre></details>'
    )


class _Description(HTMLParser):
    """Finds what a page says of itself."""

    found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "meta" and said.get("name") == KEY:
            self.found = said.get("content") or ""


def _read_description(path: Path) -> str:
    parser = _Description()
    parser.feed(path.read_text(encoding="utf-8"))
    if not parser.found:
        raise ValueError("no description")
    return parser.found


FORMAT = SheetFormat(
    suffix=".html",
    sentence="A small page to put into a story, with tables",
    label=N_("Web page"),
    mime="text/html",
    render=_render,
    read_description=_read_description,
    several=True,
    order=8,
)
