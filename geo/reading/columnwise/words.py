"""Columns of words -> the closed vocabularies of the strikes table; what is not understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from gazetteer.spelling.normalise import fold_words
from geo.reading.columnwise.distinct import find_distinct, join_texts, take_texts
from geo.reading.values.kinds import read_event
from geo.reading.values.plain import is_nothing
from geo.strikes.schema import ATTRIBUTIONS, EVENT_STATUSES, KINDS, OUTCOMES, TARGET_KINDS

__all__ = ["Words", "read_words", "without_nobody"]

_MOST_STRANGE = 10  # words named of one column
_CLOSED = {
    "attribution": ATTRIBUTIONS,
    "event_status": EVENT_STATUSES,
    "target_kind": TARGET_KINDS,
    "outcome": OUTCOMES,
}


@dataclass(frozen=True, slots=True)
class Words:
    """Kind and the other closed columns; words kept that are wider than ours; notes by word."""

    columns: dict[str, pd.Series]
    kept: pd.Series
    notes: tuple[str, ...]


def read_words(fields: Mapping[str, Sequence[pd.Series]], blank: pd.Series, *, kind: str) -> Words:
    """Read the words of a table; `kind` is for rows that do not say what struck."""
    columns, kept, notes = _read_kinds(fields, blank, kind)
    for name, words in _CLOSED.items():
        if name not in fields:
            columns[name] = pd.Series(None, index=blank.index, dtype="str")
            continue
        distinct = find_distinct([fields[name][0]])
        folded = [fold_words(text).replace(" ", "_") for (text,) in distinct.texts]
        read = [word if word in words else None for word in folded]
        strange = [
            text.strip() if word is None and not is_nothing(text) else None
            for (text,), word in zip(distinct.texts, read, strict=True)
        ]
        columns[name] = take_texts(read, distinct.codes, blank.index)
        said = [None if text is None else f"{name.replace('_', ' ')}: {text}" for text in strange]
        kept.append(take_texts(said, distinct.codes, blank.index))
        notes += _note_strange(name, strange, distinct.counts().tolist())
    columns["event_status"] = columns["event_status"].fillna("reported")
    return Words(columns, join_texts(kept), tuple(notes))


def without_nobody(actors: pd.Series) -> pd.Series:
    """Return who did it without the words for "unknown": an unknown actor is none."""
    nobody = [text for text in actors.dropna().unique() if is_nothing(text)]
    return actors.mask(actors.isin(nobody)) if nobody else actors


def _read_kinds(
    fields: Mapping[str, Sequence[pd.Series]], blank: pd.Series, kind: str
) -> tuple[dict[str, pd.Series], list[pd.Series], list[str]]:
    texts = fields.get("kind", [])
    if not texts:
        columns = {
            "kind": take_texts([kind], blank.to_numpy().astype(bool).astype("int64") * 0,
                               blank.index),
            "not_strike": _stated_reasons(fields, blank),
        }  # fmt: skip
        return (
            columns,
            [blank],
            [f"no column says the kind, what struck: every row is of kind {kind!r}"],
        )
    distinct = find_distinct(texts)
    read = [_read_kind(row, kind) for row in distinct.texts]
    own = [one.no_strike for one in read]
    columns = {
        "kind": take_texts([one.kind for one in read], distinct.codes, blank.index),
        "not_strike": _stated_reasons(fields, blank).fillna(
            take_texts(own, distinct.codes, blank.index)
        ),
    }
    words = take_texts([one.words for one in read], distinct.codes, blank.index)
    notes = _note_strange("kind", [one.strange for one in read], distinct.counts().tolist())
    return columns, [words], notes


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: str
    no_strike: str | None = None
    words: str | None = None  # as the table has them, where they say more than the kind
    strange: str | None = None


def _read_kind(texts: Sequence[str], usual: str) -> _Kind:
    """Read what struck from the columns that say so: the first that names a weapon decides."""
    filled = [text.strip() for text in texts if not is_nothing(text)]
    if not filled:
        return _Kind(usual)
    read = [read_event(text) for text in filled]
    struck = [kind for kind, reason in read if kind and kind != "other"]
    reasons = [reason for _, reason in read if reason]
    words = "; ".join(text for text in filled if fold_words(text) not in KINDS)
    kept = f"kind: {words}" if words else None
    if struck:
        return _Kind(struck[0], None, kept)
    understood = bool(reasons) or any(kind for kind, _ in read)
    return _Kind(
        "other", ": ".join(dict.fromkeys(reasons)) or None, kept, None if understood else words
    )


def _stated_reasons(fields: Mapping[str, Sequence[pd.Series]], blank: pd.Series) -> pd.Series:
    return join_texts([fields.get("not_strike", [blank])[0]])


def _note_strange(name: str, strange: Sequence[str | None], rows: Sequence[int]) -> list[str]:
    kept = "kept as 'other'" if name == "kind" else "left empty"
    found = sorted((-n, text) for text, n in zip(strange, rows, strict=True) if text)
    notes = [
        f"{name} {text!r} is not understood, {kept} ({-n:,} {'row' if n == -1 else 'rows'})"
        for n, text in found[:_MOST_STRANGE]
    ]
    rest = -sum(n for n, _ in found[_MOST_STRANGE:])
    more = len(found) - _MOST_STRANGE
    return [*notes, f"{name}: {more:,} other words ({rest:,} rows), {kept}"] if more > 0 else notes
