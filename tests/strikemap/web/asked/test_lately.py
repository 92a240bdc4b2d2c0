"""Answers that were asked for lately are kept, up to a number."""

from __future__ import annotations

from strikemap.web.asked.lately import Lately


def test_the_one_that_was_asked_for_least_lately_gives_way():
    kept, made = Lately(2), []

    def ask(key):
        return kept.remember(key, lambda: made.append(key) or key)

    assert [ask(key) for key in ("a", "b", "a", "c", "a", "b")] == ["a", "b", "a", "c", "a", "b"]
    assert made == ["a", "b", "c", "b"]


def test_nothing_stands_for_an_answer_that_failed():
    kept = Lately(2)

    def fail():
        raise ValueError

    for _ in range(2):
        try:
            kept.remember("a", fail)
        except ValueError:
            continue
        raise AssertionError
    assert kept.remember("a", lambda: 1) == 1
