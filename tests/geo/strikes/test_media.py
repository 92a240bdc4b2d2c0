"""The media of claims: what belongs to what is told, and never guessed."""

from __future__ import annotations

from geo.strikes.media import Medium, list_media, split_addresses

ONE, TWO = "https://a.example/v;1", "https://b.example/p.jpg"
HASH = "a" * 64


def test_addresses_are_told_apart_though_they_hold_a_semicolon():
    assert split_addresses(f"{ONE}; {TWO}") == split_addresses(f"{ONE};{TWO}") == [ONE, TWO]
    assert split_addresses(f"{ONE}\n{TWO}") == [ONE, TWO]
    assert split_addresses("") == split_addresses(None) == []


def test_copies_and_hashes_belong_to_the_addresses_in_order():
    claim = {"media_url": f"{ONE}; {TWO}", "media_sha256": f"{HASH};{'b' * 64}",
             "media_kind": "video;photo"}  # fmt: skip
    assert list_media(claim) == [
        Medium(ONE, None, HASH, "video"), Medium(TWO, None, "b" * 64, "photo"),
    ]  # fmt: skip


def test_one_kind_is_that_of_all():
    claim = {"media_url": f"{ONE}; {TWO}", "media_kind": "video"}
    assert [one.kind for one in list_media(claim)] == ["video", "video"]


def test_where_numbers_differ_nothing_is_said_to_belong_together():
    claim = {"media_url": f"{ONE}; {TWO}", "media_archive_url": "https://c.example/x",
             "media_sha256": None, "media_kind": None}  # fmt: skip
    assert list_media(claim) == [
        Medium(ONE), Medium(TWO), Medium(archive="https://c.example/x"),
    ]  # fmt: skip


def test_a_claim_without_media_has_none():
    assert list_media({"media_url": float("nan")}) == []
