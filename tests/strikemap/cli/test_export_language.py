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
