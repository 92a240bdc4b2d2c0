"""The sheets that the command line asks for, made; and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from strikemap.cli.inputs import Located
from strikemap.cli.messages import say, word_counted

if TYPE_CHECKING:
    from geo.briefing.sheet import Sheet
    from geo.briefing.terms.options import SheetOptions
    from geo.layers.layer import Layer
    from geo.release.release import Released

__all__ = ["Wanted", "make_sheets", "report_sheets", "settle_extent"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What sheets are made: of each of the options one, or an atlas, or those of a file again."""

    chapters: Sequence[SheetOptions]
    story: bool = False
    atlas: str = ""
    again: Path | None = None
    refused: int = 0  # rows of the file
    metadata: bool = True


def make_sheets(
    found: Located, wanted: Wanted, layers: Sequence[Layer], released: Released | None = None
) -> tuple[list[Sheet], tuple[str, ...]]:
    """Return the sheets, and what has changed since a file that is made again.

    released: what the strikes are a release of.
    """
    from geo.briefing import released as releasing
    from geo.briefing.again import make_again

    tables = found.reading.strikes, found.reading.claims
    if wanted.again is not None:
        made = make_again(
            wanted.again, *tables, found.areas, metadata=wanted.metadata, refused=wanted.refused,
            layers=layers, released=released,
        )  # fmt: skip
        return list(made.sheets), made.changes or ("Nothing has changed.",)
    given = releasing.SheetInput(
        *tables, released, wanted.atlas, wanted.story, wanted.refused, layers
    )
    return releasing.make_sheets(given, found.areas, wanted.chapters), ()


def settle_extent(options: SheetOptions, found: Located) -> SheetOptions:
    """Return the options with the data's name, and the codes of the areas that they show."""
    from geo.briefing.terms.insets import NONE
    from geo.briefing.terms.options import EXTENTS
    from geo.placing.asking.filters import settle_area

    own = replace(options, dataset=found.reading.dataset)

    def settle(said: str) -> str:
        """Return the code of what names an area in any spelling, else the text as it is."""
        return settle_area(said, found.reading.strikes, found.areas, found.pack)

    insets = tuple(each if each == NONE or "," in each else settle(each) for each in own.insets)
    own = replace(own, insets=insets)
    if own.extent in EXTENTS or own.view_box() is not None:
        return own
    return replace(own, extent=settle(own.extent))


def report_sheets(sheets: list[Sheet], out: Path) -> None:
    """Say what the recipient will not see, and warn; the last line counts."""
    from geo.briefing.write import has_second_file, name_second

    if has_second_file(sheets, out.suffix):
        say(f"{name_second(out)}: page 2, with tables, sources and how to read the sheet")
    for sheet in sheets:
        of_many = f"{sheet.facts.title}: " if len(sheets) > 1 else ""
        unseen = sheet.list_unseen("en")
        for warning in unseen.warnings:
            say(f"WARNING: {of_many}{warning}")
        if len(sheets) == 1:
            for note in unseen.notes:
                say(f"not on the sheet: {note}")
    say(f"{out}: {len(sheets)} {'sheet' if len(sheets) == 1 else 'sheets'}, {_word_rows(sheets)}")


def _word_rows(sheets: Sequence[Sheet]) -> str:
    """Return how many strikes are on the sheets; one that is on several is counted once."""
    from geo.strikes.totals import count_totals

    every = sheets[0].strikes
    ids = {each for sheet in sheets if not sheet.overview for each in sheet.shown.index}
    total = count_totals(every[every.index.isin(ids)])
    twice = sum(len(sheet.shown) for sheet in sheets if not sheet.overview) - total.rows
    several = ", some of them on several sheets" if twice else ""
    return (
        f"{total.rows:,} {word_counted(total, of=total.rows)}{several}: "
        f"{total.located:,} located, {total.area_only:,} known only to an area, "
        f"{total.unlocated:,} not located; {total.undated:,} undated"
    )
