"""The one line of numbers under the map, always as n of N, and all that it leaves to be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from gazetteer.language import N_, _, ngettext
from geo.land.levels import level_words
from geo.placing.extent import name_home
from geo.strikes.filters import Filters
from geo.strikes.killed import word_all_killed, word_killed, word_toll, word_undated
from geo.strikes.schema import KINDS
from geo.strikes.totals import Totals, count_totals
from strikemap.web.country import shared_boundaries
from strikemap.web.datasets import Dataset, current_dataset
from strikemap.web.filter_keys import put_choice
from strikemap.web.opening.rejected import show_rejected
from strikemap.web.wording import escape_markdown, plural

__all__ = [
    "NotCounted", "show_all_numbers", "show_numbers", "state_data", "word_districts",
    "word_line", "word_outside", "word_rows", "word_strikes", "word_totals",
]  # fmt: skip


def word_strikes(totals: Totals) -> str:
    """Say how many strikes the rows stand for: "18 strikes in 7 rows", "7 strikes" for one each."""
    low, high = totals.strikes_low, totals.strikes_high
    if low == high == totals.rows:
        return plural(low, totals.unit)
    counted = word_toll(low, high)
    noun = _(totals.unit if low == high == 1 else f"{totals.unit}s")
    return _(
        "{counted} {noun} in {rows}",
        counted=counted,
        noun=noun,
        rows=plural(totals.rows, "row"),
    )


def word_outside(totals: Totals) -> str:
    """Say how many located points lie outside the country: "" where none does."""
    if not totals.outside:
        return ""
    located = plural(totals.located, "located point")
    home = escape_markdown(_(name_home(shared_boundaries(current_dataset().countries))))
    sea = _(", {at_sea} of them in the sea", at_sea=totals.at_sea) if totals.at_sea else ""
    return ngettext(
        "**{count} of {located}** lies outside {home}{sea}",
        "**{count} of {located}** lie outside {home}{sea}",
        totals.outside,
        located=located,
        home=home,
        sea=sea,
    )


def word_districts(rows: pd.DataFrame, dataset: Dataset) -> str:
    """Say how many of the rows are known to a district: "" where no districts are at hand."""
    if not dataset.districts:
        return ""
    known = int(rows["adm2_code"].isin(list(dataset.districts)).sum())
    word = level_words(dataset.countries).one[1]
    said = (
        N_("{known} of {rows} known to an {word}")
        if word[0] in "aeiou"
        else N_("{known} of {rows} known to a {word}")
    )
    return _(said, known=known, rows=plural(len(rows), "row"), word=_(word))


def word_totals(totals: Totals) -> str:
    """Say how many of the rows are located, known only to an area, unlocated and undated."""
    outside = word_outside(totals)
    return " · ".join((
        _("**{located} of {rows}** located", located=totals.located, rows=totals.rows),
        *([outside] if outside else []),
        _(
            "**{area_only}** known only to an area · **{unlocated}** not located · "
            "**{undated}** of {rows} undated",
            area_only=totals.area_only,
            unlocated=totals.unlocated,
            undated=totals.undated,
            rows=totals.rows,
        ),
    ))  # fmt: skip


def state_data(dataset: Dataset) -> str:
    """Say what the whole file holds, whatever the filters: rows, located, date of data."""
    totals = dataset.remember_of(dataset.strikes, "totals", lambda: count_totals(dataset.strikes))
    newest = dataset.newest_claim
    dated = (
        _("newest claim {newest}", newest=escape_markdown(newest))
        if newest
        else _("date of data not reported")
    )
    stands_for = "" if totals.strikes_low == totals.rows else f" ({word_strikes(totals)})"
    none = _(", none said to be a strike from the air") if totals.unit == "event" else ""
    return _(
        "{rows} read from the file{stands_for}{none}: {located} of {all} located, "
        "{area_only} known only to an area, {unlocated} not located; {undated}; "
        "{claims}; {dated}",
        rows=plural(totals.rows, "row"),
        stands_for=stands_for,
        none=none,
        located=totals.located,
        all=totals.rows,
        area_only=totals.area_only,
        unlocated=totals.unlocated,
        undated=word_undated(totals, dataset.held),
        claims=plural(len(dataset.claims), "claim"),
        dated=dated,
    )


def _word_period(filters: Filters) -> str:
    period = Filters(date_from=filters.date_from, date_to=filters.date_to)
    return _("whole period") if period == Filters() else period.in_words()


@dataclass(frozen=True)
class NotCounted:
    """What the line of numbers does not count: undated, without a point, of other kinds."""

    left_out: int  # undated, while a period is chosen
    not_judged: int  # without a point, while a circle is chosen
    kinds: str  # rows of kinds that are switched off, in words
    no_strikes: str  # rows that are no strikes, in words
    held: tuple[str, ...] = ()  # columns that a release holds back


def word_line(totals: Totals, filters: Filters, not_counted: NotCounted) -> str:
    """Say strikes, located and killed, each as n of N, and what a period or a circle leaves out."""
    left = (
        _("**{left_out}** undated left out", left_out=not_counted.left_out)
        if not_counted.left_out
        else ""
    )
    judged = not_counted.not_judged
    parts = (
        _(
            "{period} · **{located} of {rows}** located",
            period=_word_period(filters),
            located=totals.located,
            rows=totals.rows,
        ),
        word_outside(totals),
        word_all_killed(totals, mark="**", held=not_counted.held),
        left,
        _("**{judged}** without a point not judged", judged=judged) if judged else "",
    )
    return " · ".join(filter(None, parts))


def show_numbers(
    totals: Totals, filters: Filters, not_counted: NotCounted, *, is_choice: bool = False
) -> None:
    """Draw the one line of numbers for what the filters and the period let through.

    is_choice: that only rows chosen on the map count.
    """
    line = word_line(totals, filters, not_counted)
    said = (
        N_("**{strikes}** chosen on the map, {line}") if is_choice else N_("**{strikes}**, {line}")
    )
    st.container(key="numbers").markdown(_(said, strikes=word_strikes(totals), line=line))
    off = st.container(key="switched_off", horizontal=True, vertical_alignment="center")
    told = _("; ").join(filter(None, (not_counted.kinds, not_counted.no_strikes)))
    if told:
        off.caption(_("Not counted: {told}", told=told), width="content")
    if not_counted.kinds:
        off.button(_("Switch them on"), key="switch_kinds_on", on_click=_switch_kinds_on)


def _switch_kinds_on() -> None:
    put_choice("kinds", list(KINDS))


def word_rows(dataset: Dataset, filters: Filters, counted: int) -> str:
    """Say how many of all rows count, and of each other row one reason why it does not.

    The reasons and the rows that count add up to all rows. counted: rows that count of those that
    pass, which are fewer where some were chosen on the map.
    """
    sieve, rows = dataset.sieve, len(dataset.strikes)
    passing = int(sieve.mark(filters).sum())

    def passing_without(**changes: Any) -> int:  # noqa: ANN401 the fields of Filters
        others = replace(filters, **changes)
        return 0 if others == filters else int(sieve.mark(others).sum()) - passing

    undated = int(sieve.mark_left_out(filters).sum())
    alone = (
        (N_("{rows} undated"), undated),
        (N_("{rows} outside the period"), passing_without(date_from=None, date_to=None) - undated),
        (N_("{rows} of kinds that are switched off"), passing_without(kinds=())),
        (N_("{rows} that are no strikes"), passing_without(only=())),
        (N_("{rows} not chosen on the map"), passing - counted),
    )
    others = rows - counted - sum(count for said, count in alone)
    reasons = (*alone, (N_("{rows} by other filters, or by several"), others))
    told = [_(said, rows=f"**{count:,}**") for said, count in reasons if count]
    count = _("**{counted} of {rows}** are counted", counted=counted, rows=plural(rows, "row"))
    if not told:
        return count
    return _("{count}; not counted: {reasons}", count=count, reasons=_(", ").join(told))


def show_all_numbers(totals: Totals, dataset: Dataset, notes: Iterable[str]) -> None:
    """Draw, folded, what the line of numbers has no room for, and what the whole file holds.

    The rows that were refused are listed with their reasons; a release lists none.
    """
    killed = word_killed(totals, mark="**", held=dataset.held)
    told = (word_totals(totals), killed, *notes)
    with st.expander(_("All numbers, and what the file holds"), key="all_numbers"):
        for note in filter(None, told):
            st.markdown(f"- {note}")
        st.caption(_("Whatever the filters: {state_data}.", state_data=state_data(dataset)))
        for what, refused in (("rows", dataset.rejected), ("claims", dataset.rejected_claims)):
            if "reason" in refused:
                show_rejected(what, refused, f"{what}.rejected.csv")
