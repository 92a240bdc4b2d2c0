"""A press is done to its end, though another rerun is asked for in the middle of it."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx
from streamlit.runtime.state import SafeSessionState
from streamlit.testing.v1 import AppTest

from strikemap.web.visitors import presses
from strikemap.web.visitors.presses import keep_presses_whole


def draw_page() -> None:
    import streamlit as st
    from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

    def press() -> None:
        st.session_state["begun"] = True
        context = get_script_run_ctx()
        assert context
        assert context.script_requests
        context.script_requests.request_rerun(RerunData())  # as the map asks when it is at rest
        st.session_state["done"] = True

    st.button("Press", on_click=press)
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1


def press_once() -> dict[str, object]:
    page = AppTest.from_function(draw_page).run()
    page.button[0].click().run()
    assert not page.exception
    state = page.session_state
    return {name: state[name] for name in ("begun", "done", "runs") if name in state}


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Streamlit do what it does by itself, until a test says otherwise."""
    begin = SafeSessionState.on_script_will_rerun
    plain = getattr(begin, "__wrapped__", begin)
    monkeypatch.setattr(SafeSessionState, "on_script_will_rerun", plain)


def test_a_press_is_done_to_its_end():
    assert "done" not in press_once()  # else there is nothing to do here any more
    keep_presses_whole()
    assert press_once() == {"begun": True, "done": True, "runs": 2}


def test_a_press_is_begun_though_another_rerun_is_asked_for_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def settle() -> None:
        context = get_script_run_ctx()
        assert context
        assert context.script_requests
        context.script_requests.request_rerun(RerunData())
        st.session_state.get("language")  # where Streamlit looks for what is asked

    monkeypatch.setattr(presses, "settle_language", settle)
    keep_presses_whole()
    assert press_once() == {"begun": True, "done": True, "runs": 2}


def test_it_is_kept_once():
    keep_presses_whole()
    first = SafeSessionState.on_script_will_rerun
    keep_presses_whole()
    assert SafeSessionState.on_script_will_rerun is first
