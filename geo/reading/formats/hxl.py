"""HDX tables with HXL hashtags: what the columns mean is said by the tags of their second row.

Tags and attributes: geo/reading/hxl_tags.py. A column without a tag is recognised by its name, as
in any table, where no tag gives its field; one whose tag narrows it may count a part of a toll,
such as the children. The row of tags itself is no record: the container takes it out.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo.reading.columns import guess_columns
from geo.reading.columnwise.parts import join_parts
from geo.reading.fields import read_fields, take_fields
from geo.reading.headers import note_unused
from geo.reading.hxl_tags import columns_of_tags
from geo.reading.kinds import Format, ReadOptions
from geo.reading.recognise.not_rows import find_not_rows
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["HXL"]

_DATED = {"date", "year"}
_PARTS = {"killed_part", "injured_part"}
_PLACED = {"place_text", "governorate_text", "pcode", "lat", "point"}


def _recognise(table: Table) -> float:
    fields = set(columns_of_tags(_tags_of(table)).values())
    # A publisher's own format knows more of the codes; names alone know less.
    return 0.6 if fields & _DATED and fields & _PLACED else 0.0


def _tags_of(table: Table) -> Mapping[str, str]:
    return {column: tag for column, tag in table.tags.items() if column in table.cells.columns}


def _read(table: Table, options: ReadOptions) -> Reading:
    tags = _tags_of(table)
    tagged = columns_of_tags(tags)
    others = [column for column in table.cells.columns if column not in tagged]
    guessed = {
        column: field
        for column, field in guess_columns(others).items()
        if field in _PARTS or (_may_name(tags.get(column, "")) and field not in tagged.values())
    }
    columns = {**tagged, **guessed}
    fields, on_parts = join_parts(take_fields(table, columns))
    return read_fields(
        note_unused(table, columns, *on_parts),
        fields,
        title="HDX table with HXL tags",
        columns=columns,
        kind=options.kind,
        order=options.order,
        refused=find_not_rows(table.cells, columns),
    )


def _may_name(tag: str) -> bool:
    """Say whether a name may speak for a column: it has no tag, or one of no figure or place."""
    return not tag.strip() or tag.strip().startswith(("#event", "#actor", "#group", "#meta"))


HXL = Format(
    name="HXL",
    sentence="A table of the Humanitarian Data Exchange with HXL tags in its second row, which "
    "say what its columns mean.",
    recognise=_recognise,
    read=_read,
)
