"""Insets that a sheet is asked for: those the data choose, none, or parts of the map by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.errors import SheetError

__all__ = ["AUTO", "MOST_INSETS", "NONE", "ViewBox", "read_box", "read_insets"]

AUTO, NONE = "auto", "none"
MOST_INSETS = 3

ViewBox = tuple[float, float, float, float]  # west, south, east, north in degrees
_BOX = re.compile(r"-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}")


def read_box(said: str, part: str) -> ViewBox | None:
    """Read "west,south,east,north" in degrees; None for a text without a comma, such as a name.

    part: the option that says so. Raises SheetError for what is no box, or an empty one.
    """
    bare = said.replace(" ", "")
    if "," not in bare:
        return None
    if not _BOX.fullmatch(bare):
        raise SheetError(
            f"{part}: {said!r} is no box; write west,south,east,north in degrees, such as "
            "36,35,37.5,36.5"
        )
    west, south, east, north = (float(side) for side in bare.split(","))
    if not (-180 <= west < east <= 180 and -85 <= south < north <= 85):
        raise SheetError(
            f"{part}: {said} is empty or off the earth; west must be below east and south below "
            "north"
        )
    return west, south, east, north


def read_insets(said: Sequence[str]) -> tuple[str, ...]:
    """Return the insets asked for: () for what the data choose, (NONE,), or areas and boxes.

    An area goes by its code or name; whether there is one is known to the base map. Raises
    SheetError for what does not go together, too many, and a box that cannot be.

    >>> read_insets(["auto"]), read_insets(["Idlib", "Idlib", "36, 35, 37, 36"])
    ((), ('Idlib', '36,35,37,36'))
    """
    wanted = [" ".join(each.split()) for each in said]
    wanted = [each.replace(" ", "") if "," in each else each for each in wanted]
    wanted = list(dict.fromkeys(wanted))
    if "" in wanted:
        raise SheetError(
            "inset: it names nothing; give the code or name of an area, a box "
            f"west,south,east,north, {AUTO} or {NONE}"
        )
    words = [each for each in wanted if each.casefold() in (AUTO, NONE)]
    if words and len(wanted) > 1:
        raise SheetError(f"inset: {words[0]} stands alone; leave it or the others out")
    if len(wanted) > MOST_INSETS:
        raise SheetError(f"inset: {len(wanted)} of them; {MOST_INSETS} are the most of a map")
    for each in wanted:
        read_box(each, "inset")
    if words:
        return (NONE,) if words[0].casefold() == NONE else ()
    return tuple(wanted)
