"""The web door: page set-up and navigation."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.language import _
from strikemap.web import filter_keys
from strikemap.web.keys import listener
from strikemap.web.languages.choice import (
    ask_language_below,
    say_in_address,
    settle_language,
    turn_page,
)
from strikemap.web.serving.top import begin_at_top
from strikemap.web.start.first_map import begin
from strikemap.web.start.window import side_bar_state
from strikemap.web.visitors import cookie, leaving, presses, session

if TYPE_CHECKING:
    from strikemap.web.counted.database import CountedDatabase

PAGE_KEY, KEPT_KEY = "page_shown", "kept_filters"
# The bar of pages lies over the first lines of a page that leaves it no room.
# Streamlit writes white on a primary button, which on the dark theme's colour cannot be read.
# On a narrow window that bar is hidden in the side bar, and the page has its links itself.
# Streamlit shows no ring where the keyboard is on a link to a page, a toolbar or the page; its
# links to headings are a stop of the keyboard each, and lead nowhere that an address keeps.
STYLE = """<style>
.stApp .stMainBlockContainer{padding-top:3.6rem}
.stApp :is(a,button,summary,main,[role="tab"],[role="switch"]):focus-visible{
outline:2px solid light-dark(#b3261e,#ff8a7a)!important;outline-offset:1px}
.stApp main:focus-visible{outline-offset:-3px!important}
.stApp [data-testid="stHeaderActionElements"]{display:none}
.stApp :is(button,label,summary) [data-testid="stMarkdownContainer"],
.stApp :is(button,label,summary) [data-testid="stMarkdownContainer"] :is(p,span),
.stApp [data-testid="stFileUploaderDropzoneInstructions"] :is(div,span){
white-space:normal;overflow:visible;text-overflow:clip;overflow-wrap:anywhere}
.st-key-briefing_columns [data-testid="stMarkdownContainer"] h2{font-size:1.25rem;padding:0}
.stApp .st-key-briefing_columns>div>[data-testid="stHorizontalBlock"]>[data-testid="stColumn"],
.stApp .st-key-briefing_columns>[data-testid="stHorizontalBlock"]>[data-testid="stColumn"]{
min-width:min(100%,10rem)}
@media (prefers-reduced-motion:reduce){
.stApp,.stApp *,.stApp *::before,.stApp *::after{animation-duration:1ms!important;
animation-iteration-count:1!important;transition-duration:1ms!important;scroll-behavior:auto!important}
}
.stApp .st-key-narrow_pages{display:none}
.stApp [data-testid="stBaseButton-primary"]{color:light-dark(#fff,#12181f)}
@media (max-width:767px){
.stApp .st-key-narrow_pages{display:flex;width:auto;gap:.1rem;
position:fixed;top:.6rem;left:3.4rem;z-index:999991}
.st-key-narrow_pages a{padding:.25rem .4rem}
.stApp:has([data-testid="stSidebar"][data-collapsed="false"]) .st-key-narrow_pages{display:none}
}
</style>"""


def show_explore(draw_later: Callable[[], None]) -> None:
    """Draw the Explore page; where its first map is known, before Python loads the tables'.

    draw_later: what the browser needs only once it has painted the map.
    """
    start = begin(draw_later)
    if (counted := find_counted()) is not None:
        from strikemap.web.counted import page as counted_page

        counted_page.show_page(counted, start)
        return
    from strikemap.web import explore

    explore.show_page(start)


def show_briefing() -> None:
    """Draw the Briefing page; its libraries are loaded when it is asked for."""
    with st.spinner(_("Getting ready to draw the sheet ...")):
        from strikemap.web.briefing.page import show_page

    show_page()


def show_places() -> None:
    """Draw the Places page."""
    from strikemap.web.places import page as places_page

    places_page.show_page()


def show_strikes() -> None:
    """Draw the Strikes page."""
    from strikemap.web.strikes import page as strikes_page

    strikes_page.show_page()


def show_reports() -> None:
    """Draw the Reports page."""
    from strikemap.web.reports import page as reports_page

    reports_page.show_page()


def find_counted() -> CountedDatabase | None:
    """Return the database that is shown by its counts alone, if one is."""
    if session.COUNTED_KEY not in st.session_state:
        return None
    from strikemap.web.counted.part import current_counted

    return current_counted()


def open_workspace() -> None:
    """Open the workspace that the app was started with; its libraries only where there is one."""
    if os.environ.get("STRIKEMAP_WORKSPACE") or session.WORKSPACE_KEY in st.session_state:
        from strikemap.web.workspaces.session import open_start

        open_start()


def keep_filters() -> None:
    """Copy what Explore's filters hold, which Streamlit drops when they are not drawn.

    What is not held now stays as it was kept: when a page changes, Streamlit first drops the
    widgets that the browser's message lacks, and holds the rest alone.
    """
    kept = st.session_state.get(KEPT_KEY, {})
    st.session_state[KEPT_KEY] = {**kept, **filter_keys.held_choices()}


def return_filters(*, newly_shown: bool) -> None:
    """Give the filters what they held, before they are drawn on a page that is newly shown."""
    for name, value in st.session_state.get(KEPT_KEY, {}).items():
        if newly_shown or name not in st.session_state:
            st.session_state[name] = value


def draw() -> None:
    """Draw the page that a visitor is at."""
    begin_at_top()
    presses.keep_presses_whole()
    st.set_page_config(
        page_title="strikemap", layout="wide",
        initial_sidebar_state=side_bar_state(st.context.headers),
    )  # fmt: skip
    st.html(STYLE)
    settle_language()
    turn_page()

    def show_first() -> None:
        show_explore(draw_links)

    explore = st.Page(show_first, title=_("Explore"), default=True)
    briefing = st.Page(show_briefing, title=_("Briefing"), url_path="briefing")
    places = st.Page(show_places, title=_("Places"), url_path="places")
    strikes = st.Page(show_strikes, title=_("Strikes"), url_path="strikes")
    reports = st.Page(show_reports, title=_("Reports"), url_path="reports")
    st.session_state["strikes_page"] = strikes  # that Explore leads to
    st.session_state["explore_page"] = explore  # that Reports leads to
    pages = [explore, places, strikes, reports, briefing]
    page = st.navigation(pages, position="top")
    links = st.container(key="narrow_pages", horizontal=True)

    def draw_links() -> None:
        with links:
            for listed in pages:
                st.page_link(listed)

    is_explore = page.url_path == explore.url_path
    if not is_explore:
        draw_links()
    session.return_own(data_hash=st.query_params.get("data", ""), anything=not is_explore)
    session.keep_own()
    session.name_visitor()
    open_workspace()
    if st.session_state.get(PAGE_KEY) == explore.url_path != page.url_path:
        keep_filters()  # a run of Explore that this page has cut short did not come to it
    return_filters(newly_shown=st.session_state.get(PAGE_KEY) != page.url_path)
    st.session_state[PAGE_KEY] = page.url_path
    if not is_explore and (counted := find_counted()) is not None:
        from strikemap.web.counted.offer import show_instead

        is_briefing = page.url_path == briefing.url_path
        show_instead(counted, page.title, for_release=is_briefing)
    else:
        page.run()
    if is_explore:
        keep_filters()
        filter_keys.end_run()
    else:
        ask_language_below()
        say_in_address(page.url_path)
    session.keep_own()
    session.send_own_token()
    cookie.send_language()
    listener.keep_focus()
    leaving.begin_watch()


if __name__ == "__main__":  # so Streamlit runs it for a visitor
    draw()
else:  # and so it is imported for the server, once, before anybody is served
    from strikemap.web.serving.memory import take_memory_singly

    take_memory_singly()

    from starlette.middleware import Middleware

    from gazetteer.online.workshop import clear_all
    from strikemap.web.serving.faults import keep_tracebacks, tell_fault
    from strikemap.web.serving.guard import Guard
    from strikemap.web.serving.uploads import share_uploads

    keep_tracebacks()
    share_uploads()
    clear_all()
    app = st.App(__file__, middleware=[Middleware(Guard)], on_script_error=tell_fault)
