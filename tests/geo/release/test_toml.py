"""A release profile is read strictly: each slip is refused with file, line, key and remedy."""

from __future__ import annotations

from datetime import date

import pytest

from geo.errors import ReleaseError
from geo.release.profile import Cells, Coarsening, Days
from geo.release.toml import parse_profile, read_profile

WHOLE = """
name = "Partners"
layers = true

[columns]
strikes = ["kind", "killed_min", "killed_max"]

[[coarsen]]
target_kinds = ["medical", "camp"]
place_kinds = ["camp"]
words = ["clinic"]
grid_km = 10

[[coarsen]]
everywhere = true
to = "governorate"

[days]
last = 14
undated = true
spans = [{ from = 2024-01-01, to = 2024-02-01 }]

[cells]
strikes = 5
people = 3
"""


def test_a_whole_profile_is_read():
    read = parse_profile(WHOLE.encode(), "partners.toml")
    assert (read.name, read.layers) == ("Partners", True)
    assert read.columns.strikes == {"kind", "killed_min", "killed_max"}
    assert read.columns.claims is None, "not named: all leave"
    kinds = frozenset(("medical", "camp"))
    assert read.coarsen == (
        Coarsening("grid", 10.0, kinds, frozenset(("camp",)), ("clinic",)),
        Coarsening("governorate", everywhere=True),
    )
    assert read.days == Days(14, ((date(2024, 1, 1), date(2024, 2, 1)),), undated=True)
    assert read.cells == Cells(5, 3)
    assert parse_profile(b"[cells]\nstrikes = 5", "desk/own.toml").name == "own"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds nothing back"),
        ('name = "x"', "holds nothing back"),
        ("[days", "is no TOML"),
        ("[cells]\nstrikes = 5\nstrikes = 6", "is no TOML"),
        ("[dayz]\nlast = 3", "p.toml:1: dayz: is no key here; the keys are name, columns"),
        ("\n\n[days]\nlats = 3", "p.toml:4: days.lats: is no key here; the keys are last"),
        ('[columns]\nstrikes = [\n"kind",\n"plaice"]', "p.toml:4: columns.strikes: 'plaice' is un"),
        ('[columns]\nstrikes = ["title"]', "'title' is unknown; use kind"),
        ('[columns]\nclaims = "title"', 'no list of words; write ["one"'),
        ('[columns]\nstrikes = ["killed_min"]', "without killed_max; list both or neither"),
        ('[columns]\nstrikes = ["date_end"]', "without date_start"),
        ("columns = 3", "p.toml:1: columns: is no table; write [columns]"),
        ("[coarsen]\nto = 'district'", "no list of tables; write [[coarsen]]"),
        ('[[coarsen]]\nto = "district"', "means no strikes; give target_kinds"),
        ('[[coarsen]]\ntarget_kinds = ["hospital"]\nto = "district"', "use armed_group, mil"),
        ('[[coarsen]]\nplace_kinds = ["home"]\nto = "district"', "use settlement"),
        ('[[coarsen]]\nwords = ["  "]\nto = "district"', "empty word"),
        ('[[coarsen]]\nwords = []\nto = "district"', "empty word"),
        ('[[coarsen]]\nwords = ["a"]', "give either to, an area, or grid_km"),
        ('[[coarsen]]\nwords = ["a"]\nto = "district"\ngrid_km = 5', "give either to"),
        ('[[coarsen]]\nwords = ["a"]\nto = "village"', "'village' is no area; use district, gov"),
        (
            '[[coarsen]]\nwords = ["a"]\nto = "district"\n\n[[coarsen]]\nwords = ["b"]\nto = "x"',
            "p.toml:7: coarsen.to: 'x' is no area",
        ),
        ('[[coarsen]]\nwords = ["a"]\ngrid_km = 0', "0 will not do; give km, 1 to 500"),
        ('[[coarsen]]\nwords = ["a"]\ngrid_km = true', "give km"),
        ('[[coarsen]]\neverywhere = 1\nto = "district"', "give true or false"),
        ("[days]\nlast = 0", "p.toml:2: days.last: 0 will not do; give a whole number"),
        ("[days]\nlast = 2.5", "give a whole number"),
        ("[days]\nspans = [{from = 2024-01-02}]", "days.spans.to: is missing"),
        ('[days]\nspans = [{from = "2024-01-02", to = 2024-01-03}]', "is no day"),
        ("[days]\nspans = [{from = 2024-01-02, to = 2024-01-01}]", "swap the two"),
        ("[days]\nspans = [{from = 2024-01-02T10:00:00, to = 2024-01-03}]", "is no day"),
        ("[days]\nspans = 3", "no list of tables; write spans = ["),
        ("[cells]\nstrikes = 1", "cells.strikes: 1 will not do; give a whole number, 2"),
        ('layers = "yes"\n[cells]\nstrikes = 5', "layers: 'yes' will not do; give true or false"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(text, said):
    with pytest.raises(ReleaseError) as caught:
        parse_profile(text.encode(), "p.toml")
    assert str(caught.value).startswith("p.toml")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe", "UTF-8"), (b"#" * 1_000_001, "no release profile")],
)
def test_a_file_that_is_no_profile_is_refused(tmp_path, content, said):
    path = tmp_path / "p.toml"
    path.write_bytes(content)
    with pytest.raises(ReleaseError, match=said):
        read_profile(path)
    with pytest.raises(ReleaseError, match=r"gone.toml: .* cannot be read"):
        read_profile(tmp_path / "gone.toml")
