"""Tutorials and how-tos: their commands say what the pages show, and name what there is."""

from __future__ import annotations

import re
import shlex

import pytest
from paths import ROOT
from typer.main import get_command

from strikemap.cli.main import app
from tools.docs_site.walking import FENCE, list_pages, walk_page

PAGES = list_pages()
OTHERS = [ROOT / "docs" / name for name in ("index.md", "method.md", "exports.md", "release.md")]


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in PAGES if "```console" in p.read_text("utf-8")],
                         ids=lambda page: page.stem)  # fmt: skip
def test_the_commands_of_a_page_say_what_it_shows(page):
    assert walk_page(page) == page.read_text("utf-8"), (
        f"run python -m tools.docs_site.walking {page.relative_to(ROOT)} and read what changed"
    )


def test_a_page_that_lags_is_found_out_and_the_day_of_the_walk_is_no_difference(tmp_path):
    page = tmp_path / "page.md"
    decide = "strikemap gazetteer decide Babila --place sy:babila-idlib --reason R --who W"
    said = "d.csv: Babila: decided by W on 2020-01-01: R; 1 decision in all"
    page.write_text(f"```console\n$ {decide} --file d.csv\n{said}\n```\n", encoding="utf-8")
    assert walk_page(page) == page.read_text("utf-8")
    page.write_text(page.read_text("utf-8").replace("1 decision", "2 decisions"), encoding="utf-8")
    assert "1 decision in all" in walk_page(page)


def commands_of(text):
    """Yield the commands of a page's blocks and of its running text."""
    for block in FENCE.finditer(re.sub(r"^    ", "", text, flags=re.MULTILINE)):
        if block[1] in ("sh", "console"):
            yield from re.findall(r"^(?:\$ )?(strikemap .*)$", block[3], re.MULTILINE)
    yield from re.findall(r"`(strikemap [^`]+)`", FENCE.sub("", text))


def find_verb(words):
    """Return a verb, and the words after it."""
    verb = get_command(app)
    while words and words[0] in getattr(verb, "commands", {}):
        verb = verb.commands[words[0]]
        words = words[1:]
    return verb, words


@pytest.mark.parametrize("page", [*PAGES, *OTHERS], ids=lambda page: page.stem)
def test_a_page_names_verbs_and_options_that_there_are(page):
    for command in commands_of(page.read_text("utf-8")):
        words = shlex.split(command.split("  #")[0])[1:]
        verb, rest = find_verb(words)
        assert not hasattr(verb, "commands") or words == rest == ["VERB", "--help"], command
        known = {"--help", *(option for p in getattr(verb, "params", ())
                             for option in (*p.opts, *p.secondary_opts))}  # fmt: skip
        asked = {word for word in rest if word.startswith("--")}
        assert asked <= known, f"{command}: {asked - known}"
