"""What a hand did to the map is noted in the session, as Streamlit keeps and drops it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from strikemap.web.start import parts
from strikemap.web.strikes import link

KEY = "strike_map_0"


class Hand:
    """A hand on the map: mounts it and reads strikes, as the component's callbacks tell."""

    def __init__(self, session: dict[str, Any]) -> None:
        self.session = session

    def take(self, **asked: Any) -> dict[str, Any]:
        self.tell = asked["on_told_change"]
        return self.session.get(KEY, {})

    def read(self, strike_id: str) -> None:
        self.session[KEY] = {"told": {"opened": strike_id}}
        self.tell()


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    """Give a hand, in a session of its own."""
    session: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", session)
    hand = Hand(session)
    monkeypatch.setattr(parts, "MAP", hand.take)
    monkeypatch.setattr(parts, "LOADER", lambda **_: None)
    return hand


def mount() -> None:
    parts.mount_map(KEY, {}, {"token": "a"}, None)


def test_a_strike_that_is_read_again_after_another_page_is_the_one_read_last(hand: Hand):
    mount()
    hand.read("A")
    mount()
    assert link.last_read() == "A"
    del hand.session[KEY]  # Streamlit drops what a map told when its page is left
    link.note_read("B")
    mount()
    assert link.last_read() == "B"
    hand.read("A")
    assert link.last_read() == "A"


def test_what_the_map_says_again_of_a_strike_does_not_hide_one_that_a_table_led_to(hand: Hand):
    mount()
    hand.read("A")
    link.note_read("B")
    hand.read("A")  # the map was moved, and says again what it has open
    assert link.last_read() == "B"


def test_the_heavy_message_is_made_once_while_the_map_shows_the_same(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
):
    sent: list[bytes] = []
    monkeypatch.setattr(parts, "LOADER", lambda **asked: sent.append(asked["data"]))
    heavy = {"token": "a-1", "payload": "ABC=", "words": "\u0642"}
    for token in ("a-1", "a-1", "b-1"):
        parts.mount_map(KEY, {}, {**heavy, "token": token}, None)
    assert sent[0] is sent[1]
    token, said = sent[2].split(b"\n")
    assert token == b"b-1"
    assert json.loads(said) == {**heavy, "token": "b-1"}
    assert hand.session[f"{KEY}-packed"][1] is sent[2], "the one before is let go"
