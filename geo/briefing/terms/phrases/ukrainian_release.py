"""Ukrainian: what a release profile held back of a sheet's data."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE: dict[str, str] = {
    "release": "Випущено за правилами {name}: {held}",
    "release nothing": "нічого не приховано ({nouns})",
    "release days": "приховано через день: {count} із {all}",
    "release coarse": "місце подано наближено: {count}, {told}",
    "release grid": "квадрат {km} км",
    "release district": "їхній район",
    "release governorate": "{its_adm}",
    "release country": "їхню країну",
    "release small": "пораховано на більшій території, бо в їхній їх мало: {count}",
    "release tolls": "числа, менші за {least}, подано як від 1 до {most}",
    "release tolls one": "числа, менші за {least}, подано як 1",
    "toll": "не повідомлено",
    "toll held": "приховано",
    "killed none held": "Загинуло: приховано",
    "killed all none held": "Усього загинуло: приховано",
    "compare killed none held": "загинуло: приховано",
    "unseen tolls held": "Числа загиблих приховано; це не нуль.",
    "release columns": "приховано, а не «не повідомлено»: {names}",
    "undated held": "приховано",
    "undated count held": "дні приховано – немає часової осі",
    "no dated strikes held": "дні приховано",
    "timeline none held": "Дні приховано – немає часової осі",
    "timeline area": "Немає часової осі: вона рахувала б дні однієї території",
    "unseen undated held": "Дні приховано: ні в періоді, ні на часовій осі.",
    "as of unknown held": "Станом на: приховано",
    "date not known held": "дату приховано",
    "actor not reported held": "хто завдав, приховано",
    "no place held": "місце приховано",
    "outlet not known held": "видання приховано",
    "no sources held": "Джерела приховано.",
    "release sources": "приховано в джерелах: {names}",
    "release sources all": "усі джерела приховано",
}  # fmt: skip
