"""A story on the Briefing page: which saved views it has, in which order, and what each says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from gazetteer.language import _
from geo.briefing.terms.chapters import make_chapter
from geo.briefing.terms.options import SheetOptions
from geo.strikes.filters import Filters
from strikemap.web.datasets import Dataset
from strikemap.web.layers.near import settle_near_layer
from strikemap.web.wording import escape_markdown
from strikemap.web.workspaces.session import current_workspace

__all__ = ["STORY", "choose_views", "list_queries", "make_chapters"]

STORY = "story"  # how sheets are divided
VIEWS_KEY = "briefing_views"


def list_queries() -> dict[str, str]:
    """Return the saved views of the open workspace: their addresses by name, the oldest first."""
    opened = current_workspace()
    if opened is None:
        return {}
    from strikemap.web.workspaces.views import list_views  # its libraries, only where needed

    return {name: str(row["query"]) for name, row in list_views(opened).items()}


def choose_views(queries: Mapping[str, str]) -> list[dict[str, str]]:
    """Draw the choice of views and their key messages; return what each sheet is to be."""
    chosen = st.multiselect(
        _("Views, in their order"), list(queries), default=list(queries), key=VIEWS_KEY
    )
    return [{"view": queries[name], "title": name, "headline": _ask_message(name)}
            for name in chosen]  # fmt: skip


def _ask_message(name: str) -> str:
    said = st.text_input(
        _("Key message of {name}", name=escape_markdown(name)), placeholder=_("From the strikes"),
        key=f"briefing_message_{name}",
    )  # fmt: skip
    return said or ""


def make_chapters(
    views: Sequence[Mapping[str, str]], usual: SheetOptions, dataset: Dataset
) -> tuple[SheetOptions, ...]:
    """Return the options of each sheet; usual: what all have alike.

    Raises SheetError or FilterError, naming the view, for what its address cannot mean.
    """

    def settle(filters: Filters) -> Filters:
        return dataset.settle(settle_near_layer(filters))

    bare = replace(usual, title="", headline="", subtitle="", trend="", compare="",
                   filters=Filters(), extent="country")  # fmt: skip
    return tuple(make_chapter(view, bare).settle(settle, settle) for view in views)
