"""The web door: page set-up and navigation."""

import streamlit as st

from views.explore import show_page

st.set_page_config(page_title="strikemap", layout="wide", initial_sidebar_state="auto")
st.navigation([st.Page(show_page, title="Explore", default=True)], position="hidden").run()
