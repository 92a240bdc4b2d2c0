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
