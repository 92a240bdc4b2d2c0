"""GTD: the Global Terrorism Database (START, University of Maryland), 1970 to 2020.

Known by eventid, iyear, imonth and iday with its own names beside them. Code book: GTD Codebook,
editions of June 2015 to August 2021; numbers of its classes are read where a copy has left out
the columns "_txt".

GTD is of attacks by non-state actors on the ground, none from the air. What exploded is "ied",
but rockets and mortars "shelling" and a thrown grenade "other"; an armed assault is "ground".
Hijackings, hostages, unarmed assaults, assassinations and damage without explosives are no
strikes. A year, month and day of 0 are not known. -9 and -99 mean unknown, never a number. Where
specificity is 2 the town is known, but the point is the middle of an area: the point is left out
and the town looked up. Each of scite1 to scite3 is a claim.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, take_texts
from geo.reading.columnwise.in_step import join_step, restore_step
from geo.reading.columnwise.rewrite import first_filled, join_texts, label_texts, rewrite
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    has_headers,
    take_column,
    with_cut,
    without_nulls,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["ATTACKS", "GTD", "SPECIFICITY", "SUBTYPES", "TARGETS"]

# attacktype1: what struck where nothing exploded, None for what is no strike without explosives.
ATTACKS: dict[str, str | None] = {
    "Assassination": None, "Armed Assault": "ground", "Bombing/Explosion": "ied",
    "Hijacking": None, "Hostage Taking (Barricade Incident)": None,
    "Hostage Taking (Kidnapping)": None, "Facility/Infrastructure Attack": None,
    "Unarmed Assault": None, "Unknown": "other",
}  # fmt: skip
_NEVER = {"Hijacking", "Hostage Taking (Barricade Incident)", "Hostage Taking (Kidnapping)",
          "Unarmed Assault"}  # fmt: skip
_ATTACK_NUMBERS = {str(number): name for number, name in enumerate(ATTACKS, start=1)}
_WEAPON_NUMBERS = {
    "1": "Biological", "2": "Chemical", "3": "Radiological", "4": "Nuclear", "5": "Firearms",
    "6": "Explosives", "7": "Fake Weapons", "8": "Incendiary", "9": "Melee", "10": "Vehicle",
    "11": "Sabotage Equipment", "12": "Other", "13": "Unknown",
}  # fmt: skip
_EXPLOSIVES = "explosives"  # to 2017 "Explosives/Bombs/Dynamite"
# weapsubtype1 of what explodes, where it is no device left or carried to its place; by the
# beginning of its name, and by its number.
SUBTYPES = {"projectile": "shelling", "grenade": "other", "11": "shelling", "7": "other"}
# specificity: 1 a town, whose point it is; 2 a town, the point is the middle of the smallest area
# known; 3 no town, such a middle; 4 the middle of a first-order division; 5 not even that.
SPECIFICITY = {"1": "settlement", "2": "", "3": "district", "4": "governorate", "5": "unknown"}
TARGETS = {
    "Military": "military", "Educational Institution": "school", "Abortion Related": "medical",
    "Religious Figures/Institutions": "religious", "Terrorists/Non-State Militia": "armed_group",
    "Violent Political Party": "armed_group", "Violent Political Parties": "armed_group",
    "Airports & Aircraft": "infrastructure", "Food or Water Supply": "infrastructure",
    "Telecommunication": "infrastructure", "Transportation": "infrastructure",
    "Utilities": "infrastructure", "Unknown": "unknown",
}  # fmt: skip

_MEANINGS = {
    "eventid": "id", "country_txt": "country", "provstate": "governorate_text",
    "city": "place_text", "latitude": "lat", "longitude": "lon",
}  # fmt: skip
_CODES = ("specificity", "vicinity", "attacktype1", "attacktype1_txt", "weaptype1", "targtype1",
          "targtype1_txt", "success", "suicide", "doubtterr", "guncertain1", "claimed",
          "dbsource")  # fmt: skip
_OWN = ("iyear", "imonth", "iday", "attacktype1", "attacktype1_txt", "gname", "weaptype1",
        "weaptype1_txt", "nkill", "nwound", "specificity", "vicinity", "provstate")  # fmt: skip
_ENOUGH = 6
_UNKNOWN = re.compile(r"-0*99?(?:\.0+)?")
_RELEASE = re.compile(r"globalterrorismdb_(\d{2})(\d{2})dist", re.IGNORECASE)
_SAID = "GTD counts attacks on the ground by non-state actors, none from the air"


def _recognise(table: Table) -> float:
    if not has_headers(table, ["eventid"]) or not has_headers(table, ["iyear"]):
        return 0.0
    return 0.95 * (sum(bool(has_headers(table, with_cut(name))) for name in _OWN) >= _ENOUGH)


def _read(table: Table, options: ReadOptions) -> Reading:
    table = without_nulls(table)
    known = _without_unknowns(table)
    fields = take_fields(known, choose_headers(known, _MEANINGS))
    fields |= _read_kinds(known) | _read_place(known) | _read_actor(known)
    fields |= {"killed": [_take(known, "nkill")], "injured": [_take(known, "nwound")]}
    fields["date"] = [_join_date(known)]
    fields["source"] = [rewrite(_take(known, name), _whole) for name in ("scite1", "scite2",
                                                                        "scite3")]  # fmt: skip
    fields["note"] = [_take(known, "summary"), _say_more(known), _say_point(known)]
    codes = [found for name in _CODES if (found := find_header(table, *with_cut(name)))]
    fields["source_codes"] = [word_codes(table, codes)]
    said = replace(table, notes=(*table.notes, _SAID))
    reading = read_fields(said, fields, title=_title(table), kind=options.kind, order=options.order)
    return replace(reading, claims=restore_step(reading.claims))


def _take(table: Table, name: str) -> pd.Series:
    return take_column(table, *with_cut(name))


def _whole(citation: str) -> str:
    return join_step([citation])


def _title(table: Table) -> str:
    release = _RELEASE.search(table.name)
    edition = f", distribution of 20{release[2]}-{release[1]}" if release else ""
    return f"Global Terrorism Database{edition}"


def _without_unknowns(table: Table) -> Table:
    """Return the table with the codes for unknown, -9 and -99, as empty cells."""
    empty = {
        column: texts.mask(texts.str.strip().str.fullmatch(_UNKNOWN), "")
        for column, texts in table.cells.items()
        if texts.str.startswith("-").any() and find_header(table, "longitude") != column
        and find_header(table, "latitude") != column
    }  # fmt: skip
    return replace(
        table, cells=table.cells.assign(**{str(name): one for name, one in empty.items()})
    )


def _join_date(table: Table) -> pd.Series:
    """Return year, month and day as one date, as sharp as they are known."""
    distinct = find_distinct([_take(table, name) for name in ("iyear", "imonth", "iday")])
    return take_texts(distinct.read(_write_date), distinct.codes, table.cells.index)


def _write_date(*texts: str) -> str:
    parts = [text.strip().removesuffix(".0") for text in texts]
    known = next((at for at, part in enumerate(parts) if not part.strip("0")), len(parts))
    return "-".join(part.zfill(2) for part in parts[:known])


def _read_kinds(table: Table) -> Fields:
    attack = _named(table, "attacktype1", _ATTACK_NUMBERS)
    weapon = _named(table, "weaptype1", _WEAPON_NUMBERS)
    subtype = first_filled(_take(table, "weapsubtype1_txt"), _take(table, "weapsubtype1"))
    distinct = find_distinct([attack, weapon, subtype])
    read = distinct.read(_read_kind)
    index = table.cells.index
    kind, reason = (take_texts([one[at] for one in read], distinct.codes, index) for at in range(2))
    target = _take(table, "targtype1_txt")
    return {
        "kind": [kind],
        "not_strike": [reason],
        "munition": [join_texts([weapon, subtype], ": ").fillna("")],
        "target": [first_filled(_take(table, "target1"), target)],
        "target_kind": [recode(target, TARGETS, otherwise="other")],
    }


def _named(table: Table, name: str, numbers: dict[str, str]) -> pd.Series:
    """Return the words of a class, from its number where the column of words is not there."""
    return first_filled(_take(table, f"{name}_txt"), recode(_take(table, name), numbers))


def _read_kind(attack: str, weapon: str, subtype: str) -> tuple[str, str]:
    """Return what struck, and why the attack is no strike."""
    attack, close = attack.strip(), subtype.strip().casefold().removesuffix(".0")
    exploded = weapon.strip().casefold().startswith(_EXPLOSIVES)
    if exploded and attack not in _NEVER:
        return next(
            (kind for start, kind in SUBTYPES.items() if _is_subtype(close, start)), "ied"
        ), ""
    kind = ATTACKS.get(attack, "other")
    if kind is None:
        return "other", ": ".join(filter(None, (attack, weapon.strip())))
    return kind, ""


def _is_subtype(text: str, start: str) -> bool:
    return text == start if start.isdecimal() else text.startswith(start)


def _read_place(table: Table) -> Fields:
    """Return precision and points; near, where the attack was in the vicinity of the town."""
    code = _take(table, "specificity")
    precision = recode(code, SPECIFICITY)
    around = recode(_take(table, "vicinity"), {"1": "1"}, otherwise="") != ""
    town = precision.isin(["settlement", ""])
    named = _take(table, "provstate").str.strip() != ""
    precision = precision.mask(town & around, "near")
    sharp = precision.mask((precision == "unknown") & named, "governorate")
    known = recode(code, {"2": "2"}, otherwise="") == ""
    return {
        "precision": [sharp],
        "lat": [_take(table, "latitude").where(known, "")],
        "lon": [_take(table, "longitude").where(known, "")],
    }


def _say_point(table: Table) -> pd.Series:
    """Return the points that are no town's in words."""
    middle = recode(_take(table, "specificity"), {"2": "2"}, otherwise="") != ""
    lat, lon = _take(table, "latitude"), _take(table, "longitude")
    said = "point " + lat + ", " + lon + " is the middle of an area around the town: not drawn"
    return pd.Series(said.where(middle & (lat.str.strip() != ""), ""), dtype="str")


