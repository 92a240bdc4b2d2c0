"""The Places page: names one by one, decided for all their rows, taken back and taken along."""

from __future__ import annotations

import csv
import io

import pytest
from app_pages import csv_bytes
from streamlit.testing.v1 import AppTest

from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import write_decisions

PATIENCE = 60  # seconds; the first run loads the gazetteer
TABLE = csv_bytes(
    ["date", "place", "governorate"],
    ["2016-09-01", "Suran", ""], ["2016-09-02", "Suran", ""], ["2016-09-03", "Zyxfold", "Hama"],
    ["2016-09-04", "<b>Zyx</b> *farm*", ""], ["2016-09-05", "Talbiseh", "Homs"],
)  # fmt: skip


def draw_page() -> None:
    from strikemap.web.places.page import show_page

    show_page()


@pytest.fixture
def page(tmp_path, monkeypatch):
    path = tmp_path / "incidents.csv"
    path.write_bytes(TABLE)
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(path))
    page = AppTest.from_function(draw_page, default_timeout=PATIENCE)
    return press(page, None)


def press(page: AppTest, key: str | None) -> AppTest:
    """Press a button by its key, None for none, and run the page."""
    if key is not None:
        page.button(key=key).click()
    page.run()
    assert not page.exception
    return page


def head(page: AppTest) -> str:
    return page.header[0].value


def label_of(page: AppTest, number: int) -> str:
    """Return what a candidate's button says, without the signs that keep Markdown out."""
    return page.button(key=f"places_take_{number}").label.replace("\\", "")


def placed(page: AppTest, name: str) -> set[tuple[str, str]]:
    strikes = page.session_state["uploaded_dataset"].strikes
    rows = strikes[strikes["place_text"] == name]
    return set(zip(rows["place_id"].fillna(""), rows["match_method"], strict=True))


def test_names_stand_one_by_one_the_most_frequent_first(page):
    assert page.markdown[0].value.startswith("**3 names** to decide, in 4 of 5 rows")
    assert head(page) == "Suran"
    assert page.dataframe[0].value["Name"].tolist()[0] == "Suran"
    assert label_of(page, 1).startswith("1. Suran")
    assert "km from the first" in label_of(page, 2)


def test_a_number_decides_all_rows_of_the_name_and_the_next_comes(page):
    second = label_of(page, 2)
    page.text_input(key="places_why").set_value("the video says")
    page.text_input(key="visitor_name_typed").set_value("A")
    press(page, "places_take_2")
    ((place_id, method),) = placed(page, "Suran")
    assert method == "reviewed"
    assert place_id in ("gn:163913", "gn:163915")
    assert ("Hama" in second) == (place_id == "gn:163915")
    assert head(page) != "Suran"
    assert page.markdown[0].value.startswith("**2 names**")
    strikes = page.session_state["uploaded_dataset"].strikes
    assert "decided by A on 20" in strikes["match_reason"].iloc[0]
    assert strikes["match_reason"].iloc[0].endswith(": the video says")
    assert page.text_input(key="places_why").value == ""


def test_steps_are_taken_back_and_again(page):
    press(page, "places_take_1")
    press(page, "places_none")
    press(page, "places_undo")
    press(page, "places_undo")
    assert head(page) == "Suran"
    assert "reviewed" not in {method for _, method in placed(page, "Suran")}
    press(page, "places_redo")
    assert "reviewed" in {method for _, method in placed(page, "Suran")}
    assert page.markdown[0].value.startswith("**2 names**")


def test_no_place_and_later_are_decisions_too(page):
    press(page, "places_none")
    assert placed(page, "Suran") == {("", "reviewed")}
    press(page, "places_later")
    press(page, "places_later")
    assert page.success[0].value == "No name of these data is left to decide."
    assert page.header[0].value == "Decided (3)"


def test_a_point_of_one_s_own_needs_its_radius(page):
    press(page, "places_next")
    name = head(page)
    assert page.button(key="places_point").disabled
    page.number_input(key="places_lat").set_value(35.2)
    page.number_input(key="places_lon").set_value(36.7)
    page.number_input(key="places_radius").set_value(2.0).run()
    press(page, "places_point")
    strikes = page.session_state["uploaded_dataset"].strikes
    pinned = strikes[strikes["match_method"] == "reviewed"].iloc[0]
    assert (pinned.geometry.x, pinned.geometry.y, pinned.uncertainty_km) == (36.7, 35.2, 2.0)
    assert pinned.place_text.replace("*", "") in name.replace("\\", "").replace("*", "")


def test_another_place_is_found_by_any_spelling(page):
    page.text_input(key="places_search").set_value("تلبيسة").run()
    assert label_of(page, 1).startswith("1. Talbiseh")
    press(page, "places_take_1")
    assert placed(page, "Suran") == {("gn:163779", "reviewed")}


def test_what_a_table_says_is_no_markup(page):
    press(page, "places_later")
    assert head(page) == r"\<b\>Zyx\<\/b\> \*farm\*"


def test_decisions_are_taken_along_and_a_colleague_s_are_taken_in(page):
    theirs = write_decisions([
        Decision("Suran", "", "place", "gn:163915", who="B"),
        Decision("Zyxfold", "Hama", "no place", who="B"),
    ])  # fmt: skip
    press(page, "places_none")
    page.file_uploader(key="places_file").set_value(("b.csv", theirs.encode(), "text/csv"))
    press(page, None)
    assert "decided otherwise here and there" in page.warning[0].value
    assert placed(page, "Suran") == {("", "reviewed")}
    assert placed(page, "Zyxfold") == {("", "reviewed")}


def test_a_wrong_alias_file_is_named_with_its_row(page):
    wrong = b"name,verdict\nX,perhaps\n"
    page.file_uploader(key="places_file").set_value(("mine.csv", wrong, "text/csv"))
    press(page, None)
    assert page.error[0].value.replace("\\", "").startswith("mine.csv: row 2: verdict")


def test_a_name_whose_place_is_listed_nowhere_here_stays_to_be_decided(page):
    theirs = b"name,verdict,place_id\nSuran,place,C9999\n"
    page.file_uploader(key="places_file").set_value(("b.csv", theirs, "text/csv"))
    press(page, None)
    assert head(page) == "Suran"
    press(page, "places_take_1")
    assert head(page) != "Suran"


def test_the_alias_file_is_what_was_decided(page):
    press(page, "places_take_1")
    kept = page.session_state["place_decisions"].known.values()
    rows = list(csv.DictReader(io.StringIO(write_decisions(kept))))
    assert [(row["name"], row["verdict"]) for row in rows] == [("Suran", "place")]
    assert rows[0]["radius_km"]


def test_what_was_decided_is_taken_to_the_next_data(page, tmp_path, monkeypatch):
    press(page, "places_none")
    other = tmp_path / "more.csv"
    other.write_bytes(TABLE + b"2016-09-06,Suran,\r\n")
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(other))
    del page.session_state["uploaded_dataset"]
    press(page, None)
    assert placed(page, "Suran") == {("", "reviewed")}
    assert head(page) != "Suran"
    assert page.button(key="places_undo").disabled is False
