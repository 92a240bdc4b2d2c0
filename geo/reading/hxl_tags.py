"""HXL hashtags, as data: what a tagged column means.

HDX publishes tables whose second row holds tags such as #date+start or #affected+killed. Tags and
attributes: the HXL core schema 1.1 (hxlstandard.org). A tag whose attributes narrow it to a part,
such as #affected+killed+children, is not the whole and means no field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.reading.column_names import SEVERAL

__all__ = ["TAGS", "columns_of_tags", "field_of_tag"]

# {hashtag with its attributes in the order of the alphabet: word of FIELDS}; of two tags for one
# field the first wins.
TAGS: dict[str, str] = {
    "#event+id": "id",
    "#meta+id": "id",
    "#date+start": "date",
    "#date+occurred": "date",
    "#date": "date",
    "#date+end": "date_end",
    "#date+reported": "published",
    "#date+published": "published",
    "#date+time": "time_local",
    "#date+hour": "time_local",
    "#time": "time_local",
    "#meta+local+time": "time_local",
    "#date+year": "year",
    "#date+month": "month",
    "#date+day": "day",
    "#loc+name": "place_text",
    "#loc": "place_text",
    "#adm5+name": "place_text",
    "#adm4+name": "place_text",
    "#adm1+name": "governorate_text",
    "#adm1": "governorate_text",
    "#adm2+name": "adm2_text",
    "#adm2": "adm2_text",
    "#adm3+name": "adm3_text",
    "#adm3": "adm3_text",
    "#country+name": "country",
    "#country": "country",
    "#country+code": "country",
    "#adm1+code": "pcode",
    "#adm2+code": "pcode",
    "#adm3+code": "pcode",
    "#adm4+code": "pcode",
    "#loc+code": "pcode",
    "#geo+lat": "lat",
    "#geo+lon": "lon",
    "#geo+coord": "point",
    "#geo+precision": "precision",
    "#event+type": "kind",
    "#event+subtype": "kind",
    "#group+alleged+name": "actor",
    "#affected+killed": "killed",
    "#affected+killed+max": "killed_max",
    "#affected+killed+min": "killed_min",
    "#affected+civilian+killed": "civilians_killed",
    "#affected+civilians+killed": "civilians_killed",
    "#affected+injured": "injured",
    "#affected+injured+max": "injured_max",
    "#affected+injured+min": "injured_min",
    "#meta+name+source": "source",
    "#meta+source": "source",
    "#meta+source+url": "url",
    "#meta+url": "url",
    "#description": "note",
    "#event+description": "note",
    "#event+desc": "note",
    "#description+notes": "note",
    "#meta+description": "note",
    "#meta+comments": "note",
}
# Attributes that change nothing of what a column means: units, sums, vocabularies, languages.
_PASSED = re.compile(r"num|ind|total|all|best|text|v_\w+|i_[a-z]{2,3}|alt")
_LANGUAGE = re.compile(r"\+\s*i_[a-z]{2,3}\b")
_SEVERAL = {*SEVERAL, "kind"}
_TAG = re.compile(r"#[a-z]\w*(?:\s*\+\s*[a-z]\w*)*")


def field_of_tag(tag: str) -> str | None:
    """Return the word of FIELDS that a tag stands for, None where it stands for none.

    >>> field_of_tag("#affected +killed +num"), field_of_tag("#affected+killed+f")
    ('killed', None)
    """
    return TAGS.get(_simplify(tag))


def columns_of_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return what tagged columns mean: {column: word of FIELDS}.

    tags: {column: tag}. A field has one column, that of the tag which TAGS lists first, but for
    those that several columns may have.
    """
    ranks = {tag: rank for rank, tag in enumerate(TAGS)}
    known = {column: _simplify(tag) for column, tag in tags.items() if field_of_tag(tag)}
    chosen: dict[str, str] = {}
    for column in sorted(known, key=lambda one: ranks[known[one]]):
        field = TAGS[known[column]]
        if field in _SEVERAL or field not in chosen.values():
            chosen[column] = field
        elif field == "place_text" and _LANGUAGE.search(tags[column].casefold()):
            chosen.setdefault(column, "place_text_ar")
    return {column: chosen[column] for column in tags if column in chosen}


def _simplify(tag: str) -> str:
    """Return a tag as TAGS writes it, "" for what is no tag."""
    plain = tag.strip().casefold()
    if not _TAG.fullmatch(plain):
        return ""
    hashtag, *attributes = (part.strip() for part in plain.split("+"))
    telling = sorted(one for one in set(attributes) if not _PASSED.fullmatch(one))
    return "+".join([hashtag, *telling])
