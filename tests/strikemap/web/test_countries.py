"""The countries of the data: chosen on the page, kept in the address, said of an opened file."""

from __future__ import annotations

import pytest
from app_pages import csv_bytes, open_page, open_tab, run, send, upload

HEADER = ["date", "place", "lat", "lon"]
POINTS = csv_bytes(
    HEADER, ["2022-03-01", "Kharkiv", "49.99", "36.23"], ["2022-03-02", "Odesa", "46.48", "30.73"]
)
NAMES = csv_bytes(["date", "place"], ["2022-03-01", "Tripoli"], ["2022-03-02", "Tripoli"])


@pytest.fixture
def named(tmp_path, monkeypatch):
    """Serve a file of names that two countries have."""
    path = tmp_path / "names.csv"
    path.write_bytes(NAMES)
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(path))


def says(page, words):
    """Say whether the page has words in its captions or text, without the signs of Markdown."""
    said = (text.value.replace("\\", "") for text in (*page.caption, *page.markdown))
    return any(words in text for text in said)


def matched(page):
    return set(page.dataframe[0].value["Matched to"])


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(("country", "area"), [("lb", "Governorate"), ("ly", "District")])
def test_the_address_says_the_country(country, area):
    page = open_page({"country": country})
    assert page.multiselect(key="filter_governorates").label == area
    assert matched(page) == {"Tripoli"}
    assert page.query_params["country"] in (country, [country])


@pytest.mark.usefixtures("named")
def test_a_word_that_is_no_country_in_the_address_is_passed_over():
    page = open_page({"country": "nonsense"})
    assert "country" not in page.query_params


@pytest.mark.usefixtures("named")
def test_the_side_bar_takes_another_country_and_the_address_keeps_it():
    page = open_page({"country": "lb"})
    page.multiselect(key="countries_of_shipped_lb").set_value(["ly"])
    page = run(page)
    assert page.query_params["country"] in ("ly", ["ly"])
    assert page.multiselect(key="filter_governorates").label == "District"


@pytest.mark.usefixtures("named")
def test_two_countries_leave_a_name_of_both_unplaced():
    page = open_tab(open_page({"country": "lb,ly"}), "Undated and not located")
    reasons = page.dataframe[0].value["Why it is not located"]
    assert reasons.str.startswith("known in Lebanon and Libya; state the country").all()


def test_an_opened_file_says_its_country_and_is_read_anew_in_another():
    page = upload(open_page(), "mine.csv", POINTS)
    assert says(page, "Ukraine (2 of 2 rows)")
    (choice,) = [one for one in page.multiselect if one.label == "Countries"]
    choice.set_value(["sy"])
    page = run(page)
    assert says(page, "2 of 2 points lie outside Syria")
    assert says(send(page), "**2 of 2 located points** lie outside Syria")


def test_no_country_at_all_is_found_in_the_data_again():
    page = upload(open_page(), "mine.csv", POINTS)
    (choice,) = [one for one in page.multiselect if one.label == "Countries"]
    choice.set_value([])
    page = run(page)
    assert says(page, "Ukraine (2 of 2 rows)")
