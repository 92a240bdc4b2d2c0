"""Media of the tables that people keep: addresses, hashes and kinds go to the claims."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from geo.reading.read import read_strikes
from geo.strikes.media import Medium, list_media

HASH = "AB" * 32
HEAD = "date,place,source,url,media_url,media_archive_url,sha256,media_type,geolocation_url"
ROW = (
    f"2015-10-01,Talbiseh,SOHR,https://s.example/1,https://v.example/1,https://w.example/1,{HASH},"
    "image/jpeg,https://g.example/t"
)


def read(folder: Path, *lines: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    path = folder / "t.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    reading = read_strikes(path)
    return reading.strikes, reading.claims


def test_media_stand_on_the_claim_of_their_row(tmp_path):
    strikes, claims = read(tmp_path, HEAD, ROW)
    (claim,) = claims.to_dict("records")
    assert (claim["claimant"], claim["url"]) == ("SOHR", "https://s.example/1")
    assert claim["geolocation_url"] == "https://g.example/t"
    assert list_media(claim) == [
        Medium("https://v.example/1", "https://w.example/1", HASH.lower(), "photo")
    ]
    assert pd.isna(strikes["reading_note"].iloc[0])


def test_a_row_that_has_media_alone_has_a_claim(tmp_path):
    _, claims = read(tmp_path, "date,place,media_url", "2015-10-01,Homs,https://v.example/1")
    assert claims["media_url"].tolist() == ["https://v.example/1"]


@pytest.mark.parametrize(
    ("column", "cell"), [("sha256", "12345"), ("media_type", "hologram"), ("sha256", "z" * 64)]
)
def test_what_is_no_hash_and_no_kind_is_told_and_left_empty(tmp_path, column, cell):
    strikes, claims = read(
        tmp_path, f"date,place,media_url,{column}", f"2015-10-01,Homs,https://v.example/1,{cell}"
    )
    assert f"{cell!r} is no" in strikes["reading_note"].iloc[0]
    assert claims[["media_sha256", "media_kind"]].isna().all(axis=None)
    assert claims["media_url"].tolist() == ["https://v.example/1"]


def test_two_claims_in_step_have_a_medium_each(tmp_path):
    _, claims = read(
        tmp_path, "date,place,source,media_url",
        "2015-10-01,Homs,SOHR;SNHR,https://v.example/1;https://v.example/2",
    )  # fmt: skip
    assert claims["media_url"].tolist() == ["https://v.example/1", "https://v.example/2"]


def test_a_row_of_the_syrian_archive_is_a_video(tmp_path):
    _, claims = read(
        tmp_path,
        "code,youtube_id,url,title_orig,recorded,source,loc_en,loc_ar,lat,lon,desc_en,collection",
        "X_1,abc,https://v.example/abc,t,2016-03-14T17:37:31.000Z,SNHR,Homs,,34.73,36.71,d,c",
    )
    (claim,) = claims.to_dict("records")
    assert list_media(claim) == [Medium("https://v.example/abc", None, None, "video")]
