"""The Reports page run without a browser: a text pasted, its drafts decided, what it says."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

PATIENCE = 60  # seconds; the first run loads the gazetteer
TEXT = (
    "#META date: 2023-05-10\nRaids on three towns\n\nRussian jets bombed Saraqib on Monday, "
    "killing at least four people, SOHR said.\n\nShelling hit Suran on Tuesday.\n\n"
    "A drone struck a market in Ariha on Tuesday, wounding two."
)


def draw_page() -> None:
    from strikemap.web.reports.page import show_page
    from strikemap.web.workspaces.session import open_start

    open_start()
    show_page()


def open_page() -> AppTest:
    return run(AppTest.from_function(draw_page, default_timeout=PATIENCE))


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def paste(page: AppTest, text: str) -> AppTest:
    page.text_area(key="reports_pasted").set_value(text)
    return press(page, "reports_read")


def press(page: AppTest, key: str) -> AppTest:
    button(page, key).click()
    return run(page)


def button(page: AppTest, key: str) -> Any:
    """Return a button; those that decide a draft have its edition behind their names."""
    deciding = ("reports_accept", "reports_reject", "reports_join")
    return next(
        one for one in page.button
        if one.key == key or (key in deciding and str(one.key).startswith(f"{key}_"))
    )  # fmt: skip


def field(page: AppTest, name: str) -> Any:
    """Return a field of the draft that is looked at."""
    fields = (*page.text_input, *page.selectbox)
    return next(one for one in fields if one.key.startswith(f"reports_field_{name}_"))


def said(page: AppTest) -> str:
    told = (*page.success, *page.error, *page.warning, *page.caption, *page.markdown, *page.info,
            *page.subheader, *page.header)  # fmt: skip
    return " ".join(one.value for one in told).replace("\\", "")
