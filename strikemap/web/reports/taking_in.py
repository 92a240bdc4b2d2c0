"""Texts pasted into the page or dropped on it: read as `strikemap read` reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer import Gazetteer
from gazetteer.errors import StrikemapError
from gazetteer.language import _
from gazetteer.leftovers import make_scratch
from gazetteer.several import Gazetteers, join_words, name_covered
from reports.about import about_file
from reports.document import ARCHIVE, ENDINGS, Report, read_report_file
from reports.errors import ReportError
from reports.folder import find_reports
from reports.formats.archive import others_in, refused_in
from strikemap.languages.troubles import say_trouble
from strikemap.web.apart.reading import is_harmless, read_apart
from strikemap.web.reports.deciding.decided import HERE
from strikemap.web.reports.held import Told, go_to_text, hold_texts, list_texts, read_text
from strikemap.web.visitors.said import say
from strikemap.web.wording import plural

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["PASTED", "take_in", "take_pasted"]

PASTED = "reports_pasted"
LONGEST = 300_000  # code points of one text: some 100 pages, read while the visitor waits
MOST_TEXTS = 200  # of a session
NAMED = 5  # files that a message names
PlacesOf = Callable[[str], Gazetteer | Gazetteers]  # those that a text is read with


def take_pasted(places_of: PlacesOf) -> None:
    """Read what was pasted, as a button's callback; the field is emptied where it was read."""
    text = str(st.session_state.get(PASTED) or "")
    if not text.strip():
        say(HERE, _("Nothing was pasted; put a text into the field first"), refused=True)
    elif _take([("pasted text.txt", text.encode())], places_of):
        st.session_state[PASTED] = ""


def take_in(files: Sequence[UploadedFile], places_of: PlacesOf) -> None:
    """Read files that were dropped."""
    _take([(file.name, file.getvalue()) for file in files], places_of)


@dataclass(slots=True)
class _Taking:
    """Texts that are taken in: those held before, those read now, and what was not, in words."""

    places_of: PlacesOf
    held: Mapping[str, Told]
    read: dict[str, Told] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Say whether no further text fits."""
        return len(self.held.keys() | self.read.keys()) >= MOST_TEXTS

    def add(self, told: Told) -> None:
        """Take a text in, once."""
        before = self.read.get(told.key)
        if before is not None:
            self.same.append(
                _(
                    "{name}: the same text as {name_2}, kept once",
                    name=told.report.name,
                    name_2=before.report.name,
                )
            )
        elif told.key in self.held:
            self.same.append(_("{name}: is here already", name=told.report.name))
        self.read.setdefault(told.key, self.held.get(told.key, told))


def _take(files: Sequence[tuple[str, bytes]], places_of: PlacesOf) -> bool:
    """Read files into texts, and say what came of it; what is held already stays."""
    taking = _Taking(places_of, {one.key: one for one in list_texts()})
    with make_scratch() as folder:
        for number, (name, content) in enumerate(files):
            _read_file(Path(folder) / str(number), name, content, taking)
    hold_texts(list({**taking.read, **taking.held}.values()))
    if taking.read:
        go_to_text(next(iter(taking.read)))
    _say_result(taking)
    return bool(taking.read)


def _say_result(taking: _Taking) -> None:
    read, left = list(taking.read.values()), taking.left
    drafts = sum(len(one.drafts) for one in read)
    aside = sum(len(one.aside) for one in read)
    words = _(
        "{texts} read: {drafts}; {passages} on attacks that make none{places}",
        texts=plural(len(read), "text"),
        drafts=plural(drafts, "draft"),
        passages=plural(aside, "passage"),
        places=_word_places(read),
    )
    full = _(
        "{most_texts} texts are here, no more fit; forget some, then add again: {left}",
        most_texts=MOST_TEXTS,
        left=_list(left),
    )
    more = [*taking.same, *([full] if left else []), *taking.refused]
    say(HERE, ". ".join([words, *more]), refused=bool(taking.refused or left or not read))


def _word_places(read: Sequence[Told]) -> str:
    """Say which countries' places were looked up."""
    codes = dict.fromkeys(code for one in read for code in one.countries)
    names = join_words([name_covered(code) for code in codes])
    return _(". Looked up: places of {names}", names=names) if codes else ""


def _list(names: Sequence[str]) -> str:
    rest = _(" and {number} more", number=len(names) - NAMED) if len(names) > NAMED else ""
    return _(", ").join(names[:NAMED]) + rest


def _read_file(folder: Path, name: str, content: bytes, taking: _Taking) -> None:
    """Take in the texts of one file, or why one cannot be read."""
    if taking.is_full:
        taking.left.append(name)
        return
    folder.mkdir()
    ending = Path(name).suffix.lower()
    path = folder / f"text{ending if ending in (*ENDINGS, ARCHIVE) else '.unknown'}"
    path.write_bytes(content)
    try:
        for one in _find(path, name):
            _read_within(one, name if one == path else one.name, taking)
        if ending == ARCHIVE:
            _say_unread(path, name, taking)
    except StrikemapError as error:
        taking.refused.append(say_trouble(str(error).replace(str(path), name)))


def _read_within(path: Path, name: str, taking: _Taking) -> None:
    if taking.is_full:
        taking.left.append(name)
        return
    try:
        taking.add(_read_one(path, Path(name).stem, taking.places_of))
    except StrikemapError as error:
        taking.refused.append(say_trouble(str(error).replace(str(path), name)))


def _say_unread(archive: Path, name: str, taking: _Taking) -> None:
    """Say which files of an archive were not read."""
    taking.refused += [why.replace(str(archive), name) for __, why in refused_in(archive, ENDINGS)]
    if others := others_in(archive, ENDINGS):
        taking.refused.append(
            _(
                "{name}: not read, reports end in {endings}: {others}",
                name=name,
                endings=" ".join(ENDINGS),
                others=_list(others),
            )
        )


def _find(path: Path, name: str) -> list[Path]:
    """Return the texts of one file; an archive is looked into apart."""
    if path.suffix != ARCHIVE:
        return find_reports([path])
    return read_apart(name, ReportError, find_reports, [path])


def _open(path: Path, name: str) -> Report:
    if path.is_file() and is_harmless(path.name, path.read_bytes()):
        return read_report_file(path)
    return read_apart(name, ReportError, read_report_file, path)


def _read_one(path: Path, name: str, places_of: PlacesOf) -> Told:
    report = replace(_open(path, name), name=name)
    if len(report.text) > LONGEST:
        raise StrikemapError(
            _(
                "{path}: has {count} letters, over {longest}; cut it into its articles, or use "
                "`strikemap read`",
                path=path,
                count=len(report.text),
                longest=LONGEST,
            )
        )
    return read_text(report, about_file(path, report), places_of(report.text))
