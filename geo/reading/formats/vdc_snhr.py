"""Lists of persons killed (Violations Documentation Center) and counts of barrel bombs (SNHR).

Both with English and Arabic headers.

VDC: a row is one person killed, no strike: many rows are of one strike, and nothing says which. So
no rows are put together; each is kept with one killed, marked as no strike, with the kind that its
cause names (CAUSES, from the search form of the list). Names of persons are not taken over.
"Civilian" of the status is one civilian killed. The place of birth is not where a person was
killed, so it is no place; the province is the list's own and stands for a governorate.

SNHR (Syrian Network for Human Rights): a row is the count of a governorate or a place for a day or
a month. A barrel bomb counts as a strike that the row stands for; the kind is an air strike.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from geo.reading.columns import guess_columns
from geo.reading.columnwise.rewrite import same_text
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    note_unused,
    other_columns,
    take_column,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["CAUSES", "VDC_SNHR"]

_DIED = ("date_of_death", "deathdate", "death_date", "date_of_martyrdom", "تاريخ_الاستشهاد",
         "تاريخ_الوفاة")  # fmt: skip
_CAUSE = ("cause_of_death", "deathcause", "death_cause", "cause_of_martyrdom", "سبب_الاستشهاد",
          "سبب_الوفاة")  # fmt: skip
_STATUS = ("status", "الحالة", "الصفة")
_PROVINCE = ("province", "governorate", "المحافظة", "محافظة")
_NAME = ("name", "full_name", "الاسم", "اسم_الشهيد")
_BIRTH = ("area_place_of_birth", "place_of_birth", "birthplace", "المنطقة_مكان_الولادة",
          "مكان_الولادة")  # fmt: skip
_PERSONS = {
    **dict.fromkeys(_DIED, "date"),
    **dict.fromkeys(_PROVINCE, "governorate_text"),
    "place_of_death": "place_text", "martyrdom_location": "place_text",
    "مكان_الاستشهاد": "place_text", "مكان_الوفاة": "place_text",
    "actors": "actor", "actor": "actor", "الجهة_المسؤولة": "actor", "الفاعل": "actor",
    "notes": "note", "ملاحظات": "note",
}  # fmt: skip
_KEPT = {*_STATUS, "sex", "الجنس", "rank", "occupation"}
_BARRELS = ("barrel_bombs", "number_of_barrel_bombs", "no_of_barrel_bombs", "barrel_bombs_dropped",
            "عدد_البراميل_المتفجرة", "البراميل_المتفجرة", "عدد_البراميل")  # fmt: skip
_COUNTS = {
    "date": "date", "day": "date", "month": "date", "التاريخ": "date", "الشهر": "date",
    **dict.fromkeys(_PROVINCE, "governorate_text"),
    "place": "place_text", "location": "place_text", "city": "place_text",
    "المنطقة": "place_text", "المكان": "place_text",
    **dict.fromkeys(_BARRELS, "strikes"),
    "killed": "killed", "victims": "killed", "deaths": "killed", "الضحايا": "killed",
    "civilians_killed": "civilians_killed", "civilian_victims": "civilians_killed",
    "injured": "injured", "عدد_الجرحى": "injured", "source": "source", "المصدر": "source",
}  # fmt: skip

# What the cause of a death says of the weapon; "other" where it names none.
CAUSES = {
    "warplane shelling": "airstrike", "shelling": "shelling", "explosion": "other",
    "shooting": "ground", "chemical and toxic gases": "other", "field execution": "other",
    "detention - torture": "other", "detention - execution": "other",
    "detention - torture - execution": "other", "kidnapping - execution": "other",
    "kidnapping - torture": "other", "kidnapping - torture - execution": "other",
    "siege": "other", "un-allowed to seek medical help": "other", "other": "other",
    "unknown": "other",
    "قصف طيران": "airstrike", "قصف بالطيران الحربي": "airstrike", "قصف الطيران الحربي": "airstrike",
    "قصف": "shelling", "قصف مدفعي": "shelling", "انفجار": "other", "إطلاق نار": "ground",
    "غازات كيميائية وسامة": "other", "إعدام ميداني": "other", "اعتقال - تعذيب": "other",
    "حصار": "other", "غير معروف": "other",
}  # fmt: skip
_SAID = (
    "each row is a person killed, not a strike, and is marked so; names are left out, and places "
    "of birth, which are not where a person was killed"
)
_NOBODY = dict.fromkeys(("not identified", "unknown", "غير محدد", "غير معروف"), "")
_CIVILIAN = {"civilian": "1", "مدني": "1", "مدنية": "1"}


def _recognise_persons(table: Table) -> float:
    found = [find_header(table, *names) for names in (_DIED, _CAUSE, _PROVINCE)]
    if not all(found) or not find_header(table, *_BIRTH, "actors", "actor", "الجهة_المسؤولة"):
        return 0.0
    causes = take_column(table, *_CAUSE).iloc[:200]
    known = recode(causes, dict.fromkeys(CAUSES, "known"), "") == "known"
    return 0.9 if len(known) and known.mean() > 0.5 else 0.0


def _read_persons(table: Table, options: ReadOptions) -> Reading:
    columns = choose_headers(table, _PERSONS)
    fields: Fields = take_fields(table, columns)
    kept = other_columns(table, columns, _KEPT)
    index = table.cells.index
    cause = take_column(table, *_CAUSE)
    fields["source_codes"] = [word_codes(table, kept)]
    fields["kind"] = [recode(cause, CAUSES), cause]
    fields["not_strike"] = [_say_person(cause)]
    fields["killed"] = [same_text("1", index)]
    civilian = recode(take_column(table, *_STATUS), _CIVILIAN, "")
    fields["civilians_killed"] = [civilian]
    fields["country"] = [same_text("Syria", index)]
    if "place_text" not in fields:
        fields["precision"] = [same_text("governorate", index)]
    if "actor" in fields:
        fields["actor"] = [recode(fields["actor"][0], _NOBODY)]
    used = {*columns, *kept, *other_columns(table, (), {*_NAME, *_BIRTH, *_CAUSE})}
    return read_fields(note_unused(table, used, _SAID), fields, title="VDC list of persons killed",
                       kind=options.kind, order=options.order)  # fmt: skip


def _say_person(cause: pd.Series) -> pd.Series:
    said = cause.str.strip().mask(cause.str.strip() == "", "cause not given")
    return "one person of a list of persons killed (" + said + ")"


def _recognise_barrels(table: Table) -> float:
    """Say how sure it is: a table with other facts beside the counts is not SNHR's."""
    known = all(find_header(table, *names) for names in (_BARRELS, _PROVINCE))
    dated = find_header(table, *(name for name, field in _COUNTS.items() if field == "date"))
    if not (known and dated):
        return 0.0
    columns = choose_headers(table, _COUNTS)
    others = guess_columns([name for name in table.cells.columns if name not in columns])
    return 0.0 if others else 0.85


def _read_barrels(table: Table, options: ReadOptions) -> Reading:
    columns = choose_headers(table, _COUNTS)
    fields = take_fields(table, columns)
    fields["munition"] = [same_text("barrel bomb", table.cells.index)]
    fields["country"] = [same_text("Syria", table.cells.index)]
    fields["kind"] = [same_text("airstrike", table.cells.index)]
    return read_fields(
        note_unused(table, columns),
        fields,
        title="Counts of barrel bombs (SNHR)",
        order=options.order,
    )


def _recognise(table: Table) -> float:
    return max(_recognise_persons(table), _recognise_barrels(table))


def _read(table: Table, options: ReadOptions) -> Reading:
    persons = _recognise_persons(table) >= _recognise_barrels(table)
    reading = (_read_persons if persons else _read_barrels)(table, options)
    return replace(reading, dataset=reading.title)


VDC_SNHR = Format(
    name="VDC and SNHR",
    sentence="Syrian monitors: lists of persons killed (Violations Documentation Center), where a "
    "row is a person, not a strike, and names are left out; counts of barrel bombs (Syrian "
    "Network for Human Rights), where a row stands for as many strikes.",
    recognise=_recognise,
    read=_read,
)
