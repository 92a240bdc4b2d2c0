"""Arabic: what a release profile held back of a sheet's data."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE: dict[str, str] = {
    "release": "نُشر وفق قواعد النشر {name}: {held}",
    "release nothing": "لم يُحجب شيء من {nouns}",
    "release days": "حُجب {count} من {all} بسبب اليوم",
    "release coarse": "{count} بموقع تقريبي: {told}",
    "release grid": "مربع ضلعه {km} كم",
    "release district": "منطقتها",
    "release governorate": "{its_adm}",
    "release country": "بلدها",
    "release small": "{count} على مساحة أوسع لقلّة العدد في مناطقها",
    "release tolls": "الحصيلة الأقل من {least} تُذكر من 1 إلى {most}",
    "toll": "لم يذكر",
    "toll held": "محجوب",
    "killed none held": "القتلى: محجوب في هذا النشر",
    "killed all none held": "جميع القتلى: محجوب في هذا النشر",
    "compare killed none held": "القتلى: محجوب في هذا النشر",
    "unseen tolls held": "أعداد القتلى محجوبة في هذا النشر، وهذا لا يعني صفرًا.",
    "release columns": "محجوب، لا غير مُبلَّغ عنه: {names}",
}  # fmt: skip
