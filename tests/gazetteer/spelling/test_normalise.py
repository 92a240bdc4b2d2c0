"""Plain texts: case, spaces, digits and marks fold away; nothing else does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.spelling.normalise import fold_words, strip_marks

# Latin, Greek, Arabic with its signs, their digits and spaces: what tables hold.
written = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("AaİıßẞﬁŠéΣς٣۷７²إأٱةىمُعَرّـ \t\n\u00a0\u200f-'’"),
    )
)

SAME_WORDS = [
    ("Not  Reported", "not reported"),
    (" STRASSE\t", "straße"),
    ("غير\u00a0معروف", "غير معروف"),
]
WITHOUT_MARKS = [
    ("Ma‘arrat an-Nu‘mān", "Ma‘arrat an-Nu‘man"),
    ("مُعَرَّة النُّعْمَان", "معرة النعمان"),
    ("Şanlıurfa", "Sanlıurfa"),
    ("ﬁ", "fi"),
    ("Plain, as it is", "Plain, as it is"),
]


@pytest.mark.parametrize(("one", "other"), SAME_WORDS)
def test_case_and_spaces_fold_away(one: str, other: str) -> None:
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize(("text", "bare"), WITHOUT_MARKS)
def test_marks_go_and_letters_stay(text: str, bare: str) -> None:
    assert strip_marks(text) == bare


@pytest.mark.parametrize("fold", [fold_words, strip_marks])
@given(text=written)
def test_what_is_folded_stays_so(fold, text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(written)
def test_words_are_blind_to_case_and_to_the_spaces_around_them(text: str) -> None:
    assert fold_words(text.lower()) == fold_words(text)
    assert fold_words(f" {text}\n") == fold_words(text)


@given(written)
def test_no_combining_mark_stays(text: str) -> None:
    assert not any(map(unicodedata.combining, strip_marks(text)))
