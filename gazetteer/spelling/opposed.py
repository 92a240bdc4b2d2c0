"""Opposed words: east and west, upper and lower, great and small tell apart places of one name.

A name that says one of them is never a near spelling of a name that says its opposite.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["are_opposed", "read_opposed", "read_opposed_all", "stretch_rest"]

_NORTH, _SOUTH, _EAST, _WEST, _UPPER, _LOWER, _GREAT, _SMALL = (1 << bit for bit in range(8))
_AXES = (_NORTH | _SOUTH | _EAST | _WEST, _UPPER | _LOWER, _GREAT | _SMALL)

# Folded, articles off, by language: English, Arabic in Latin letters, Arabic.
_WORDS: dict[str, int] = {
    **dict.fromkeys((
        "north", "northern", "shamali", "shimali", "shamaliyah", "shamaliya", "shamaliyeh",
        "shimaliyah", "shmali", "شمال", "شمالي", "شماليه",
    ), _NORTH),
    **dict.fromkeys((
        "south", "southern", "janubi", "janoubi", "jnubi", "janubiyah", "janubiya", "janoubiyeh",
        "qibli", "qiblieh", "qibliyah", "جنوب", "جنوبي", "جنوبيه", "قبلي", "قبليه",
    ), _SOUTH),
    **dict.fromkeys((
        "east", "eastern", "sharqi", "sharki", "sharqiyah", "sharqiya", "sharqiyeh", "sharqieh",
        "sharqia", "sharkiyeh", "شرق", "شرقي", "شرقيه",
    ), _EAST),
    **dict.fromkeys((
        "west", "western", "gharbi", "garbi", "gharbiyah", "gharbiya", "gharbiyeh", "gharbieh",
        "gharbia", "غرب", "غربي", "غربيه",
    ), _WEST),
    **dict.fromkeys(("northeast", "northeastern"), _NORTH | _EAST),
    **dict.fromkeys(("northwest", "northwestern"), _NORTH | _WEST),
    **dict.fromkeys(("southeast", "southeastern"), _SOUTH | _EAST),
    **dict.fromkeys(("southwest", "southwestern"), _SOUTH | _WEST),
    **dict.fromkeys((
        "upper", "fawqani", "fouqani", "foqani", "fawqaniyah", "fawqa", "foqa", "فوقاني",
        "فوقانيه", "فوقا",
    ), _UPPER),
    **dict.fromkeys((
        "lower", "tahtani", "tahtaniyah", "tahtaniyeh", "tahta", "تحتاني", "تحتانيه", "تحتا",
    ), _LOWER),
    **dict.fromkeys((
        "great", "big", "large", "kabir", "kabirah", "kabira", "kabireh", "kebir", "كبير", "كبيره",
    ), _GREAT),
    **dict.fromkeys((
        "small", "little", "saghir", "saghirah", "saghira", "saghireh", "sagheer", "صغير", "صغيره",
    ), _SMALL),
}  # fmt: skip

# Words beside them that many names of areas share.
_SHARED = frozenset((
    "countryside", "of", "rural", "rif", "reef", "area", "governorate", "province", "ريف", "محافظه",
))  # fmt: skip


def read_opposed(bare: str) -> int:
    """Return which sides a folded name without articles says, a bit each; 0 for none."""
    said = 0
    for word in bare.split():
        said |= _WORDS.get(word, 0)
    return said


def read_opposed_all(bare: Sequence[str]) -> list[int]:
    """Return `read_opposed` of many names."""
    return [read_opposed(name) for name in bare]


def are_opposed(one: int, other: int) -> bool:
    """Say whether two names contradict each other: both say a side, and not the same."""
    return any(one & axis and other & axis and (one ^ other) & axis for axis in _AXES)


def stretch_rest(bare: str) -> float:
    """Return how many times longer a name with a point of the compass is than the rest of it.

    Of two names of one side only the rest tells whether they are alike. 1 for all other names.
    """
    if not read_opposed(bare) & _AXES[0]:
        return 1.0
    words = bare.split()
    rest = sum(len(word) for word in words if word not in _WORDS and word not in _SHARED)
    return sum(map(len, words)) / rest if rest else 1.0
