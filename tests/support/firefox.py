"""A headless Firefox for tests, driven over WebDriver BiDi: no driver program, one web socket."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser import PICTURES, find_program
from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
ADDRESS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
PATIENCE_S = 60
LOCAL_SCHEMES = {"file", "data", "blob", "about"}
EVENTS = ("log.entryAdded", "network.beforeRequestSent")
KEYS = {"ArrowRight": "\ue014", "PageUp": "\ue00e", "Escape": "\ue00c"}


class Firefox:
    """One Firefox and its session: commands go out one at a time, events are kept as they come."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=list(EVENTS))

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and return its result; events that come before it are kept."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv(timeout=PATIENCE_S))
            if message["type"] == "event":
                self.events.append(message)
            elif message.get("id") == number:
                if message["type"] == "error":
                    raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
                return message["result"]

    def open(self, url: str, *, size: tuple[int, int] = (1280, 800)) -> FirefoxPage:
        """Open an address in a tab of its own; size is in CSS pixels."""
        context = self.send("browsingContext.create", type="tab")["context"]
        width, height = size
        viewport = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=context, viewport=viewport)
        self.send("browsingContext.navigate", context=context, url=url, wait="complete")
        return FirefoxPage(self, context)


class FirefoxPage:
    """One tab: its script, its pointer and keys, and what went wrong in it."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self.firefox = firefox
        self.context = context

    def evaluate(self, expression: str) -> Any:
        """Return what an expression, or its promise, comes to, as JSON has it."""
        result = self.firefox.send(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value))",
            target={"context": self.context},
            awaitPromise=True,
        )
        if result["type"] == "exception":
            raise AssertionError(result["exceptionDetails"]["text"])
        return json.loads(result["result"].get("value", "null"))

    def wait_for(self, condition: str) -> None:
        """Wait until an expression is true, looking once a frame."""
        look = f"() => ({condition}) ? done(true) : requestAnimationFrame(look)"
        assert self.evaluate(f"new Promise((done) => {{ const look = {look}; look(); }})")

    def perform(self, kind: str, actions: list[dict[str, Any]], **parameters: Any) -> None:
        """Perform the actions of one device."""
        device = {"type": kind, "id": kind, "actions": actions, **parameters}
        self.firefox.send("input.performActions", context=self.context, actions=[device])

    def press(self, key: str) -> None:
        """Press and release a key by its name, or by its letter."""
        value = KEYS.get(key, key)
        self.perform(
            "key", [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        )

    def drag(self, *points: tuple[float, float]) -> None:
        """Press the mouse at the first point, move it over the others, release it at the last."""
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y)} for x, y in points]
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        self.perform("pointer", [moves[0], down, *moves[1:], up])

    def click(self, x: float, y: float) -> None:
        """Click at a point, in CSS pixels."""
        self.drag((x, y))

    def box(self, selector: str) -> dict[str, float]:
        """Return an element's left, top, width and height in CSS pixels."""
        return self.evaluate(
            f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        )

    def picture(self, name: str) -> Path:
        """Save a picture of the tab."""
        shot = self.firefox.send("browsingContext.captureScreenshot", context=self.context)
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}-firefox.png"
        path.write_bytes(base64.b64decode(shot["data"]))
        return path

    def _events(self, method: str) -> list[dict[str, Any]]:
        self.evaluate("null")  # what has happened until now arrives before the answer
        events = [event["params"] for event in self.firefox.events if event["method"] == method]
        return [event for event in events if self.context in (event.get("context"), _origin(event))]

    def troubles(self) -> list[str]:
        """Return the errors of the log and the requests that would leave the machine."""
        errors = [
            f"{entry['type']} error: {entry['text']}"
            for entry in self._events("log.entryAdded")
            if entry["level"] == "error"
        ]
        asked = [event["request"]["url"] for event in self._events("network.beforeRequestSent")]
        strays = [url for url in asked if urlsplit(url).scheme not in LOCAL_SCHEMES]
        return [*errors, *(f"request left the machine: {url}" for url in strays)]

    def close(self) -> None:
        """Close the tab."""
        self.firefox.send("browsingContext.close", context=self.context)


def _origin(event: dict[str, Any]) -> str | None:
    return event.get("source", {}).get("context")


def _wait_for_address(process: subprocess.Popen[str]) -> str:
    """Return the address that Firefox says it listens on, and read on so that it never blocks."""
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        found = ADDRESS.search(line)
        if found:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[1]
    pytest.fail(f"Firefox ended without an address:\n{''.join(said)}")


@contextlib.contextmanager
def launch_firefox() -> Iterator[Firefox]:
    """Run the system's Firefox with a fresh profile as long as the context lasts."""
    program = find_program(*NAMES, package="firefox-esr")
    with tempfile.TemporaryDirectory(
        prefix="strikemap-firefox-", ignore_cleanup_errors=True
    ) as home:
        profile = Path(home) / "profile"
        profile.mkdir()
        arguments = [
            "--headless",
            "--no-remote",
            "--remote-debugging-port=0",
            "--profile",
            str(profile),
        ]
        process = subprocess.Popen(
            [program, *arguments], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
            env={**os.environ, "HOME": home},
        )  # fmt: skip
        try:
            address = _wait_for_address(process)
            with connect(f"{address}/session", max_size=None, proxy=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE_S)
