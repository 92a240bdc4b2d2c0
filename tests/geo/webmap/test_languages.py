"""The languages of the map as a page has them: its own, and no other."""

from __future__ import annotations

import json

import pytest
from map_strikes import few_strikes

from geo.errors import ExportError
from geo.webmap.languages import LANGUAGES, load_words, name_labels
from geo.webmap.layer import render_html, strike_map
from geo.webmap.payload.encode import MapOptions

BASE_MAP: dict[str, object] = {"type": "FeatureCollection", "features": []}


def page_in(code: str | None, **options) -> str:
    chosen = MapOptions(**options)
    drawn = strike_map(*few_strikes(), base_map=BASE_MAP, options=chosen, language=code)
    return render_html(drawn)


def test_a_page_has_its_language_and_carries_its_words_alone():
    english, french = page_in(None), page_in("fr")
    assert '<html lang="en">' in english
    assert '<html lang="fr">' in french
    assert '<html lang="ar">' in page_in(None, language="ar")
    words = len(json.dumps(load_words("fr")))
    assert 4_000 < len(french) - len(english) < words, "one language, packed with the data"


def test_english_stands_in_the_scripts_and_needs_no_words():
    assert load_words("en") is None
    assert list(LANGUAGES) == ["en", "ar", "uk", "es", "fr"]
    for code in list(LANGUAGES)[1:]:
        assert load_words(code)["code"] == code


def test_a_language_that_the_map_does_not_speak_is_refused():
    with pytest.raises(ExportError, match="the map speaks en, ar, uk, es, fr"):
        page_in("de")
    with pytest.raises(ExportError, match="language 'xx'"):
        MapOptions(language="xx").to_json()


def test_names_are_those_of_the_language_where_the_country_has_them_in_it():
    assert name_labels("ar", ["ua"]) == {"labels": "ar"}
    assert name_labels("uk", ["ua", "pl"]) == {}
    assert name_labels("fr", ["sy"]) == {}
    assert name_labels("en", ["gb"]) == {}
