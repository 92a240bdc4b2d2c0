"""Arabic phrases of trends and comparisons, and of the layers of an SVG."""

from __future__ import annotations

__all__ = ["SERIES"]

SERIES: dict[str, str] = {
    "trend area": "ال{nouns} لكل {bin} بحسب المنطقة",
    "trend actor": "ال{nouns} لكل {bin} بحسب الجهة",
    "trend scale": "مقياس واحد للجميع: أعلى عمود {most}",
    "trend dated": "{dated} من {rows} بتاريخ معروف وهي في هذه الأعمدة؛ {undated} ليست في أي منها",
    "trend dated all": "كل ال{nouns} ({rows}) بتاريخ معروف وهي في هذه الأعمدة",
    "trend none": "لا تاريخ لأي من {rows}: لا اتجاه يعرض",
    "trend areas": "مناطق أخرى: {count}",
    "trend actors": "جهات أخرى: {count}",
    "trend count": "{count}",
    "trend undated": "{count}، منها {undated} بلا تاريخ",
    "actor not reported": "الجهة غير مبلغ عنها",
    "compare title": "ال{nouns} بحسب المنطقة في المجموعتين",
    "compare set": "{count} {noun}؛ حدد موقع {located} من {count}",
    "compare set one": "{noun} واحدة؛ حدد موقع {located} من 1",
    "compare none": "لا {noun}",
    "compare killed": "القتلى كما أبلغ: {toll}، رقم لـ {reported} من {rows}",
    "compare killed none": "القتلى: لا رقم مبلغ عنه",
    "compare scale": "مقياس واحد للمجموعتين: أطول عمود {most}",
    "compare both": "{count} {noun} في المجموعتين",
    "compare both one": "{noun} واحدة في المجموعتين",
    "compare days": "{first} و{second} من الأيام: الأعداد ليست لكل يوم",
    "compare undated": "{count} {noun} بلا تاريخ ليست في أي من الفترتين",
    "compare undated one": "{noun} واحدة بلا تاريخ ليست في أي من الفترتين",
    "compare more": "ومناطق أخرى: {count}",
    "compare more one": "ومنطقة أخرى واحدة",
    "column difference": "الفرق",
    "part paper": "الورق",
    "part ground": "خريطة الأساس",
    "part own layers": "طبقاتك",
    "part beyond extent": "خارج النطاق",
    "part uncertainty": "دوائر عدم اليقين",
    "part names": "الأسماء",
    "part strikes": "ال{nouns}",
    "part page": "الصفحة",
}
