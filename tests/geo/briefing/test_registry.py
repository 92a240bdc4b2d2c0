"""Every format of sheets has what the command line and the page need of it."""

from __future__ import annotations

from pkgutil import iter_modules

import pytest

from geo.briefing import formats
from geo.briefing.registry import find_format, list_formats, list_suffixes
from geo.errors import SheetError


def test_the_endings_are_those_that_users_know():
    assert {".png", ".pdf", ".svg", ".pptx", ".gif", ".mp4"} <= set(list_suffixes())
    assert {".pdf", ".pptx"} <= set(list_suffixes(several=True))
    assert not {".png", ".svg", ".gif", ".mp4"} & set(list_suffixes(several=True))
    assert list_suffixes()[0] == ".png", "the first is what help and pages lead with"


def test_every_module_of_formats_holds_one_and_no_ending_is_claimed_twice():
    modules = [module.name for module in iter_modules(formats.__path__)]
    assert len(list_formats()) == len(modules), "a module of geo/briefing/formats has no FORMAT"
    assert len(set(list_suffixes())) == len(list_suffixes())


@pytest.mark.parametrize("each", list_formats(), ids=lambda each: each.suffix)
def test_a_format_is_found_in_any_case_and_worded_for_help_and_pages(each):
    assert find_format(each.suffix.upper()) is each
    assert each.sentence[0].isupper()
    assert len(each.sentence) <= 55, "a line of help has 80 characters"
    assert each.label
    assert "/" in each.mime


def test_an_unknown_ending_is_refused_naming_those_there_are():
    with pytest.raises(SheetError, match=r"unknown kind of sheet; use one of \.png, \.pdf"):
        find_format(".doc")
