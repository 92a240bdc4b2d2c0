"""Notes of an author are read as they are written, and refused with the remedy."""

from __future__ import annotations

import pytest

from geo.briefing.terms.notes import Note, read_note
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("36.63,35.93: Two: words", Note(36.63, 35.93, "Two: words")),
        (" -1.5 , 0 :  as\nfar ", Note(-1.5, 0, "as far")),
        ("36.63,35.93,12.5: خط التماس", Note(36.63, 35.93, "خط التماس", 12.5)),
        ("36.63,35.93,40,sw: it", Note(36.63, 35.93, "it", 40, "SW")),
    ],
)
def test_a_note_is_read_and_written(said, note):
    assert read_note(said) == note
    assert read_note(note.to_text()) == note


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("words", 'write "36.63,35.93: words"'),
        ("36.63: words", "cannot be read"),
        ("٣٦,35: words", "cannot be read"),
        ("36.63,35.93:  ", "has no words"),
        ("36.63,35.93: \u200b\u202e\udcff", "has no words"),
        ("36.63,135.93: w", "36.63,135.93 is off the earth; longitude comes first"),
        ("36.63,35.93,5000: w", "5000 km; give"),
        ("36.63,35.93,-1: w", "-1 km; give"),
        ("36.63,35.93,0,N: w", "0 km; give"),
        ("36.63,35.93,9,UP: w", "'UP' is no direction; use N, NE"),
        ("36.63,35.93: " + "w" * 121, "has 121 letters; 120 are the most"),
    ],
)
def test_what_is_no_note_is_refused_with_the_remedy(said, why):
    with pytest.raises(SheetError, match=why):
        read_note(said)
    with pytest.raises(SheetError, match=why):
        SheetOptions(notes=(said,))


def test_a_sheet_holds_so_many_notes_and_no_more():
    with pytest.raises(SheetError, match="13 of them; 12 are the most"):
        SheetOptions(notes=("1,2: w",) * 13)
