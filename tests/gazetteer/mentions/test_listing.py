"""Names that a list of places or the word after them makes places, and seats among towns."""

from __future__ import annotations

import pytest
from mentions_in import SYRIA, found_in

from gazetteer.mentions.document import find_mentions

KEPT = [
    # everyday words, first names and villages that are known little, by their list
    ("He named Saraqib, Salma and Morek.", ["Saraqib", "Salma", "Morek"]),
    ("He named Saraqib, Morek and Has.", ["Saraqib", "Morek", "Has"]),
    ("Bruma, Kiftin and Jobass were quiet.", ["Bruma", "Kiftin", "Jobass"]),
    ("Quiet were:\n- Saraqib\n- Kiftin\n- Has\n- Morek\n", ["Saraqib", "Kiftin", "Has", "Morek"]),
    ("Saraqib (4), Bruma (2), Morek (1)", ["Saraqib", "Bruma", "Morek"]),
    # a name that is on no list, between two that are
    ("They came to Saraqib, Hasraya and Morek.", ["Saraqib", "Hasraya", "Morek"]),
    # by what happened there
    ("Bruma was heavily shelled.", ["Bruma"]),
    ("Bruma came under fire.", ["Bruma"]),
    ("Bruma: three raids.", ["Bruma"]),
    ("Kiftin has been bombed.", ["Kiftin"]),
    ("Two jets took off from Shayrat.", ["Shayrat"]),
    # everyday words under their governorate's name
    ("Idlib: Sarmin, Harem, Dana;", ["Idlib", "Sarmin", "Harem", "Dana"]),
    ("Idlib (12): Harem, Dana.", ["Idlib", "Harem", "Dana"]),
    ("An explosion rocked al-Bab at noon.", ["al-Bab"]),
    ("نزح الناس من نبل والزهراء.", ["نبل", "الزهراء"]),
    ("شهدت الصنمين والحارة حملة.", ["الصنمين", "الحارة"]),
]


@pytest.mark.parametrize(("text", "surfaces"), KEPT)
def test_a_list_or_an_attack_makes_a_name_a_place(text, surfaces):
    assert [m.surface for m in find_mentions(text, SYRIA)] == surfaces


DROPPED = [
    "Bruma was kind to us.",
    "Salma and Rima were shelled by questions.",
    "He thanked Bruma, Hassan and Omar.",
    "He thanked Hasraya and Kifltin.",
    "He thanked all: Harem, Dana.",
    "A letter came from Bruma.",
]


@pytest.mark.parametrize("text", DROPPED)
def test_without_either_it_is_none(text):
    assert find_mentions(text, SYRIA) == []


def test_a_spelling_far_from_the_list_is_placed_where_the_text_lies():
    alone = find_mentions("Kufrzita was bombed with four barrels.", SYRIA)
    assert all(m.match.lon is None for m in alone)
    near = found_in("Kufrzita was bombed, then Al-Lataminah and Morek.")
    assert near["Kufrzita"].place.name == "Kafr Zita"
    assert "near it" in near["Kufrzita"].reason
    far = found_in("Kufrzita was bombed, then Nawa and Jasim.")
    assert "Kufrzita" not in far or far["Kufrzita"].lon is None


FAR = [
    # of another place than the text's, or of one of two that it may be
    ("Ein Al-Arus was bombed, then Tell Abyad, Suluk and Ain Issa.", "Ein Al-Arus"),
    ("Shama was bombed, then Nawa, Jasim and Inkhil.", "Shama"),
    ("Latminah was bombed, then Halfaya, Morek and Suran.", "Latminah"),
]


@pytest.mark.parametrize(("text", "name"), FAR)
def test_a_spelling_that_the_text_speaks_against_is_not_placed(text, name):
    assert SYRIA.match(name).lon is not None
    assert name not in found_in(text) or found_in(text)[name].lon is None


SEATS = [
    ("Strikes hit Hama, Morek, Idlib and Saraqib.", "Idlib", "settlement"),
    ("Strikes on Idlib, Ariha, and Binnish.", "Idlib", "settlement"),
    ("Strikes on Saraqib and Idlib.", "Idlib", "settlement"),
    ("Strikes on Saraqib, Ariha, Idlib and Binnish.", "Idlib", "settlement"),
    ("Strikes on Daraa, Suwayda and Nawa.", "Suwayda", "settlement"),
    ("غارات على حماة ومورك وإدلب وأريحا.", "إدلب", "settlement"),
    ("قصف على الخالدية وجورة الشياح في حمص.", "حمص", "settlement"),
    # its governorate
    ("Strikes on Saraqib, Idlib.", "Idlib", "governorate"),
    ("Strikes on Saraqib, Idlib, and Kafr Zita, Hama.", "Idlib", "governorate"),
    ("In Idlib, Saraqib and Ariha were hit.", "Idlib", "governorate"),
    ("Strikes on Saraqib in Idlib, and Morek in Hama.", "Idlib", "governorate"),
    ("Strikes on Saraqib and Idlib province.", "Idlib", "governorate"),
    ("Hama: Morek, Kafr Zita.", "Hama", "governorate"),
]


@pytest.mark.parametrize(("text", "name", "precision"), SEATS)
def test_a_seats_name_among_towns_is_the_town(text, name, precision):
    assert found_in(text)[name].precision == precision


def test_the_governorate_at_the_head_of_a_list_is_that_of_its_places():
    north = found_in("Idlib: Saraqib, Babila. Hama: Morek.")
    assert (north["Babila"].adm1_name, north["Idlib"].precision) == ("Idlib", "governorate")
    south = found_in("Rural Damascus: Douma, Babila.")
    assert south["Babila"].adm1_name == "Rural Damascus"


def test_a_town_before_a_seat_of_another_governorate_is_not_put_into_it():
    found = found_in("Strikes hit Morek, Idlib and Saraqib.")
    assert (found["Morek"].adm1_name, found["Morek"].score > 0.7) == ("Hama", True)
