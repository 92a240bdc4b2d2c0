"""The scripts and styles that a page brings along, as texts."""

from __future__ import annotations

import re

import pytest
from paths import STATIC

from geo.webmap.assets import (
    bundle_script,
    loader_script,
    picker_script,
    read_styles,
    squares_script,
)


def test_styles_bring_their_pictures_along():
    addresses = re.findall(r"url\(([^)]*)\)", read_styles())
    assert all(address.startswith(("data:image/png;base64,", "#")) for address in addresses)


@pytest.mark.parametrize("write", [loader_script, picker_script, squares_script])
def test_the_component_module_leaves_no_global_behind(write):
    module = write()
    assert "noConflict()" in module
    assert module.count("export default") == 1
    assert "sourceMappingURL" not in module


def test_the_bundle_defines_one_name():
    assert re.findall(r"^(?:const|let|var|function) (\w+)", bundle_script(), re.M)[0] == "strikeMap"
    assert bundle_script().startswith("const strikeMap = ")


def test_no_text_of_the_scripts_goes_over_several_lines_so_that_lines_can_lose_their_indent():
    for script in STATIC.rglob("*.js"):
        for line in script.read_text(encoding="utf-8").splitlines():
            if not re.match(r" *(//|/\*\*|\*)", line):
                assert line.replace('"`"', "").count("`") % 2 == 0, f"{script}: {line}"
                assert not line.endswith("\\"), f"{script}: {line}"


def test_the_bundle_is_the_scripts_without_comments_empty_lines_and_indents():
    assert not re.search(
        r"^( |//|/\*|\n)|; // [A-Za-z ]+$",
        bundle_script().partition("files = {\n")[2].partition("\n};\nconst loaded")[0],
        re.MULTILINE,
    )
    lines = (STATIC / "map" / "name_of.js").read_text(encoding="utf-8").splitlines()
    code = [line.lstrip(" ") for line in lines if not re.match(r" *(//|/\*\*|\*|$)", line)]
    assert "\n".join(code[1:]) in bundle_script(), "nothing else is left out"


def test_a_script_is_required_by_its_path_wherever_it_is_required_from():
    wanted = set(re.findall(r'require\("([^"]+)"\)', bundle_script()))
    held = set(re.findall(r'^"([^"]+)": function', bundle_script(), re.MULTILINE))
    assert wanted == held
