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
    "toll": "не повідомлено",
    "toll held": "приховано",
    "killed none held": "Загинуло: приховано",
    "killed all none held": "Усього загинуло: приховано",
    "compare killed none held": "загинуло: приховано",
    "unseen tolls held": "Числа загиблих приховано; це не нуль.",
    "release columns": "приховано, а не «не повідомлено»: {names}",
}  # fmt: skip
