"""The folium page: one literal, nothing from elsewhere, nothing of the data as text."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser

import folium
import pytest
from map_strikes import HOSTILE, claims_of, few_strikes, strikes_of

from geo.errors import BoundaryError, ExportError
from geo.land.named_map import load_named_map
from geo.reading.read import read_seeds
from geo.strikes.schema import empty_claims
from geo.webmap.assets import STATIC
from geo.webmap.layer import ONLINE_TILES, StrikeLayer, _Plain, render_html, strike_map
from geo.webmap.payload.encode import MapOptions

PLAIN_TEMPLATE = "{% endraw %}{{ 7 * 7 }}{% raw %}"
BASE_MAP = {"type": "FeatureCollection", "features": []}


class Links(HTMLParser):
    """Every address that an element of a page loads or points to."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, _tag, attrs):
        self.addresses += [value for name, value in attrs if name in {"src", "href", "srcset"}]


def page_of(strikes, claims, **options) -> str:
    return render_html(
        strike_map(strikes, claims, base_map=BASE_MAP, options=MapOptions(**options))
    )


def hostile_page() -> str:
    rows = {f"h{i}": {"place_text": text, "actor": text} for i, text in enumerate(HOSTILE)}
    claims = claims_of(*({"strike_id": f"h{i}", "title": text} for i, text in enumerate(HOSTILE)))
    everything = " ".join(HOSTILE)
    return page_of(
        strikes_of(**rows), claims, title=everything, filters_in_words=everything,
        sources=HOSTILE, data_as_of=everything,
    )  # fmt: skip


def test_the_page_loads_nothing_from_elsewhere():
    links = Links()
    links.feed(page_of(*few_strikes()))
    assert links.addresses == ["data:,"]


def test_the_page_of_few_strikes_is_small():
    # Leaflet 147 kB, our scripts 521 kB, the rest data in base64.
    assert len(page_of(*few_strikes())) < 750_000


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_text_stands_in_the_page(text):
    page, plain = hostile_page(), page_of(*few_strikes())
    assert page.count(text) == plain.count(text)


def test_no_template_expression_was_run():
    strikes = strikes_of(a={"place_text": "{{ 1000 * 7919 }}"})
    page = page_of(strikes, claims_of(), title="{{ 1000 * 7919 }}")
    assert "7919000" not in page


def test_the_data_is_one_literal():
    page = hostile_page()
    long_words = re.findall(r"[A-Za-z0-9+/=]{2000,}", page)
    literals = re.findall(r'<script type="text/plain" id="\w+">([A-Za-z0-9+/]+=*)</script>', page)
    assert [word for word in long_words if not word.startswith("iVBOR")] == literals
    assert len(literals) == 1
    assert base64.b64decode(literals[0])[:4] == b"SMP2"


def literal_of(*tables, **options) -> str:
    """Return all that a map shows, as its one literal."""
    drawn = strike_map(*tables, **options)
    return next(c.literal for c in drawn._children.values() if isinstance(c, StrikeLayer))


def test_a_map_of_a_reading_has_its_claims_and_lies_on_the_land_that_ships():
    seeds = read_seeds()
    assert literal_of(seeds) == literal_of(
        seeds.strikes, seeds.claims, base_map=load_named_map("sy")
    )
    bare = literal_of(seeds.strikes, base_map=BASE_MAP)
    assert bare == literal_of(seeds.strikes, empty_claims(), base_map=BASE_MAP)
    assert literal_of(seeds, empty_claims(), base_map=BASE_MAP) == bare
    assert literal_of(seeds, base_map=BASE_MAP) != bare
    with pytest.raises(BoundaryError, match="no boundaries ship for 'zz'"):
        strike_map(seeds, country="zz")


def test_a_hostile_title_is_shown_as_entities():
    page = render_html(strike_map(*few_strikes(), base_map=BASE_MAP), title="</title>{{7*7}}")
    assert "<title>&#60;&#47;title&#62;&#123;&#123;7&#42;7&#125;&#125;</title>" in page


