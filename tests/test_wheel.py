"""The wheel holds the packages with their data and nothing else, and works where installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from app_server import free_port, is_healthy, serve
from paths import ROOT

PACKAGES = ("strikemap", "geo", "gazetteer", "reports")
# Of the packages' own folders, what only the repository needs.
LEFT_OUT = ("gazetteer/cases",)
NO_COPY = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist")
# Draws the page once and prints where it and its packages were found.
DRAW_PAGE = """
import importlib.util
from streamlit.testing.v1 import AppTest
found = importlib.util.find_spec("streamlit_app").origin
page = AppTest.from_file(found, default_timeout=60).run()
assert not page.exception and len(page.dataframe) == 1, page
import gazetteer, geo, strikemap
print(found, geo.__file__, gazetteer.__file__, strikemap.__file__, sep="\\n")
"""


def run(*command: object, folder: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel of a copy: a build leaves its own folders behind."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = shutil.copytree(ROOT, folder / "copy", ignore=NO_COPY)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--no-index", "--wheel-dir", folder, copy, folder=folder)  # fmt: skip
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bare_environment() -> dict[str, str]:
    """Give an environment that names nothing of the repository."""
    return {
        name: text for name, text in os.environ.items()
        if not name.startswith(("PYTHON", "STRIKEMAP_", "STREAMLIT_", "VIRTUAL_ENV"))
    }  # fmt: skip


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory) -> Path:
    """Install the wheel in a virtual environment that sees this one's packages; give its bin."""
    home = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(home, symlinks=os.name == "posix")
    programs = home / ("bin" if os.name == "posix" else "Scripts")
    run(sys.executable, "-m", "pip", "--quiet", "--python", programs / "python", "install",
        "--no-deps", "--no-index", wheel, folder=home)  # fmt: skip
    [packages] = home.glob("**/site-packages")
    seen = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "seen.pth").write_text("\n".join(seen))
    return programs


def files_of(package: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_packages_with_their_data_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    there = {"streamlit_app.py"}.union(*(files_of(package) for package in PACKAGES))
    wanted = {name for name in there if not name.startswith(LEFT_OUT)}
    assert sorted(held - there) == [], "not of the packages"
    assert sorted(wanted - held) == [], "left out of the wheel: see package-data in pyproject.toml"


def test_the_app_is_served_from_the_wheel(programs, bare_environment, tmp_path):
    port = free_port()
    command = [str(programs / "strikemap"), "app", "--port", str(port)]
    with serve(command, port, folder=tmp_path, environment=bare_environment) as (address, _):
        assert is_healthy(address)


def test_the_page_is_drawn_from_the_wheel(programs, bare_environment, tmp_path):
    printed = run(
        programs / "python", "-c", DRAW_PAGE, folder=tmp_path, environment=bare_environment
    )
    found = printed.splitlines()[-4:]
    assert len(found) == 4
    for path in found:
        assert Path(path).is_relative_to(programs.parent), path
