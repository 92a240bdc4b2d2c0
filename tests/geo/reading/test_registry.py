"""Containers and formats: a module each, found without a list, the surest format reads."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from paths import ROOT

import geo.reading.formats
from gazetteer.registry import find_members
from geo.reading.fields import take_fields
from geo.reading.inputs import read_table
from geo.reading.kinds import Container, Format
from geo.reading.read import read_seeds, read_strikes
from geo.reading.registry import CONTAINERS, FORMATS, READABLE, find_container, find_format
from geo.reading.table import Table, cell_text


def modules_in(folder: str) -> list[str]:
    paths = (ROOT / "geo" / "reading" / folder).glob("*.py")
    return [path.stem for path in paths if path.stem != "__init__"]


def test_every_module_of_the_folders_offers_one_of_its_kind() -> None:
    assert len(CONTAINERS) == len(modules_in("containers"))
    assert len(FORMATS) == len([*modules_in("formats"), *modules_in("machine_coded")])


@pytest.mark.parametrize("container", CONTAINERS, ids=lambda one: one.title)
def test_a_container_is_found_by_each_of_its_suffixes(container: Container) -> None:
    for suffix in container.suffixes:
        assert suffix.startswith(".")
        assert suffix in READABLE
        assert find_container(suffix.upper()) is container


def test_no_suffix_and_no_name_is_given_twice() -> None:
    assert max(Counter(READABLE).values()) == 1
    assert max(Counter(one.name for one in FORMATS).values()) == 1
    assert find_container(".docx") is None


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_says_what_it_is_and_how_sure_it_is(one: Format) -> None:
    assert len(one.sentence.split()) >= 6
    assert one.sentence.endswith(".")
    for columns in ([], ["date", "place"], ["strike_id"]):
        assert 0 <= one.recognise(Table("a", pd.DataFrame(columns=columns))) <= 1


def test_the_surest_format_reads_a_table() -> None:
    seeds = read_seeds().strikes.reset_index().astype(object).map(cell_text)
    assert find_format(Table("a", seeds)).name == "our own format"
    bare = Table("a", pd.DataFrame(columns=["date", "place"]))
    assert find_format(bare).name == "a table of no known publisher"


def example_of_contributing() -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return re.findall(r"```python geo/reading/formats/\w+\.py\n(.*?)```", text, re.DOTALL)[0]


def test_a_format_is_one_file_as_contributing_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "invented_log.py").write_text(example_of_contributing(), encoding="utf-8")
    folders = [*geo.reading.formats.__path__, str(tmp_path)]
    monkeypatch.setattr(geo.reading.formats, "__path__", folders)
    found = find_members("geo.reading.formats", Format)
    machine_coded = {one.name for one in find_members("geo.reading.machine_coded", Format)}
    known = {one.name for one in FORMATS} - machine_coded
    assert {one.name for one in found} == known | {"invented log"}
    monkeypatch.setattr("geo.reading.registry.FORMATS", found)
    log = b"Tag;Ort;date\n2015-09-30;Homs;1999-01-01\n;;\n;;1999-01-01\n"
    reading = read_strikes(log, name="log.csv", kind="airstrike")
    strike = reading.strikes.iloc[0]
    assert (str(strike["date_start"].date()), strike["place_text"]) == ("2015-09-30", "Homs")
    assert strike["kind"] == "airstrike"
    assert reading.rejected["row"].tolist() == [4]


def test_the_document_of_the_tables_names_every_file_and_format() -> None:
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    for container in CONTAINERS:
        assert f"{container.title} ({' '.join(container.suffixes)})" in text
    missing = [one.name for one in FORMATS if one.name not in text]
    assert not missing, f"docs/data.md does not name the formats {missing}"


def test_a_format_that_means_an_unknown_field_is_found_out() -> None:
    table = read_table(b"Tag,Ort\n2015-09-30,Homs\n", name="log.csv")
    with pytest.raises(ValueError, match=r"no field is called 'dates'; use one of .*date_dmy"):
        take_fields(table, {"Tag": "dates", "Ort": "place_text"})
