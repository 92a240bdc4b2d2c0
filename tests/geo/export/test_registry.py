"""Every export format has what the command line and the app need of it."""

from __future__ import annotations

from pkgutil import iter_modules

import pytest

from geo.export import formats
from geo.export.registry import find_format, list_formats, list_suffixes


def test_the_endings_are_those_that_users_know():
    known = {".geojson", ".json", ".csv", ".gpkg", ".parquet", ".geoparquet", ".kml", ".html"}
    assert known <= set(list_suffixes())
    assert list_suffixes()[0] == ".geojson", "the first is what help and pages lead with"


@pytest.mark.parametrize("ending", list_suffixes())
def test_an_ending_finds_its_format_in_any_case(ending):
    found = find_format(ending.upper())
    assert found is not None
    assert ending in found.suffixes


def test_an_unknown_ending_finds_none():
    assert find_format(".doc") is None
    assert find_format("") is None


@pytest.mark.parametrize("each", list_formats(), ids=lambda each: each.suffixes[0])
def test_a_format_is_worded_for_help_and_pages(each):
    assert each.sentence[0].isupper()
    assert len(each.sentence) <= 55, "a line of help has 80 characters"
    assert "/" in each.mime
    assert all(suffix.startswith(".") and suffix.islower() for suffix in each.suffixes)


def test_every_module_of_formats_holds_one_and_no_ending_is_claimed_twice():
    modules = [module.name for module in iter_modules(formats.__path__)]
    assert len(list_formats()) == len(modules), "a module of geo/export/formats has no FORMAT"
    assert len(set(list_suffixes())) == len(list_suffixes())
