"""Texts pasted into the page or dropped on it: read as `strikemap read` reads them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer import Gazetteer
from gazetteer.errors import StrikemapError
from gazetteer.several import Gazetteers
from reports.about import about_file
from reports.document import ARCHIVE, ENDINGS, read_report_file
from reports.folder import find_reports
from strikemap.web.reports.decided import HERE
from strikemap.web.reports.held import Told, go_to_text, hold_texts, list_texts, read_text
from strikemap.web.visitors.said import say
from strikemap.web.wording import plural

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["PASTED", "take_in", "take_pasted"]

PASTED = "reports_pasted"
LONGEST = 2_000_000  # code points of one text
MOST_TEXTS = 200  # of a session
Places = Gazetteer | Gazetteers


def take_pasted(gazetteer: Places) -> None:
    """Read what was pasted, as a button's callback; the field is emptied where it was read."""
    text = str(st.session_state.get(PASTED) or "")
    if not text.strip():
        say(HERE, "Nothing was pasted; put a text into the field first", refused=True)
    elif _take([("pasted text.txt", text.encode())], gazetteer):
        st.session_state[PASTED] = ""


def take_in(files: Sequence[UploadedFile], gazetteer: Places) -> None:
    """Read files that were dropped."""
    _take([(file.name, file.getvalue()) for file in files], gazetteer)


def _take(files: Sequence[tuple[str, bytes]], gazetteer: Places) -> bool:
    """Read files into texts, those that were there already not again; say what came of it."""
    known = {one.key: one for one in list_texts()}
    read: dict[str, Told] = {}
    refused: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, content) in enumerate(files):
            for told in _read_file(Path(folder) / str(number), name, content, gazetteer, refused):
                read[told.key] = known.get(told.key, told)
    texts = {**read, **{key: one for key, one in known.items() if key not in read}}
    hold_texts(list(texts.values())[:MOST_TEXTS])
    if read:
        go_to_text(next(iter(read)))
    _say_result(list(read.values()), refused, left=max(len(texts) - MOST_TEXTS, 0))
    return bool(read)


def _say_result(read: Sequence[Told], refused: Sequence[str], left: int) -> None:
    drafts = sum(len(one.drafts) for one in read)
    aside = sum(one.aside for one in read)
    words = (
        f"{plural(len(read), 'text')} read: {plural(drafts, 'draft')}; "
        f"{plural(aside, 'passage')} on attacks that make none"
    )
    more = [f"Of over {MOST_TEXTS} texts the first are kept: {left} left out"] if left else []
    say(HERE, ". ".join([words, *more, *refused]), refused=bool(refused or not read))


def _read_file(
    folder: Path, name: str, content: bytes, gazetteer: Places, refused: list[str]
) -> list[Told]:
    """Return the texts of one file; why one cannot be read is added to those refused."""
    folder.mkdir()
    ending = Path(name).suffix.lower()
    path = folder / f"text{ending if ending in (*ENDINGS, ARCHIVE) else '.unknown'}"
    path.write_bytes(content)
    texts = []
    try:
        for one in find_reports([path]):
            own = name if one == path else one.name
            try:
                texts.append(_read_one(one, Path(own).stem, gazetteer))
            except StrikemapError as error:
                refused.append(str(error).replace(str(one), own))
    except StrikemapError as error:
        refused.append(str(error).replace(str(path), name))
    return texts


def _read_one(path: Path, name: str, gazetteer: Places) -> Told:
    report = replace(read_report_file(path), name=name)
    if len(report.text) > LONGEST:
        raise StrikemapError(
            f"{path}: has {len(report.text):,} letters, over {LONGEST:,}; "
            "cut it into its articles, or use `strikemap read`"
        )
    return read_text(report, about_file(path, report), gazetteer)
