"""Options come back as they were; what cannot be made is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from sheet_cases import seed_sheet

from geo.briefing.terms.options import PAPERS, SheetOptions
from geo.errors import SheetError
from geo.strikes.filters import Filters


def test_options_come_back_from_json():
    options = SheetOptions(
        title=" Two  words ", filters=Filters(text="x"), paper="a4", as_of=date(2020, 1, 2),
        extent="36, 35, 37, 36", undated="without", dataset="A Table 3.1", notes=("1,2: Here",),
    )  # fmt: skip
    assert SheetOptions.from_json(options.to_json()) == options
    assert options.title == "Two words"
    before = {name: value for name, value in options.to_json().items() if name != "dataset"}
    assert SheetOptions.from_json(before).dataset == ""
    assert "labels" not in before, "the usual one is not told"
    both = SheetOptions(labels="both", credit="Map: the\ndesk")
    assert both.credit == "Map: the desk"
    assert SheetOptions.from_json(both.to_json()) == both
    assert options.view_box() == (36, 35, 37, 36)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"paper": "a0"}, "paper: 'a0' is unknown"),
        ({"language": "de"}, "language: 'de' is unknown"),
        ({"labels": "greek"}, "labels: 'greek' is unknown"),
        ({"projection": "flat"}, "projection: 'flat' is unknown"),
        ({"extent": "1,2,3"}, "is no box"),
        ({"extent": "40,35,36,36"}, "empty or off the earth"),
        ({"extent": "Atlantis"}, "is no governorate"),
        ({"trend": "weather"}, "trend: 'weather' is unknown"),
        ({"compare": "last year"}, "is neither a period, such as 2015-10-01..2015-10-31"),
        ({"compare": "2015-13-01..2015-10-31"}, "is neither a period"),
        ({"compare": "2015-11-01..2015-10-31"}, "is neither a period"),
        ({"compare": "kind=airstrike", "trend": "area"}, "choose one"),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_remedy(options, message):
    with pytest.raises(SheetError, match=re.escape(message)):
        seed_sheet(**options)


def test_what_both_filters_name_is_found_and_comes_back_from_json():
    def settle(filters: Filters) -> Filters:
        return replace(filters, governorates=tuple(f"SY-{name}" for name in filters.governorates))

    asked = SheetOptions(filters=Filters(governorates=("Hama",)), compare="governorate=Idleb")
    found = asked.settle(settle, settle)
    assert found.filters.governorates == ("SY-Hama",)
    assert found.compared().governorates == ("SY-Idleb",)
    again = SheetOptions.from_json(found.to_json())
    assert again.compared() == found.compared()
    assert again.settle(lambda same: same, lambda same: same) == found
    period = replace(asked, compare="2015-10-01..2015-10-31").settle(settle, lambda same: same)
    assert period.compared().governorates == ("SY-Hama",)


def test_every_paper_has_text_of_a_size_that_its_options_name():
    for name, paper in PAPERS.items():
        assert paper.width * paper.dpi / 72 == pytest.approx(round(paper.width * paper.dpi / 72))
        assert paper.small >= 8, name
