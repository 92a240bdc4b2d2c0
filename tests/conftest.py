"""Fixtures that several test files share."""

from __future__ import annotations

import gc
import pickle
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from app_server import serve_page
from browser import PATIENCE, REPORT, Visits, Windows, find_program, launch_chromium
from cluster import Cluster, run_cluster
from hypothesis import settings
from map_pages import FIND_MAP, READY
from playwright.sync_api import Browser, expect, sync_playwright

from gazetteer.tables import loading
from geo.land.base_map import make_base_map
from geo.land.boundaries import load_boundaries
from geo.webmap import assets
from geo.webmap.layer import render_html, strike_map
from geo.webmap.payload.encode import MapOptions

# A machine at work on something else is slow, not wrong.
settings.register_profile("strikemap", deadline=None)
settings.load_profile("strikemap")
expect.set_options(timeout=PATIENCE)
MAIN = sys.modules["__main__"]
# Looking for what is no longer held took a fifth of the time to collect, a twelfth of that to run.
gc.set_threshold(20_000, 10, 10)
# Tests go through the countries again and again: each is loaded once, where an app keeps four.
loading._load_alone = lru_cache(maxsize=16)(loading._load_alone.__wrapped__)
# What a test takes says what it needs to run: `make test-quick` leaves such tests out.
# They search all that a process holds, which takes seconds each where the tests before left much.
EARLY = {("visitors", "test_leaving.py")}
NEEDS = {
    "browser": {"chromium", "firefox"},
    "office": {"libreoffice"},
    "slow": {"copy", "wheel", "outputs"},
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        taken = set(getattr(item, "fixturenames", ()))
        for marker in [name for name, fixtures in NEEDS.items() if taken & fixtures]:
            item.add_marker(marker)
    # A file is one worker's. The long ones mostly wait, for a browser or another process: they are
    # spread over the short ones, which keep the cores busy, but for the last quarter, or one worker
    # ends alone with a long one.
    many = Counter(item.path for item in items)
    long = {item.path for item in items if any(map(item.get_closest_marker, NEEDS))}
    places: dict[Path, float] = {}
    for files, share in ((long, 0.75), (many.keys() - long, 1.0)):
        for at, file in enumerate(sorted(files, key=lambda file: (-many[file], file))):
            places[file] = share * at / len(files)
    items.sort(key=lambda item: (item.path.parts[-2:] not in EARLY, places[item.path], item.path))


def pytest_collection_finish() -> None:
    """Take the half million objects of all tests and modules out of what is looked through."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[REPORT] = report
        heard = getattr(item.funcargs.get("visits"), "troubles", [])  # before servers end
        if report.failed and heard:
            report.sections.append(("What the pages said", "\n".join(heard)))
    return report


@pytest.fixture(autouse=True)
def own_main() -> None:
    """Give back the main module: new processes look for its file, and a page leaves its own."""
    sys.modules["__main__"] = MAIN


@pytest.fixture(scope="session", autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the apps and commands of a worker an empty folder of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("user")))
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give one Chromium to all browser tests of a worker."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """Give the browser's windows to all tests of a worker, one test after the other."""
    return Windows(chromium)


@pytest.fixture
def visits(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Visits]:
    """Open pages without network; a console error, page error or stray request fails the test.

    Where the test itself failed, what was heard stands beside that, and fails nothing more.
    """
    opened = Visits(windows)
    yield opened
    report = request.node.stash.get(REPORT, None)
    failed = report is not None and report.failed
    heard = list(opened.troubles)
    if heard or failed:
        opened.picture(request.node.name)
    opened.close(well=not (heard or failed))
    assert failed or not heard, heard


@pytest.fixture(scope="session")
def land():
    """Give Syria's base map to all maps."""
    return make_base_map(load_boundaries("sy"))


@pytest.fixture(scope="session")
def map_html():
    """Give the page of pickled strikes, claims, options and folder of scripts on a land, made once.

    The land is given by each test: a module may have a fixture `land` of its own.
    """
    lands = {}

    @lru_cache(maxsize=8)
    def make(pickled: bytes, number: int) -> str:
        strikes, claims, options, _ = pickle.loads(pickled)
        return render_html(strike_map(strikes, claims, base_map=lands[number], options=options))

    def find(pickled: bytes, land: dict) -> str:
        lands[id(land)] = land  # held, so that no other land has its number
        return make(pickled, id(land))

    return find


@pytest.fixture
def open_map(visits, map_html, land, tmp_path):
    """Open the HTML export of strikes and wait until it is drawn; its controller is `layer`."""

    def open_page(
        strikes, claims, *, size=(1280, 800), scheme="light", touch=False, before="", **options
    ):
        path = tmp_path / "map.html"
        given = pickle.dumps((strikes, claims, MapOptions(**options), assets.STATIC))
        path.write_text(map_html(given, land), encoding="utf-8")
        page = visits.open(path.as_uri(), size=size, scheme=scheme, touch=touch, before=before)
        page.wait_for_function(READY)
        page.evaluate(FIND_MAP)
        return page

    return open_page


@pytest.fixture(scope="session")
def node() -> str:
    """Give Node.js, which runs the map layer's own scripts."""
    return find_program("node", package="nodejs")


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """Give LibreOffice, which opens slides as their readers do."""
    return find_program("soffice", package="libreoffice-impress")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Give one PostgreSQL cluster with PostGIS to all tests of a worker."""
    with run_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def called_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file in which stands what the served app asked of other machines, which failed."""
    return tmp_path_factory.mktemp("calls") / "called.txt"


@pytest.fixture(scope="session")
def served_app(called_out: Path) -> Iterator[str]:
    """Serve the app once for all browser tests of a worker, and give its address.

    What it asked of other machines meanwhile fails the last of them.
    """
    with serve_page(called_out) as address:
        yield address
        assert not called_out.exists(), called_out.read_text(encoding="utf-8")
