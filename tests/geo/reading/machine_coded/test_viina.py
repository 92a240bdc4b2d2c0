"""VIINA's events: places that a machine found in reports, strikes by its labels."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.machine_coded.viina import KINDS_OF_LABEL, PRECISION_OF
from geo.reading.read import read_strikes
from geo.reading.result import Reading
from geo.strikes.checks import validate
from geo.strikes.schema import KINDS, STATUS_OF_PRECISION

ROW = {
    "event_id": "1", "date": "20220224", "time": "05:10", "geonameid": "1", "asciiname": "Dawsal",
    "ADM1_NAME": "Eastham", "longitude": "36.25", "latitude": "49.98", "GEO_PRECISION": "ADM3",
    "GEO_API": "Yandex", "source": "agency", "url": "https://example.org/1", "text": "words",
    "address": "", "a_rus_b": "0", **dict.fromkeys([*KINDS_OF_LABEL, "t_aad_b"], "0"),
}  # fmt: skip
LABELS = [name for name in ROW if name.startswith(("t_", "a_"))]


def read_rows(*changes: dict[str, str], without: tuple[str, ...] = ()) -> Reading:
    rows = [{**ROW, "event_id": str(at + 1), **row} for at, row in enumerate(changes)]
    table = pd.DataFrame(rows).drop(columns=list(without))
    reading = read_strikes(table.to_csv(index=False).encode(), name="event_1pd_latest_2022.csv")
    validate(reading.strikes)
    assert reading.title == "VIINA"
    return reading


def test_every_word_of_the_tables_is_one_of_ours() -> None:
    assert set(KINDS_OF_LABEL.values()) <= set(KINDS)
    assert set(PRECISION_OF.values()) <= set(STATUS_OF_PRECISION)


@pytest.mark.parametrize(
    ("labels", "kind", "reason"),
    [
        (["t_airstrike_b"], "airstrike", None),
        (["t_airstrike_b", "t_uav_b"], "airstrike", None),
        (["t_uav_b"], "drone", None),
        (["t_artillery_b", "t_aad_b"], "shelling", None),
        (["t_firefight_b"], "ground", None),
        (["t_aad_b"], "other", "labelled air defence"),
        ([], "other", "labelled no kind of strike"),
    ],
)
def test_a_strike_is_what_is_labelled_one(labels: list[str], kind: str, reason: str | None) -> None:
    strike = read_rows(dict.fromkeys(labels, "1")).strikes.iloc[0]
    assert strike["kind"] == kind
    assert (strike["not_strike"] if reason else None) == reason


def test_a_town_is_a_wide_point_and_an_area_is_none() -> None:
    reading = read_rows({"t_airstrike_b": "1", "a_rus_b": "1"}, {"GEO_PRECISION": "ADM1"},
                        {"GEO_PRECISION": "ADM2"}, {"GEO_PRECISION": "STREET"})  # fmt: skip
    strikes = reading.strikes
    assert strikes["stated_precision"].tolist() == ["settlement", "governorate", "district",
                                                    "neighbourhood"]  # fmt: skip
    town, oblast, *_ = strikes.itertuples()
    assert (town.place_text, town.uncertainty_km, town.geometry.x) == ("Dawsal", 10.0, 36.25)
    assert "Russian" in town.note
    assert oblast.geometry is None
    assert pd.isna(oblast.place_text)
    assert set(strikes["governorate_text"]) == {"Eastham"}
    assert set(strikes["country_text"]) == {"Ukraine"}
    assert reading.claims["url"].tolist() == ["https://example.org/1"] * 4


def test_an_address_over_the_border_is_of_that_country() -> None:
    strikes = read_rows({"address": "Россия, Белгород"}, {"address": "Украина, Харьков"}).strikes
    assert strikes["country_text"].tolist() == ["Россия", "Украина"]


def test_a_table_without_labels_says_that_it_lacks_them() -> None:
    reading = read_rows({}, without=tuple(LABELS))
    assert any("join the table of labels" in note for note in reading.notes)
    assert reading.strikes["not_strike"].isna().all()
