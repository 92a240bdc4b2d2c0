"""One decoder for the tests of a file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from payload_reader import PayloadReader


@pytest.fixture(scope="module")
def browser(node: str) -> Iterator[PayloadReader]:
    """Give the browser's own decoder: payloads in, all that they say out."""
    decoder = PayloadReader(node)
    yield decoder
    decoder.close()
