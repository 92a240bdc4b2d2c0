"""The documentation site: built without a warning, whole, and asking nothing of elsewhere."""

from __future__ import annotations

import inspect
import re
import sys
from doctest import DocTestFinder, DocTestRunner
from html import unescape
from importlib import import_module

import pytest
from paths import ROOT
from typer.main import get_command

from strikemap.cli.main import app
from tools.docs_site.build import build_site
from tools.docs_site.contents import CONTENTS
from tools.docs_site.python_names import HOUSES

LOADED = re.compile(r"<(?:script|img|iframe|source|link)\b[^>]*?(?:src|href)=[\"']([^\"']+)")
IN_STYLES = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)")
REGISTRIES = re.compile(r"unpkg|jsdelivr|cdnjs|googleapis|gstatic|pypi\.org|npmjs|bootstrapcdn")
NAMES = [(house, name) for house in HOUSES for name in import_module(house).__all__]


pytestmark = pytest.mark.filterwarnings("ignore::sphinx.deprecation.RemovedInSphinx11Warning")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the site once; a warning ends it."""
    folder = tmp_path_factory.mktemp("built") / "docs"
    build_site(folder)
    return folder


def words_of(page):
    return unescape(re.sub(r"<[^>]+>", "", page.read_text("utf-8")))


def test_nothing_is_loaded_from_elsewhere(site):
    for path in site.rglob("*"):
        if path.suffix in (".html", ".css", ".js"):
            text = path.read_text("utf-8")
            assert not REGISTRIES.search(text), path
            away = [to for to in LOADED.findall(text) if re.match(r"(https?:)?//", to)]
            assert not away + IN_STYLES.findall(text), path


def test_every_page_is_in_the_contents_and_every_word_can_be_found(site):
    pages = {page for part in CONTENTS.values() for page in part}
    of_docs = {p.relative_to(ROOT / "docs").with_suffix("").as_posix()
               for p in (ROOT / "docs").rglob("*.md")} - {"index"}  # fmt: skip
    assert of_docs <= pages
    side = (site / "index.html").read_text("utf-8")
    for page in pages:
        assert f'href="{page}.html"' in side
    assert "uncertainty_km" in (site / "searchindex.js").read_text("utf-8")


def verbs_of(command, path):
    inner = getattr(command, "commands", {})
    if not inner:
        yield path, command
    for name, verb in inner.items():
        yield from verbs_of(verb, f"{path} {name}")


def test_the_command_line_page_has_every_verb_with_all_its_options(site):
    page = words_of(site / "reference" / "command_line.html")
    parts = re.split(r"^(strikemap [a-z ]+)¶", page, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    for path, verb in verbs_of(get_command(app), "strikemap"):
        for parameter in verb.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                if option.startswith("--"):
                    assert option in sections[path], f"{path}: {option}"
                    said = " ".join((parameter.help or "").replace("`", "").split())
                    assert said in sections[path], f"{path} {option}"


@pytest.mark.parametrize(("house", "name"), NAMES, ids=lambda part: part)
def test_a_public_name_has_its_section_with_what_it_is(site, house, name):
    page = words_of(site / "reference" / "python.html")
    value = getattr(import_module(house), name)
    section = page.partition(f"{house}.{name}¶")[2]
    assert section
    if isinstance(value, tuple):
        assert ", ".join(value) in section
    else:
        sentence = inspect.getdoc(value).partition(". ")[0].splitlines()[0]
        assert sentence.replace("`", "") in section.partition("¶")[0]
    if inspect.isfunction(value):
        assert ">>>" in value.__doc__, f"{house}.{name} shows no example"


@pytest.mark.parametrize(("house", "name"), [n for n in NAMES if n[0] != "geo"])
def test_the_examples_hold(house, name):  # those of geo: tests/geo/test_face.py
    value = getattr(import_module(house), name)
    if isinstance(value, tuple):
        return
    known = dict(vars(sys.modules[value.__module__]))
    for example in DocTestFinder().find(value, name, globs=known):
        said: list[str] = []
        assert DocTestRunner(verbose=False).run(example, out=said.append).failed == 0, "".join(said)
