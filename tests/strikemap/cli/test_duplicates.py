"""`strikemap duplicates`, and the claims that `strikemap read` writes, run as a user runs them."""

from __future__ import annotations

from command import Command, cells_of

TOLD = "#META date: 2023-05-10\n\nRussian jets bombed Saraqib on Monday, killing four people.\n"
AGAIN = "#META date: 2023-05-10\n\nWarplanes struck Saraqib on Monday, killing 4, LCC said.\n"


def test_two_reports_of_one_strike_are_two_drafts_two_claims_and_one_pair(run: Command) -> None:
    (run.folder / "one.txt").write_text(TOLD, "utf-8")
    (run.folder / "two.txt").write_text(AGAIN, "utf-8")
    out, claims, pairs = (run.folder / name for name in ("drafts.csv", "said.csv", "pairs.csv"))
    done = run("read", run.folder / "one.txt", run.folder / "two.txt", "--out", out,
               "--claims", claims)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2 claims, with who says so" in done.stderr
    rows = cells_of(claims)
    assert [row["strike_id"] for row in rows] == ["one-1", "two-1"]
    assert (rows[1]["claimant"], rows[1]["published"], rows[1]["killed_min"]) == (
        "LCC", "2023-05-10", "4",
    )  # fmt: skip
    for how in ([], ["--claims", claims]):
        done = run("duplicates", out, "--out", pairs, *how)
        assert done.returncode == 0, done.stderr
        (pair,) = cells_of(pairs)
        assert (pair["strike_id"], pair["other_id"]) == ("one-1", "two-1")
        assert "same place (Saraqib); same day (2023-05-08)" in pair["reason"]
        assert (pair["killed"], pair["other_killed"], pair["other_actor"]) == ("4+", "4+", "")
    assert "1 pair that may be one strike, of 2 rows compared" in done.stderr
    older = [line.replace("casualties_max,", "") for line in [",".join(cells_of(out)[0])]]
    rows = [",".join(f'"{cell}"' for name, cell in row.items() if name != "casualties_max")
            for row in cells_of(out)]  # fmt: skip
    out.write_text("\n".join([*older, *rows]), "utf-8")
    assert run("duplicates", out, "--out", pairs).returncode == 0
    assert "2 drafts of reports" in done.stderr


def test_claims_run_nothing_in_a_spreadsheet_and_are_compared_as_told(run: Command) -> None:
    for name in ("one", "two"):
        page = f"<title>=cmd|' /C calc'!A0</title><meta name=date content=2023-05-10>{TOLD}"
        (run.folder / f"{name}.html").write_text(page.replace("#META date: 2023-05-10", ""))
    out, claims, pairs = (run.folder / name for name in ("drafts.csv", "said.csv", "pairs.csv"))
    run("read", run.folder / "one.html", run.folder / "two.html", "--out", out, "--claims", claims)
    assert [row["title"] for row in cells_of(claims)] == ["'=cmd|' /C calc'!A0"] * 2
    done = run("duplicates", out, "--out", pairs, "--claims", claims)
    assert done.returncode == 0, done.stderr
    (pair,) = cells_of(pairs)
    assert pair["reason"].endswith("both told by =cmd|' /C calc'!A0")


def test_a_table_of_any_publisher_is_compared_and_no_input_is_written_over(run: Command) -> None:
    table = run.folder / "incidents.csv"
    table.write_text(
        "date,place,killed,source\n2023-05-08,Saraqib,4,SOHR\n2023-05-08,Saraqeb,4,LCC\n,Hama,,\n",
        "utf-8",
    )
    pairs = run.folder / "pairs.csv"
    done = run("duplicates", table, "--out", pairs)
    assert done.returncode == 0, done.stderr
    (pair,) = cells_of(pairs)
    assert {pair["place_text"], pair["other_place_text"]} == {"Saraqib", "Saraqeb"}
    assert "of 2 rows compared; 1 without a date not compared" in done.stderr
    assert run("duplicates", table, "--out", table).returncode == 2
    assert run("read", table, "--out", pairs, "--claims", pairs).returncode != 0
