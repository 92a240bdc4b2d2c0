"""Relative places: forty expressions with points checked by hand, and what must stay unplaced.

How the points were checked. PLANE: worked out on paper with flat arithmetic, no geodesic code:
one degree of latitude is 110.96 km, one of longitude 111.41 km times the cosine of the latitude,
so 10 km north-east of Ariha is 7.07 km each way. MEAN: the mean of the two towns' coordinates
and half their flat distance. SAME: the anchor's own point. TRUE: a real place known to lie so,
with its own coordinates from the same list, must be inside the circle.
"""

from __future__ import annotations

import pytest
from geopy.distance import geodesic
from towns import BABILAS, TOWNS, Towns

from gazetteer.relative.parse import parse_relative
from gazetteer.relative.place import locate_relative

# text, lon, lat, radius in km, how the point was checked
POINTS = [
    ("10 km north-east of Ariha", 36.6879, 35.8775, 4.8, "PLANE 7.07 km each way"),
    ("10km NE of Ariha", 36.6879, 35.8775, 4.8, "PLANE as above"),
    ("ten kilometres to the north-east of the town of Ariha", 36.6879, 35.8775, 4.8, "PLANE"),
    ("على بعد 10 كم شمال شرق أريحا", 36.6879, 35.8775, 4.8, "PLANE as the English"),
    ("١٠ كيلومترات شمال شرقي أريحا", 36.6879, 35.8775, 4.8, "PLANE as the English"),
    ("10 miles north of Aleppo", 37.1612, 36.3462, 13.3, "PLANE 16.09 km of latitude"),
    ("10-15 km north-west of Saraqib", 36.7080, 35.9441, 7.1, "PLANE 12.5 km, 8.84 each way"),
    ("ten miles west of Raqqa", 38.8295, 35.9528, 13.3, "PLANE 16.09 km of longitude"),
    ("500 m north of Sarmin", 36.7250, 35.9085, 2.0, "PLANE 0.5 km; the radius is Sarmin's own"),
    ("a few kilometers east of Sarmin", 36.7693, 35.9040, 4.0, "PLANE 4 km, give or take 2"),
    ("كيلومترين شرق سراقب", 36.8281, 35.8645, 2.9, "PLANE 2 km of longitude"),
    ("شمال حماة بـ 30 كم", 36.7578, 35.4022, 21.7, "PLANE 30 km of latitude"),
    ("30 km north of Hama", 36.7578, 35.4022, 21.7, "PLANE; TRUE Khan Shaykhun lies so"),
    ("some 10 km west of Maarat al-Numan", 36.5664, 35.6483, 7.6, "PLANE; TRUE Kafr Nabl"),
    ("5km south of Jisr al-Shughur", 36.3198, 35.7691, 4.5, "PLANE 5 km of latitude"),
    ("three miles south-west of Nubl", 36.9549, 36.3479, 3.5, "PLANE 3.41 km each way"),
    ("25 km southwest of al-Bab", 37.3186, 36.2112, 10.0, "PLANE 17.7 km each way"),
    ("less than 5 km from Sarmin", 36.7250, 35.9040, 7.0, "SAME; 5 km and 2 of its own"),
    ("a village northeast of the town of Ariha", 36.6648, 35.8584, 7.3, "PLANE 13 km sector"),
    ("south of Aleppo", 37.1612, 36.0101, 22.0, "PLANE 30 km sector, centre at 21.2"),
    ("شمال إدلب", 36.6339, 36.0581, 14.7, "PLANE 20 km sector, centre at 14.1"),
    ("جنوب شرقي سراقب", 36.8610, 35.8196, 7.5, "PLANE 13 km sector, centre at 7.0"),
    ("between Tarnaba and Ain al-Hawr", 36.4682, 35.8208, 27.6, "MEAN 55.1 km apart"),
    ("midway between Idlib and Saraqib", 36.7199, 35.8975, 9.2, "MEAN 17.2 km; TRUE Sarmin"),
    ("بين خان شيخون ومورك", 36.6703, 35.4091, 4.6, "MEAN 8.1 km apart"),
    ("ما بين مدينتي تلبيسة والرستن", 36.7317, 34.8837, 5.4, "MEAN 9.6 km; the article stays"),
    ("on the Saraqib-Ariha road", 36.7078, 35.8391, 9.6, "MEAN 18.6 km apart"),
    ("the road between Homs and Rastan", 36.7290, 34.8254, 12.0, "MEAN; TRUE Talbiseh"),
    ("the al-Bab-Manbij highway", 37.7353, 36.4493, 21.8, "MEAN; the article's dash stays"),
    ("طريق سراقب - أريحا", 36.7078, 35.8391, 9.6, "MEAN as the English"),
    ("على طريق سراقب أريحا", 36.7078, 35.8391, 9.6, "MEAN; parted at the space"),
    ("Khan Shaykhun-Morek axis", 36.6703, 35.4091, 4.6, "MEAN 8.1 km apart"),
    ("near Kafr Nabl", 36.56449, 35.61376, 10.5, "SAME; 8 km round its own 2.5"),
    ("بالقرب من كفرنبل", 36.56449, 35.61376, 10.5, "SAME as the English"),
    ("في محيط مدينة حلب", 37.16117, 36.20124, 14.0, "SAME; 8 km round its own 6"),
    ("the outskirts of Aleppo", 37.16117, 36.20124, 8.0, "SAME; 2 km round its own 6"),
    ("western outskirts of Aleppo", 37.0944, 36.2012, 8.0, "PLANE 6 km, the city's edge"),
    ("أطراف سراقب", 36.80591, 35.86447, 4.5, "SAME; 2 km round its own 2.5"),
    ("western countryside of Saraqib", 36.7041, 35.8645, 9.5, "PLANE 13 km sector at 9.2"),
    ("ريف جسر الشغور", 36.31983, 35.81418, 22.0, "SAME; as far as a subdistrict"),
    ("محور مورك", 36.68970, 35.37615, 10.0, "SAME; one name is a front near it"),
    ("Saraqibs western countryside", 36.7041, 35.8645, 9.5, "PLANE as above; no apostrophe"),
    ("Babila south of Saraqib", 36.7289, 35.7032, 2.0, "TRUE Babila's own record; no comma"),
    ("Babila, 20 km south of Saraqib", 36.7289, 35.7032, 2.0, "TRUE Babila's own record"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lon", "lat", "radius", "how"), POINTS, ids=lambda v: str(v))
def test_a_relative_place_has_the_point_and_radius_worked_out_by_hand(text, lon, lat, radius, how):
    relative = parse_relative(text)
    assert relative is not None, text
    found = locate_relative(relative, Towns())
    assert found.location_status == "located", found.reason
    assert geodesic((found.lat, found.lon), (lat, lon)).km < 0.15, (found.lon, found.lat, how)
    assert found.uncertainty_km == pytest.approx(radius, abs=0.15)
    assert found.precision == ("settlement" if found.place in BABILAS else
                               "near" if radius <= 12 else "area")  # fmt: skip
    assert found.name == text


def test_the_table_holds_forty():
    assert len({text for text, *_ in POINTS}) >= 40


REAL = [
    ("30 km north of Hama", "khan shaykhun"),  # as atlases describe it: on the road to Aleppo
    ("10 km west of Maarat al-Numan", "kafr nabl"),
    ("between Idlib and Saraqib", "sarmin"),
    ("between Homs and Rastan", "talbiseh"),
    ("between Khan Shaykhun and Hama", "morek"),
    ("30 km south of Idlib", "maarat al-numan"),
    ("40 km east of Aleppo", "al-bab"),
]


@pytest.mark.parametrize(("text", "town"), REAL)
def test_a_town_known_to_lie_so_is_inside_the_circle(text, town):
    relative = parse_relative(text)
    assert relative is not None
    found = locate_relative(relative, Towns())
    _, lon, lat, _ = TOWNS[town]
    assert geodesic((found.lat, found.lon), (lat, lon)).km <= found.uncertainty_km


AREAS = [
    ("southern countryside of Idlib", "SY07"),
    ("in the southern countryside of Idlib", "SY07"),
    ("northern Hama countryside", "SY05"),
    ("Idlib's southern countryside", "SY07"),
    ("ريف إدلب الجنوبي", "SY07"),
    ("ريف حلب الشمالي الغربي", "SY02"),
    ("الريف الجنوبي لإدلب", "SY07"),
    ("western countryside of Damascus", "SY03"),  # its countryside is a governorate of its own
    ("ريف دمشق الغربي", "SY03"),
    ("northern Idlib", "SY07"),
    ("south of Idlib province", "SY07"),
]


@pytest.mark.parametrize(("text", "code"), AREAS)
def test_the_countryside_of_a_governorate_is_an_area_without_a_point(text, code):
    relative = parse_relative(text)
    assert relative is not None
    found = locate_relative(relative, Towns())
    assert (found.location_status, found.adm1_code) == ("area_only", code)
    assert (found.lon, found.lat, found.method) == (None, None, "nearby")


REFUSED = [
    ("10 km north of Nowhereville", "none", "Nowhereville"),
    ("between Ariha and Nowhereville", "none", "Nowhereville"),
    ("Nowhereville south of Saraqib", "none", "no such name"),
    ("near Babila", "ambiguous", "two of that name"),
    ("the road to Ariha", "vague", "where along it"),
    ("Ariha road", "vague", "where along it"),
    ("Aleppo-Damascus highway", "vague", "too wide"),  # 309 km
    ("northern Syria", "vague", "whole country"),
    ("200 km east of Homs", "vague", "too wide"),
]


@pytest.mark.parametrize(("text", "method", "reason"), REFUSED)
def test_an_anchor_that_is_not_found_is_never_guessed(text, method, reason):
    relative = parse_relative(text)
    assert relative is not None
    found = locate_relative(relative, Towns())
    assert (found.method, found.location_status) == (method, "unlocated")
    assert reason in found.reason
    assert (found.place, found.lon, found.score) == (None, None, None)


def test_a_subject_far_from_where_the_text_puts_it_is_ambiguous():
    relative = parse_relative("Manbij, 10 km south of Saraqib")
    assert relative is not None
    found = locate_relative(relative, Towns())
    assert found.method == "ambiguous"
    assert found.location_status == "unlocated"
    assert [place.name for place in found.rivals] == ["Manbij"]


def test_an_unknown_subject_falls_back_to_where_the_text_puts_it():
    relative = parse_relative("Nowhereville, 10 km north-east of Ariha")
    assert relative is not None
    assert locate_relative(relative, Towns()).uncertainty_km == pytest.approx(4.8, abs=0.1)


def test_a_subject_in_a_countryside_is_matched_with_its_governorate():
    towns = Towns()
    seen = []

    def match(name, governorate=None):
        seen.append((name, governorate))
        return Towns.match(towns, name, (governorate or "").title() or None)

    towns.match = match
    relative = parse_relative("Babila, in the southern countryside of Idlib")
    assert relative is not None
    found = locate_relative(relative, towns)
    assert seen == [("Babila", "idlib")]
    assert found.place == BABILAS[0]


@pytest.mark.parametrize(
    "text", ["in " * 99, "a-b-" * 70, "north of " * 33, "x" * 100_000, "ريف " * 70]
)
def test_hostile_text_answers(text):
    relative = parse_relative(text)
    assert relative is None or locate_relative(relative, Towns()).location_status == "unlocated"


class Nested(Towns):
    """Towns whose names may be relative places themselves, as a gazetteer answers them."""

    def __init__(self):
        self.asked = []

    def match(self, name, governorate=None):
        self.asked.append(name)
        inner = parse_relative(name)
        return locate_relative(inner, self) if inner else super().match(name, governorate)


@pytest.mark.parametrize(
    "text", ["e\n" * 40, "e of " * 30 + "Ariha", "near Homs near " * 9 + "Ariha"]
)
def test_what_is_told_by_many_directions_is_asked_for_few_names(text):
    relative, towns = parse_relative(text), Nested()
    assert relative is None or locate_relative(relative, towns).lon is None
    assert len(towns.asked) < 30


def test_a_place_told_by_two_directions_is_found():
    relative = parse_relative("5 km north of the east of Ariha")
    assert relative is not None
    found = locate_relative(relative, Nested())
    _, lon, lat, radius = TOWNS["ariha"]
    assert found.lon > lon
    assert found.lat > lat
    assert found.uncertainty_km > radius
