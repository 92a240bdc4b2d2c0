"""The map on a slide: a part of the page's picture, with words for those who do not see it."""

from __future__ import annotations

import io

from PIL import Image
from pptx.slide import Slide

from geo.briefing.drawing.frame import Rect
from geo.briefing.page.layout import Drawn, PageContent
from geo.briefing.slides.text import PLAIN, to_emu

__all__ = ["add_picture", "alt_text"]

MAP_WIDTH = 200  # points: a narrower picture is the locator


def add_picture(slide: Slide, page: Image.Image, rect: Rect, *, dpi: float, alt: str) -> None:
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
    facts.set("descr", alt)
    facts.set("name", "Map" if rect.width > MAP_WIDTH else "Locator")


def alt_text(page: PageContent, drawn: Drawn) -> str:
    """Return the map in words for those who do not see it."""
    words, facts = page.words, page.facts
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
    return words.say(
        "alt", title=facts.title, period=facts.period, located=located, area=area,
        sentence=sentence,
    ).translate(PLAIN)  # fmt: skip
