"""Columns of text rewritten before they are read: lists and records of JSON, markup, labels."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, join_texts, take_texts
from geo.reading.table import cell_text

__all__ = ["find_addresses", "first_filled", "join_texts", "label_columns", "label_texts",
           "list_sources", "list_texts", "list_values", "open_records", "pick_values",
           "record_texts", "rewrite", "same_text", "strip_markup"]  # fmt: skip

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_RUN_ON = re.compile(r"(https?://[^\s;,|]+)[\s,|]+(?=https?://)", re.IGNORECASE)
# Under what records of sources have their name, and their address.
_SOURCE_KEYS = (("name", "title", "source", "id"), ("url", "path", "link", "href"))
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li)\b[^>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<!--.*?-->|</?[a-z][^>]*>", re.IGNORECASE | re.DOTALL)


def rewrite(texts: pd.Series, change: Callable[[str], str]) -> pd.Series:
    """Return a column with every distinct text changed once; an empty text stays empty."""
    distinct = find_distinct([texts])
    changed = [change(text) if text else "" for (text,) in distinct.texts]
    return take_texts(changed, distinct.codes, texts.index)


def same_text(text: str, index: pd.Index) -> pd.Series:
    """Return a column that says the same in every row."""
    return pd.Series(text, index=index, dtype="str")


def first_filled(*columns: pd.Series) -> pd.Series:
    """Return the first text of each row that is not empty."""
    first = columns[0]
    for column in columns[1:]:
        first = first.where(first.str.strip() != "", column)
    return first


def open_records(cells: pd.DataFrame, names: Collection[str]) -> pd.DataFrame:
    """Return cells with the members of JSON records as columns of their own, "name.member".

    names: the columns, by their own name, that may hold records such as {"lat": 1, "lng": 2};
    records within records are opened too. A cell that was opened is empty afterwards.
    """
    for name in [column for column in cells.columns if column in names]:
        distinct = find_distinct([cells[name]])
        records = [_open(name, text) for (text,) in distinct.texts]
        left = [
            () if record else text for record, text in zip(records, distinct.texts, strict=True)
        ]
        members: dict[str, list[str]] = {name: ["".join(text) for text in left]}
        for key in dict.fromkeys(key for record in records for key in record):
            if key not in cells.columns:
                members[key] = [record.get(key, "") for record in records]
        opened = {key: take_texts(texts, distinct.codes, cells.index)
                  for key, texts in members.items()}  # fmt: skip
        cells = cells.assign(**opened)
    return cells


def record_texts(texts: pd.Series, key: str) -> pd.Series:
    """Return what the records of each cell's JSON list say under a key, joined by ';'.

    Empty where a member is no record or does not say it, so that the texts are in step.
    """
    return rewrite(texts, partial(_record_texts, key=key))


def strip_markup(texts: pd.Series) -> pd.Series:
    """Return the words of cells that hold HTML, one line for each of its lines."""
    return rewrite(texts, _strip)


def find_addresses(texts: pd.Series) -> pd.Series:
    """Return the addresses in each cell, joined by '; ', each once."""
    return rewrite(texts, lambda text: "; ".join(
        dict.fromkeys(found.rstrip(".,;)]") for found in _ADDRESS.findall(text))
    ))  # fmt: skip


def list_sources(texts: pd.Series) -> pd.Series:
    """Return the names and addresses that cells list, joined by ';'; addresses never run on."""
    return rewrite(texts, _list_sources)


def list_texts(texts: pd.Series) -> pd.Series:
    """Return the members of cells that hold a JSON list, joined by ';'; others as they are."""
    return rewrite(texts, lambda text: ";".join(map(_plain, list_values(text))))


def pick_values(texts: pd.Series, key: str) -> pd.Series:
    """Return what cells say of a key, joined by ';'.

    Cells are texts or JSON lists of pairs: "type=airstrike", ["Weapon System=Rocket"],
    [{"key": "Weapon System", "value": "Rocket"}].
    """
    return rewrite(texts, partial(_pick, key=key.casefold()))


def label_texts(columns: Mapping[str, pd.Series]) -> pd.Series:
    """Return the filled texts of each row with their labels: "women: 1; children: 2"."""
    labelled = [
        (f"{label}: " + texts.str.strip()).where(texts.str.strip() != "", "")
        for label, texts in columns.items()
    ]
    return join_texts(labelled).fillna("")


def label_columns(cells: pd.DataFrame, columns: Sequence[str]) -> pd.Series:
    """Return the filled cells of some columns with the columns' names; '' where there are none."""
    if not columns:
        return same_text("", cells.index)
    return label_texts({" ".join(column.split()): cells[column] for column in columns})


def list_values(text: str) -> list[object]:
    """Return the members of a JSON list; a text that is none is its only member."""
    if text[:1] not in "[{":
        return [text]
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return [text]
    return value if isinstance(value, list) else [value]


def _plain(value: object) -> str:
    """Return a member without the separator of lists."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.replace(";", ",").strip()


def _open(name: str, text: str) -> dict[str, str]:
    if text[:1] != "{":
        return {}
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    members: dict[str, str] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            members |= _open(f"{name}.{key}", json.dumps(value, ensure_ascii=False))
        else:
            members[f"{name}.{key}"] = cell_text(value)
    return members


def _record_texts(text: str, key: str) -> str:
    said = [
        _plain(member.get(key) or "") if isinstance(member, dict) else ""
        for member in list_values(text)
    ]
    return ";".join(said) if all(said) else ""


def _list_sources(text: str) -> str:
    parts = [part for member in list_values(text) for part in _of_source(member)]
    return _RUN_ON.sub(r"\1;", ";".join(parts))


def _of_source(member: object) -> list[str]:
    """Return name and address of a source: a text, or a record such as {"name", "url"}."""
    if not isinstance(member, dict):
        return [str(member).strip()]
    named = [next((member[key] for key in keys if member.get(key)), "") for keys in _SOURCE_KEYS]
    return [str(value).replace(";", ",").strip() for value in named if value]


def _pick(text: str, key: str) -> str:
    pairs = [
        pair for member in list_values(text) for pair in ([member] if isinstance(member, dict) else
        _split_pairs(str(member)))
    ]  # fmt: skip
    found = [
        str(pair.get("value", "")).strip()
        for pair in pairs
        if str(pair.get("key", "")).strip().casefold() == key
    ]
    return ";".join(value for value in dict.fromkeys(found) if value)


def _split_pairs(text: str) -> list[dict[str, object]]:
    """Return the pairs of a text such as "type=airstrike;Weapon System=Rocket"."""
    parts = (part.partition("=") for part in re.split(r"[;|]", text))
    return [{"key": key, "value": value} for key, _, value in parts]


def _strip(text: str) -> str:
    if "<" not in text and "&" not in text:
        return text
    broken = _BREAK.sub("\n", text)
    plain = html.unescape(_MARKUP.sub(" ", broken))
    lines = (re.sub(r"\s+", " ", line).strip() for line in plain.splitlines())
    return "\n".join(line for line in lines if line)
