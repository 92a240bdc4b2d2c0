"""The map layer's scripts: their own unit tests under Node, and the order in their folders."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache

import pytest
from imports import requires_of, scripts
from paths import JS_TESTS, STATIC

from geo.webmap.assets import (
    CHILDREN,
    CLUSTERS,
    ENTRY,
    HAND_MAP_LOADER,
    OUTBOX,
    PICKER,
    SQUARES,
    STREAMLIT_CONTROL,
    STREAMLIT_LOADER,
    STREAMLIT_OFFER,
    bundle_script,
)

SCRIPTS = scripts()
FOLDERS = sorted({path.parent for path in JS_TESTS.rglob("*.test.js")})
SIDES = (STREAMLIT_LOADER, STREAMLIT_CONTROL, STREAMLIT_OFFER, HAND_MAP_LOADER)
HOSTS = [name.removesuffix(".js") for name in SIDES]
LINE = re.compile(r"^- \*\*`([\w.]+)/?`\*\* .* Requires (.+)\.$", re.MULTILINE)
TAKEN = re.compile(r'^const \{([^}]+)\} = require\("([^"]+)"\);$', re.MULTILINE)
# Not `node --test`, which starts a process for each file.
RUN_ALL = "process.argv.slice(1).forEach((path) => require(path));"
LOAD_ALL = """const { paths } = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(paths.map((path) => Object.keys(require(path)))));"""


@cache
def text_of(script: str) -> str:
    return SCRIPTS[script].read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_unit_tests_pass(node, folder):
    files = sorted(folder.glob("*.test.js"))
    run = subprocess.run(
        [node, "-e", RUN_ALL, *files], capture_output=True, text=True, timeout=120
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", sorted(JS_TESTS.rglob("*.test.js")), ids=lambda path: path.name)
def test_a_unit_test_stands_where_its_script_stands(path):
    script = path.relative_to(JS_TESTS).as_posix().removesuffix(".test.js")
    assert script in SCRIPTS, f"{path.name} tests no script of {path.parent.name}"


@cache
def exports_of(node: str) -> dict[str, list[str]]:
    """Return what every script gives away, as Node loads it; the Streamlit sides are modules."""
    names = [name for name in SCRIPTS if name not in HOSTS]
    given = json.dumps({"paths": [str(SCRIPTS[name]) for name in names]})
    run = subprocess.run(
        [node, "-e", LOAD_ALL], input=given, capture_output=True, text=True, timeout=60, check=True
    )
    return dict(zip(names, json.loads(run.stdout), strict=True))


def test_every_script_loads_without_a_page_and_is_part_of_the_layer(node):
    bundles = bundle_script() + bundle_script(PICKER) + bundle_script(OUTBOX)
    bundles += bundle_script(CLUSTERS) + bundle_script(CHILDREN) + bundle_script(SQUARES)
    bundled = set(re.findall(r'^"([^"]+)\.js": function', bundles, re.MULTILINE))
    assert exports_of(node).keys() == bundled, "bundle, and what Node finds, are the same scripts"


@pytest.mark.parametrize("host", HOSTS)
def test_a_side_of_streamlit_parses_as_a_module(node, host, tmp_path):
    copy = tmp_path / "host.mjs"
    copy.write_text(text_of(host), encoding="utf-8")
    run = subprocess.run([node, "--check", copy], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_no_template_and_takes_only_what_it_uses(script):
    text = text_of(script)
    assert "{%" not in text
    assert "endraw" not in text
    rest = TAKEN.sub("", text)
    for names, wanted in TAKEN.findall(text):
        for name in (part.split(":")[-1].strip() for part in names.split(",") if part.strip()):
            assert re.search(rf"\b{name}\b", rest), f"{name} of {wanted} is not used"


def test_every_name_given_away_is_taken_somewhere(node):
    takers = [
        *map(text_of, SCRIPTS),
        *(path.read_text(encoding="utf-8") for path in JS_TESTS.rglob("*.js")),
    ]
    for script, names in exports_of(node).items():
        file = f"/{script.split('/')[-1]}.js"
        taken, whole = set(), f"{script}.js" in (ENTRY, PICKER, SQUARES, CLUSTERS, CHILDREN)
        for text in takers:
            parts = [names for names, wanted in TAKEN.findall(text) if wanted.endswith(file)]
            taken |= {part.split(":")[0].strip() for part in ",".join(parts).split(",")}
            whole |= text.count(f'{file}")') > len(parts)  # taken as one, under a name of its own
        idle = set() if whole else set(names) - taken
        assert not idle, f"{script}.js gives away {idle}, which nothing takes"


def test_the_readme_says_of_every_folder_what_it_requires():
    documented = dict(LINE.findall((STATIC / "README.md").read_text(encoding="utf-8")))
    wanted: dict[str, set[str]] = {}
    for script in SCRIPTS:
        folder = script.split("/")[0]
        rooms = {name.split("/")[0] for name in requires_of(SCRIPTS[script])}
        wanted.setdefault(folder, set()).update(rooms - {folder})
    entry = wanted.pop(ENTRY.removesuffix(".js"))
    assert entry <= set(wanted)
    assert documented.pop(ENTRY) == "all of them"
    said = {folder: ", ".join(sorted(rooms)) or "nothing else" for folder, rooms in wanted.items()}
    assert documented == said, (
        "README.md of static/ does not say what a folder requires: describe the folder there, "
        "where tests/test_architecture.py allows what it requires"
    )
