"""The countries that a text tells places of: found by its names, and the usual one else."""

import gc
import weakref

import pytest

from gazetteer import load_gazetteer
from gazetteer.mentions.countries import find_text_countries, list_spoken
from gazetteer.several import Gazetteers

SYRIA = load_gazetteer("sy")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Warplanes struck Nabatieh and Baalbek in Lebanon; one person died in Houla.", ("lb",)),
        ("Shells fell on Houla, in Homs province, killing one.", ("sy",)),
        ("Drones hit Dnipro, Kryvyi Rih and Odesa in Ukraine. Russia denied it.", ("ua",)),
        ("A drone hit a camp in Tigray, near Mekelle; Ethiopia's army was silent.", ("et",)),
        ("Barrel bombs fell on Kafr Zita; Russia, the United States and Turkey spoke.", ("sy",)),
        ("Strikes near Sinjar in northern Iraq; Ankara said so.", ("iq",)),
        ("Myanmar's army bombed Pazi Gyi.", ("mm",)),
        ("Israel and Iran traded words.", ("sy",)),
        ("The aircraft bombed a village at dawn.", ("sy",)),
        ("", ("sy",)),
        ("غارات على النبطية وبعلبك في لبنان", ("lb",)),
        ("غارات على كفرنبل وسراقب", ("sy",)),
    ],
)
def test_a_text_is_of_the_countries_whose_places_it_names(text, found):
    assert find_text_countries(text, SYRIA) == found


def test_two_countries_that_a_text_tells_of_alike_stand_together():
    text = "In Libya jets hit Sirte and Benghazi. In Sudan drones hit Nyala and El Fasher."
    assert sorted(find_text_countries(text, SYRIA)) == ["ly", "sd"]


def test_several_usual_countries_stay_together():
    both = Gazetteers([SYRIA, load_gazetteer("iq")])
    assert find_text_countries("Strikes hit Raqqa and Mosul.", both) == ("sy", "iq")
    assert find_text_countries("Jets hit Sirte and Benghazi in Libya.", both) == ("ly",)


def test_nothing_of_a_text_is_kept():
    class Text(str):
        __slots__ = ("__weakref__",)

    text = Text("Warplanes struck Nabatieh and Baalbek in Lebanon.")
    held = weakref.ref(text)
    assert list_spoken(text)["lb"].places == 2
    assert find_text_countries(text, SYRIA) == ("lb",)
    del text
    gc.collect()
    assert held() is None
