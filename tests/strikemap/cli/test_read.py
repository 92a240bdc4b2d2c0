"""`strikemap read`, run as a user runs it."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from command import Command, cells_of

from reports import folder
from reports.folder import Settings, find_reports, read_reports

TEXT = "#META date: 2023-05-10\nRussian jets bombed Saraqib on Monday, killing four people.\n"


def test_a_report_becomes_draft_strikes_with_their_words(run: Command) -> None:
    file = run.folder / "report.txt"
    file.write_text(TEXT + "No strikes hit Hama.\n", "utf-8")
    out = run.folder / "drafts.csv"
    done = run("read", file, "--out", out, "--published", "2020-01-01")
    assert done.returncode == 0, done.stderr
    (row,) = cells_of(out)
    assert (row["kind"], row["date_start"], row["date_end"]) == (
        "airstrike",
        "2023-05-08",
        "2023-05-08",
    )
    assert (row["place_text"], row["actor"], row["killed_min"], row["killed_max"]) == (
        "Saraqib",
        "Russia",
        "4",
        "",
    )
    whole = file.read_bytes().decode()
    assert whole[int(row["place_start"]) : int(row["place_end"])] == "Saraqib"
    assert "place 0." in row["reason"]
    (aside,) = cells_of(out.with_suffix(".set-aside.csv"))
    assert aside["reason"] == "the text says that it did not happen"
    assert "1 draft from 1 report: 1 located" in done.stderr


def test_of_a_folder_what_cannot_be_read_is_listed_and_the_rest_read(run: Command) -> None:
    texts = run.folder / "texts"
    texts.mkdir()
    (texts / "good.txt").write_text(TEXT, "utf-8")
    with zipfile.ZipFile(texts / "more.zip", "w") as packed:
        packed.writestr("page.html", "<p>Jets bombed Sarmin.</p>")
    (texts / "bad.txt").write_bytes(b"\xff\xfe\x00")
    out = run.folder / "drafts.csv"
    done = run("read", texts, "--out", out)
    assert done.returncode == 0, done.stderr
    assert [row["doc"] for row in cells_of(out)] == ["good", "page"]
    (refused,) = cells_of(out.with_suffix(".rejected.csv"))
    assert "not UTF-8" in refused["reason"]
    assert not out.with_suffix(".reading").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["absent.txt"], "is not there"),
        (["report.odt"], "save it as one of .txt"),
        (["report.txt", "--published", "May"], "is no date"),
        (["report.txt", "--country", "atlantis"], "is no country"),
        (["empty"], "holds no report"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_remedy(run: Command, words, said) -> None:
    (run.folder / "report.txt").write_text(TEXT, "utf-8")
    (run.folder / "report.odt").write_bytes(b"PK")
    (run.folder / "empty").mkdir()
    out = run.folder / "drafts.csv"
    done = run("read", *words, "--out", out)
    assert done.returncode != 0
    assert said in " ".join(done.stderr.split())
    assert not out.exists()


def test_an_input_is_not_written_over(run: Command) -> None:
    file = run.folder / "a.set-aside.txt"
    file.write_text(TEXT, "utf-8")
    done = run("read", file, "--out", file)
    assert done.returncode != 0
    assert file.read_text("utf-8") == TEXT


def test_a_stopped_run_goes_on_where_it_stopped(tmp_path, monkeypatch) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(folder.FEW + 1):
        (texts / f"{number:03}.txt").write_text(TEXT, "utf-8")
    paths, kept = find_reports([texts]), tmp_path / "kept"
    saved = tmp_path / "saved"
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", lambda path, **_: path.rename(saved))
        whole = read_reports(paths, Settings(), kept=kept)
    parts = sorted(saved.iterdir())
    assert len(parts) == 2
    parts[0].unlink()  # as if stopped before it was done
    kept_words = parts[1].read_text("utf-8").replace('"Saraqib"', '"kept"')
    parts[1].write_text(kept_words, "utf-8")
    saved.rename(kept)
    again = read_reports(paths, Settings(), kept=kept)
    assert len(again.drafts) == len(whole.drafts) == len(paths)
    assert sum(row["place_text"] == "kept" for row in again.drafts) in (11, 50)
    assert not kept.exists()
