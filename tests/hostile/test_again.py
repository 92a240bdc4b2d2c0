"""A sheet that says other things of itself than we write: one line, whatever stands in it."""

from __future__ import annotations

import json
from pathlib import Path
from unittest import mock

import pytest

from geo.briefing import again
from geo.briefing.content.metadata import KEY, VERSION
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError

SOUND = {KEY: VERSION, "options": SheetOptions().to_json(), "boundaries": "", "gazetteer": ""}


def describe(path: Path, **parts: object) -> dict[str, object]:
    """Read the description of a sheet that has other parts."""
    path.write_text("a sheet", encoding="utf-8")
    reader = mock.Mock(suffix=path.suffix, read_description=lambda _: json.dumps(SOUND | parts))
    with mock.patch.object(again, "list_formats", return_value=[reader]):
        return again.read_description(path)


@pytest.mark.parametrize(
    "parts",
    [
        {"options": None}, {"options": 5}, {"options": []}, {"atlas": 5}, {"atlas": None},
        {"atlas": {"options": {}}}, {"atlas": {"by": "month", "options": None}},
        {"atlas": {"by": "month"}}, {"story": []}, {"story": [5]}, {"story": {}}, {"story": None},
        {"layers": 5}, {"layers": "ab"}, {"layers": None},
    ],
)  # fmt: skip
def test_parts_of_another_kind_are_refused(tmp_path: Path, parts: dict[str, object]) -> None:
    with pytest.raises(SheetError, match=r"sheet\.png: what it says of itself was changed by hand"):
        describe(tmp_path / "sheet.png", **parts)


def test_a_sound_description_is_read(tmp_path: Path) -> None:
    said = describe(tmp_path / "a.png", atlas={}, story=[SOUND["options"]], layers=["front"])
    assert SheetOptions.from_json(said["options"]) == SheetOptions()


@pytest.mark.parametrize("value", [None, 5, ["a"], {"a": 1}, True])
@pytest.mark.parametrize("name", ["title", "filters", "paper", "extent", "compare", "release"])
def test_an_option_that_is_no_text_is_refused(name: str, value: object) -> None:
    with pytest.raises(SheetError, match=f"its options cannot be read .{name} is"):
        SheetOptions.from_json({**SheetOptions().to_json(), name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("as_of", 5),
        ("graticule", "yes"),
        ("labels", None),
        ("notes", 5),
        ("notes", [5]),
        ("insets", "SY07"),
        ("insets", [None]),
        ("ground", True),
    ],
)
def test_other_options_have_their_kind(name: str, value: object) -> None:
    with pytest.raises(SheetError, match="its options cannot be read"):
        SheetOptions.from_json({**SheetOptions().to_json(), name: value})
