"""The Places page: a name at a time, its candidates by number, and keys for every decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pandas as pd
import streamlit as st

from gazetteer import Candidate, Gazetteer, Place
from gazetteer.decisions.decision import Decision
from gazetteer.language import N_, _
from gazetteer.places import distance_km
from gazetteer.several import Gazetteers, find_unlisted
from geo.land.levels import level_words
from geo.placing.review import SURE, NameToDecide, find_candidates, list_names
from strikemap.languages.reasons import say_reason
from strikemap.web.country import shared_gazetteer
from strikemap.web.datasets import Dataset, dataset_or_stop
from strikemap.web.keys.listener import declare_keys
from strikemap.web.picker import Mark, Point, pick_point, read_point, set_point
from strikemap.web.places.alias_files import show_alias_files
from strikemap.web.places.decided import decide, follow_data, kept_decisions, redo, undo
from strikemap.web.places.own import show_own_places
from strikemap.web.visitors.name import ask_who, who
from strikemap.web.wording import begin_large, escape_markdown, plural
from strikemap.web.workspaces.panel import show_line, show_panel
from strikemap.web.workspaces.session import current_workspace

__all__ = ["show_page"]

AT, SEARCH, WHY, POINT = "places_at", "places_search", "places_why", "places"
KEYS_IN_WORDS = N_(
    "Keys: those of the buttons; / another place, w why, m the map, where Enter takes the point "
    "under the cross; Esc goes back to deciding."
)
MOST_FOUND = 9  # candidates that have a key of their own
MOST_LISTED = 1_000
KEPT_KEYS = 65_536  # of names, some 300 bytes each
FEW, TALLEST = 10, 380  # names that are shown whole, and the height of more of them in CSS pixels


KEYS = declare_keys("places", Path(__file__).parent / "keys.js")


def show_page() -> None:
    """Draw the page for the data that are shown on the map."""
    dataset = dataset_or_stop()
    if follow_data(dataset):
        st.rerun()
    st.title(_("Places to decide"))
    show_line()
    names = _list_open(dataset)
    _show_head(dataset, names)
    at = 0
    deciding = st.container()  # there with and without names: what stands below stays as it is
    if names:
        left, right = deciding.columns([2, 3], gap="large")
        with left:
            at = _choose_name(names, _(level_words(dataset.countries).one[0]))
        with right:
            _show_name(dataset, names[at])
    with st.container():
        show_own_places(dataset.countries, names[at].name if names else "")
    with st.container():
        show_alias_files(dataset)
    show_panel(dataset)
    KEYS(key="places_keys")
    opened = current_workspace()
    if opened is not None and names:
        opened.make_ready()
        opened.work_ahead()  # a decision is followed by another one, or by a look at the map


def _list_open(dataset: Dataset) -> list[NameToDecide]:
    """Return the names that are still open: neither decided nor left for later."""
    gazetteer = shared_gazetteer(dataset.countries)
    listed = dataset.remember(
        "names to decide",
        lambda: list_names(dataset.strikes, gazetteer, below=SURE, with_candidates=False),
    )
    known = kept_decisions().known
    # A colleague's file may mean a place that no table here lists: the name is as open as before.
    idle = {one.key for one in find_unlisted(_listed(dataset), known.values())}
    keys = ((name, _key_of(name.name, name.governorate)) for name in listed)
    return [name for name, key in keys if key not in known or key in idle]


@lru_cache(KEPT_KEYS)
def _key_of(name: str, governorate: str) -> tuple[str, str]:
    """Return what a decision on a name is known by; every run asks it of all names."""
    return Decision(name, governorate).key


def _show_head(dataset: Dataset, names: Sequence[NameToDecide]) -> None:
    kept = kept_decisions()
    rows = sum(name.rows for name in names)
    if names:
        st.markdown(
            _(
                "**{names}** to decide, in {rows} of {rows_2}: ambiguous, not found, or scored "
                "under {sure}.",
                names=plural(len(names), "name"),
                rows=rows,
                rows_2=plural(len(dataset.strikes), "row"),
                sure=SURE,
            )
        )
    else:
        st.success(_("No name of these data is left to decide."))
    steps = st.container(horizontal=True, vertical_alignment="center")
    steps.button(
        _("Undo"), key="places_undo", shortcut="u", disabled=not kept.can_undo,
        on_click=undo, args=(dataset,),
    )  # fmt: skip
    steps.button(
        _("Redo"), key="places_redo", shortcut="y", disabled=not kept.can_redo,
        on_click=redo, args=(dataset,),
    )  # fmt: skip
    steps.caption(escape_markdown(kept.said) or _("A decision is for all rows that say the name."))
    st.caption(_(KEYS_IN_WORDS))


def _choose_name(names: Sequence[NameToDecide], area: str) -> int:
    """Show the names, the most frequent first; return the number of the one that is looked at."""
    shown = names[:MOST_LISTED]
    at = min(int(st.session_state.get(AT, 0)), len(shown) - 1)
    table = pd.DataFrame(
        {
            _("Name"): [name.name for name in shown],
            begin_large(area): [name.governorate for name in shown],
            _("Rows"): [name.rows for name in shown],
            _("Answer"): [_(name.method) for name in shown],
        }
    )
    steps = st.container(horizontal=True, vertical_alignment="center")
    steps.button(_("Back"), key="places_back", shortcut="b", on_click=_step, args=(at - 1,),
                    disabled=at == 0)  # fmt: skip
    steps.button(_("Next"), key="places_next", shortcut="n", on_click=_step, args=(at + 1,),
                     disabled=at + 1 >= len(shown))  # fmt: skip
    steps.caption(_("{number} of {count}", number=at + 1, count=len(names)))
    st.dataframe(
        table.iloc[at:], hide_index=True, height=TALLEST if len(table) - at > FEW else "content"
    )
    return at


def _step(at: int) -> None:
    st.session_state[AT] = max(at, 0)
    _leave()


def _leave() -> None:
    """Forget what was searched and pointed at for the name that was looked at."""
    st.session_state.pop(SEARCH, None)
    set_point(POINT, None)


def _show_name(dataset: Dataset, name: NameToDecide) -> None:
    stated = f", {name.governorate}" if name.governorate else ""
    st.header(escape_markdown(f"{name.name}{stated}"), anchor=False)
    score = "" if name.score is None else _(", score {score}", score=f"{name.score:.2f}")
    st.caption(
        escape_markdown(
            f"{plural(name.rows, 'row')}. {_(name.method)}{score}: {say_reason(name.reason)}"
        )
    )
    found = _find_candidates(dataset, name)
    places = [candidate.place for candidate in found]
    listed = st.container(gap="xxsmall")
    for number, candidate in enumerate(found, start=1):
        place = candidate.place
        listed.button(
            _word_candidate(number, candidate, places[0]),
            key=f"places_take_{number}", shortcut=str(number),
            on_click=_take, args=(dataset, name, "place"), kwargs={"place": place},
        )  # fmt: skip
    if not places:
        st.caption(_("No listed place is like it."))
    others = st.container(horizontal=True)
    point = _show_map(dataset, name, places)
    for label, verdict, key, letter in (
        (_("Not a place"), "no place", "places_none", "x"),
        (_("Later"), "later", "places_later", "l"),
        (_("The point of the map"), "point", "places_point", "p"),
    ):  # fmt: skip
        others.button(
            label, key=key, shortcut=letter, on_click=_take, args=(dataset, name, verdict),
            disabled=verdict == "point" and point is None,
        )  # fmt: skip
    st.text_input(_("Another place, by any spelling ( / )"), key=SEARCH)
    st.text_input(_("Why, in your words ( w )"), key=WHY)
    ask_who(_("Who decides, if you wish"))


def _find_candidates(dataset: Dataset, name: NameToDecide) -> list[Candidate]:
    """Return the candidates of the name, or of what is searched in its place."""
    words = str(st.session_state.get(SEARCH, "")).strip()
    gazetteer = _listed(dataset)
    if not words:
        return list(find_candidates(name.name, name.governorate, gazetteer))
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    found = [one for member in members for one in member.explain(words)]
    return sorted(found, key=lambda one: -one.share)[:MOST_FOUND]


def _listed(dataset: Dataset) -> Gazetteer | Gazetteers:
    """Return what places there are: those of the countries, and the open workspace's own."""
    opened = current_workspace()
    return shared_gazetteer(dataset.countries) if opened is None else opened.land[0]


