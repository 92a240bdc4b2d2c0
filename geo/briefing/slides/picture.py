"""The map and its furniture on a slide: parts of the page's picture, with words for them."""

from __future__ import annotations

import io

from PIL import Image
from pptx.slide import Slide

from geo.briefing.drawing.frame import Rect
from geo.briefing.drawing.picture import to_picture
from geo.briefing.page.given import PageContent
from geo.briefing.page.layout import Drawn
from geo.briefing.page.legend import list_legend
from geo.briefing.series.plates import describe_plate
from geo.briefing.slides.text import PLAIN, to_emu

__all__ = ["add_pictures", "alt_text"]


def add_pictures(slide: Slide, page: PageContent, drawn: Drawn) -> None:
    """Add map, legend, timeline and locator as pictures, with words for those who see none."""
    words, whole = page.words, to_picture(drawn.canvas.figure)
    items = [item.text for item in list_legend(drawn.content, words)]
    legend = words.say("alt legend", items=words.say("comma").join(items))
    parts = [
        ("Map" if drawn.content.drawn else "Charts", drawn.column, alt_text(page, drawn)),
        *([("Legend", drawn.legend, legend)] if drawn.content.drawn else []),
        ("Timeline", drawn.timeline, alt_timeline(page)),
    ]
    if drawn.locator:
        parts.append(("Locator", drawn.locator, words.say("alt locator")))
    for name, rect, alt in parts:
        _add_picture(slide, whole, rect, dpi=drawn.canvas.figure.dpi, name=name, alt=alt)


def _add_picture(
    slide: Slide, page: Image.Image, rect: Rect, *, dpi: float, name: str, alt: str
) -> None:
    """Cut a part out of the page's picture and put it where it was, with words for it."""
    scale = dpi / 72
    edges = (rect.x - 1, rect.y - 1, rect.right + 1, rect.bottom + 1)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    raw = io.BytesIO()
    page.crop((left, top, right, bottom)).save(raw, "PNG", compress_level=6, dpi=(dpi, dpi))
    raw.seek(0)
    corner = [to_emu(edge / scale) for edge in (left, top, right - left, bottom - top)]
    picture = slide.shapes.add_picture(raw, *corner)
    facts = picture._element.xpath("./p:nvPicPr/p:cNvPr")[0]
    facts.set("descr", alt.translate(PLAIN))
    facts.set("name", name)


def alt_timeline(page: PageContent) -> str:
    """Return the timeline in words: what its bars count, and the tallest."""
    words, timeline = page.words, page.facts.timeline
    if timeline is None:
        return words.say(page.facts.no_timeline)
    said = words.say("timeline same", bin=words.say(f"bin {timeline.bin}"))
    most = max(timeline.shown)
    if not most:
        return said
    start = words.short_day(timeline.starts[timeline.shown.index(most)])
    return words.say("alt timeline", timeline=said, day=start, count=most)


def alt_text(page: PageContent, drawn: Drawn) -> str:
    """Return the map in words for those who do not see it."""
    words, facts = page.words, page.facts
    if page.plate is not None:
        return f"{facts.title}. {describe_plate(page.plate, words)}".translate(PLAIN)
    totals = facts.totals
    located = words.say("located of", located=totals.located, rows=totals.rows)
    area = words.say("area only", count=totals.area_only) + ". " if totals.area_only else ""
    content = drawn.content
    names = page.base_map.area_names(words)
    most = [(circle.name, circle.count) for circle in content.circles if circle.name]
    most = most or [(names.get(code, code), count) for code, count in content.counts.items()]
    most.sort(key=lambda each: -each[1])
    groups = words.say("comma").join(f"{name} {words.number(n)}" for name, n in most[:3])
    sentence = words.say("alt many", groups=groups) if groups else ""
    told = words.say(
        "alt", title=facts.title, period=facts.period, located=located, area=area,
        sentence=sentence,
    )  # fmt: skip
    notes = words.say("semicolon").join(" ".join(note.lines) for note in content.notes)
    said = f"{told} {words.say('alt notes', notes=notes)}" if notes else told
    return said.translate(PLAIN)
