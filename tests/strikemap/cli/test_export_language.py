"""`strikemap export --language`: what a page says of itself is in the language of its map."""

from __future__ import annotations

import html

from command import Command


def test_a_page_in_another_language_says_its_title_and_filters_in_it(run: Command) -> None:
    for language, title, filters in (
        ("ar", "الضربات المبلغ عنها: سوريا", "غارة جوية"),
        ("uk", "Повідомлені удари: Сирія", "авіаудар"),
    ):
        done = run("export", "seeds", "--out", "map.html", "--filter", "kind=airstrike",
                   "--language", language)  # fmt: skip
        assert done.returncode == 0, done.stderr
        page = html.unescape((run.folder / "map.html").read_text(encoding="utf-8"))
        assert f"<title>{title}</title>" in page
        assert filters in page
        assert "Reported strikes" not in page


def test_a_page_in_french_says_which_rows_are_no_strikes(run: Command) -> None:
    rows = ("date,place,lat,lon,event_type,sub_event_type,killed\n"
            "2024-01-01,Hama,35.13,36.75,Explosions/Remote violence,Air/drone strike,1\n"
            "2024-01-02,Homs,34.73,36.72,Explosions/Remote violence,Air/drone strike,2\n"
            "2024-01-03,Idlib,35.93,36.63,Protests,Peaceful protest,\n")  # fmt: skip
    (run.folder / "events.csv").write_text(rows, encoding="utf-8")
    done = run("export", "events.csv", "--out", "map.html", "--language", "fr")
    assert done.returncode == 0, done.stderr
    page = html.unescape((run.folder / "map.html").read_text(encoding="utf-8"))
    assert "Les 3 lignes représentent 2 frappes ; 1 ligne ne représente aucune frappe" in page
