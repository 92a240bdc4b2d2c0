"""Ukrainian: what a release profile held back of a sheet's data."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE: dict[str, str] = {
    "release": "Випущено за правилами {name}: {held}",
    "release nothing": "нічого не приховано ({nouns})",
    "release days": "приховано через день: {count} із {all}",
    "release coarse": "місце подано наближено: {count}, {told}",
    "release small": "пораховано на більшій території, бо в їхній їх мало: {count}",
    "release tolls": "числа, менші за {least}, подано як від 1 до {most}",
    "release columns": "приховано, а не «не повідомлено»: {names}",
}  # fmt: skip
