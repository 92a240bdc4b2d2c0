"""Arabic phrases of trends and comparisons, and of the layers of an SVG."""

from __future__ import annotations

__all__ = ["SERIES"]

SERIES: dict[str, str] = {
    "unlocated alone": "{count} لم يحدد موقعها",
    "trend area": "ال{nouns} لكل {bin} بحسب المنطقة",
    "trend actor": "ال{nouns} لكل {bin} بحسب الجهة",
    "trend scale": "مقياس واحد للجميع: أعلى عمود {most}",
    "trend dated": "{dated} من {rows} بتاريخ معروف وهي في هذه الأعمدة؛ {undated} بلا تاريخ",
    "trend dated all": "كل ال{nouns} ({rows}) بتاريخ معروف وهي في هذه الأعمدة",
    "trend none": "لا تاريخ لأي من {rows}: لا اتجاه يعرض",
    "trend areas": "مناطق أخرى: {count}",
    "trend actors": "جهات أخرى: {count}",
    "trend shared": "{count} {noun} تذكر عدة جهات: في أعمدة كل منها",
    "trend shared one": "{noun} واحدة تذكر عدة جهات: في أعمدة كل منها",
    "trend undated": "{count}، منها {undated} بلا تاريخ",
    "actor not reported": "الجهة غير مبلغ عنها",
    "compare headline": "{first} {noun} ({own}) مقابل {second} ({other})",
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
    "embed": "ضع هذا في صفحة مقال",
    "embed how": "ضع هذا الملف على خادمك، والصق الأسطر التالية في المقال، واكتب فيها عنوانه. "
    "لا يرى قراء المقال هذا الجزء.",
    "part paper": "الورق",
    "part ground": "خريطة الأساس",
    "part own layers": "طبقاتك",
    "part beyond extent": "خارج النطاق",
    "part uncertainty": "دوائر عدم اليقين",
    "part names": "الأسماء",
    "part strikes": "ال{nouns}",
    "part page": "الصفحة",
}
