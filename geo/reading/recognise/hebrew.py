"""Column names in Hebrew, as data: names of each field, the likelier first."""

from __future__ import annotations

__all__ = ["HEBREW"]

HEBREW: dict[str, str] = {
    "date": "תאריך תאריך_אירוע תאריך_האירוע תאריך_התקיפה מועד",
    "date_end": "תאריך_סיום עד_תאריך",
    "year": "שנה",
    "month": "חודש",
    "day": "יום",
    "time_local": "שעה זמן שעת_האירוע",
    "place_text": "מקום מיקום יישוב ישוב עיר כפר שם_יישוב שם_ישוב מקום_האירוע אתר שכונה",
    "governorate_text": "מחוז",
    "adm2_text": "נפה",
    "country": "מדינה ארץ",
    "lon": "קו_אורך אורך",
    "lat": "קו_רוחב רוחב",
    "point": "קואורדינטות נקודת_ציון נ_צ",
    "kind": "סוג_תקיפה סוג_אירוע סוג_האירוע סוג_ההתקפה",
    "munition": "תחמושת סוג_תחמושת",
    "weapon": "נשק סוג_נשק כלי_נשק",
    "actor": "תוקף מבצע אחראי",
    "target": "מטרה יעד",
    "killed": "הרוגים הרוג מספר_הרוגים מתים",
    "injured": "פצועים פצוע מספר_פצועים",
    "civilians_killed": "אזרחים_הרוגים הרוגים_אזרחים",
    "casualties": "נפגעים",
    "source": "מקור מקורות",
    "url": "קישור כתובת_אתר",
    "title": "כותרת",
    "note": "הערות הערה תיאור פירוט",
}
