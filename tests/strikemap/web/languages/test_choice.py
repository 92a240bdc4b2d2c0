"""The language of a visit: from the address, the choice or the browser, each visitor's own."""

from __future__ import annotations

import threading

import pytest
import streamlit as st
from paths import ROOT
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from gazetteer.language import ENGLISH, _, ngettext, speak, speaking, spoken, word_day
from geo.strikes.filters import Filters
from strikemap.languages.catalogues import LANGUAGES, catalogue_of
from strikemap.web.visitors import cookie
from strikemap.web.wording import plural

APP = ROOT / "streamlit_app.py"


def open_app(**parts: str) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60)
    for name, value in parts.items():
        page.query_params[name] = value
    return page.run()


def choose(page: AppTest, code: str) -> AppTest:
    """Choose a language; the test reads the options of the page as its own thread speaks."""
    with speaking(catalogue_of(page.selectbox(key="language_choice").value)):
        return page.selectbox(key="language_choice").set_value(code).run()


def test_the_address_says_the_language_and_the_choice_changes_it():
    page = open_app(lang="uk")
    assert not page.exception
    assert page.title[0].value == "Повідомлені удари: Сирія"
    assert page.selectbox(key="language_choice").value == "uk"
    chosen = choose(page, "ar")
    assert not chosen.exception
    assert chosen.title[0].value == "الضربات المبلغ عنها: سوريا"
    assert chosen.query_params["lang"] in ("ar", ["ar"])
    assert any("direction:rtl" in each.proto.body for each in chosen.get("html"))
    drawn = [one.content for each in chosen.get("button_group") for one in each.proto.options]
    assert "غارة جوية" in drawn
    back = choose(chosen, "en")
    assert back.title[0].value == "Reported strikes: Syria"


@pytest.mark.parametrize("name", ["places", "strikes", "reports", "briefing"])
def test_each_page_has_the_choice_and_a_reload_of_it_the_language(name, monkeypatch):
    asked: dict[str, str] = {}  # of the browser, to keep

    def keep(*, key: str, data: dict[str, str]) -> None:
        assert key in ("language_cookie", "visitor_cookie")
        asked[f"{data['name']}_8501"] = data["word"]

    monkeypatch.setattr(cookie, "KEEPER", keep)
    opened = AppTest.from_file(APP, default_timeout=60)
    opened._page_hash = calc_hash(name)
    chosen = choose(opened.run(), "uk")
    assert not chosen.exception
    assert asked["strikemap_language_8501"] == "uk"
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: asked))
    again = AppTest.from_file(APP, default_timeout=60)
    again._page_hash = calc_hash(name)
    assert again.run().selectbox(key="language_choice").value == "uk"
    assert again.session_state["language_asked"] == "uk"  # so that Explore says it in its address


def test_an_unknown_language_is_english():
    page = open_app(lang="xx")
    assert page.title[0].value == "Reported strikes: Syria"
    assert page.selectbox(key="language_choice").options == list(LANGUAGES.values())


def test_a_filter_stays_when_the_language_changes():
    page = open_app(lang="es", kind="drone", q="Hama")
    assert page.text_input(key="filter_text").value == "Hama"
    page = choose(page, "fr")
    assert page.text_input(key="filter_text").value == "Hama"
    assert page.session_state["filter_kinds"] == ["drone"]
    assert page.query_params["q"] in ("Hama", ["Hama"])


def test_each_thread_speaks_its_own_language():
    heard: dict[str, str] = {}

    def visit(code: str) -> None:
        speak(catalogue_of(code))
        heard[code] = plural(5, "strike")

    visitors = [threading.Thread(target=visit, args=(code,)) for code in LANGUAGES]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join()
    assert heard == {"en": "5 strikes", "ar": "5 ضربات", "uk": "5 ударів", "es": "5 ataques",
                     "fr": "5 frappes"}  # fmt: skip
    assert spoken() is ENGLISH


@pytest.mark.parametrize(
    ("code", "count", "said"),
    [("ar", 0, "لا ضربات"), ("ar", 2, "ضربتان"), ("ar", 11, "11 ضربة"), ("ar", 103, "103 ضربات"),
     ("uk", 1, "1 удар"), ("uk", 22, "22 удари"), ("uk", 11, "11 ударів"),
     ("uk", 1234567, "1\xa0234\xa0567 ударів"), ("es", 12345, "12.345 ataques"),
     ("fr", 0, "0 frappe"), ("fr", 1234, "1\u202f234 frappes"), ("en", 1234, "1,234 strikes")],
)  # fmt: skip
def test_counts_take_their_form_and_their_marks(code, count, said):
    with speaking(catalogue_of(code)):
        assert ngettext("{count} strike", "{count} strikes", count) == said


def test_days_are_written_as_the_language_does():
    filters = Filters.from_query("from=2015-01-31")
    said = {}
    for code in LANGUAGES:
        with speaking(catalogue_of(code)):
            said[code] = filters.in_words()
            assert word_day(filters.date_from) in said[code]
    assert said["en"] == "from 31 January 2015"
    assert "كانون الثاني" in said["ar"]
    assert "31" in said["ar"]
    assert said["uk"] == "від 31 січня 2015"


def test_names_and_what_people_wrote_stay_and_stand_apart_in_arabic():
    with speaking(catalogue_of("ar")):
        assert _("Back to {back}", back="Talbisah") == "العودة إلى \u2068Talbisah\u2069"
        assert _("Talbisah") == "Talbisah"
        days = _("{first} to {last}", first="2015-09-30", last="2015-10-04")
        assert "\u20682015-10-04\u2069" in days  # else a browser turns its parts round
        assert _("{low}–{high}", low=70, high=1200) == "من 70 إلى 1,200"
    assert _("Back to {back}", back="Talbisah") == "Back to Talbisah"
