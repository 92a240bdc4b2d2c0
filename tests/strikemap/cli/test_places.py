"""`strikemap places`, run as a user runs it."""

from __future__ import annotations

import csv
import subprocess
import sys

from paths import ROOT


def run(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "strikemap", "places", *map(str, arguments)],
        capture_output=True, text=True, cwd=ROOT, timeout=120,
        env={"STRIKEMAP_DATA": str(folder), "PATH": ""},
    )  # fmt: skip


def test_offsets_count_code_points_of_the_whole_file(tmp_path):
    text = "😀\r\nStrikes hit Saraqib, in Idlib province.\r\nغارات على كفرنبل.\r\n"
    file = tmp_path / "report.txt"
    file.write_bytes(text.encode())
    out = tmp_path / "mentions.csv"
    done = run(tmp_path, file, "--out", out)
    assert done.returncode == 0, done.stderr
    with out.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [row["surface"] for row in rows] == ["Saraqib", "Idlib", "كفرنبل"]
    for row in rows:
        assert text[int(row["char_start"]) : int(row["char_end"])] == row["surface"]
        assert row["doc"] == "report"
    assert [row["location_status"] for row in rows] == ["located", "area_only", "located"]
    assert rows[0]["place_id"] == "gn:164816"
    assert "3 mentions" in done.stderr


def test_a_file_that_is_no_text_says_so_and_leaves_what_was_there(tmp_path):
    out = tmp_path / "mentions.csv"
    out.write_text("what was there")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"one\ntwo \xff\xfe")
    done = run(tmp_path, bad, "--out", out)
    assert done.returncode == 1
    assert done.stderr.rstrip().splitlines()[-1].startswith("strikemap: ")
    assert "line 2" in done.stderr
    assert out.read_text() == "what was there"
    assert run(tmp_path, tmp_path / "absent.txt", "--out", out).returncode == 1
