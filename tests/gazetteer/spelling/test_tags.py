"""Hashtags, alone and in a row, in both scripts."""

from __future__ import annotations

import pytest

from gazetteer.spelling.tags import write_tags


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("#Millford", "Millford"), ("#Millford #Sandmark", "Millford, Sandmark"),
        ("#Sandmark #Millford market", "Sandmark, Millford market"),
        ("Millford #Sandmark", "Millford, Sandmark"),
        ("#Millford, #Sandmark", "Millford, Sandmark"),
        ("#MillFordBridge", "Mill Ford Bridge"), ("MillFordBridge", "Mill Ford Bridge"),
        ("#ملفرد #ريف_ساندمارك", "ملفرد, ريف ساندمارك"), ("#EastGate", "EastGate"),
        ("MillFord bridge", "MillFord bridge"), ("Unit #", "Unit #"), ("BBC", "BBC"),
    ],
)  # fmt: skip
def test_a_hashtag_is_read_as_words(said: str, written: str) -> None:
    assert write_tags(said, lambda name: name == "EastGate") == written
