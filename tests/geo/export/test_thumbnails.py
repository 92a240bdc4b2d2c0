"""Thumbnails are of the photos that claims name, small, and say nothing of their camera."""

from __future__ import annotations

import base64
import hashlib
import io
from pathlib import Path

import pandas as pd
from PIL import Image
from vast_pictures import VAST_GIF, VAST_PNG

from geo.export.thumbnails import LARGEST, WIDEST, make_thumbnails
from geo.strikes.schema import make_claims


def claims_of(*hashes: str) -> pd.DataFrame:
    rows = [{"claim_id": str(at), "strike_id": "s", "media_sha256": one}
            for at, one in enumerate(hashes)]  # fmt: skip
    return make_claims(pd.DataFrame(rows))


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_photo_is_small_and_without_what_its_file_says(tmp_path):
    path = tmp_path / "below" / "a.jpg"
    path.parent.mkdir()
    exif = Image.Exif()
    exif[271] = "Camera of a person"
    Image.effect_noise((2000, 1500), 90).convert("RGB").save(path, exif=exif)
    sha256 = hash_of(path)
    made = make_thumbnails(claims_of(sha256, sha256), tmp_path)
    (address,) = made.value.values()
    raw = base64.b64decode(address.removeprefix("data:image/jpeg;base64,"))
    small = Image.open(io.BytesIO(raw))
    assert max(small.size) == WIDEST
    assert len(raw) <= LARGEST
    assert b"Camera" not in raw
    assert (made.named, made.found, made.unread) == (1, 1, ())


def test_a_file_that_no_claim_names_is_not_shown(tmp_path):
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    made = make_thumbnails(claims_of("0" * 64), tmp_path)
    assert (made.value, made.named, made.found) == ({}, 1, 0)


def test_a_file_that_is_no_picture_is_told(tmp_path):
    (tmp_path / "v.mp4").write_bytes(b"film")
    made = make_thumbnails(claims_of(hash_of(tmp_path / "v.mp4")), tmp_path)
    assert (made.value, made.unread) == ({}, ("v.mp4",))
    assert "0 thumbnails, 0 kB: of 1 media" in made.told


def test_pictures_too_large_to_be_opened_are_told_as_such(tmp_path):
    for name, content in (("vast.png", VAST_PNG), ("vast.gif", VAST_GIF)):
        (tmp_path / name).write_bytes(content)
    made = make_thumbnails(claims_of(*map(hash_of, tmp_path.iterdir())), tmp_path)
    assert (made.value, made.unread, made.vast) == ({}, (), ("vast.gif", "vast.png"))
    assert "over 100,000,000 pixels, so without one: vast.gif, vast.png" in made.told
