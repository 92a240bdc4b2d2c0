"""`strikemap places`, run as a user runs it."""

from __future__ import annotations

from command import Command, cells_of


def test_offsets_count_code_points_of_the_whole_file(run: Command) -> None:
    text = "😀\r\nStrikes hit Saraqib, in Idlib province.\r\nغارات على كفرنبل.\r\n"
    file = run.folder / "report.txt"
    file.write_bytes(text.encode())
    out = run.folder / "mentions.csv"
    done = run("places", file, "--out", out)
    assert done.returncode == 0, done.stderr
    rows = cells_of(out)
    assert [row["surface"] for row in rows] == ["Saraqib", "Idlib", "كفرنبل"]
    for row in rows:
        assert text[int(row["char_start"]) : int(row["char_end"])] == row["surface"]
        assert row["doc"] == "report"
    assert [row["location_status"] for row in rows] == ["located", "area_only", "located"]
    assert rows[0]["place_id"] == "gn:164816"
    assert "3 mentions" in done.stderr


def test_a_file_that_is_no_text_says_so_and_leaves_what_was_there(run: Command) -> None:
    out = run.folder / "mentions.csv"
    out.write_text("what was there")
    bad = run.folder / "bad.txt"
    bad.write_bytes(b"one\ntwo \xff\xfe")
    done = run("places", bad, "--out", out)
    assert done.returncode == 1
    assert done.last_line.startswith("strikemap: ")
    assert "line 2" in done.stderr
    assert out.read_text() == "what was there"
    assert run("places", run.folder / "absent.txt", "--out", out).returncode == 1


def test_each_text_is_read_with_the_places_of_the_countries_that_it_tells_of(run: Command) -> None:
    told = {
        "lb": "Warplanes struck Nabatieh and Baalbek in Lebanon; one person died in Houla.",
        "sy": "Shells fell on Houla, in Homs province.",
    }
    files = [run.folder / f"{name}.txt" for name in told]
    for file in files:
        file.write_text(told[file.stem])
    out = run.folder / "mentions.csv"
    done = run("places", *files, "--out", out)
    assert "found by what texts tell of: Lebanon (1 document) and Syria (1 document)" in done.stderr
    located = {(row["doc"], row["surface"]) for row in cells_of(out) if row["lon"]}
    assert located == {("lb", "Nabatieh"), ("lb", "Baalbek"), ("sy", "Houla")}
    done = run("places", *files, "--out", out, "--country", "lb,ua")
    assert done.returncode == 0, done.stderr
    assert "found by" not in done.stderr
    assert {row["doc"] for row in cells_of(out) if row["lon"]} == {"lb"}
