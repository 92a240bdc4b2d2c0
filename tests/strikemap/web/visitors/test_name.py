"""Who a visitor is: typed, or as a sign-in before the app says; then nothing else counts."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from strikemap.web.visitors.name import HEADER, who


def draw_page() -> None:
    import streamlit as st

    from strikemap.web.visitors.name import ask_who, who

    if st.checkbox("Field", value=True):
        ask_who("Who")
    st.text(f"it is {who()!r}")


def sign_in(monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]) -> None:
    """Have a sign-in say this much of the visitor."""
    monkeypatch.setenv(HEADER, "X-Forwarded-User")
    monkeypatch.setattr(st, "context", SimpleNamespace(headers=headers, cookies={}, locale="en"))


def test_a_typed_name_stays_where_its_field_is_not_drawn(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(HEADER, raising=False)
    page = AppTest.from_function(draw_page).run()
    page.text_input[0].set_value(" Rana ").run()
    assert page.text[0].value == "it is 'Rana'"
    page.checkbox[0].set_value(False).run()
    assert page.text[0].value == "it is 'Rana'"
    page.checkbox[0].set_value(True).run()
    assert page.text_input[0].value == " Rana "


def test_a_header_counts_only_where_the_operator_names_it(monkeypatch: pytest.MonkeyPatch):
    sign_in(monkeypatch, {"X-Forwarded-User": "rana"})
    monkeypatch.delenv(HEADER)
    page = AppTest.from_function(draw_page).run()
    assert page.text[0].value == "it is ''"
    assert page.text_input[0].value == ""


def test_who_signed_in_is_said_and_cannot_be_typed_over(monkeypatch: pytest.MonkeyPatch):
    sign_in(monkeypatch, {"X-Forwarded-User": "*rana*"})
    page = AppTest.from_function(draw_page)
    page.session_state["visitor_name_typed"] = "Omar"
    page.run()
    assert page.text[0].value == "it is '*rana*'"
    assert not page.text_input
    assert page.caption[0].value == r"Signed in as **\*rana\***"


def test_a_sign_in_that_says_nobody_is_told_and_nothing_typed_counts(
    monkeypatch: pytest.MonkeyPatch,
):
    sign_in(monkeypatch, {})
    page = AppTest.from_function(draw_page)
    page.session_state["visitor_name_typed"] = "Omar"
    page.run()
    assert page.text[0].value == "it is ''"
    assert not page.text_input
    assert page.caption[0].value.startswith("Nobody is signed in")


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("رنا".encode().decode("latin-1"), "رنا"),  # as HTTP hands UTF-8 over
        ("Zoë", "Zoë"),
        ("rana\x00\n omar", "rana omar"),
        ("r" * 200, "r" * 80),
    ],
)
def test_a_header_is_one_line_of_text(monkeypatch: pytest.MonkeyPatch, sent: str, read: str):
    sign_in(monkeypatch, {"X-Forwarded-User": sent})
    assert who() == read
