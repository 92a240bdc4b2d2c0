"""Which language a visitor reads: said in the address, chosen on a page, or the browser's.

What was said or chosen is kept by the browser until it is closed, and said in the address of every
page, so that a link that is copied from it is read in the same language.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from gazetteer.language import _, speak, spoken
from strikemap.languages.catalogues import LANGUAGES, catalogue_of

__all__ = [
    "LANGUAGE_COOKIE", "LANGUAGE_PART",
    "ask_language", "ask_language_below", "asked_language", "say_in_address", "settle_language",
    "speak_of", "turn_page",
]  # fmt: skip

LANGUAGE_PART = "lang"  # of the address: two letters
LANGUAGE_COOKIE = "strikemap_language"  # and the port
FOOT_WIDTH = 220  # px
IN_ADDRESS = st.components.v2.component(
    "strikemap_language",
    js=(Path(__file__).parent / "address.js").read_text(encoding="utf-8"),
)
LANGUAGE_KEY, ASKED_KEY, CHOICE_KEY = "language", "language_asked", "language_choice"
# The page from right to left; what is written in Latin letters alone keeps its own direction.
# What the map shows before it is drawn, and Streamlit's own word on a button.
OWN = """.stApp{{--strike-waiting:"{waiting}"}}
[data-testid="stFileUploader"] button [data-testid="stMarkdownContainer"]{{font-size:0}}
[data-testid="stFileUploader"] button [data-testid="stMarkdownContainer"]::after{{
content:"{upload}";font-size:.875rem}}
"""
RTL = """
.stApp{direction:rtl}
.stApp :is(code,pre,[data-testid="stText"],[data-testid="stNumberInputContainer"]){direction:ltr}
.stApp [data-testid="stText"]{text-align:left}
.stApp [data-testid="stSidebar"][data-collapsed="true"]{transform:translateX(110%)!important}
.stApp [data-testid="stSidebar"][data-collapsed="true"]>*{display:none}
.stApp .st-key-narrow_pages{left:auto;right:3.4rem}
.stApp :is(.stMarkdown,.stHeading,[data-testid="stMarkdownContainer"],
[data-testid="stCaptionContainer"],h1,h2,h3,h4,h5,li){text-align:right!important}
.stApp :is(ol,ul){padding-left:0;padding-right:1.5rem}
.stApp :is(input,textarea){unicode-bidi:plaintext;text-align:start}
"""


def settle_language() -> None:
    """Speak a visitor's language from now on, in a run or in what a press calls before it."""
    state = st.session_state
    said = str(st.query_params.get(LANGUAGE_PART) or "").lower()
    if said in LANGUAGES:
        state[LANGUAGE_KEY] = state[ASKED_KEY] = said
    elif LANGUAGE_KEY not in state:
        if kept := _kept():
            state[ASKED_KEY] = kept
        state[LANGUAGE_KEY] = kept or _of_browser()
    speak(catalogue_of(state[LANGUAGE_KEY]))


def _kept() -> str:
    """Return the language that this browser was asked to keep; "" for none of ours."""
    cookies = st.context.cookies
    given = (str(cookies[name]) for name in cookies if str(name).startswith(LANGUAGE_COOKIE))
    return next((code for code in given if code in LANGUAGES), "")


def _of_browser() -> str:
    """Return the first language that the browser asks for where it is one of ours."""
    code = str(getattr(st.context, "locale", "") or "")[:2].lower()
    return code if code in LANGUAGES else "en"


def asked_language() -> str:
    """Return the language that the address or the visitor asked for; "" for the browser's own."""
    return str(st.session_state.get(ASKED_KEY, ""))


def speak_of(countries: Iterable[str]) -> None:
    """Speak the visitor's language as it is spoken of countries, such as their names of months."""
    speak(catalogue_of(spoken().code, countries))


def say_in_address(page: str) -> None:
    """Say the language that was asked for in the address of a page that says nothing else there.

    page: its name in the address. It is no step of the browser's: back leads to the page before.
    """
    if code := asked_language():
        IN_ADDRESS(key=f"language_of_{page}", data={"part": LANGUAGE_PART, "code": code})


def ask_language() -> None:
    """Draw the choice of the language, each by its own name."""
    st.session_state[CHOICE_KEY] = spoken().code  # the address may have said another
    st.selectbox(
        _("Language"), list(LANGUAGES), key=CHOICE_KEY, format_func=LANGUAGES.__getitem__,
        on_change=_take,
    )  # fmt: skip


def ask_language_below() -> None:
    """Draw the choice at the foot of a page: of each but Explore, whose side bar has it."""
    with st.container(key="language_below", width=FOOT_WIDTH):
        ask_language()


def _take() -> None:
    code = str(st.session_state[CHOICE_KEY])
    st.session_state[LANGUAGE_KEY] = st.session_state[ASKED_KEY] = code
    st.query_params[LANGUAGE_PART] = code


def turn_page() -> None:
    """Say what the browser draws by itself, and turn the page round for letters that ask for it."""
    if spoken().code == "en":
        return
    waiting, upload = _("Drawing the map …"), _("Upload")
    turned = RTL if spoken().rtl else ""
    st.html(f"<style>{OWN.format(waiting=waiting, upload=upload)}{turned}</style>")
