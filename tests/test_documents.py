"""Documents that cannot drift: the two tables, local links, the command line's verbs."""

from __future__ import annotations

import re

import pytest
from paths import ROOT

from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS
from strikemap.cli import main
from tools.docs_site.contents import GENERATED
from tools.figures import TABLES
from tools.write_documents import (
    MEASURED,
    SECURITY,
    find_rooms,
    insert_figures,
    insert_limits,
    insert_rooms,
    read_paragraphs,
)

DOCS = ROOT / "docs"
PAGES = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]


@pytest.mark.parametrize("column", [*STRIKE_COLUMNS, *CLAIM_COLUMNS], ids=lambda c: c.name)
def test_every_column_is_described_as_it_is(column):
    described = (DOCS / "data.md").read_text(encoding="utf-8")
    required = ", required" if column.required else ""
    words = ", ".join(column.vocabulary or ())
    row = f"| {column.name} | {column.dtype}{required} | {column.meaning} | {words} |"
    assert row in described, f"docs/data.md lacks the row:\n{row}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_local_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            path = (page.parent / target).resolve()
            made = path.is_relative_to(DOCS) and path.relative_to(DOCS).as_posix() in GENERATED
            assert made or path.exists(), f"{page.name}: {target}"


def test_every_verb_is_shown_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    verbs = [command.name or command.callback.__name__ for command in main.app.registered_commands]
    inner = [command.callback.__name__ for command in main.gazetteer_app.registered_commands]
    for verb in [*verbs, *(f"gazetteer {name}" for name in inner)]:
        assert f"strikemap {verb}" in readme, f"README.md does not show `strikemap {verb}`"


def test_the_architecture_is_made_of_the_rooms_own_paragraphs():
    document = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert insert_rooms(document) == document, "run python -m tools.write_documents"


def test_the_table_of_limits_is_that_of_the_code() -> None:
    document = SECURITY.read_text(encoding="utf-8")
    assert insert_limits(document) == document, "run python -m tools.write_documents"


@pytest.mark.parametrize("page", MEASURED, ids=lambda page: page.name)
def test_measured_figures_are_those_of_the_results_file(page):
    document = page.read_text(encoding="utf-8")
    assert insert_figures(document) == document, "run python -m tools.write_documents"
    marked = set(re.findall(r"^<!-- figures ([a-z ]+): ", document, re.MULTILINE))
    assert marked <= set(TABLES)
    assert all(f"<!-- figures {name} end -->" in document for name in marked)


def test_every_table_of_figures_stands_in_a_document():
    documents = "".join(page.read_text(encoding="utf-8") for page in MEASURED)
    assert all(f"<!-- figures {name}: " in documents for name in TABLES)


@pytest.mark.parametrize("room", list(find_rooms()), ids=str)
def test_every_room_says_what_it_holds_and_what_it_may_use(room):
    paragraphs = read_paragraphs(room)
    assert paragraphs, f"{room}/__init__.py says nothing of the room"
    assert len(paragraphs[0].split()) >= 8
