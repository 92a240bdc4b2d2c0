"""Where a draft was: as it was read, its candidates by number, a search, and the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from gazetteer import Candidate, Place
from gazetteer.language import _
from gazetteer.match import Match
from gazetteer.several import Gazetteers
from strikemap.languages.reasons import say_reason
from strikemap.web.datasets import Dataset
from strikemap.web.picker import Mark, Point, pick_point, read_point, set_point
from strikemap.web.reports.deciding.decided import all_countries, places_of
from strikemap.web.reports.deciding.placing import Placed
from strikemap.web.reports.edits import edits_of, keep_edit
from strikemap.web.reports.form import DraftAt, keep_apart
from strikemap.web.wording import escape_markdown, word_sharpness

__all__ = ["SEARCH", "is_open_place", "leave_place", "read_placed", "show_candidates", "show_map"]

SEARCH, SPOT = "reports_search", "reports_spot"
OF, OWN, LAST = f"{SPOT}_of", f"{SPOT}_own", f"{SPOT}_last"  # whose point it is, its read one
ALIKE = "reports_alike"  # which strike may be the same as the draft that is looked at
NOWHERE = "nowhere"  # chosen: no place at all
HEIGHT = 300  # CSS pixels of the map
MOST_FOUND = 9  # candidates that have a key of their own


def leave_place() -> None:
    """Forget what was searched, and keep what was pointed at; in a callback, before the fields."""
    _keep_point()
    st.session_state[SEARCH] = ""
    for name in (ALIKE, OF):
        st.session_state.pop(name, None)


def is_open_place(at: DraftAt) -> bool:
    """Say whether nothing yet says where a draft was: it would be told as not located."""
    placed = read_placed(at)
    unread = placed.read.location_status == "unlocated"
    return (unread or placed.nowhere) and placed.chosen is None and placed.point is None


def read_placed(at: DraftAt) -> Placed:
    """Return where a draft was, as it was read, or as a person chose by now."""
    edits = edits_of(at.key)
    chosen = edits.chosen
    point = _read_spot() if st.session_state.get(OF) == at.key else edits.point
    moved = point if point is not None and point != _own_point(at, chosen) else None
    name, read = at.draft.place.surface, at.draft.match
    if isinstance(chosen, str):
        return Placed(name, read, point=moved, nowhere=moved is None)
    return Placed(name, read, chosen, moved)


def _read_spot() -> Point | None:
    """Return what the fields of the point say; they are forgotten while another page is shown."""
    if f"{SPOT}_lat" in st.session_state:
        return read_point(SPOT)
    last: Point | None = st.session_state.get(LAST)
    return last


def _keep_point() -> None:
    """Keep where a person put the draft whose point is shown."""
    key = st.session_state.get(OF)
    if key is not None:
        point = _read_spot()
        keep_edit(key, point=None if point == st.session_state.get(OWN) else point)


def _own_point(at: DraftAt, chosen: Place | str | None) -> Point | None:
    """Return the point of what was read, or of the place that was chosen."""
    if isinstance(chosen, str):
        return None
    where = chosen or at.draft.match
    if where.lon is None or where.lat is None or not where.uncertainty_km:
        return None
    return Point(where.lon, where.lat, where.uncertainty_km)


def show_candidates(dataset: Dataset, at: DraftAt) -> list[Place]:
    """Draw where the draft is and what else it may be; return the numbered places."""
    placed = read_placed(at)
    st.markdown(f"**{escape_markdown(_word_place(placed))}**")
    sure, why = at.draft.why.get("place", (0.0, ""))
    read = f"“{keep_apart(placed.name)}”: {sure:.2f}, {why}; {say_reason(placed.read.reason)}"
    st.caption(escape_markdown(read))
    if is_open_place(at) and not placed.nowhere:
        st.warning(_("No one place is meant for certain: choose one, or accept it as not located."))
    found = _find_candidates(dataset, at, placed)
    listed = st.container(gap="xxsmall")
    for number, place in enumerate(found, start=1):
        where = f", {place.adm1_name}" if place.adm1_name else ""
        listed.button(
            escape_markdown(f"{number}. {place.name}{where}: {_(place.kind)}"),
            key=f"reports_take_{number}", on_click=_choose, args=(at, place),
            type="primary" if placed.chosen == place else "secondary",
        )  # fmt: skip
    if not is_open_place(at):
        listed.button(_("0. Not located: none of these"), key="reports_take_0", on_click=_choose,
                      args=(at, NOWHERE))  # fmt: skip
    return found


def _word_place(placed: Placed) -> str:
    if placed.point is not None:
        return _("A point of yours, within {radius_km} km", radius_km=f"{placed.point.radius_km:g}")
    if placed.chosen is not None:
        area = f" ({placed.chosen.adm1_name})" if placed.chosen.adm1_name else ""
        return _("Chosen: {name}{area}", name=placed.chosen.name, area=area)
    match = placed.read
    if placed.nowhere or match.location_status == "unlocated":
        return _("{keep_apart}: not located", keep_apart=keep_apart(placed.name))
    name = match.place.name if match.place else placed.name
    area = f" ({match.adm1_name})" if match.adm1_name else ""
    radius = match.uncertainty_km if match.lon is not None else float("nan")
    sharp = word_sharpness(match.precision, radius or float("nan"), match.adm1_code)
    return f"{name}{area}, {sharp}"


def _find_candidates(dataset: Dataset, at: DraftAt, placed: Placed) -> list[Place]:
    """Return what is searched, else the places that the text may mean."""
    words = str(st.session_state.get(SEARCH) or "").strip()
    if not words:
        return list(placed.read.rivals)[:MOST_FOUND]
    gazetteer = places_of(dataset, all_countries(dataset, at.told.countries))
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    found: list[Candidate] = [one for member in members for one in member.explain(words)]
    return [one.place for one in sorted(found, key=lambda one: -one.share)][:MOST_FOUND]


def _choose(at: DraftAt, place: Place | str) -> None:
    st.session_state.pop(OF, None)  # the map goes there
    keep_edit(at.key, chosen=place, point=None)


def show_map(
    dataset: Dataset, at: DraftAt, found: Sequence[Place], on_draft: Callable[[int], None]
) -> None:
    """Draw the candidates by number, or else every draft of the text; and the point of this one."""
    if st.session_state.get(OF) != at.key:
        edits = edits_of(at.key)
        own = _own_point(at, edits.chosen)
        st.session_state[OF], st.session_state[OWN] = at.key, own
        set_point(SPOT, edits.point or own)
    elif f"{SPOT}_lat" not in st.session_state:
        set_point(SPOT, _read_spot())
    if found:
        st.caption(_("On the map by number: the candidates; a click chooses one."))
        marks = _mark(enumerate(found, start=1))

        def take(number: int) -> None:
            _choose(at, found[number - 1])

    else:
        places = [(n, draft.match) for n, draft in enumerate(at.told.drafts, start=1)]
        marks = _mark(places)
        st.caption(
            _(
                "On the map by number: the {count} of {count_2} drafts of this text that have "
                "a point; a click goes to one.",
                count=len(marks),
                count_2=len(places),
            )
        )

        def take(number: int) -> None:
            on_draft(number - 1)

    st.session_state[LAST] = pick_point(
        SPOT, all_countries(dataset, at.told.countries), marks=marks, height=HEIGHT, on_mark=take
    )
    _keep_point()
    st.text_input(_("Another place, by any spelling ( / )"), key=SEARCH)


def _mark(places: Iterable[tuple[int, Place | Match]]) -> list[Mark]:
    return [
        Mark(number, place.lon, place.lat)
        for number, place in places
        if place.lon is not None and place.lat is not None
    ]
