"""Files that visitors hand over are read in a process of their own, which has its limits."""

from __future__ import annotations

import io
import os

import pytest
from hostile import eating

from geo.errors import ReadError, SeveralLayersError
from geo.reading.inputs import read_table
from strikemap.failures import LOG_NAME
from strikemap.web.apart import asking, reading
from strikemap.web.apart.asking import NoReader, Readers, TooMuch
from strikemap.web.apart.work import Bounds
from strikemap.web.opening.job import Job
from strikemap.web.opening.steps import Choice, Opened, open_file, prepare

TABLE = b"date,place,kind\n" + b"2015-10-04,Sarmin,airstrike\n" * 10_000  # 280 kB


@pytest.fixture(scope="module")
def readers():
    made = Readers(("geo.reading.read",), Bounds(200_000_000, 1, 2))
    yield made
    made.end()


@pytest.mark.parametrize(
    ("work", "why"),
    [
        (eating.eat_memory, "200 MB of memory"),
        (eating.eat_it_in_one, "200 MB of memory"),
        (eating.refuse_what_found_no_memory, "200 MB of memory"),
        (eating.find_no_memory_in_words, "200 MB of memory"),
        (eating.take_long, "1 seconds|longer than"),
        (eating.sleep_long, "longer than 2 seconds"),
        (eating.break_off, "breaks what reads it"),
    ],
)
def test_work_that_takes_too_much_is_ended_and_the_next_one_done(readers, work, why):
    with pytest.raises(TooMuch, match=why):
        readers.call(work)
    assert readers.call(abs, -4) == 4


def test_errors_come_back_as_they_are_or_in_words(readers):
    with pytest.raises(SeveralLayersError, match="two layers") as raised:
        readers.call(eating.raise_layers)
    assert raised.value.layers == ("a", "b")
    with pytest.raises(RuntimeError, match="OddError: one and two"):
        readers.call(eating.raise_odd)
    with pytest.raises(Exception, match="pickle"):
        readers.call(eating.give_what_cannot_go)


@pytest.mark.parametrize("error", [ReadError, ValueError, KeyError])
def test_words_of_a_file_in_an_error_are_not_taken_for_memory(readers, error):
    with pytest.raises(error, match="its column 'new thread"):
        readers.call(eating.raise_the_words_of_a_file, error)


def test_a_waiting_process_that_ended_is_begun_again(readers):
    first = readers.call(os.getppid)
    readers._process.kill()
    readers._process.wait()
    assert readers.call(os.getppid) not in (first, os.getpid())


def test_others_go_on_while_a_file_is_read(tmp_path):
    few = Readers(("geo.reading.read",), Bounds(200_000_000, 60, 300))
    begun = tmp_path / "begun"
    slow: Job[None] = Job(lambda _: few.call(eating.begin_and_sleep, begun))
    while not begun.exists():
        assert not slow.wait(0.01)
    assert len(few.call(read_table, TABLE, name="a.csv").cells) == 10_000
    assert not slow.wait(0), "it sleeps for 60 s"
    slow.cancel()
    few.end()


def upload(content: bytes, name: str = "a.csv") -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def test_what_is_read_apart_is_what_is_read_here(monkeypatch):
    apart = open_file(upload(TABLE), lambda _: None)
    monkeypatch.setattr(reading, "LARGEST_PLAIN", 10**9)
    here = open_file(upload(TABLE), lambda _: None)
    assert apart.apart
    assert not here.apart
    assert apart.table.cells.equals(here.table.cells)
    assert apart.format is not None
    assert prepare(apart, Choice(), lambda _: None).reading.strikes.equals(
        prepare(here, Choice(), lambda _: None).reading.strikes
    )


def test_a_file_that_eats_memory_is_refused_while_another_visitor_goes_on(monkeypatch):
    few = Readers(("geo.reading.read",), Bounds(3_000_000, 5, 10))
    monkeypatch.setattr(reading, "READERS", few)
    hungry: Job[Opened] = Job(lambda enter: open_file(upload(TABLE * 20, "hungry.csv"), enter))
    other = open_file(upload(b"date,place\n2015-10-04,Sarmin\n", "small.csv"), lambda _: None)
    assert len(other.table.cells) == 1
    assert hungry.wait(60)
    with pytest.raises(ReadError, match=r"hungry\.csv: takes more than 3 MB .* smaller part"):
        hungry.result()
    few.end()