def _read_actor(table: Table) -> Fields:
    """Return the groups, and whether they claim the attack."""
    names = [rewrite(_take(table, name), _group) for name in ("gname", "gname2", "gname3")]
    actor = join_texts(names, ";").fillna("")
    claimed = recode(_take(table, "claimed"), {"1": "claimed"}, otherwise="")
    contested = recode(_take(table, "compclaim"), {"1": "contested"}, otherwise="")
    standing = first_filled(contested, claimed)
    return {"actor": [actor], "attribution": [standing.where(actor != "", "")]}


def _group(name: str) -> str:
    return "" if name.strip().casefold() in ("unknown", "") else name.strip().replace(";", ",")


def _say_more(table: Table) -> pd.Series:
    words = {
        "date": "approxdate", "ended": "resolution", "where": "location", "motive": "motive",
        "weapon": "weapdetail", "attackers killed": "nkillter", "attackers injured": "nwoundte",
        "more": "addnotes", "related events": "related",
    }  # fmt: skip
    failed = recode(_take(table, "success"), {"0": "the attack did not succeed"}, otherwise="")
    more = label_texts({label: _take(table, name) for label, name in words.items()})
    return join_texts([failed, more]).fillna("")


GTD = Format(
    name="Global Terrorism Database",
    sentence="START's Global Terrorism Database: year, month and day in three columns, precision "
    "by specificity and vicinity, -9 and -99 as unknown.",
    recognise=_recognise,
    read=_read,
    publisher="START, University of Maryland",
)
