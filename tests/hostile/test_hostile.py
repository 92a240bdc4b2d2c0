"""Hostile inputs through every reader: each ends in a clear line, or is read, within its limits."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest
from hostile import doors
from hostile.case import Case
from hostile.every import list_all

from gazetteer.errors import StrikemapError
from strikemap.web.apart.asking import Readers
from strikemap.web.apart.work import Bounds
from tools.write_documents import SECURITY, insert_counts

MEMORY, SECONDS = 500_000_000, 5  # of each: bytes beside what the readers themselves take
WAIT = 60  # seconds: a machine at work on something else is slow
LONGEST_LINE = 2_000  # signs of what is said of a file
SERVER = socket.create_server(("127.0.0.1", 0))  # that must hear nothing
ADDRESS = f"http://127.0.0.1:{SERVER.getsockname()[1]}"
CASES = list_all(ADDRESS)


@pytest.fixture(scope="module")
def readers():
    made = Readers(("hostile.doors",), Bounds(MEMORY, SECONDS, WAIT))
    yield made
    made.end()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_hostile_input_ends_in_a_line_or_is_read(readers: Readers, tmp_path: Path, case: Case):
    path = tmp_path / case.file
    case.make(path)
    answer = readers.ask(getattr(doors, case.door), path)
    said = str(answer.error or answer.value)
    shutil.rmtree(tmp_path)
    assert not answer.full, said
    assert not any(word in said for word in case.never), said
    assert all(word in said for word in case.always), said
    if answer.error is not None:
        assert isinstance(answer.error, StrikemapError), repr(answer.error)
        assert path.stem in said
        assert len(said) <= LONGEST_LINE
        assert "\n" not in said.strip()
    else:
        assert not case.refused, said


def test_no_driver_asked_a_server():
    SERVER.settimeout(0)
    with pytest.raises(BlockingIOError):
        SERVER.accept()


def test_every_kind_has_its_cases_and_each_is_told_from_others():
    assert len({str(case) for case in CASES}) == len(CASES) >= 200
    made_here = {
        name
        for name, one in vars(doors).items()
        if getattr(one, "__module__", "") == doors.__name__
    }
    assert {case.door for case in CASES} == made_here


def test_the_counts_of_the_documents_are_those_of_the_cases():
    document = SECURITY.read_text(encoding="utf-8")
    assert insert_counts(document) == document, "run python -m tools.write_documents"
