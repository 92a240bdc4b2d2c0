"""Why others' changes are not to be had is said while it is so; the page is drawn whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from workspace_app import make_work

from geo.errors import WorkspaceError
from strikemap.web.workspaces.shared import SharedWorkspace, open_shared


def draw_page() -> None:
    import streamlit as st

    from strikemap.web.workspaces.panel import show_line
    from strikemap.web.workspaces.session import open_start

    open_start()
    show_line()
    st.session_state["ends"] = st.session_state.get("ends", 0) + 1


def test_a_fault_is_said_once_a_run_and_gone_when_it_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = make_work(tmp_path)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(path))

    def fail(_: SharedWorkspace) -> None:
        raise WorkspaceError("the database does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(SharedWorkspace, "refresh", fail)
        page = AppTest.from_function(draw_page, default_timeout=60).run()
        assert [one.value for one in page.error] == ["the database does not answer"]
        assert [one.value for one in page.run().error] == ["the database does not answer"]
        assert page.session_state["ends"] == 2
    assert not page.run().error
    open_shared(str(path)).close()
