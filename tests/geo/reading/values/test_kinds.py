"""What struck, in the words of many tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.values.kinds import read_event, read_kind, word_is_no_strike
from geo.strikes.schema import KINDS

CASES = {
    "airstrike": "airstrike|Air Strike|AIR-STRIKE|Airstrike, Artillery|Airstrike (rockets)|"
    "air raid|Air assault - AC-130|Air/drone strike|Air / Drone Strike|barrel bomb|"
    "Helicopter attack|barrel_bomb|Airstrike and/or Artillery|غارة|غارات جوية|برميل متفجر|قصف جوي|"
    "Frappe aérienne|ataque aéreo|"
    "bombardeo|авиаудар|Авіаудар|hava saldırısı|HAVA SALDIRISI|حمله هوایی",
    "drone": "drone strike|Armed drone|UAV|drone airstrike|airstrike by drone|MQ-9|FPV|طيران مسيّر|"
    "удар БПЛА|İHA saldırısı",
    "shelling": "Shelling/artillery/missile attack|mortar|Artillery, Airstrike|rocket attack|"
    "قصف مدفعي|راجمة صواريخ|обстрел|Обстріл|tirs d'artillerie|bombardeo de artillería",
    "missile": "cruise missile|Ballistic missile|صاروخ بالستي|Ракетный удар",
    "ied": "Remote explosive/landmine/IED|Suicide bomb|SVBIED|car bomb|landmine|عبوة ناسفة",
    "ground": "Armed clash|Government regains territory|Non-state actor overtakes territory|raid|"
    "ground assault|Armed Assault|اشتباكات|Affrontements",
    "other": "Explosions/Remote violence|Grenade|Chemical weapon|Attack|Unarmed drone crash|"
    "Unarmed Assault|Bombing/Explosion|قصف|drone shot down|Other",
}


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in CASES.items() for text in texts.split("|")]
)
def test_what_struck_reads_as_a_kind_of_a_strike(text: str, kind: str) -> None:
    assert read_event(text) == (kind, None)


@pytest.mark.parametrize("text", ["replied", "strike", "whatever", "", "N/A", "Village", "minaret"])
def test_words_that_name_nothing_that_strikes_are_not_understood(text: str) -> None:
    assert read_event(text) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["Peaceful protest", "Protest with intervention", "Violent demonstration", "Mob violence",
     "Riots", "Agreement", "Arrests", "Armed robbery", "Looting/property destruction",
     "Abduction/forced disappearance", "Headquarters or base established", "Strategic developments",
     "Non-violent transfer of territory", "Disrupted weapons use", "مظاهرة سلمية", "اعتقال",
     "Manifestation", "протест", "Protest against air strikes", "Air raid siren", "Airdrop of aid",
     "No airstrike reported", "Воздушная тревога"],
)  # fmt: skip
def test_what_is_no_strike_is_told_with_its_words(text: str) -> None:
    assert read_event(text) == ("other", text)
    assert word_is_no_strike(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Shelling of a protest", "shelling"), ("Airstrike on headquarters", "airstrike"),
     ("Raid and arrest", "ground"), ("Airstrike on robbers", "airstrike")],
)  # fmt: skip
def test_a_strike_on_a_protest_is_a_strike(text: str, kind: str) -> None:
    assert read_event(text) == (kind, None)


def test_every_kind_reads_as_itself() -> None:
    assert [read_kind(kind) for kind in KINDS] == list(KINDS)


@given(st.text(max_size=40))
def test_any_text_reads_as_a_kind_or_not_at_all(text: str) -> None:
    kind, reason = read_event(text)
    assert kind in (None, *KINDS)
    assert reason is None or kind == "other"
