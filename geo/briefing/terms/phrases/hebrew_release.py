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
    "release tolls one": "מספרים קטנים מ־{least} נמסרים כ־1",
    "toll": "לא דווח",
    "toll held": "הוסתר",
    "killed none held": "הרוגים: הוסתר",
    "killed all none held": "כלל ההרוגים: הוסתר",
    "compare killed none held": "הרוגים: הוסתר",
    "unseen tolls held": "מספרי ההרוגים הוסתרו; זה אינו אפס.",
    "release columns": "הוסתר, ולא ”לא דווח“: {names}",
    "undated held": "הוסתר",
    "undated count held": "הימים הוסתרו: אין ציר זמן",
    "no dated strikes held": "הימים הוסתרו",
    "timeline none held": "הימים הוסתרו: אין ציר זמן",
    "timeline area": "אין ציר זמן: הוא היה סופר את ימיו של אזור אחד",
    "unseen undated held": "הימים הוסתרו: אין תקופה ואין ציר זמן.",
    "as of unknown held": "נכון ל: הוסתר",
    "date not known held": "התאריך הוסתר",
    "actor not reported held": "המבצע הוסתר",
    "no place held": "המקום הוסתר",
    "outlet not known held": "כלי התקשורת הוסתר",
    "no sources held": "המקורות הוסתרו.",
    "release sources": "הוסתר מן המקורות: {names}",
    "release sources all": "כל המקורות הוסתרו",
}  # fmt: skip
