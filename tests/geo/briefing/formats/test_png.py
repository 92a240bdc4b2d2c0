"""A PNG has the size that its paper names."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from sheet_cases import seed_file


@pytest.mark.parametrize(
    ("paper", "size", "dpi"),
    [
        ("16:9", (2560, 1440), 192),
        ("4:3", (1920, 1440), 192),
        ("square", (1920, 1920), 192),
        ("a4", (2480, 3508), 300),
        ("letter", (2550, 3300), 300),
    ],
)
def test_a_png_has_the_pixels_its_paper_names(paper, size, dpi):
    with Image.open(io.BytesIO(seed_file(".png", paper=paper))) as picture:
        assert picture.size == size
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)
