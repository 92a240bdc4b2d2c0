"""The Global Terrorism Database's attacks: dates in three columns, unknowns as -9, sharpness."""

from __future__ import annotations

import pandas as pd
import pytest
from readings import read_table_text

from geo.reading.formats.gtd import ATTACKS, GTD, SUBTYPES, TARGETS
from geo.reading.table import Table
from geo.strikes.schema import KINDS, TARGET_KINDS

ROW = {
    "eventid": "202001020003", "iyear": "2020", "imonth": "1", "iday": "2", "approxdate": "",
    "country": "999", "country_txt": "Toyland", "region_txt": "Far Away", "provstate": "Norwold",
    "city": "Milbrook", "latitude": "35.934", "longitude": "-36.631", "specificity": "1",
    "vicinity": "0", "location": "Behind the mill", "summary": "A device went off.",
    "success": "1", "attacktype1": "3", "attacktype1_txt": "Bombing/Explosion", "targtype1": "4",
    "targtype1_txt": "Military", "target1": "A checkpoint", "gname": "The League", "gname2": "",
    "claimed": "0", "compclaim": "-9", "weaptype1": "6", "weaptype1_txt": "Explosives",
    "weapsubtype1": "15", "weapsubtype1_txt": "Vehicle", "nkill": "5.0", "nkillter": "1",
    "nwound": "7", "scite1": '"Two hurt; league denies," Wire A, January 3, 2020.', "scite2": "",
    "related": "202001020003, 202001020004",
}  # fmt: skip


def read_rows(*changes: dict[str, str], leave_out: tuple[str, ...] = (), name: str = "gtd.csv"):
    rows = [{**ROW, "eventid": f"20200102000{at}", **row} for at, row in enumerate(changes)]
    return read_table_text([one for one in ROW if one not in leave_out], rows, name=name)


def first(reading) -> pd.Series:
    return reading.strikes.iloc[0]


def test_every_word_of_the_tables_is_one_of_ours():
    assert {kind for kind in (*ATTACKS.values(), *SUBTYPES.values()) if kind} <= set(KINDS)
    assert set(TARGETS.values()) <= set(TARGET_KINDS)


@pytest.mark.parametrize(
    ("month", "day", "end", "precision"),
    [("1", "2", "2020-01-02", "day"), ("1", "0", "2020-01-31", "month"),
     ("0", "0", "2020-12-31", "year"), ("0", "4", "2020-12-31", "year"),
     ("1.0", "2.0", "2020-01-02", "day")],
)  # fmt: skip
def test_a_month_or_day_of_0_is_not_known(month, day, end, precision):
    strike = first(read_rows({"imonth": month, "iday": day, "approxdate": "early in the year"}))
    assert (strike["date_end"], strike["date_precision"]) == (pd.Timestamp(end), precision)
    assert "date: early in the year" in strike["note"]


def test_minus_9_and_minus_99_are_unknown_and_no_numbers():
    reading = read_rows({"nkill": "-9", "nwound": "-99.0", "nkillter": "-99"})
    strike = first(reading)
    assert pd.isna(strike["killed_min"])
    assert pd.isna(strike["injured_max"])
    assert pd.isna(strike["reading_note"])
    assert strike.geometry.x == -36.631
    assert "attackers killed" not in strike["note"]


@pytest.mark.parametrize(
    ("specificity", "vicinity", "stated", "drawn"),
    [("1", "0", "settlement", True), ("1", "1", "near", True), ("2", "0", None, False),
     ("2", "1", "near", False), ("3", "1", "district", False), ("4", "0", "governorate", False),
     ("5", "0", "governorate", False)],
)  # fmt: skip
def test_specificity_and_vicinity_say_how_sharp_the_place_is(specificity, vicinity, stated, drawn):
    strike = first(read_rows({"specificity": specificity, "vicinity": vicinity}))
    assert (None if pd.isna(strike["stated_precision"]) else strike["stated_precision"]) == stated
    assert (strike["geometry"] is not None) == drawn
    assert (strike["place_text"], strike["governorate_text"]) == ("Milbrook", "Norwold")
    assert ("point 35.934, -36.631 is the middle" in strike["note"]) == (specificity == "2")


