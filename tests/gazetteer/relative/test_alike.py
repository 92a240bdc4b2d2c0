"""One radius for one meaning, however a cell puts the word to the name."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer

SYRIA = [
    "outskirts of Saraqib|Saraqib outskirts|Saraqib, outskirts|Saraqib (outskirts)|"
    "Saraqib - outskirts|Saraqib: outskirts|Saraqib, Idlib (outskirts)|"
    "أطراف سراقب|سراقب أطراف|سراقب، أطراف|سراقب (أطراف)",
    "eastern outskirts of Saraqib|Saraqib, eastern outskirts|Saraqib (eastern outskirts)",
    "countryside of Saraqib|Saraqib countryside|Saraqib, countryside|Saraqib (countryside)|"
    "ريف سراقب|سراقب ريف|سراقب، ريف|سراقب (ريف)|سراقب (ريفها)|Saraqib, its countryside",
    "ريف سراقب الشرقي|سراقب، الريف الشرقي|Saraqib, eastern countryside",
    "surroundings of Saraqib|Saraqib surroundings|Saraqib, surroundings|vicinity of Saraqib|"
    "Saraqib vicinity|Saraqib (vicinity)|Saraqib, environs|محيط سراقب|سراقب محيط|سراقب - محيطها",
    "countryside of Saraqib|Idlib, Saraqib, countryside|Saraqib, Idlib, countryside|"
    "countryside, Saraqib, Idlib|countryside, Saraqib|Idlib, Saraqib (countryside)|"
    "Idlib: Saraqib, countryside|Idlib / Saraqib / countryside|Syria, Idlib, Saraqib, countryside|"
    "إدلب، سراقب، ريف|ريف، سراقب|Idlib, Saraqib, its countryside|Saraqib and its countryside|"
    "Saraqib and countryside|سراقب وريفها|area of Saraqib countryside",
    "Saraqib outskirts|area of Saraqib outskirts|Idlib, Saraqib, outskirts|outskirts, Saraqib",
    "vicinity of Saraqib|Idlib, Saraqib, vicinity|vicinity: Saraqib",
    "suburbs of Kafr Nabl|Idlib, Kafr Nabl, suburbs|إدلب، كفرنبل، ضواحي",
    "countryside of Kafr Zita|Hama, Kafr Zita, countryside",
    "eastern countryside of Kafr Nabl|Idlib, Kafr Nabl, eastern countryside|"
    "Idlib, Kafr Nabl (eastern countryside)|إدلب، كفرنبل، الريف الشرقي",
    "Ariha and Saraqib and their countryside|Ariha, Saraqib and their countryside",
    "Idlib, Saraqib, nearby villages|Saraqib, nearby villages",
    "Saraqib area|Saraqib, area|Saraqib (area)|the area of Saraqib",
    "Saraqib and surroundings|Saraqib and its environs|Saraqib, nearby villages",
]
UKRAINE = [
    "outskirts of Bakhmut|Bakhmut, outskirts|Bakhmut (outskirts)|околиця Бахмута|"
    "на околиці Бахмута|Бахмут, околиця|передмістя Бахмута|Бахмут (передмістя)|"
    "окраина Бахмута|на окраине Бахмута|Бахмут, окраина|пригород Бахмута",
    "near Bakhmut|околиці Бахмута|в околицях Бахмута|Бахмут, околиці|Бахмут (околиці)|"
    "окрестности Бахмута|в окрестностях Бахмута|Бахмут, окрестности",
]


@pytest.mark.parametrize(
    ("country", "wordings"), [*(("sy", one) for one in SYRIA), *(("ua", one) for one in UKRAINE)]
)
def test_alike_wordings_have_one_circle(country: str, wordings: str) -> None:
    gazetteer = load_gazetteer(country)
    found = [gazetteer.match(wording) for wording in wordings.split("|")]
    assert found[0].lon is not None
    assert {(m.lon, m.lat, m.uncertainty_km, m.precision) for m in found} == {
        (found[0].lon, found[0].lat, found[0].uncertainty_km, found[0].precision)
    }


@pytest.mark.parametrize(
    "wordings",
    [
        "Manbij countryside|Aleppo, Manbij, countryside",
        "Hama countryside|area of Hama countryside|countryside, Hama|Hama, Syria, countryside",
        "Aleppo countryside|Aleppo and its countryside|حلب وريفها",
    ],
)
def test_alike_wordings_have_one_area(wordings: str) -> None:
    gazetteer = load_gazetteer("sy")
    found = [gazetteer.match(wording) for wording in wordings.split("|")]
    assert {(m.place.name if m.place else None, m.lon) for m in found} == {
        (found[0].place.name if found[0].place else None, None)
    }
    assert found[0].place is not None


@pytest.mark.parametrize(
    "name",
    [
        "Homs, Hama, countryside", "Idlib, Hama, outskirts", "Damascus, Aleppo, vicinity",
        "countryside, Homs, Hama", "Idlib, Homs (countryside)", "حمص، حماة، ريف",
        "northern countryside of Homs, Hama", "Hama, Idlib, northern countryside",
        "Homs, Hama countryside", "Homs in Hama countryside", "حمص، ريف حماة",
    ],
)  # fmt: skip
def test_two_governorates_are_not_counted_on_one(name: str) -> None:
    found = load_gazetteer("sy").match(name)
    assert (found.method, found.place, found.lon) == ("ambiguous", None, None)


def test_an_unlisted_town_s_countryside_is_not_placed_on_its_governorate_s_town() -> None:
    found = load_gazetteer("sy").match("Idlib, Nosuchplace, eastern countryside")
    assert found.place is not None
    assert (found.place.kind, found.lon) == ("governorate", None)
    assert found.reason.startswith('"Nosuchplace, eastern countryside" is not listed')
