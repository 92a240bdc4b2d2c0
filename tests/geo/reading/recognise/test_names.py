"""Names of columns, folded and listed by language."""

from __future__ import annotations

import pytest

from geo.reading.column_names import FIELDS
from geo.reading.recognise.names import LANGUAGES, candidates, field_of_parts, fold_name


def test_every_language_names_fields_that_there_are() -> None:
    assert all(set(names) <= set(FIELDS) for names in LANGUAGES)


def test_no_name_is_of_two_fields_unless_it_depends_on_the_other_columns() -> None:
    fields: dict[str, list[str]] = {}
    for field, names in candidates().items():
        for name in names:
            fields.setdefault(name, []).append(field)
    both = {name for name, found in fields.items() if len(found) > 1}
    # "Day" beside a year is a part of the date; the Arabic word is a district beside a town.
    assert both == {"day", fold_name("المنطقة")}


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Event Date", "event_date"), ("eventDate", "event_date"), ("EVENT-DATE", "event_date"),
     ("Blessés", "blesses"), ("İlçe", "ilce"), ("\u200fالإحداثيات", "الاحداثيات"), ("№", "no")],
)  # fmt: skip
def test_a_name_is_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    ("name", "field"),
    [("Location (lat, lon)", "point"), ("Town / Village", "place_text"), ("X (m)", None),
     ("City/Governorate", None), ("colour", None)],
)  # fmt: skip
def test_the_parts_of_a_name_speak_of_one_field_or_of_none(name: str, field: str | None) -> None:
    assert field_of_parts(name) == field
