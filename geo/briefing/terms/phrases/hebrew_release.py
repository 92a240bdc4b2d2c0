"""Hebrew: what a release profile held back of a sheet's data."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE: dict[str, str] = {
    "release": "שוחרר לפי הכללים {name}: {held}",
    "release nothing": "דבר מן ה{nouns} לא הוסתר",
    "release days": "הוסתרו בגלל היום: {count} מתוך {all}",
    "release coarse": "מקום מקורב: {count}, {told}",
    "release grid": "ריבוע של {km} ק״מ",
    "release district": "הנפה שלהן",
    "release governorate": "{its_adm}",
    "release country": "המדינה שלהן",
    "release small": "נספרו באזור גדול יותר, כי מעטות באזורן: {count}",
    "release tolls": "מספרים קטנים מ־{least} נמסרים כ־1 עד {most}",
    "toll": "לא דווח",
    "toll held": "הוסתר",
    "killed none held": "הרוגים: הוסתר",
    "killed all none held": "כלל ההרוגים: הוסתר",
    "compare killed none held": "הרוגים: הוסתר",
    "unseen tolls held": "מספרי ההרוגים הוסתרו; זה אינו אפס.",
    "release columns": "הוסתר, ולא ”לא דווח“: {names}",
}  # fmt: skip
