"""What columns and kinds are called elsewhere: every one, alike nowhere, in the map's colours."""

from __future__ import annotations

import re

from paths import ROOT

from geo.export.labels.column_titles import TITLES, title_of
from geo.export.labels.hxl_row import HXL_TAGS, list_tags
from geo.export.labels.kind_colours import KIND_COLOURS
from geo.reading.hxl_tags import field_of_tag
from geo.strikes.schema import CLAIM_COLUMNS, KINDS, STRIKE_COLUMNS

LOOK = ROOT / "geo" / "webmap" / "static" / "look" / "colour_groups.js"
STRIKE_NAMES = ["strike_id", *(column.name for column in STRIKE_COLUMNS), "lon", "lat"]
CLAIM_NAMES = [column.name for column in CLAIM_COLUMNS]


def test_every_column_has_a_readable_name_that_no_other_of_its_table_has():
    for names in (STRIKE_NAMES, CLAIM_NAMES):
        titles = [TITLES[name] for name in names]
        assert len(set(titles)) == len(titles)
    assert set(TITLES) == {*STRIKE_NAMES, *CLAIM_NAMES}
    assert title_of("distance_to_sites_km") == "distance to sites km"


def test_hxl_tags_are_written_as_hxl_does_and_none_stands_for_two_columns():
    for names in (STRIKE_NAMES, CLAIM_NAMES):
        tags = [tag for tag in list_tags(names) if tag]
        assert len(set(tags)) == len(tags)
        assert all(re.fullmatch(r"#[a-z][a-z0-9]*(\+[a-z][a-z_0-9]*)*", tag) for tag in tags)
    assert set(HXL_TAGS) <= {*STRIKE_NAMES, *CLAIM_NAMES}


# The HXL core schema 1.1 (HDX, hxl-core-schemas), of its hashtags those for who, where, when, what.
CORE = {"#event", "#date", "#loc", "#geo", "#adm1", "#adm2", "#adm3", "#country", "#group",
        "#affected", "#description", "#meta"}  # fmt: skip


def test_hxl_tags_are_of_the_core_schema_and_hold_the_types_that_its_validators_take():
    types = {column.name: column.dtype for column in (*STRIKE_COLUMNS, *CLAIM_COLUMNS)}
    for name, tag in HXL_TAGS.items():
        hashtag = tag.partition("+")[0]
        assert hashtag in CORE
        if hashtag == "#date":
            assert types[name] == "date" or name == "published", "libhxl: Expected a date"
        if hashtag == "#affected":
            assert types[name] not in ("text", "date"), "libhxl: Expected a number"


def test_our_own_reader_takes_the_tags_for_what_they_mean():
    meant = {
        "date_start": "date", "date_end": "date_end", "place_name": "place_text", "lat": "lat",
        "lon": "lon", "kind": "kind", "killed_min": "killed_min", "killed_max": "killed_max",
        "injured_min": "injured_min", "adm1_name": "governorate_text", "strike_id": "id",
        "time_local": "time_local", "actor": "actor", "published": "published",
    }  # fmt: skip
    assert {name: field_of_tag(HXL_TAGS[name]) for name in meant} == meant


def test_kinds_have_the_colours_of_the_web_map():
    script = LOOK.read_text("utf-8")
    fixed = script.partition("kind: {")[2].partition("}")[0]
    drawn = dict(re.findall(r'(\w+): "(#[0-9a-f]{6})"', fixed))
    drawn["other"] = re.search(r'OTHER = "(#[0-9a-f]{6})"', script)[1]
    assert {kind: one.colour for kind, one in KIND_COLOURS.items()} == drawn
    assert list(KIND_COLOURS) == list(KINDS)
    assert KIND_COLOURS["airstrike"].rgb == (213, 94, 0)
