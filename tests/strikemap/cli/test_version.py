"""`strikemap --version`: the release, Python, and the packs that ship."""

from __future__ import annotations

import platform

from command import Command

from gazetteer.tables.packs import shipped
from geo.placing.edition import release_of


def test_the_version_says_release_python_and_packs(run: Command) -> None:
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    release, python, *packs = done.stdout.splitlines()
    assert release == f"strikemap {release_of()}"
    assert python.startswith(f"Python {platform.python_version()}, ")
    said = dict(line.removeprefix("places of ").split(": ") for line in packs)
    assert said == shipped.hash_packs()
    assert said.keys() == {*shipped.list_curated(), "world"}
    assert all(len(digits) == 12 and int(digits, 16) for digits in said.values())


def test_a_pack_of_other_bytes_has_other_digits(tmp_path, monkeypatch) -> None:
    (tmp_path / "sy").mkdir()
    for content in (b"one", b"two"):
        (tmp_path / "sy" / "places.csv").write_bytes(content)
        monkeypatch.setattr(shipped, "DATA", tmp_path)
        found = shipped.hash_packs()["sy"]
        assert found != shipped.hash_packs()["world"]
    assert found == shipped.hash_packs()["sy"]
    (tmp_path / "sy" / "places.csv").write_bytes(b"one")
    assert found != shipped.hash_packs()["sy"]