def test_small_plain_files_need_no_process(monkeypatch):
    monkeypatch.setattr(reading, "READERS", None)
    opened = open_file(upload(b"date,place\n2015-10-04,Sarmin\n"), lambda _: None)
    assert len(opened.table.cells) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'[{"date": "2015-10-04"}]'),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}'),
        ("a.html", b"<p>Sarmin"),
        ("a.csv", b"," * 1_999 + b"\n,"),
    ],
)
def test_what_may_grow_in_memory_or_is_wide_is_read_apart_however_small(name, content):
    assert not reading.is_harmless(name, content)
    assert reading.is_harmless("a.csv", b"date,place\n2015-10-04,Sarmin\n")


def test_a_cancelled_file_makes_room_at_once_and_who_waits_long_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(asking, "AT_ONCE", 1)
    few, begun = Readers((), Bounds(200_000_000, 300, 300)), tmp_path / "begun"
    slow: Job[None] = Job(lambda _: few.call(eating.begin_and_sleep, begun))
    while not begun.exists():
        assert not slow.wait(0.01)
    monkeypatch.setattr(asking, "PATIENCE", 0)
    monkeypatch.setattr(reading, "READERS", few)
    with pytest.raises(ReadError, match=r"a\.csv: is not read, other visitors' files .* try again"):
        open_file(upload(TABLE), lambda _: None)
    slow.cancel()
    monkeypatch.setattr(asking, "PATIENCE", 30)  # sooner than the slow one would end
    assert few.call(abs, -4) == 4
    few.end()


def test_one_visitor_takes_one_place_and_leaves_the_other(monkeypatch, tmp_path):
    few, begun = Readers((), Bounds(200_000_000, 300, 300)), tmp_path / "begun"
    named = asking.VISITOR.set(frozenset({"session", "token"}))
    try:
        slow: Job[None] = Job(lambda _: few.call(eating.begin_and_sleep, begun))
        while not begun.exists():
            assert not slow.wait(0.01)
        monkeypatch.setattr(asking, "PATIENCE", 0)
        asking.VISITOR.set(frozenset({"another tab", "token"}))
        with pytest.raises(NoReader, match="another file of yours is being read"):
            few.call(abs, -4)
        for other in (frozenset({"another"}), frozenset()):
            asking.VISITOR.set(other)
            assert few.call(abs, -4) == 4
        asking.VISITOR.set(frozenset({"token"}))
        monkeypatch.setattr(asking, "PATIENCE", 30)
        slow.cancel()
        assert few.call(abs, -4) == 4
    finally:
        asking.VISITOR.reset(named)
        few.end()


def test_a_file_that_a_reader_writes_has_an_end(tmp_path):
    few = Readers((), Bounds(200_000_000, 5, 10, file=1_000_000))
    with pytest.raises(TooMuch, match="writes a file of more than 1 MB"):
        few.call(eating.fill_a_file, tmp_path / "large", 1_000_001)
    assert few.call(eating.fill_a_file, tmp_path / "small", 1_000_000) == 1_000_000
    few.end()


def test_a_machine_that_cannot_begin_a_reader_blames_no_file(monkeypatch, capfd, tmp_path):
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    none = Readers(("hostile.no_such_module",), Bounds(200_000_000, 5, 10))
    monkeypatch.setattr(reading, "READERS", none)
    with pytest.raises(ReadError, match=r"a\.csv: is not read, this machine .* try again"):
        open_file(upload(TABLE), lambda _: None)
    assert "Traceback" not in "".join(capfd.readouterr())
    assert "No module named 'hostile.no_such_module'" in (tmp_path / LOG_NAME).read_text()
    none.end()


def test_a_fork_that_fails_does_not_end_the_waiting_process():
    few = Readers(("hostile.unforking",), Bounds(200_000_000, 5, 10))
    few.begin()
    first = few._process
    with pytest.raises(NoReader, match="this machine cannot begin"):
        few.call(abs, -4)
    assert few.call(abs, -4) == 4
    assert few._process is first
    few.end()
