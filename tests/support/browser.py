"""A headless Chromium for tests: fails on console errors and on requests that leave the machine."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    Request,
)

# The shell is Chromium without windows of its own: a page costs it a quarter less processor time.
PLACES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Chromium 156 draws suggestions for its address bar in pages of its own, two a window, which
# nobody sees here: more than half of a test's time. The others are those of Playwright, whose own
# switch this one takes the place of.
NOT_WANTED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
    "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints",
    "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
)  # fmt: skip
# A page lives for seconds: what V8 compiles anew for speed before a function was run thousands of
# times costs a sixth of the page.
LATE = "--js-flags=--invocation-count-for-maglev=8000 --invocation-count-for-turbofan=60000"
# No name of another machine is found. Playwright's own way to stop a request, a route, has every
# request of a page wait for Python, and the browser forget what it has loaded.
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    f"--disable-features={','.join(NOT_WANTED)}",
    LATE,
)  # fmt: skip
LOCAL_SCHEMES = {"file", "data", "blob", "about"}
LOCAL_HOSTS = {"localhost", "127.0.0.1"}
PATIENCE = 60_000  # ms; the limit of every wait for a state, on a machine with much else to do
FORGET = (
    "() => { try { localStorage.clear(); sessionStorage.clear() } catch { /* it has none */ } }"
)
Made = TypeVar("Made")
REPORT = pytest.StashKey[pytest.TestReport]()  # how the call of a test went
PICTURES = Path(tempfile.gettempdir()) / "strikemap-failures"


def find_program(*names: str, package: str) -> str:
    """Return the first program on the path; without one, fail where CI is true, else skip."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing = f"no {names[0]} on the path: install the package {package} to run these tests"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


def launch_chromium(playwright: Playwright) -> Browser:
    """Launch the system's Chromium."""
    found = find_program(*PLACES, package="chromium-headless-shell")
    return playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))


MODIFIERS = ("Control", "Shift", "Alt", "Meta")


@dataclass
class Windows:
    """The windows of a worker's browser, of which one test after the other takes some.

    A page costs half of what it costs in a window that is new. Each has cookies, storage and a
    cache of its own, of which the cache alone is kept from one test to the next.
    """

    browser: Browser
    free: dict[bool, list[Page]] = field(default_factory=lambda: {False: [], True: []})

    def take(self, *, touch: bool, fresh: bool, policed: bool = False) -> Page:
        """Return an empty page, with a touch screen or without; a fresh one was never used.

        Only a policed one holds pages to their Content-Security-Policy: no state can be waited for
        there, since `wait_for_function` evaluates text in the page again and again.
        """
        if self.free[touch] and not fresh:
            return self.free[touch].pop()
        page = self.browser.new_context(
            has_touch=touch, accept_downloads=True, bypass_csp=not policed
        ).new_page()
        page.set_default_timeout(PATIENCE)
        return page

    def give_back(self, page: Page, *, touch: bool) -> None:
        """Leave a page as the next test finds it."""
        page.unroute_all()
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.evaluate(FORGET)
        for key in MODIFIERS:
            page.keyboard.up(key)  # a test may have held one down
        page.mouse.up()
        page.mouse.move(0, 0)
        page.goto("about:blank")
        page.context.clear_cookies()
        self.free[touch].append(page)


@dataclass
class Window:
    """A window that a test has taken: its page, and what is heard of it until it is left."""

    page: Page
    touch: bool
    again: bool  # whether another test may have it
    heard: list[tuple[str, Callable[..., None]]] = field(default_factory=list)

    def hear(self, event: str, told: Callable[..., None]) -> None:
        """Have something told of every event of a kind."""
        emitter = self.page.context if event == "request" else self.page
        emitter.on(event, told)  # type: ignore[call-overload]
        self.heard.append((event, told))

    def leave(self) -> None:
        """Have nothing told any more."""
        for event, told in self.heard:
            emitter = self.page.context if event == "request" else self.page
            emitter.remove_listener(event, told)


@dataclass
class Visits:
    """Pages of one test, cut off from the network, and what went wrong on them."""

    windows: Windows
    taken: list[Window] = field(default_factory=list)
    needed: ExitStack = field(default_factory=ExitStack)
    troubles: list[str] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)  # hosts in whose place the test answers

    def need(self, server: AbstractContextManager[Made]) -> Made:
        """Begin what the pages need; it ends once they are closed, however the test went."""
        return self.needed.enter_context(server)

    def open(
        self, url: str, *, size: tuple[int, int] = (1280, 800), scheme: str = "light",
        touch: bool = False, before: str = "", fresh: bool = False, policed: bool = False,
    ) -> Page:  # fmt: skip
        """Open an address in a window of its own; size is in CSS pixels.

        `before` is a script that runs before the page's own. A fresh window is new, and no other
        test has it: for what cannot be taken back, such as a script or a web socket listened to.
        A policed window is fresh too: see `Windows.take`.
        """
        fresh = fresh or policed or bool(before)
        page = self.windows.take(touch=touch, fresh=fresh, policed=policed)
        window = Window(page, touch, again=not fresh)
        self.taken.append(window)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        # Streamlit's moving pictures of its own work are a quarter of what a page costs.
        page.emulate_media(
            media="null",
            color_scheme=scheme,
            reduced_motion="reduce",  # type: ignore[arg-type]
        )
        if before:
            page.add_init_script(before)
        window.hear("request", self._note)
        window.hear("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        window.hear("console", self._hear)
        window.hear("dialog", self._refuse)
        page.goto(url)
        return page

    def _note(self, request: Request) -> None:
        address = urlsplit(request.url)
        home = address.scheme in LOCAL_SCHEMES or address.hostname in LOCAL_HOSTS
        if not home and address.hostname not in self.answered:
            self.troubles.append(f"request left the machine: {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.troubles.append(f"console error: {message.text}")

    def _refuse(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def picture(self, name: str) -> None:
        """Save a picture of every open page."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        pages = [page for window in self.taken for page in window.page.context.pages]
        for number, page in enumerate(pages):
            page.screenshot(path=PICTURES / f"{name}-{number}.png")

    def close(self, *, well: bool = True) -> None:
        """Leave every page, then end what they needed; where it did not go well, for good."""
        with self.needed:
            while self.taken:
                window = self.taken.pop()
                window.leave()
                if well and window.again:
                    self.windows.give_back(window.page, touch=window.touch)
                else:
                    window.page.context.close()
