"""The locks: what the app runs with, and what `make test` needs on top, not a package more."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from paths import ROOT

RUN, DEV = "requirements.lock", "requirements-dev.lock"
# The locks are made on the oldest Python that we take, on Linux; newer ones need no more.
MACHINE = {"python_version": "3.11", "python_full_version": "3.11.0", "sys_platform": "linux",
           "platform_system": "Linux", "os_name": "posix"}  # fmt: skip
OWN_DOTS = {".ci", ".streamlit", ".gitignore"}
MADE = {"build", "dist", "node_modules"}
LINE = re.compile(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.!+-]+)")


@cache
def pinned(lock: str) -> dict[str, str]:
    """Return {name: version} of a lock; any other line fails."""
    found = {}
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        match = LINE.fullmatch(line)
        assert match, f"{lock}: {line!r} is no name==version"
        found[canonicalize_name(match[1])] = match[2]
    return found


@cache
def asked() -> dict[str, tuple[str, ...]]:
    """Return what pyproject.toml asks for: to run, to install, to develop."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = settings["project"]
    return {
        "run": tuple(project["dependencies"]),
        "install": tuple(settings["build-system"]["requires"]),
        "dev": tuple(project["optional-dependencies"]["dev"]),
    }


def needs_of(requirement: Requirement) -> Iterable[Requirement]:
    """Return what an installed package needs in turn, on the machine of the locks."""
    for text in distribution(requirement.name).requires or ():
        needed = Requirement(text)
        extras = requirement.extras or {""}
        if needed.marker is None or any(
            needed.marker.evaluate({**MACHINE, "extra": extra}) for extra in extras
        ):
            yield needed


def closure_of(requirements: Iterable[str]) -> set[str]:
    """Return the names of packages, of what they need, and so on."""
    waiting = [Requirement(text) for text in requirements]
    seen = set()
    while waiting:
        requirement = waiting.pop()
        key = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if key not in seen:
            seen.add(key)
            try:
                waiting += needs_of(requirement)
            except PackageNotFoundError:
                stop_without(requirement.name)
    return {name for name, _ in seen}


def stop_without(name: str) -> None:
    missing = f"{name} is not installed here: run make test"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


def test_the_app_is_installed_with_what_it_runs_on_and_nothing_else():
    needed = closure_of(asked()["run"]) | closure_of(asked()["install"])
    assert sorted(pinned(RUN)) == sorted(needed)


def test_tests_are_installed_with_what_they_need_on_top():
    assert sorted(pinned(DEV)) == sorted(closure_of(asked()["dev"]) - set(pinned(RUN)))


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_a_lock_is_in_order(lock):
    names = list(pinned(lock))
    assert names == sorted(names)


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_what_is_pinned_is_what_is_asked_for(lock):
    for requirement in map(Requirement, (text for texts in asked().values() for text in texts)):
        version = pinned(lock).get(canonicalize_name(requirement.name))
        assert version is None or requirement.specifier.contains(version), requirement


def test_no_file_of_the_repository_names_the_address_of_a_package_registry():
    # Put together here, so that this file names none either.
    hosts = [".".join(parts).encode() for parts in (
        ("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"), ("registry", "yarnpkg"),
    )]  # fmt: skip
    tops = [top for top in ROOT.iterdir() if top.name in OWN_DOTS or top.name[0] != "."]
    files = [path for top in tops if top.name not in MADE
             for path in ([top] if top.is_file() else top.rglob("*"))
             if path.suffix != ".pyc"]  # fmt: skip
    assert len(files) > 1_000
    held = {path: path.read_bytes() for path in files if path.is_file()}
    named = [path.name for path, raw in held.items() if any(host in raw for host in hosts)]
    assert named == []
