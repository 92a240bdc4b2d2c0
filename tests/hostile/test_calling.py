"""Nobody outside is called: not by the app, whoever connects to it, nor by any verb."""

from __future__ import annotations

import http.client
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from command import Command
from paths import ROOT
from streamlit import config
from streamlit.testing.v1 import AppTest
from watched import sitecustomize

from strikemap.cli.app import list_flags
from strikemap.web.serving import faults
from strikemap.web.serving.guard import is_foreign, is_misled

HANDSHAKE = {
    "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}  # fmt: skip


def connect(address: str, **headers: str) -> int:
    """Return what an app answers to a WebSocket of a page with such headers."""
    served = urlsplit(address)
    asking = http.client.HTTPConnection(str(served.hostname), served.port, timeout=60)
    try:
        asking.request("GET", "/_stcore/stream", headers={**HANDSHAKE, **headers})
        return asking.getresponse().status
    finally:
        asking.close()


def test_the_app_refuses_other_origins_and_asks_nobody_about_them(
    served_app: str, called_out: Path
) -> None:
    port = urlsplit(served_app).port
    own, foreign = served_app.rstrip("/"), f"evil.example:{port}"
    assert connect(served_app, Origin=own) == 101
    assert connect(served_app) == 101
    for origin in ("http://evil.example", "https://127.0.0.1.evil.example", "null", "http://["):
        assert connect(served_app, Origin=origin) == 403, origin
    assert connect(served_app, Origin=f"http://{foreign}", Host=foreign) == 403
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    asking.request("GET", "/", headers={"Host": foreign})
    answer = asking.getresponse()
    assert (answer.status, b"serves this machine only" in answer.read()) == (403, True)
    asking.close()
    assert not called_out.exists(), called_out.read_text(encoding="utf-8")


@pytest.fixture
def offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Give the command line with every call to another machine refused and written down."""
    record = tmp_path / "called.txt"
    monkeypatch.setenv("CALLED_OUT", str(record))
    run = Command(tmp_path)
    yield run
    assert not record.exists(), record.read_text(encoding="utf-8")


def test_verbs_and_exports_call_nobody(offline: Command) -> None:
    offline.write("in.csv", "date,place\n2015-10-01,Talbisah\n2015-10-02,Nowhereville\n")
    offline.write("news.txt", "On 1 October 2015 an air strike on Talbisah killed 3 people.\n")
    for arguments in (
        ("export", "in.csv", "--out", "out.html"), ("export", "in.csv", "--out", "out.gpkg"),
        ("geocode", "in.csv", "--place", "place", "--out", "placed.csv"),
        ("read", "news.txt", "--out", "drafts.csv"), ("brief", "in.csv", "--out", "sheet.svg"),
        ("workspace", "make", "in.csv", "--out", "work.gpkg"), ("boundaries", "list"),
    ):  # fmt: skip
        done = offline(*arguments)
        assert done.returncode == 0, (arguments, done.stderr)


def test_the_guard_sees_a_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "called.txt"
    monkeypatch.setenv("CALLED_OUT", str(record))
    for host in ("192.0.2.1", "example.org"):
        with pytest.raises(OSError, match="calls nobody outside"):
            http.client.HTTPConnection(host, 9, timeout=1).connect()
    assert len(record.read_text(encoding="utf-8").splitlines()) == 2
    assert not sitecustomize.is_outside("127.0.0.1")


@pytest.fixture
def settings() -> Iterator[None]:
    """Read the settings as `streamlit run streamlit_app.py` does, and no others."""
    before = config._main_script_path
    config._main_script_path = str(ROOT / "streamlit_app.py")
    config.get_config_options(force_reparse=True)
    yield
    config._main_script_path = before
    config.get_config_options(force_reparse=True)


@pytest.mark.usefixtures("settings")
def test_a_bare_streamlit_run_has_safe_settings() -> None:
    safe = {
        "server.address": "localhost", "server.enableXsrfProtection": True,
        "server.enableCORS": True, "server.enableStaticServing": False,
        "server.maxUploadSize": 50, "server.headless": True, "client.showErrorDetails": "none",
        "client.showErrorLinks": False, "browser.gatherUsageStats": False,
        "browser.serverAddress": "localhost", "logger.enableRich": False,
        "global.developmentMode": False,
    }  # fmt: skip
    assert {name: config.get_option(name) for name in safe} == safe


def test_a_variable_of_the_environment_comes_before_a_setting_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert list_flags()["server.address"] == "localhost"
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")
    monkeypatch.setenv("STREAMLIT_SERVER_MAX_UPLOAD_SIZE", "5")
    assert not {"server.address", "server.maxUploadSize"} & set(list_flags())


@pytest.mark.usefixtures("settings")
def test_who_may_connect_follows_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to = {"server.address": "localhost", "server.allowedHosts": [], "server.enableCORS": True,
              "server.corsAllowedOrigins": ["https://maps.example"]}  # fmt: skip
    real = config.get_option
    monkeypatch.setattr(config, "get_option", lambda name: set_to.get(name, real(name)))
    assert not is_foreign("https://maps.example", "inside:8501")
    assert is_foreign("https://maps.example.evil", "inside:8501")
    assert is_misled("maps.example")
    assert not any(map(is_misled, ("localhost:8501", "127.0.0.1", "[::1]:8501")))
    set_to["server.allowedHosts"] = ["maps.example"]
    assert not is_misled("maps.example")
    set_to |= {"server.allowedHosts": [], "server.address": "0.0.0.0", "server.enableCORS": False}
    assert not is_misled("maps.example")
    assert not is_foreign("https://evil.example", "inside:8501")
    monkeypatch.setenv("STRIKEMAP_USER_HEADER", "X-Forwarded-User")
    set_to["server.address"] = "localhost"
    assert not is_misled("maps.example")


def test_a_fault_of_the_page_is_told_without_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page() -> None:
        from strikemap.web.serving.faults import tell_fault

        tell_fault(KeyError("postgresql://me:secret@db"))

    shown = AppTest.from_function(page).run()
    assert [box.value.partition(").")[0] for box in shown.error] == [
        "This could not be shown, through a fault of strikemap's (KeyError"
    ]
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    monkeypatch.setattr(logging, "_logRecordFactory", logging.LogRecord)
    monkeypatch.setattr(threading, "excepthook", None)
    monkeypatch.setattr(sys, "excepthook", None)
    faults.keep_tracebacks()
    told = logging.getLogger("streamlit.error_util")
    try:
        raise KeyError("postgresql://me:secret@db \x1b[31m")
    except KeyError:
        record = told.makeRecord("x", 40, "f", 1, "Uncaught \x1b[2J", (), sys.exc_info())
    said = logging.Formatter().format(record)
    assert said.startswith(r"Uncaught \x1b[2J: a fault of strikemap's (KeyError: ")
    assert "failures.log" in said
    assert len(said.splitlines()) == 1
    assert "secret" not in said
    thread = threading.Thread(target=lambda: 1 // 0)
    with monkeypatch.context():
        thread.start()
        thread.join()
    noted = (tmp_path / "failures.log").read_text(encoding="ascii")
    assert noted.count("Traceback") == 2
    assert "ZeroDivisionError" in noted
    assert "secret" not in noted
