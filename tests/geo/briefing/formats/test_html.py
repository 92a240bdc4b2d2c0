"""The page for a story: small, closed to the network, its words those of the sheet."""

from __future__ import annotations

import base64
import io
import re
from html import escape
from html.parser import HTMLParser

from map_strikes import HOSTILE
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image, ImageColor
from sheet_cases import LINKS, linked_sheet, nasty_sheet, seed_file, seed_sheet

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.drawing.picture import to_preview
from geo.briefing.formats import html
from geo.briefing.page.second import ON_SECOND
from geo.briefing.slides.picture import alt_text
from geo.briefing.write import render_sheets

MOST_BYTES = 400_000


class Page(HTMLParser):
    """What a page holds: tags with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data) -> None:
        self.said += data

    def of(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag == name]


def test_it_is_small_holds_its_picture_and_says_what_the_sheet_says():
    raw = seed_file(".html")
    assert len(raw) < MOST_BYTES
    page, sheet = Page(raw.decode()), seed_sheet()
    (image,) = page.of("img")
    assert image["src"].startswith("data:image/png;base64,")
    assert image["alt"] == alt_text(sheet.page, sheet.drawn)
    assert sheet.facts.headline in page.said
    for line in sheet.page.footer:
        assert line in page.said
    for area in sheet.facts.areas.rows:
        assert area.name in page.said
    for source in sheet.facts.sources.listed:
        assert source.line in page.said
    second = sheet.second
    assert second
    for block, _ in second.blocks:
        if block.kind in ("totals", "reading"):
            said = " ".join(item.text for item in block.items)
            assert said.replace("\xa0", " ") in " ".join(page.said.replace("\xa0", " ").split())
    outside = re.findall(r'(?:src|srcset|url)\s*[=(]\s*["\']?(https?:[^"\')\s]+)', raw.decode())
    assert not outside
    assert not page.of("script")
    policy = next(attrs["content"] for attrs in page.of("meta") if "http-equiv" in attrs)
    assert policy.startswith("default-src 'none'; script-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not any("style" in attrs for _, attrs in page.tags)


def test_a_narrow_column_has_the_map_alone_and_what_its_rows_say_in_lines(visits, tmp_path):
    path = tmp_path / "story.html"
    path.write_bytes(render_sheets([seed_sheet(handling="For internal use")], ".html"))
    page = visits.open(f"{path.as_uri()}#story", policed=True)
    for unfolded in page.locator("details:visible").all():
        unfolded.evaluate("details => (details.open = true)")
    for width in (320, 390, 640, 704, 705, 720, 1024, 1200):
        page.set_viewport_size({"width": width, "height": 700})
        root = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert root[0] <= root[1] == width
        picture = page.locator("img")
        drawn = picture.evaluate("image => image.decode().then(() => image.naturalWidth)")
        assert (drawn < html.WIDE) == (width <= html.NARROW)
        box = picture.bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= width
        columns = page.locator("table").first.evaluate(
            "table => getComputedStyle(table.rows[1]).display"
        )
        assert columns == ("block" if width <= 480 else "table-row")
    assert page.get_by_text("For internal use").is_visible()
    cells = page.locator("tbody tr").first.locator("td")
    names = page.locator("thead").first.locator("th").all_text_contents()
    assert [cell.get_attribute("data-column") for cell in cells.all()] == names


def test_each_kind_keeps_its_colour_in_both_pictures():
    raw = render_sheets([seed_sheet(handling="For internal use", colour="kind")], ".html").decode()
    pictures = re.findall(r'(?:src|srcset)="data:image/png;base64,([^"]+)"', raw)
    assert len(pictures) == 2
    for data in pictures:
        with Image.open(io.BytesIO(base64.b64decode(data))) as picture:
            there = {colour for _, colour in picture.convert("RGB").getcolors()}
        kinds = [COLOURS[f"group {number}"] for number in (1, 3, 4, 6)]
        assert {ImageColor.getrgb(colour) for colour in kinds} <= there


def test_the_picture_leads_to_no_second_page(monkeypatch):
    canvas = seed_sheet().drawn.canvas
    leads = [text for text in canvas.figure.findobj(Text) if text.get_label() == ON_SECOND]
    assert leads
    seen = []

    def draw(figure: Figure, dpi: float) -> bytes:
        if figure is canvas.figure:
            seen.extend(text.get_visible() for text in leads)
        return to_preview(figure, dpi / 4)

    monkeypatch.setattr(html, "to_preview", draw)
    render_sheets([seed_sheet()], ".html")
    assert seen == [False] * len(leads)
    assert all(text.get_visible() for text in leads), "the other formats have it"


def test_the_snippet_is_the_sheets_own_and_is_hidden_in_a_story():
    raw = seed_file(".html").decode()
    page = Page(raw)
    assert '<iframe src="https://YOUR-SITE/briefing.html#story"' in page.said
    assert f'title="{seed_sheet().title}"' in page.said
    assert page.of("body") == [{"id": "story"}]
    assert "#story:target .embed{display:none}" in raw


def test_rows_and_sources_lead_to_their_pages_and_hostile_texts_stay_texts():
    linked = Page(render_sheets([linked_sheet()], ".html").decode())
    assert {link["href"] for link in linked.of("a")} == set(LINKS)
    raw = render_sheets([nasty_sheet("hostile texts")], ".html").decode()
    page = Page(raw)
    assert not page.of("script")
    assert len(page.of("img")) == 1
    said = page.said.replace("\u200e", "")
    for text in HOSTILE:
        shown = re.sub(r"[\u2028\u2029]", " ", text)
        assert shown in said, text
        assert escape(shown) in raw.replace("\u200e", "")


def test_an_arabic_page_runs_from_the_right_and_an_atlas_has_a_figure_a_sheet():
    arabic = Page(render_sheets([seed_sheet(language="ar")], ".html").decode())
    assert arabic.of("html") == [{"lang": "ar", "dir": "rtl"}]
    two = Page(render_sheets([seed_sheet(), linked_sheet()], ".html").decode())
    assert len(two.of("img")) == 2
