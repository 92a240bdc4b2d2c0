"""From a file to a dataset without Streamlit: opened once, read as chosen, located, encoded."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from app_pages import PLAIN

from gazetteer.online.installed import load_country
from geo.land.boundaries import load_boundaries
from strikemap.web.opening.steps import Choice, Land, Opened, open_file, prepare


@pytest.fixture(scope="module")
def land() -> Land:
    return Land(load_country("sy"), load_boundaries("sy"))


def opened(content: bytes = PLAIN) -> Opened:
    file = io.BytesIO(content)
    file.name = "mine.csv"
    return open_file(file, lambda _: None)


def test_a_file_is_opened_with_what_its_columns_seem_to_mean():
    file = opened()
    assert (file.name, file.container, file.format.asks_columns) == ("mine.csv", "CSV", True)
    assert file.guessed["Town"] == "place_text"


def test_the_stages_are_said_in_order(land):
    stages: list[str] = []
    prepared = prepare(opened(), Choice(), land, stages.append)
    assert stages == ["Reading 3 rows", "Locating 2 rows", "Preparing the map"]
    assert prepared.dataset is not None
    assert "payload" in vars(prepared.dataset), "it is encoded before the page asks for it"
    assert set(prepared.dataset.strikes["location_status"]) == {"located"}


def test_only_what_was_chosen_otherwise_than_guessed_is_kept(land):
    file = opened()
    columns = {name: word for name, word in file.guessed.items() if word != "killed"}
    prepared = prepare(file, Choice({**columns, "Deaths": "injured"}), land, lambda _: None)
    assert prepared.dataset is not None
    assert dict(prepared.dataset.chosen) == {"Deaths": "injured"}


def test_a_table_without_strikes_makes_no_dataset(land):
    prepared = prepare(opened(b"date,place,killed\n,,3\n"), Choice(), land, lambda _: None)
    assert prepared.dataset is None
    assert prepared.reading.rejected["row"].tolist() == [2]


def test_the_sheet_and_the_order_that_were_chosen_are_kept_as_options(land):
    file = replace(opened(), sheet="May 2016")
    prepared = prepare(file, Choice(order="month first"), land, lambda _: None)
    assert prepared.dataset is not None
    assert prepared.dataset.said == ("--sheet=May 2016", "--order=month-first")
    plain = prepare(opened(), Choice(), land, lambda _: None)
    assert plain.dataset is not None
    assert plain.dataset.said == ()
