"""A name that says another country is none of this one, in whatever words it says so."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ariha, a city in Jordan", "Jordan"), ("Sarmada, a town in Türkiye", "Turkey"),
        ("#Qamishli #Iraq", "Iraq"), ("Qamishli, the capital of Iraq", "Iraq"),
        ("Qamishli, Iraq's second largest city", "Iraq"), ("قامشلي، مدينة في العراق", "Iraq"),
        ("Ariha district of Jordan", "Jordan"), ("Ariha in Jordan", "Jordan"),
        ("Ariha in northern Jordan", "Jordan"), ("Ariha, west Jordan", "Jordan"),
        ("القامشلي بالعراق", "Iraq"), ("Ariha au Liban", "Lebanon"), ("Sarmada im Irak", "Iraq"),
        ("possibly Ariha, Jordan", "Jordan"), ("Ariha, Jordan [1]", "Jordan"),
    ],
)  # fmt: skip
def test_what_is_said_to_lie_abroad_is_none(syria: Gazetteer, name: str, country: str) -> None:
    found = syria.match(name)
    assert (found.method, found.lon) == ("none", None)
    assert found.reason == f"said to be in {country}; this gazetteer covers Syria"


@pytest.mark.parametrize(
    "name",
    [
        "Qamishli, a city in Syria", "#Qamishli #Syria", "Damascus, the capital of Syria",
        "Ariha in Syria", "Saraqib in Idlib, Syria", "Yarmouk camp in Damascus",
    ],
)  # fmt: skip
def test_what_is_said_to_lie_at_home_is_placed(syria: Gazetteer, name: str) -> None:
    assert syria.match(name).location_status == "located"


def test_what_its_other_name_says_to_lie_abroad_is_none(syria: Gazetteer) -> None:
    assert syria.match("Ariha", name_ar="أريحا، مدينة في الأردن").method == "none"
