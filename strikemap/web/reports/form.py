"""The form of a draft: each field with how sure it is, why, and the words that it was read from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain

import streamlit as st

from gazetteer.language import _
from geo.errors import CorrectionError
from geo.workspace.editing.fields import read_typed
from geo.workspace.editing.records import TOLL_COLUMNS
from geo.workspace.editing.telling import type_values
from reports.claims import claim_of, strike_of
from reports.draft import Draft
from strikemap.web.reports.edits import edits_of, forget_edits, keep_edit
from strikemap.web.reports.held import Told, key_of_draft
from strikemap.web.strikes.form import WORDS, word_field
from strikemap.web.wording import escape_markdown, word_value

__all__ = ["KEEP_WORDS", "DraftAt", "keep_apart", "read_form", "return_to_read", "show_form"]

ROWS = (
    ("kind", "date"), ("killed", "injured", "casualties"), ("actor", "attribution"),
    ("target", "target_kind"),
)  # fmt: skip
Values = Mapping[str, object]
FIELDS = tuple(chain.from_iterable(ROWS))
WHY = dict.fromkeys(("killed", "injured", "casualties"), "toll") | {
    name: name for name in ("kind", "date", "actor", "target")
}  # fmt: skip
KEEP_WORDS = "reports_keep_words"
# Right-to-left letters, and signs that turn round what follows them.
_TURNED = ("R", "AL", "RLE", "RLO", "RLI")


@dataclass(frozen=True, slots=True)
class DraftAt:
    """The draft that is looked at: its text, and its number there from 0."""

    told: Told
    number: int

    @property
    def draft(self) -> Draft:
        """The draft itself."""
        return self.told.drafts[self.number]

    @property
    def key(self) -> str:
        """What the log knows it by."""
        return key_of_draft(self.told, self.number)

    @property
    def edition(self) -> str:
        """What its widgets are named after: another reading of the text has others."""
        said = f"{self.key} {self.told.report.published}"
        return sha256(said.encode()).hexdigest()[:10]

    @property
    def words(self) -> str:
        """The draft in a few words, for the log."""
        days = self.draft.days
        day = f", {days.first}" if days and days.first else ", undated"
        return f"{self.draft.kind} on {keep_apart(self.draft.place.surface)}{day}"

    @property
    def said(self) -> str:
        """The same as a person reads it."""
        days, place = self.draft.days, keep_apart(self.draft.place.surface)
        day = str(days.first) if days and days.first else _("undated")
        return _("{kind} on {place}, {day}", kind=_(self.draft.kind), place=place, day=day)


def show_form(at: DraftAt) -> None:
    """Draw the fields of a draft."""
    now = type_values(strike_of(at.draft))
    with st.container(key="reports_fields"):
        for row in ROWS:
            for column, name in zip(st.columns(len(row)), row, strict=True):
                with column:
                    _show_field(at, name, now[name])


def _show_field(at: DraftAt, name: str, now: str) -> None:
    key = _name_key(name, at)
    st.session_state.setdefault(key, edits_of(at.key).fields.get(name, now))
    keep = partial(_keep_typed, at, name, now)
    if name in WORDS:
        words = WORDS[name][1:] if name == "kind" else WORDS[name]
        st.selectbox(word_field(name), words, key=key, on_change=keep, format_func=word_value)
    else:
        st.text_input(word_field(name), key=key, placeholder=_("not said"), on_change=keep)
    if said := _word_why(at, name):
        st.caption(escape_markdown(said))


def _keep_typed(at: DraftAt, name: str, now: str) -> None:
    """Keep what a field holds, where that is not what was read."""
    typed = str(st.session_state.get(_name_key(name, at)) or "").strip()
    others = {field: text for field, text in edits_of(at.key).fields.items() if field != name}
    keep_edit(at.key, fields=others if typed == now else {**others, name: typed})


def return_to_read(at: DraftAt) -> None:
    """Have the fields say what was read, and the place be the read one; in a callback."""
    why = edits_of(at.key).why
    forget_edits([at.key])
    keep_edit(at.key, why=why)
    for name in FIELDS:
        st.session_state.pop(_name_key(name, at), None)


def _word_why(at: DraftAt, name: str) -> str:
    """Return how sure a field is, why, and its words; "" for one that the text does not give."""
    draft, field = at.draft, WHY.get(name, "")
    if field not in draft.why:
        return ""
    sure, why = draft.why[field]
    read = {"date": _date_words(at), "toll": draft.toll.text}.get(field)
    given = type_values(strike_of(draft))
    if field == "toll" and not given[name]:  # its words stand with the toll that it gives, if any
        others = any(given[one] for one in ("injured", "casualties"))
        return (
            ""
            if name != "killed" or others
            else _("Words only, {why}: “{keep_apart}”", why=why, keep_apart=keep_apart(read))
        )
    return f"{sure:.2f}, {why}" + (f": “{keep_apart(read)}”" if read else "")


def keep_apart(text: str | None) -> str:
    """Return a text that words around it cannot turn round, where it runs from right to left."""
    given = text or ""
    turned = any(unicodedata.bidirectional(sign) in _TURNED for sign in given)
    return f"\u2068{given}\u2069" if turned else given


def _date_words(at: DraftAt) -> str | None:
    days = at.draft.days
    return at.told.report.words_at(days.start, days.end) if days and days.start >= 0 else None


def _name_key(name: str, at: DraftAt) -> str:
    return f"reports_field_{name}_{at.edition}"


def read_form(at: DraftAt) -> tuple[Values, Values]:
    """Return the columns of a strike and the fields of a claim as the form has them.

    Raises CorrectionError naming field, value and remedy for what cannot be read.
    """
    read = strike_of(at.draft)
    now = type_values(read)
    kept = edits_of(at.key).fields
    typed = {name: st.session_state.get(_name_key(name, at), kept.get(name)) for name in FIELDS}
    changed = {
        name: str(text).strip()
        for name, text in typed.items()
        if text is not None and str(text).strip() != now[name]
    }
    edits = read_typed(changed)
    with_words = bool(st.session_state.get(KEEP_WORDS))
    claim = claim_of(at.draft, at.told.report, at.told.about, with_words=with_words)
    mended = {name: value for name, value in edits.items() if name in claim}
    return _settle(edits, {**read, **edits}, {**claim, **mended})


def _settle(edits: Values, strike: Values, claim: Values) -> tuple[Values, Values]:
    """Return both with a standing only where an actor is named, a scope only where a toll is."""
    if edits.get("attribution") and not strike["actor"]:
        raise CorrectionError(
            _(
                "attribution: {edits} is an actor's standing, and none is named; name the "
                "actor, or leave it empty",
                edits=repr(edits["attribution"]),
            )
        )
    standing = strike["attribution"] if strike["actor"] else None
    counted = any(claim.get(name) is not None for name in TOLL_COLUMNS)
    scope = "strike" if counted else None
    return {**strike, "attribution": standing}, {
        **claim, "attribution": standing, "toll_scope": scope
    }  # fmt: skip
