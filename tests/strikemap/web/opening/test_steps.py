"""From a file to a dataset without Streamlit: opened once, read as chosen, located, encoded."""

from __future__ import annotations

import io
from dataclasses import replace

from app_pages import PLAIN

from strikemap.web.opening.steps import Choice, Opened, open_file, prepare

ABROAD = "date,place,latitude,longitude\n" + "".join(
    f"2022-03-{day:02},{name},{lat},{lon}\n"
    for day, (name, lat, lon) in enumerate(
        [("Kharkiv", 49.99, 36.23), ("Izium", 49.21, 37.26), ("Kupiansk", 49.71, 37.61),
         ("Kyiv", 50.45, 30.52)], start=1
    )
)  # fmt: skip


def opened(content: bytes = PLAIN) -> Opened:
    file = io.BytesIO(content)
    file.name = "mine.csv"
    return open_file(file, lambda _: None)


def test_a_file_is_opened_with_what_its_columns_seem_to_mean():
    file = opened()
    assert (file.name, file.container, file.format.asks_columns) == ("mine.csv", "CSV", True)
    assert file.guessed["Town"] == "place_text"


def test_the_stages_are_said_in_order():
    stages: list[str] = []
    prepared = prepare(opened(), Choice(), stages.append)
    counted = [stage for stage in stages if stage.startswith("Locating 2 rows: ")]
    assert [stage for stage in stages if stage not in counted] == [
        "Reading 3 rows", "Loading the places", "Locating 2 rows", "Preparing the map",
    ]  # fmt: skip
    assert counted[0] == "Locating 2 rows: 0 of 2 names"
    assert prepared.dataset is not None
    assert "payload" in vars(prepared.dataset), "it is encoded before the page asks for it"
    assert set(prepared.dataset.strikes["location_status"]) == {"located"}


def test_only_what_was_chosen_otherwise_than_guessed_is_kept():
    file = opened()
    columns = {name: word for name, word in file.guessed.items() if word != "killed"}
    prepared = prepare(file, Choice({**columns, "Deaths": "injured"}), lambda _: None)
    assert prepared.dataset is not None
    assert dict(prepared.dataset.chosen) == {"Deaths": "injured"}


def test_a_table_without_strikes_makes_no_dataset():
    prepared = prepare(opened(b"date,place,killed\n,,3\n"), Choice(), lambda _: None)
    assert prepared.dataset is None
    assert prepared.reading.rejected["row"].tolist() == [2]


def test_the_sheet_and_the_order_that_were_chosen_are_kept_as_options():
    file = replace(opened(), sheet="May 2016")
    prepared = prepare(file, Choice(order="month first"), lambda _: None)
    assert prepared.dataset is not None
    assert prepared.dataset.said == ("--sheet=May 2016", "--order=month-first")
    plain = prepare(opened(), Choice(), lambda _: None)
    assert plain.dataset is not None
    assert plain.dataset.said == ()


def test_the_countries_are_found_in_the_data_and_can_be_chosen_otherwise():
    file = opened(ABROAD.encode())
    prepared = prepare(file, Choice(), lambda _: None)
    assert prepared.dataset is not None
    assert prepared.dataset.countries == ("ua",)
    assert prepared.found is not None
    assert prepared.found.line() == "found by its points: Ukraine (4 of 4 rows)"
    assert prepared.dataset.strikes["adm1_name"].tolist()[:2] == ["Kharkiv", "Kharkiv"]
    chosen = prepare(file, Choice(countries=("sy",)), lambda _: None)
    assert chosen.dataset is not None
    assert chosen.dataset.countries == ("sy",)
    assert chosen.summary is not None
    assert chosen.summary.outside == 4


def test_times_with_a_zone_are_taken_to_the_local_day_of_the_country_that_is_found():
    table = "date,latitude,longitude\n2022-03-01T22:30:00Z,16.77,-3.01\n"
    prepared = prepare(opened(table.encode()), Choice(), lambda _: None)
    assert prepared.dataset is not None
    assert prepared.dataset.countries == ("ml",)
    assert str(prepared.dataset.strikes["date_start"].iloc[0].date()) == "2022-03-01"
