"""Angles in every common form: read as what they are, or refused by name."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.reading.values.degrees import decimals_of, read_degrees
from geo.reading.values.plain import CellError

SOUTH_POINT = 33.7531  # 33°45'11", a made-up latitude


@pytest.mark.parametrize(
    "text",
    ["N33°45'11\"", "33 45 11 N", "33-45-11N", "33° 45.186' N", "33°45'11\"N", "334511N",
     "33:45:11",
     "33.7531", "33,7531", "\u200f33.7531\u200e", "٣٣٫٧٥٣١", "33.7531 north", "N 33.7531",
     "33.7531°", "33,7531° N", "33º45’11”N", "33°45′11″N", "33 45 11", "33 45.186", "33d45m11s",
     "33deg 45min 11sec N", "33°45'11''N", "33° 45' 11\" شمال", "33°45'11\" с.ш.", "+33.7531",
     "33°45'11\" nord", "33:45:11 N"],
)  # fmt: skip
def test_a_latitude_reads_alike_in_every_form(text: str) -> None:
    assert read_degrees(text, "latitude") == pytest.approx(SOUTH_POINT, abs=2e-4)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [("E036°27'00\"", 36.45), ("036-27-00E", 36.45), ("0362700E", 36.45), ("362700E", 36.45),
     ("03627E", 36.45), ("36 27 00 W", -36.45), ("-36.45", -36.45), ("36.45 غرب", -36.45),
     ("70°30'W", -70.5)],
)  # fmt: skip
def test_a_longitude_reads_alike_in_every_form(text: str, degrees: float) -> None:
    assert read_degrees(text, "longitude") == pytest.approx(degrees)


@pytest.mark.parametrize(
    ("text", "why"),
    [("33 45", "no angle"), ("33-45", "no angle"), ("33:45", "no angle"), ("33.45.11", "no angle"),
     ("33°72'N", "no angle"), ("33°45'61\"", "no angle"), ("33.5°30'", "no angle"),
     ("33..5", "no angle"), ("nan", "no angle"), ("inf", "no angle"), ("1_0", "no angle"),
     ("33,753,100", "no angle"), ("33²", "no angle"), ("33n45", "no angle"),
     ("334511", "out of range"), ("95", "out of range"), ("33451N", "out of range"),
     ("36E", "is a longitude .E.*swapped"), ("33°45'11\" O", "O is west"),
     ("-33.5 S", "a sign and a hemisphere"), ("about 33", "no angle")],
)  # fmt: skip
def test_an_angle_that_leaves_a_doubt_is_refused(text: str, why: str) -> None:
    with pytest.raises(CellError, match=why):
        read_degrees(text, "latitude")


FORMS = (
    "{d}°{m}'{s}\"{h}", "{h}{d}°{m}'{s}\"", "{h} {d} {m} {s}", "{d} {m} {s} {h}",
    "{d}-{m:02}-{s:02}{h}",
    "{d:02}{m:02}{s:02}{h}", "{d}:{m}:{s}{h}", "{d}° {m}' {s}'' {h}", "{d}º {m}′ {s}″ {h}",
)  # fmt: skip


@given(
    st.integers(0, 89), st.integers(0, 59), st.integers(0, 59),
    st.sampled_from("NS"), st.sampled_from(FORMS),
)  # fmt: skip
def test_no_form_reads_as_another_angle(d: int, m: int, s: int, h: str, form: str) -> None:
    angle = (d + m / 60 + s / 3600) * (1 if h == "N" else -1)
    assert read_degrees(form.format(d=d, m=m, s=s, h=h), "latitude") == pytest.approx(angle)


@given(st.text("0123456789.,-:°'\" NSEWdms", max_size=14), st.sampled_from("EW"))
def test_an_angle_is_within_its_range_and_never_of_the_other_axis(text: str, other: str) -> None:
    assume(text.strip())
    try:
        assert -90 <= read_degrees(text, "latitude") <= 90
    except CellError:
        return
    assert other not in text


@pytest.mark.parametrize(
    ("text", "decimals"),
    [("36", 0), ("36.4", 1), ("36,4523", 4), ("36°27'N", 2), ("36°27'11\"N", None),
     ("36 27.19 N", None), ("362711N", None), ("3627N", 2), ("36.45N", 2)],
)  # fmt: skip
def test_how_sharp_an_angle_is_written(text: str, decimals: int | None) -> None:
    assert decimals_of(text) == decimals


def test_a_negative_number_of_a_list_of_refused_rows_is_read_again() -> None:
    assert read_degrees("'-70.5", "longitude") == read_degrees("-70.5", "longitude") == -70.5