def _word_candidate(number: int, found: Candidate, first: Place) -> str:
    """Say a candidate's number, names, area, kind, likelihood, and how far it is from the first."""
    place = found.place
    arabic = f" {place.name_ar}" if place.name_ar else ""
    where = f", {place.adm1_name}" if place.adm1_name else ""
    apart = distance_km(first, place) if place is not first else None
    far = _(", {apart} km from the first", apart=f"{apart:,.0f}") if apart is not None else ""
    words = f"{number}. {place.name}{arabic}{where}: {_(place.kind)}, {found.share:.0%}{far}"
    return escape_markdown(words)


def _show_map(dataset: Dataset, name: NameToDecide, places: Sequence[Place]) -> Point | None:
    """Draw the candidates by their numbers, each of which is taken by a click, and a point."""
    marks = [
        Mark(number, place.lon, place.lat)
        for number, place in enumerate(places, start=1)
        if place.lon is not None and place.lat is not None
    ]

    def take(number: int) -> None:
        _take(dataset, name, "place", place=places[number - 1])

    return pick_point(POINT, dataset.countries, marks=marks, on_mark=take)


def _take(
    dataset: Dataset, name: NameToDecide, verdict: str, *,
    place: Place | None = None,
) -> None:  # fmt: skip
    """Take a decision on the name that is looked at; the next one moves up."""
    point = read_point(POINT) if verdict == "point" else None
    if verdict == "point" and point is None:  # taken away in the moment of the press
        return
    decision = Decision(
        name.name,
        name.governorate,
        verdict,  # type: ignore[arg-type] # one of the words of the buttons
        place_id=place.place_id if place else "",
        reason=str(st.session_state.get(WHY, "")).strip(),
        who=who(),
    )
    if place is not None and place.lon is not None:
        decision = replace(decision, lon=place.lon, lat=place.lat, radius_km=place.uncertainty_km)
    if point is not None:
        decision = replace(decision, lon=point.lon, lat=point.lat, radius_km=point.radius_km)
    st.session_state[WHY] = ""
    _leave()
    decide(dataset, decision)
