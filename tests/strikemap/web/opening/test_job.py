"""Work in the background: its stages, its result, its errors, and that a cancelled one ends."""

from __future__ import annotations

import threading

import pytest

from geo.errors import ReadError
from strikemap.web.opening.job import Cancelled, Enter, Job

PATIENCE_S = 30


def test_a_job_gives_what_it_made():
    job = Job(lambda enter: enter("counting") or 7)
    assert job.wait(PATIENCE_S)
    assert (job.result(), job.stage) == (7, "counting")


def test_a_job_raises_what_its_work_raised():
    def fail(enter: Enter) -> None:
        enter("reading")
        raise ReadError("no table")

    job = Job(fail)
    assert job.wait(PATIENCE_S)
    with pytest.raises(ReadError, match="no table"):
        job.result()


def test_a_job_ends_whatever_its_work_raised():
    """A Rust library's panic is no Exception; who waits for the job is told of it."""

    def panic(enter: Enter) -> None:
        enter("drawing")
        raise SystemExit("panicked")

    job = Job(panic)
    assert job.wait(PATIENCE_S)
    with pytest.raises(RuntimeError, match="SystemExit: panicked"):
        job.result()


def test_a_cancelled_job_goes_no_further_than_its_stage():
    begun, may_go_on, ended = threading.Event(), threading.Event(), threading.Event()
    reached: list[str] = []

    def work(enter: Enter) -> int:
        try:
            enter("first")
            begun.set()
            may_go_on.wait(PATIENCE_S)
            enter("second")
            reached.append("second")
        finally:
            ended.set()
        return 7

    job = Job(work)
    assert begun.wait(PATIENCE_S)
    assert not job.wait(0)
    job.cancel()
    assert job.wait(0)
    may_go_on.set()
    assert ended.wait(PATIENCE_S)
    assert (job.stage, reached) == ("first", [])
    with pytest.raises(Cancelled):
        job.result()
