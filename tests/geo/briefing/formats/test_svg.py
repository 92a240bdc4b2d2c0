"""An SVG holds its fonts and asks for nothing; texts arrive as texts."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from map_strikes import HOSTILE
from sheet_cases import LINKS, linked_sheet, nasty_sheet, seed_file, seed_sheet

from geo.briefing.drawing.svg_layers import INKSCAPE, PARTS, group_layers
from geo.briefing.write import render_second, render_sheets


def test_svg_holds_its_fonts_and_asks_for_nothing_else():
    svg = seed_file(".svg").decode()
    assert svg.count("@font-face") >= 2
    assert "data:font/woff;base64," in svg
    addresses = set(re.findall(r"(?:href|src|url)\s*[=(]\s*['\"]?(https?:[^'\")\s]+)", svg))
    assert not addresses
    assert ">Reported strikes: Syria; 30" in svg


def test_hostile_texts_arrive_as_they_are():
    sheet = nasty_sheet("hostile texts")
    whole = "\n".join(row.place for row in sheet.facts.rows)
    for text in HOSTILE:
        shown = re.sub(r"[\u2028\u2029]", " ", text)
        assert shown in whole.replace("\u200e", ""), text
    svg = (render_sheets([sheet], ".svg") + render_second(sheet, ".svg")).decode()
    assert "<script" not in svg
    assert "<img" not in svg
    assert "{{7*7}}" in svg
    assert "$x^2$" in svg.replace("&#x24;", "$")


def test_sources_and_rows_lead_to_their_pages():
    svg = render_sheets([linked_sheet()], ".svg") + render_second(linked_sheet(), ".svg")
    found = re.findall(r'<a xlink:href="([^"]*)"', svg.decode())
    assert set(found) == set(LINKS)
    assert all(found.count(page) >= 3 for page in LINKS)


def test_each_part_of_the_page_is_a_titled_layer_and_nothing_is_lost():
    root = ElementTree.fromstring(seed_file(".svg"))
    svg = "{http://www.w3.org/2000/svg}"
    layers = {group.get("id"): group for group in root.findall(f"{svg}g")}
    not_asked = ("own layers", "beyond extent", "notes", "insets")
    assert list(layers) == [part for part in PARTS if part not in not_asked]
    for layer in layers.values():
        assert layer.get(f"{{{INKSCAPE}}}groupmode") == "layer"
        assert layer.get(f"{{{INKSCAPE}}}label") == layer.findtext(f"{svg}title")
    held = [len(layer.findall(f"{svg}g")) for layer in layers.values()]
    figure = seed_sheet().drawn.canvas.figure
    assert sum(held) == len(figure.artists) + 1  # the paper
    names = {"".join(text.itertext()) for text in layers["names"].iter(f"{svg}text")}
    assert {"Idlib", "Aleppo", "Turkey"} <= names
    assert layers["strikes"].findtext(f"{svg}title") == "Strikes"


def test_an_svg_without_a_figure_has_no_layers():
    with pytest.raises(ValueError, match="no figure"):
        group_layers("<svg ></svg>", str)
