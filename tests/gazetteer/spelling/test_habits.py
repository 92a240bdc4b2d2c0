"""One name has one form, however Latin letters write it from Ukrainian and Russian."""

from __future__ import annotations

import pytest

from gazetteer.spelling.habits import form_of, forms_of_all, is_slavic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gorlovka", "horlivka"), ("kurakhovo", "kurakhove"), ("avdeevka", "avdiivka"),
        ("kiev", "kyiv"), ("kharkov", "kharkiv"), ("mykolayiv", "mykolaiv"), ("lwow", "lviv"),
        ("zaporizhzhya", "zaporizhzhia"), ("stary", "staryi"), ("kupyansk", "kupiansk"),
        ("popasnaya", "popasna"), ("novofyodorovka", "novofedorivka"), ("chuguev", "chuhuiv"),
        ("donetskoe", "donetske"), ("sievierodonetsk", "severodonetsk"),
    ],
)  # fmt: skip
def test_two_spellings_have_one_form(one: str, other: str) -> None:
    assert form_of(one) == form_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("makariv", "makarivka"), ("lyman", "lymany"), ("sumy", "sumska")]
)
def test_two_places_keep_two_forms(one: str, other: str) -> None:
    assert form_of(one) != form_of(other)


def test_many_names_have_the_forms_of_each() -> None:
    names = ["gorlovka", "nova kakhovka", "", "staryi saltiv"]
    assert forms_of_all(names) == [form_of(name) for name in names]
    assert forms_of_all([]) == []


def test_a_list_tells_its_habit() -> None:
    assert is_slavic(["horlivka", "toretske", "dnipro", "kurakhove", "izium"])
    assert not is_slavic(["saraqib", "maarat al numan", "kafr nabl", "adwa", "mekele"])
    assert not is_slavic([])
