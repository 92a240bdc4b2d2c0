"""What the command line asks of sheets, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from strikemap.cli.briefing.story import refuse_beside_story

if TYPE_CHECKING:
    from geo.briefing.terms.options import SheetOptions
    from geo.strikes.filters import Filters

__all__ = ["OnMap", "check_asked", "holds_several", "make_options"]


@dataclass(frozen=True, slots=True)
class OnMap:
    """What is asked for on the map besides the strikes."""

    graticule: bool = False
    ground: bool = True
    notes: tuple[str, ...] = ()
    insets: tuple[str, ...] = ()

    def list_given(self) -> dict[str, bool]:
        """Return which options are given, by name."""
        return {"--graticule": self.graticule, "--no-ground": not self.ground,
                "--note": bool(self.notes), "--inset": bool(self.insets)}  # fmt: skip


def check_asked(
    asked: Mapping[str, str], filters: Filters, as_of: str, *, atlas: str, story: str,
    again: Path | None, on_map: OnMap,
) -> None:  # fmt: skip
    """Refuse options that do not go together, as wrong usage."""
    from geo.briefing.terms.chapters import CHAPTER_PARTS

    charts = asked["trend"] or asked["compare"]
    if atlas and charts:
        raise typer.BadParameter("an atlas has maps", param_hint="--trend, --compare")
    if asked["colour"] and charts:
        raise typer.BadParameter("charts have no circles to colour", param_hint="--colour")
    if asked["strike"] and atlas:
        raise typer.BadParameter("a sheet of one strike is no atlas", param_hint="--strike")
    if on_map.insets and charts:
        raise typer.BadParameter("charts have no map to enlarge", param_hint="--inset")
    _check_again(again, filters, as_of, atlas or story, asked)
    given = on_map.list_given()
    if again is not None and any(given.values()):
        hint = ", ".join(name for name, is_given in given.items() if is_given)
        raise typer.BadParameter("the sheet tells its own options", param_hint=hint)
    if story:
        own = {f"--{part}": asked.get(part) for part in CHAPTER_PARTS if part != "extent"}
        query = filters.to_query()
        refuse_beside_story(
            {
                "--filter or --district": query,
                "--atlas": atlas,
                "--note": on_map.notes,
                "--inset": on_map.insets,
                **own,
            }
        )


def holds_several(again: Path) -> bool:
    """Return whether a file of sheets tells that it is an atlas or a story."""
    from geo.briefing.again import read_description

    return bool({"atlas", "story"} & read_description(again).keys())


def make_options(
    asked: dict[str, str],
    filters: Filters,
    as_of: str,
    *,
    metadata: bool,
    on_map: OnMap,
) -> SheetOptions:
    """Return what the sheet is asked to be; what cannot be is wrong usage."""
    from datetime import date

    from geo.briefing.terms.options import SheetOptions
    from geo.errors import SheetError

    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError as error:
        raise typer.BadParameter(
            f"{as_of} is no day; write it as year-month-day", param_hint="--as-of"
        ) from error
    try:
        made = SheetOptions(**asked, filters=filters, as_of=day, metadata=metadata)  # type: ignore[arg-type] # the options check their own words
        return replace(
            made, graticule=on_map.graticule, notes=on_map.notes, insets=on_map.insets,
            ground="auto" if on_map.ground else "none",
        )  # fmt: skip
    except SheetError as error:
        raise typer.BadParameter(str(error)) from error


def _check_again(
    again: Path | None, filters: Filters, as_of: str, atlas: str, asked: Mapping[str, str]
) -> None:
    """Refuse options beside --again, which takes them all from the sheet."""
    usual = {"language": "en", "digits": "western", "paper": "16:9", "extent": "auto",
             "projection": "transverse-mercator", "labels": "latin"}  # fmt: skip
    other = any(value != usual.get(name, "") for name, value in asked.items())
    if again is not None and (filters.to_query() or as_of or atlas or other):
        raise typer.BadParameter(
            "the sheet tells its own filters and options; leave the others out",
            param_hint="--again",
        )
