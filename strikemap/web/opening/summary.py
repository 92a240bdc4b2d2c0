"""What is in a file, said before the map: rows, places, what a reader must look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from gazetteer.language import POP_ISOLATE, _, ngettext, spoken
from geo.placing.summary import FileSummary
from strikemap.web.numbers import word_strikes, word_totals
from strikemap.web.opening.rejected import show_noted, show_rejected
from strikemap.web.opening.state import LEAVE_OUT_KEY, Opening
from strikemap.web.opening.steps import Opened, Prepared
from strikemap.web.wording import begin_large, escape_markdown, plural

__all__ = ["show_all_rejected", "show_summary"]

LEFT_TO_RIGHT = "\u2066"  # Unicode: an isolate of this direction, up to POP_ISOLATE


def show_summary(opening: Opening, opened: Opened, prepared: Prepared) -> None:
    """Draw what was read of a file and what a reader must look at."""
    summary = prepared.summary
    if summary is None:
        remedy = _("Say above what its columns mean and how its dates are written.")
        none = _("No row of {name} can be read as a strike.", name=escape_markdown(opening.name))
        st.error(f"{none} {remedy}" if opened.format.asks_columns else none)
        _list_lines(prepared.reading.notes)
        return
    st.markdown(_word_head(summary))
    notes = [note for note in prepared.reading.notes if note not in opened.table.notes]
    _list_lines([*_lines_to_look_at(summary), *notes])
    _show_unlocated(summary)
    if prepared.dataset is not None:
        show_noted(prepared.dataset.strikes, opening.name)
    _ask_exchange(opening, opened, summary)
    _ask_leave_out(summary)


def _lines_to_look_at(summary: FileSummary) -> tuple[str, ...]:
    """Return the lines but for what the head says, and what a visitor is asked below."""
    rest = replace(summary.totals, not_strikes=0, undated=0)
    return replace(summary, swapped=0, several=0, totals=rest).lines()[1:]


def _word_head(summary: FileSummary) -> str:
    totals = summary.totals
    refused = _(", **{refused}** not read", refused=summary.refused) if summary.refused else ""
    return _(
        "**{rows}** read{refused} · **{strikes}** · {totals}",
        rows=plural(totals.rows, "row"),
        refused=refused,
        strikes=word_strikes(totals),
        totals=word_totals(replace(totals, outside=0)),
    )


def _list_lines(lines: Sequence[str]) -> None:
    """Draw lines of English, from left to right on any page: their first sign is often a number."""
    if lines:
        begin, end = (LEFT_TO_RIGHT, POP_ISOLATE) if spoken().rtl else ("", "")
        said = (escape_markdown(begin_large(line)) for line in lines)
        st.markdown("\n".join(f"- {begin}{line}{end}" for line in said))


def _show_unlocated(summary: FileSummary) -> None:
    """List why rows that were read are not located."""
    if not summary.unlocated:
        return
    rows = plural(sum(summary.unlocated.values()), "row")
    with st.expander(_("Not located ({rows}), because", rows=rows), key="unlocated_because"):
        reasons = summary.unlocated.items()
        st.markdown("\n".join(f"- {count:,} · {escape_markdown(why)}" for why, count in reasons))


def _ask_exchange(opening: Opening, opened: Opened, summary: FileSummary) -> None:
    """Propose to exchange latitude and longitude, or to take that back."""
    if opening.choice.exchanged:
        label = _("Read the points as they stand")
    elif summary.swapped:
        st.warning(
            ngettext(
                "{count} point outside {home} would lie inside it with latitude and longitude "
                "exchanged. Nothing was exchanged.",
                "{count} points outside {home} would all lie inside it with latitude and longitude "
                "exchanged. Nothing was exchanged.",
                summary.swapped,
                home=escape_markdown(_(summary.home)),
            )
        )
        label = _("Read them exchanged")
    else:
        return
    st.button(label, on_click=opening.exchange, args=(opened,), key="opening_exchange")


def _ask_leave_out(summary: FileSummary) -> None:
    """Ask whether rows that are no strikes stay out of the map and its counts."""
    count = summary.totals.not_strikes
    if not count:
        return
    reasons = _(", ").join(
        f"{why} ({rows:,})" for why, rows in list(summary.not_strikes.items())[:4]
    )
    st.checkbox(
        ngettext(
            "Leave out the row that is no strike: {reasons}",
            "Leave out the {count} rows that are no strikes: {reasons}",
            count,
            reasons=escape_markdown(reasons),
        ),
        value=True,
        key=LEAVE_OUT_KEY,
    )


def show_all_rejected(prepared: Prepared, name: str) -> None:
    """Draw the rows and claims that were not read."""
    reading = prepared.reading
    show_rejected("rows", reading.rejected, f"{name}.rejected.csv")
    show_rejected("claims", reading.rejected_claims, f"{name}.rejected_claims.csv")
