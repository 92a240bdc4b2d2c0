"""What the product is made of: the lock with hashes, licences, the bill, what pip-audit answers."""

from __future__ import annotations

import json
import sys

import pytest

from tools.supply.audit import Audit, ask, audit_lock, read_answer
from tools.supply.hashes import require_whole
from tools.supply.licences import ALLOWED, READ, draw_licences, is_allowed, licence_of
from tools.supply.locks import HASHED, read_hashes, read_lock
from tools.supply.sbom import render_bom
from tools.write_documents import SECURITY, insert_licences


def test_the_lock_with_hashes_is_that_of_the_lock_without():
    assert read_lock(HASHED) == read_lock(), "run python -m tools.supply.hashes"
    assert all(read_hashes().values())


def test_the_lock_with_hashes_names_no_registry():
    text = HASHED.read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
    assert all(line.startswith("    --hash=sha256:") or "==" in line for line in text.splitlines())


def test_a_lock_of_other_versions_or_without_a_hash_is_not_put_into_place(tmp_path):
    path = tmp_path / "made.lock"
    path.write_text("numpy==1.0 --hash=sha256:" + 64 * "a")
    with pytest.raises(ValueError, match=r"not those of requirements\.lock"):
        require_whole(path)
    path.write_text("\n".join(f"{name}=={version}" for name, version in read_lock().items()))
    with pytest.raises(ValueError, match="no hash of alembic"):
        require_whole(path)


@pytest.mark.parametrize("name", read_lock())
def test_every_package_that_the_app_runs_on_has_a_compatible_licence(name):
    assert is_allowed(licence_of(name))


def test_what_was_read_by_hand_is_what_says_no_licence_itself():
    assert READ.keys() <= read_lock().keys()
    assert set(READ.values()) <= ALLOWED


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT AND AGPL-3.0-only", False),
    ],
)
def test_one_side_of_an_or_must_be_allowed_in_full(expression, allowed):
    assert is_allowed(expression) is allowed


def test_the_licences_of_the_document_are_those_of_the_packages():
    document = SECURITY.read_text("utf-8")
    assert document == insert_licences(document), "run python -m tools.write_documents"
    table = draw_licences(read_lock())
    assert table in document


def test_the_bill_has_every_package_with_licence_hashes_and_what_it_needs():
    bill = json.loads(render_bom())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "strikemap"
    found = {part["name"]: part for part in bill["components"]}
    assert {name: part["version"] for name, part in found.items()} == read_lock()
    assert found["folium"]["purl"] == f"pkg:pypi/folium@{read_lock()['folium']}"
    assert found["folium"]["licenses"] == [{"license": {"id": "MIT"}}]
    numbers = {one["content"] for one in found["folium"]["hashes"]}
    assert numbers == set(read_hashes()["folium"])
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    assert f"jinja2=={read_lock()['jinja2']}" in needs[found["folium"]["bom-ref"]]
    assert found["folium"]["bom-ref"] in needs["strikemap"]
    assert render_bom() == render_bom()


NOBODY = {"name": "a", "version": "1", "skip_reason": "not on the list"}
WELL = {"name": "b", "version": "2", "vulns": []}
ILL = {"name": "c", "version": "3", "vulns": [{"id": "CVE-1", "fix_versions": ["3.1", "4"]}]}


@pytest.mark.parametrize(
    ("packages", "said"),
    [
        ([WELL], "vulnerabilities: none known of 1 of 1"),
        ([WELL, NOBODY], "vulnerabilities: none known of 1 of 2; not on the list: a"),
        ([WELL, ILL], "vulnerabilities are known:\n  c 3: CVE-1, mended in 3.1, 4"),
        ([NOBODY], "vulnerabilities: not asked, the list could not be reached"),
    ],
)
def test_what_pip_audit_answers_is_said_in_words(packages, said):
    assert read_answer(json.dumps({"dependencies": packages})).said.startswith(said)


def test_no_network_is_said_and_is_no_vulnerability():
    audit = read_answer("", "a warning\nrequests.exceptions.ConnectionError: no route to host")
    assert audit == Audit(failed="requests.exceptions.ConnectionError")
    assert audit.said.endswith("could not be reached (requests.exceptions.ConnectionError)")
    assert ask([sys.executable, "-c", "raise SystemExit('gone')"]).vulnerable == []


def test_only_the_first_package_is_asked_for_where_the_list_does_not_know_it(tmp_path):
    asked = tmp_path / "asked"
    lock = tmp_path / "two.lock"
    lock.write_text("a==1\nb==2\n")
    write = f"""
import json, sys
names = [line.split("==") for line in open(sys.argv[1]).read().split()]
open({str(asked)!r}, "a").write(str(len(names)))
rows = [dict(name=n, version=v, **({{"vulns": []}} if n in KNOWN else {{"skip_reason": ""}}))
        for n, v in names]
print(json.dumps({{"dependencies": rows}}))
"""
    for known, numbers in (([], "1"), (["a"], "112")):
        audit_lock(lock, [sys.executable, "-c", write.replace("KNOWN", repr(known))])
        assert asked.read_text() == numbers