@pytest.mark.parametrize(
    ("attack", "weapon", "subtype", "kind", "no_strike"),
    [
        ("Bombing/Explosion", "Explosives", "Vehicle", "ied", None),
        ("Bombing/Explosion", "Explosives", "Projectile (rockets, mortars, RPGs, etc.)",
         "shelling", None),
        ("Bombing/Explosion", "Explosives", "Grenade", "other", None),
        ("Assassination", "Explosives/Bombs/Dynamite", "Sticky Bomb", "ied", None),
        ("Assassination", "Firearms", "Handgun", "other", "Assassination: Firearms"),
        ("Armed Assault", "Firearms", "", "ground", None),
        ("Hostage Taking (Kidnapping)", "Explosives", "", "other",
         "Hostage Taking (Kidnapping): Explosives"),
        ("Unarmed Assault", "Chemical", "", "other", "Unarmed Assault: Chemical"),
        ("Facility/Infrastructure Attack", "Incendiary", "Arson/Fire", "other",
         "Facility/Infrastructure Attack: Incendiary"),
        ("Unknown", "Unknown", "", "other", None),
    ],
)  # fmt: skip
def test_what_struck_follows_from_attack_and_weapon(attack, weapon, subtype, kind, no_strike):
    strike = first(read_rows({"attacktype1_txt": attack, "weaptype1_txt": weapon,
                              "weapsubtype1_txt": subtype, "weapsubtype1": ""}))  # fmt: skip
    assert strike["kind"] == kind
    assert (None if pd.isna(strike["not_strike"]) else strike["not_strike"]) == no_strike


def test_numbers_of_classes_are_read_where_their_words_are_left_out():
    words = ("attacktype1_txt", "weaptype1_txt", "weapsubtype1_txt")
    strikes = read_rows({}, {"weapsubtype1": "11"}, {"attacktype1": "6"}, leave_out=words).strikes
    assert list(strikes["kind"]) == ["ied", "shelling", "other"]
    assert strikes["not_strike"].iloc[2] == "Hostage Taking (Kidnapping): Explosives"


def test_unknown_is_no_actor_and_a_claim_is_told():
    named, unknown, claimed, both = read_rows(
        {}, {"gname": "Unknown"}, {"claimed": "1"}, {"gname2": "The Guild", "compclaim": "1"}
    ).strikes.iloc
    assert (named["actor"], named["attribution"]) == ("The League", "alleged")
    assert pd.isna(unknown["actor"])
    assert claimed["attribution"] == "claimed"
    assert (both["actor"], both["attribution"]) == ("The League;The Guild", "contested")


def test_each_citation_is_a_claim_whatever_its_marks():
    reading = read_rows({"scite2": "Paper B, January 4, 2020."})
    assert list(reading.claims["claimant"]) == [ROW["scite1"], "Paper B, January 4, 2020."]


def test_toll_target_and_words_are_kept():
    reading = read_rows({"success": "0"}, name="globalterrorismdb_0718dist.csv")
    strike = first(reading)
    assert (strike["killed_min"], strike["injured_max"]) == (5, 7)
    assert (strike["target"], strike["target_kind"]) == ("A checkpoint", "military")
    assert strike["munition"] == "Explosives: Vehicle"
    assert strike["note"].startswith("A device went off.; the attack did not succeed; where: ")
    assert "attackers killed: 1" in strike["note"]
    assert reading.title == "Global Terrorism Database, distribution of 2018-07"


def test_what_r_writes_for_nothing_is_nothing():
    strike = first(read_rows({"gname": "NA", "nkill": "NA", "success": "NA", "provstate": "NA",
                              "specificity": "5"}))  # fmt: skip
    assert pd.isna(strike["actor"])
    assert strike["stated_precision"] == "unknown"
    assert "success" not in strike["source_codes"]


def test_a_strangers_table_is_not_claimed():
    columns = ["eventid", "iyear", "imonth", "iday", "city", "nkill"]
    assert GTD.recognise(Table("mine.csv", pd.DataFrame(columns=columns))) == 0
    assert GTD.recognise(Table("theirs.csv", pd.DataFrame(columns=list(ROW)))) > 0.9
