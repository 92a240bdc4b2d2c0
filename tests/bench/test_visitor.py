"""The visitor without a browser speaks with an app as a browser does."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.pages.server import list_processes, page_running
from bench.pages.visitor import Visitor, VisitorError

PAGE = """import streamlit as st
year = st.slider("Year", 2000, 2020, key="year")
st.file_uploader("File", key="file")
file = st.session_state["file"]
st.text_area("Said", f"{year} {file.getvalue().decode() if file else ''}", key=f"said_{year}")
st.dataframe({"numbers": list(range(20_000))}, key="numbers", on_select="rerun")
if year == 2013:
    raise ValueError("no such year")
"""


def test_it_moves_a_slider_hands_over_a_file_and_notices_an_error(tmp_path):
    page = tmp_path / "page.py"
    page.write_text(PAGE)

    async def visit(address: str) -> None:
        async with Visitor(address) as visitor:
            first = visitor.received
            year = WidgetState(id=visitor.find("slider", "year").slider.id)
            year.double_array_value.data.append(2012)
            assert await visitor.change(year) > 0
            assert visitor.find("text_area", r"said_\d+").text_area.default == "2012 "
            assert visitor.received < first / 10, "the table is not sent again"
            await visitor.upload("file", "a.csv", b"some text")
            year.double_array_value.data[0] = 2011
            await visitor.change(year)
            assert visitor.find("text_area", "said_2011").text_area.default == "2011 some text"
            year.double_array_value.data[0] = 2013
            with pytest.raises(VisitorError):
                await visitor.change(year)

    with page_running(page, {}, "--server.enableXsrfProtection", "false") as served:
        assert served.process in list_processes(served.process)
        # A browser of another test may have a loop at work in this thread.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, visit(served.address)).result()