def test_rendering_twice_gives_the_same_page():
    drawn = strike_map(*few_strikes(), base_map=BASE_MAP)
    assert render_html(drawn) == render_html(drawn)


def test_two_maps_on_a_page_have_a_literal_each():
    one, other = (strike_map(*few_strikes(), base_map=BASE_MAP) for _ in range(2))
    one.get_root().add_child(other)
    page = render_html(one)
    blocks = re.findall(r'type="text/plain" id="(\w+)"', page)
    assert len(set(blocks)) == 2
    assert all(page.count(f'getElementById("{block}")') == 1 for block in blocks)


def test_what_the_page_brings_along_is_no_template():
    drawn = strike_map(*few_strikes(), base_map=BASE_MAP)
    drawn.get_root().header.add_child(_Plain(PLAIN_TEMPLATE), name="plain")
    assert PLAIN_TEMPLATE in render_html(drawn)


def test_other_folium_maps_keep_their_own_assets():
    before = list(folium.Map().default_js)
    strike_map(*few_strikes(), base_map=BASE_MAP)
    assert folium.Map().default_js == before
    assert before


def test_the_map_shows_itself_in_a_notebook():
    shown = strike_map(*few_strikes(), base_map=BASE_MAP)._repr_html_()
    assert "<iframe" in shown
    assert "strikeMap.mount" in shown


@pytest.mark.parametrize(("asked", "frame"), [(500, "500.0px"), ("320px", "320.0px")])
def test_the_frame_in_a_notebook_is_as_high_as_the_map_asked_for(asked, frame):
    shown = strike_map(*few_strikes(), base_map=BASE_MAP, height=asked)._repr_html_()
    assert f'height="{frame}"' in shown
    assert "padding-bottom:60%" not in shown, "a share of the width"


def test_a_map_in_per_cent_keeps_the_shape_of_the_notebooks_frame():
    shown = strike_map(*few_strikes(), base_map=BASE_MAP)._repr_html_()
    assert "padding-bottom:60%" in shown


def test_what_a_marker_needs_is_brought_along_where_there_is_one():
    drawn = strike_map(*few_strikes(), base_map=BASE_MAP)
    assert "dressMarkers" not in drawn.get_root().render()
    folium.Marker([35, 37], popup="our office").add_to(drawn)
    assert drawn.get_root().render().count("pageChildren.dressMarkers(") == 1


def test_what_folium_has_from_the_network_is_refused_in_words():
    drawn = strike_map(*few_strikes(), base_map=BASE_MAP)
    tiles = folium.TileLayer("OpenStreetMap").add_to(drawn)
    with pytest.raises(ExportError, match="TileLayer is loaded from the network"):
        render_html(drawn)
    del drawn._children[tiles.get_name()]
    folium.Marker([35, 37], icon=folium.Icon(color="red")).add_to(drawn)
    with pytest.raises(ExportError, match=r"take folium\.CustomIcon or folium\.DivIcon"):
        drawn._repr_html_()


def test_the_pages_policy_lets_run_what_is_in_it_and_nothing_else():
    page = page_of(*few_strikes())
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert len(policy) == 1
    assert page.index("Content-Security-Policy") < min(page.index("<style"), page.index("<script"))
    rules = dict(rule.split(" ", 1) for rule in policy[0].split("; "))
    assert rules["default-src"] == rules["connect-src"] == rules["base-uri"] == "'none'"
    assert rules["img-src"].split() == ["data:", ONLINE_TILES]
    assert "unsafe" not in policy[0]
    assert "style-src-attr" not in rules
    assert 'style="' not in page
    assert ONLINE_TILES in (STATIC / "map" / "tiles.js").read_text(encoding="utf-8")


def test_the_page_says_its_language_and_can_be_zoomed_with_two_fingers():
    page = page_of(*few_strikes())
    assert '<html lang="en">' in page
    assert '<meta name="viewport" content="width=device-width' in page
    assert "user-scalable" not in page
