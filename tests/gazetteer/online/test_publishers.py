"""Publishers' files: their addresses, and the best one of a dataset."""

from __future__ import annotations

import hashlib
import json

import pytest
import samples

from gazetteer.errors import FetchError
from gazetteer.online.fetch import fetch
from gazetteer.online.publishers import PublisherFile, list_files


def test_the_best_file_of_an_hdx_dataset_is_taken_with_its_licence(publisher, tmp_path):
    sheet = samples.write_ocha_sheet(tmp_path / "made.xlsx").read_bytes()
    url = publisher.put("/download/syr_admgz.xlsx", sheet)
    dataset = {"license_title": "CC BY for IGOs", "dataset_source": "OCHA", "resources": [
        {"url": f"{publisher.address}/download/syr_admin_boundaries.gdb.zip", "hash": ""},
        {"url": url, "hash": hashlib.md5(sheet).hexdigest()},
    ]}  # fmt: skip
    api = publisher.put("/api/3/action/package_show?id=cod-ab-syr", json.dumps({"result": dataset}))
    wanted = PublisherFile("OCHA populated places", api, "ocha", "?", "?")
    done = fetch("SY", folder=tmp_path, files=[wanted])
    (file,) = done.installed
    assert (file.file_name, file.places, file.licence) == (
        "ocha-syr_admgz.xlsx", 2, "CC BY for IGOs",
    )  # fmt: skip
    assert "published MD5" in file.checked


@pytest.mark.parametrize(
    "answer", ["<html>", '{"success": false}', '{"result": {"resources": []}}']
)
def test_an_hdx_that_answers_otherwise_is_said(publisher, tmp_path, answer):
    api = publisher.put("/api/3/action/package_show?id=cod-ab-syr", answer)
    with pytest.raises(FetchError, match="--url"):
        fetch("SY", folder=tmp_path, files=[PublisherFile("OCHA", api, "ocha", "?", "?")])


def test_the_publishers_addresses():
    urls = {file.name: file.url for file in list_files("sy")}
    assert urls["GeoNames"].endswith("/export/dump/SY.zip")
    assert urls["OCHA populated places"].endswith("package_show?id=cod-ab-syr")
    assert all(file.licence and file.credit for file in list_files("UA"))
