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
    "release small": "{count} على مساحة أوسع لقلّة العدد في وحداتها الإدارية",
    "release tolls": "الحصيلة الأقل من {least} تُذكر من 1 إلى {most}",
    "release tolls one": "الحصيلة الأقل من {least} تُذكر 1",
    "toll": "لم يذكر",
    "toll held": "محجوب",
    "killed none held": "القتلى: محجوب في هذا النشر",
    "killed all none held": "جميع القتلى: محجوب في هذا النشر",
    "compare killed none held": "القتلى: محجوب في هذا النشر",
    "unseen tolls held": "أعداد القتلى محجوبة في هذا النشر، وهذا لا يعني صفرًا.",
    "release columns": "محجوب، لا غير مُبلَّغ عنه: {names}",
    "undated held": "محجوب",
    "undated count held": "الأيام محجوبة: لا خط زمني",
    "no dated strikes held": "الأيام محجوبة",
    "timeline none held": "الأيام محجوبة في هذا النشر: لا خط زمني",
    "timeline area": "لا خط زمني: كان سيعدّ أيام وحدة إدارية واحدة، وهذا النشر لا يعدّها",
    "unseen undated held": "الأيام محجوبة في هذا النشر: لا فترة ولا خط زمني.",
    "as of unknown held": "تاريخ البيانات محجوب",
    "date not known held": "التاريخ محجوب",
    "actor not reported held": "الجهة محجوبة",
    "no place held": "المكان محجوب",
    "outlet not known held": "الناشر محجوب",
    "no sources held": "المصادر محجوبة في هذا النشر.",
    "release sources": "محجوب من المصادر: {names}",
    "release sources all": "جميع المصادر محجوبة",
}  # fmt: skip
