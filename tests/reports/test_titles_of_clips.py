"""Lines that name a place and, without a verb, what came down there; sites of towns."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report
from reports.reading import read_report


def told(text: str, country: str = "sy") -> list[tuple[str, str]]:
    drafts = read_report(Report("a", text), pack(country)).drafts
    return [(draft.place.surface, draft.kind) for draft in drafts]


@pytest.mark.parametrize(
    ("title", "strikes"),
    [
        ("Latakia, Salma: helicopter throws a barrel", [("Salma", "airstrike")]),
        ("2-2-2014 Aleppo, Bab al-Nairab: barrel falls on a mosque",
         [("Bab al-Nairab", "airstrike")]),
        ("2-2-2014 Aleppo, Tariq al-Bab: rescue after two barrels",
         [("Tariq al-Bab", "airstrike")]),
        ("Homs, al-Waer: impact of a cylinder rocket at the towers", [("al-Waer", "shelling")]),
        ("Deir Ezzor, al-Hawiqa: smoke after mortar fire", [("al-Hawiqa", "shelling")]),
        ("Homs, al-Houla: tank shells at the edge of the town", [("al-Houla", "shelling")]),
        ("Busra al-Harir: shells on houses, Daraa countryside", [("Busra al-Harir", "shelling")]),
        ("Yabroud: air raid on the al-Qaa quarter", [("Yabroud", "airstrike")]),
        ("Al-Sarmaniyah: heavy artillery from the Jourin camp, no casualties",
         [("Al-Sarmaniyah", "shelling")]),
        ("Harbnafsah: artillery from the engineering battalion", [("Harbnafsah", "shelling")]),
        ("Al-Tayyana river crossing: 1 raid, 6 dead", [("Al-Tayyana", "airstrike")]),
        ("Deir Ezzor: Rockets from a helicopter on al-Quriyah", [("al-Quriyah", "airstrike")]),
        ("Nawa: rebels destroy a tank with a Konkurs", []),
        ("Darayya: helicopter above the city", []),
        ("Homs: tanks, soldiers and checkpoints in the streets", []),
        ("Homs: rockets found in a depot", []),
    ],
)  # fmt: skip
def test_a_title_without_a_verb_tells_a_strike(title, strikes):
    assert told(f"- {title}") == strikes


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("Shells landed on the regime-held al-Kashef neighborhood of Daraa city.", "sy",
         [("al-Kashef", "shelling")]),
        ("Helicopters dropped barrel bombs on the city of M'addamiyyat al-Sham.", "sy",
         [("M'addamiyyat al-Sham", "airstrike")]),
        ("Russian air strikes hit the disused water station of Arri, west of Idlib.", "sy",
         [("Arri", "airstrike")]),
        ("A rocket fell on the Khor Mor gas field, in Sulaimani province.", "iq",
         [("Khor Mor", "shelling")]),
        ("The army bombed the hospital of Zarq and the market of Ghurair, in North Darfur.", "sd",
         [("Zarq", "airstrike"), ("Ghurair", "airstrike")]),
        ("Air raids hit the Saraqib–Ariha road and the town of Nayrab.", "sy",
         [("Nayrab", "airstrike")]),
        ("A child from the town of Ibtaa died due to 2 air raids on the town.", "sy",
         [("Ibtaa", "airstrike")]),
        ("Shelling of Darat Izza and two nearby villages on Oct 2 killed one.", "sy",
         [("Darat Izza", "shelling")]),
        ("Rescuers took 14 shells of past wars out of a pond near Zmiiv.", "ua", []),
        ("Three drones heading for the base were destroyed at 05:05, the counter-terrorism service"
         " of the Kurdistan Region said.", "iq", []),
        ("Удар по Києву спростовано, ракета впала у Броварах.", "ua", [("Броварах", "missile")]),
        ("قصف مدفعي على سرمين مصدره مواقع قوات النظام في سراقب", "sy", [("سرمين", "shelling")]),
        ("The army called claims that its planes had bombed the weekly market of Tora \"lies that"
         " are spread whenever our forces advance\".", "sd", []),
    ],
)  # fmt: skip
def test_names_on_no_list_and_places_only_spoken_of(text, country, strikes):
    assert told(text, country) == strikes


@pytest.mark.parametrize("text", ["Air strikes in the Dnipro region killed three.",
                                  "Обстріл Дніпровщини: двоє загиблих."])  # fmt: skip
def test_an_oblast_by_its_other_name_is_no_city(text):
    [draft] = read_report(Report("a", text), pack("ua")).drafts
    assert (draft.match.place.name, draft.match.precision) == ("Dnipropetrovsk", "governorate")
