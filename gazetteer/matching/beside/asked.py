"""Questions: names with what their rows say besides, as columns or one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict, Unpack

from gazetteer.errors import GazetteerError
from gazetteer.spelling.names import clean

__all__ = ["Asked", "Besides", "BesidesMany", "ask_many", "ask_one"]


class Besides(TypedDict, total=False):
    """What may be told of a place besides its name and governorate."""

    name_ar: object  # the same place's name in another language
    district: object  # a name, or a P-code of any level
    subdistrict: object
    pcode: object  # one or several; that of a listed place is the answer by itself


class BesidesMany(TypedDict, total=False):
    """The same of many names, each a column as long as the names."""

    names_ar: Iterable[object]
    districts: Iterable[object]
    subdistricts: Iterable[object]
    pcodes: Iterable[object]
    groups: Iterable[object]  # rows of one group, such as a day of one source, are near each other


@dataclass(frozen=True, slots=True)
class Asked:
    """A name and what its row says of where it is, cleaned; "" where it says nothing."""

    name: str
    governorate: str = ""
    name_ar: str = ""
    district: str = ""
    subdistrict: str = ""
    pcode: str = ""
    group: str = ""


def ask_one(name: object, governorate: object = None, **besides: Unpack[Besides]) -> Asked:
    """Return the question of one name; TypeError for what is no part of one."""
    if not besides:
        return Asked(clean(name), clean(governorate))
    _refuse_others(besides, Besides)
    return Asked(
        clean(name), clean(governorate), **{key: clean(cell) for key, cell in besides.items()}
    )


def ask_many(
    names: Iterable[object],
    governorates: Iterable[object] | None = None,
    **besides: Unpack[BesidesMany],
) -> list[Asked]:
    """Return the questions of many names.

    Raises GazetteerError where a column is not as long as the names, TypeError for one that is
    no part of a question.
    """
    _refuse_others(besides, BesidesMany)
    asked = list(names)
    given = {"governorates": governorates, **besides}
    columns = [_fit(word, given.get(word), asked) for word in _COLUMNS]
    return [Asked(*map(clean, cells)) for cells in zip(asked, *columns, strict=True)]


_COLUMNS = ("governorates", *BesidesMany.__annotations__)


def _refuse_others(given: object, known: type) -> None:
    strange = set(given if isinstance(given, dict) else ()) - set(known.__annotations__)
    if strange:
        words = ", ".join(known.__annotations__)
        raise TypeError(f"a name is not asked with {min(strange)!r}; it may be with {words}")


def _fit(word: str, column: object, names: list[object]) -> list[object]:
    if column is None:
        return [None] * len(names)
    cells = list(column) if isinstance(column, Iterable) else []
    if len(cells) != len(names):
        raise GazetteerError(
            f"{len(names)} names but {len(cells)} {word}; give one a name, or none"
        )
    return cells
