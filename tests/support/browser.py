"""A headless Chromium for tests: fails on console errors and on requests that leave the machine."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
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
# No name of another machine is found. Playwright's own way to stop a request, a route, has every
# request of a page wait for Python, and the browser forget what it has loaded.
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    f"--disable-features={','.join(NOT_WANTED)}",
)  # fmt: skip
LOCAL_SCHEMES = {"file", "data", "blob", "about"}
LOCAL_HOSTS = {"localhost", "127.0.0.1"}
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


@dataclass
class Visits:
    """Pages of one test, cut off from the network, and what went wrong on them."""

    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)  # hosts in whose place the test answers

    def open(
        self, url: str, *, size: tuple[int, int] = (1280, 800), scheme: str = "light",
        touch: bool = False, before: str = "",
    ) -> Page:  # fmt: skip
        """Open an address in a context of its own; size is in CSS pixels.

        `before` is a script that runs before the page's own.
        """
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,  # type: ignore[arg-type]
            has_touch=touch,
            accept_downloads=True,
        )
        self.contexts.append(context)
        context.on("request", self._note)
        if before:
            context.add_init_script(before)
        page = context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        page.on("console", self._hear)
        page.on("dialog", self._refuse)
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
        pages = [page for context in self.contexts for page in context.pages]
        for number, page in enumerate(pages):
            page.screenshot(path=PICTURES / f"{name}-{number}.png")

    def close(self) -> None:
        """Close every page."""
        for context in self.contexts:
            context.close()
