"""`strikemap sources check`: only when it is said, and no claim is lost."""

from __future__ import annotations

import csv

import pytest
from command import Command

from gazetteer.online import addresses
from gazetteer.online.addresses import Answer

TABLE = (
    "date,place,source,url,archive_url\n"
    "2015-09-30,Talbisah,SOHR,https://a.example/1,https://archive.example/1\n"
    "2015-09-30,Zafarana,SOHR,https://a.example/1,\n"
    "2015-10-01,Homs,a neighbour,,\n"
)
KNOWN = {
    "https://a.example/1": Answer("https://a.example/1", "moved", 200, "", "https://b.example/"),
    "https://archive.example/1": Answer("https://archive.example/1", "gone", 404),
}


def rows(run: Command, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((run.folder / name).read_text("utf-8-sig").splitlines()))


def answer(monkeypatch: pytest.MonkeyPatch, stop_at: int = 9) -> list[str]:
    """Have addresses answered without a network; give what was asked."""
    asked: list[str] = []

    def check(wanted):
        for one in wanted:
            if len(asked) == stop_at:
                raise KeyboardInterrupt
            asked.append(one)
            yield KNOWN[one]

    monkeypatch.setattr(addresses, "check_addresses", check)
    return asked


def test_every_claim_stands_in_the_table(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    run.write("mine.csv", TABLE)
    asked = answer(monkeypatch)
    done = run("sources", "check", "mine.csv", "--out", "answers.csv", "--online")
    assert done.returncode == 0, done.stderr
    assert sorted(asked) == sorted(KNOWN)
    told = [(row["column"], row["answer"], row["status"]) for row in rows(run, "answers.csv")]
    assert sorted(told) == [
        ("", "", ""), ("archive_url", "gone", "404"), ("url", "moved", "200"),
        ("url", "moved", "200"),
    ]  # fmt: skip
    assert all(bool(row["checked"]) == bool(row["answer"]) for row in rows(run, "answers.csv"))
    assert "3 claims with 2 different addresses: 1 moved, 1 gone" in done.last_line
    assert "1 of 3 claims give no address" in done.last_line


def test_media_are_asked_and_those_archived_say_where(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.write(
        "mine.csv",
        "date,place,source,media_url,media_archive_url,geolocation_url\n"
        "2015-09-30,Talbisah,SOHR,https://a.example/1,https://archive.example/1,\n"
        "2015-10-01,Homs,SOHR,,,https://a.example/1\n",
    )
    asked = answer(monkeypatch)
    done = run("sources", "check", "mine.csv", "--out", "answers.csv", "--online")
    assert done.returncode == 0, done.stderr
    assert asked == list(KNOWN)
    told = [(row["column"], row["answer"], row["archived"]) for row in rows(run, "answers.csv")]
    assert told == [
        ("media_url", "moved", "https://archive.example/1"), ("media_archive_url", "gone", ""),
        ("geolocation_url", "moved", ""),
    ]  # fmt: skip
    assert "0 of 2 claims give no address" in done.last_line


def test_nothing_is_asked_unless_it_is_said(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    run.write("mine.csv", TABLE)
    asked = answer(monkeypatch)
    done = run("sources", "check", "mine.csv", "--out", "answers.csv")
    assert done.returncode == 2
    assert "say --online" in done.last_line
    assert asked == []
    assert "answers.csv" not in run.files()


def test_a_stopped_check_keeps_what_was_answered(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.write("mine.csv", TABLE)
    answer(monkeypatch, stop_at=1)
    done = run("sources", "check", "mine.csv", "--out", "answers.csv", "--online")
    assert done.returncode == 0
    assert "stopped; what was answered is written" in done.stderr
    assert {row["answer"] for row in rows(run, "answers.csv")} == {"", "moved", "not asked"}


def test_the_table_is_written_over_no_input(run: Command) -> None:
    run.write("mine.csv", TABLE)
    done = run("sources", "check", "mine.csv", "--out", "mine.csv", "--online")
    assert done.returncode != 0
    assert (run.folder / "mine.csv").read_text(encoding="utf-8") == TABLE
