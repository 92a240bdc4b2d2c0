"""What stands beside a name in its cell and is none of it, in the languages of reports."""

from __future__ import annotations

import pytest
from listed_names import ListedNames

from gazetteer.spelling.asides import drop_asides, says_doubt

PLACES = ListedNames(
    "Millford|ملفرد", "Oakham|أوكهام", "Oakham", "Sandmark|ساندمارك", "Line 60", "Base (46)",
    "Old Besieged Mill",
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Millford [1]", "Millford"), ("Millford[3]", "Millford"), ("Millford{2}", "Millford"),
        ("Millford [sic]", "Millford"), ("Millford (a)", "Millford"), ("Millford (ii)", "Millford"),
        ("Millford [1, 2]", "Millford"), ("Millford¹", "Millford"), ("Millford²,³", "Millford"),
        ("ملفرد [٢]", "ملفرد"), ("ملفرد (1)", "ملفرد"), ("ملفرد (أ)", "ملفرد"),
        ("1. Millford", "Millford"), ("2) Millford", "Millford"), ("(3) Millford", "Millford"),
        ("٤ - ملفرد", "ملفرد"), ("12.Millford", "Millford"),
    ],
)  # fmt: skip
def test_a_footnote_and_a_number_of_a_list_are_left_out(said: str, name: str) -> None:
    assert drop_asides(said, PLACES) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Millford (approx.)", "Millford"), ("Millford (exact location unclear)", "Millford"),
        ("Millford, exact location unknown", "Millford"), ("Millford (pop. 59,000)", "Millford"),
        ("Millford (location not specified)", "Millford"), ("Millford town (59,000 inhabitants)",
                                                            "Millford town"),
        ("ملفرد (تقريبا)", "ملفرد"), ("ملفرد - الموقع غير محدد", "ملفرد"),
        ("ملفرد (الموقع الدقيق غير معروف)", "ملفرد"), ("possibly Millford", "Millford"),
        ("Probably in Millford", "Millford"), ("Millford (unconfirmed)", "Millford"),
        ("ربما ملفرد", "ملفرد"), ("ملفرد، غير مؤكد", "ملفرد"),
        ("Millford, a village in southern Sandmark", "Millford, southern Sandmark"),
        ("ملفرد، قرية في ساندمارك", "ملفرد، ساندمارك"),
    ],
)  # fmt: skip
def test_how_sharply_a_place_is_meant_is_left_out(said: str, name: str) -> None:
    assert drop_asides(said, PLACES) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("besieged Millford", "Millford"), ("the embattled town of Millford", "town of Millford"),
        ("rebel-held Millford", "Millford"), ("opposition-controlled Millford", "Millford"),
        ("Black Hand-occupied Millford", "Millford"), ("ملفرد المحاصرة", "ملفرد"),
        ("بلدة ملفرد المحررة", "بلدة ملفرد"),
        ("Sandmark's Millford", "Millford (Sandmark)"), ("Millford's market", "market (Millford)"),
        ("Sandmark’s northern neighborhoods", "northern neighborhoods (Sandmark)"),
        ("Millford ملفرد", "Millford"), ("ملفرد Millford", "ملفرد"),
        ("Millford ملفرد, Sandmark", "Millford, Sandmark"), ("Millford Millford", "Millford"),
        ("Millford ساندمارك", "Millford, ساندمارك"),
    ],
)  # fmt: skip
def test_who_holds_it_whose_it_is_and_a_second_name_are_read(said: str, name: str) -> None:
    assert drop_asides(said, PLACES) == name


@pytest.mark.parametrize(
    "said",
    [
        "Line (60)", "Base (46)", "Old Besieged Mill", "rebel-held Oakham", "rebel-held areas",
        "Millford (N)", "Millford (n)", "Sandmark's southern countryside", "St Mary's Church",
        "besieged areas", "Millford (Sandmark)", "5. km", "3 km north of Millford",
        "Millford, Oakham", "10 Downing",
    ],
)  # fmt: skip
def test_what_is_no_aside_stays(said: str) -> None:
    assert drop_asides(said, PLACES) == said


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Millford, the provincial capital of Sandmark", "Millford, Sandmark"),
        ("Millford, Sandmark's second largest city", "Millford, Sandmark"),
        ("Millford, Ashby district of the southern province of Sandmark",
         "Millford, Ashby district, province of Sandmark"),
        ("Millford in Ashby district of Sandmark", "Millford in Ashby district, Sandmark"),
        ("Millford in Sandmark's Ashby district", "Millford, Ashby district, Sandmark"),
    ],
)  # fmt: skip
def test_the_areas_around_a_name_are_read(said: str, name: str) -> None:
    assert drop_asides(said, PLACES) == name


@pytest.mark.parametrize(
    "said",
    ["Millford, north of the southern province of Sandmark", "Ashby district of Sandmark city"],
)
def test_a_side_of_a_province_and_a_quarter_of_a_city_stay(said: str) -> None:
    assert drop_asides(said, PLACES) == said


def test_a_cell_that_is_not_sure_says_so() -> None:
    unsure = ("possibly Millford", "Millford (?)", "Millford?", "ملفرد (غير مؤكد)", "ربما ملفرد")
    assert [text for text in unsure if not says_doubt(text)] == []
    assert not any(map(says_doubt, ("Millford", "Unlikely", "Millford (exact location unclear)")))
