"""What an act did is said until the next act at its place, and is no markup."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def draw_page() -> None:
    import streamlit as st

    from strikemap.web.visitors.said import forget, say, show_said

    show_said("here")
    show_said("there")
    st.button("Do", on_click=say, args=("here", "Done *x*"))
    st.button("Fail", on_click=say, args=("here", "No"), kwargs={"refused": True})
    st.button("Tell", on_click=say, args=("there", "Told"))
    st.button("Begin", on_click=forget, args=("here",))


def press(page: AppTest, label: str) -> list[tuple[str, str]]:
    """Press a button; return what is said, once the page is drawn twice more."""
    next(button for button in page.button if button.label == label).click()
    for _ in range(3):
        page.run()
        assert not page.exception
    return [("done", one.value) for one in page.success] + [("no", e.value) for e in page.error]


def test_it_is_said_until_the_next_act_at_its_place():
    page = AppTest.from_function(draw_page).run()
    assert press(page, "Do") == [("done", "Done \\*x\\*")]
    assert press(page, "Fail") == [("no", "No")]
    assert press(page, "Tell") == [("done", "Told"), ("no", "No")]
    assert press(page, "Begin") == [("done", "Told")]
