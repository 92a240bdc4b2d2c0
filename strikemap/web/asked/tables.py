"""Strikes with their claims, which nobody changes, and what reruns of a page ask of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.language import spoken
from geo.strikes.filters import Filters
from geo.strikes.totals import Units, count_units
from geo.webmap.payload.encode import Payload, encode_strikes
from geo.webmap.payload.kept import Kept
from strikemap.web.asked.lately import Lately
from strikemap.web.asked.sieve import Marks, Sieve

__all__ = ["Asked", "newest_claim"]

MOST_REMEMBERED = 32  # answers of one dataset, each up to some 10 kB
MOST_TOLD = 24  # of some of its rows, each up to some 2 MB: a table of the page has 1,000 rows
MOST_DIGESTS = 4  # of the rows of runs, that of a large table some 2 MB
Made = TypeVar("Made")
_ANSWERS = {"_made": MOST_REMEMBERED, "_told": MOST_TOLD, "_digests": MOST_DIGESTS}


@dataclass(frozen=True)
class Asked:
    """Strikes and claims by the name of what they are, with the answers to what was asked."""

    name: str
    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    _made: Lately = field(
        default_factory=lambda: Lately(MOST_REMEMBERED), init=False, repr=False, compare=False
    )
    _told: Lately = field(
        default_factory=lambda: Lately(MOST_TOLD), init=False, repr=False, compare=False
    )

    # What was worked out of the columns before some rows changed; None where none do.
    kept: Kept | None = field(default=None, repr=False, compare=False, kw_only=True)
    _digests: Lately = field(
        default_factory=lambda: Lately(MOST_DIGESTS), init=False, repr=False, compare=False
    )

    @property
    def districts(self) -> frozenset[str]:
        """The codes of the second-level areas that the map draws."""
        return frozenset()

    @cached_property
    def payload(self) -> Payload:
        """The whole table as the map takes it, encoded once."""
        return encode_strikes(self.strikes, self.claims, districts=self.districts, kept=self.kept)

    @cached_property
    def payload_text(self) -> str:
        """The payload as the browser decodes it."""
        return self.payload.to_base64()

    def count_kinds(self, marks: Marks) -> dict[str, int]:
        """Return how many of the marked rows are of each kind."""
        codes, words = self._kinds
        counts = np.bincount(codes[marks] + 1, minlength=len(words) + 1)[1:]  # -1: of no kind
        return {word: int(count) for word, count in zip(words, counts, strict=True) if count}

    @cached_property
    def _kinds(self) -> tuple[NDArray[np.intp], list[str]]:
        codes, words = pd.factorize(self.strikes["kind"])
        return codes, [str(word) for word in words]

    @cached_property
    def no_strikes(self) -> Marks:
        """Which rows are no strikes."""
        marks: Marks = self.strikes["not_strike"].notna().to_numpy(bool)
        return marks

    @cached_property
    def plain(self) -> pd.DataFrame:
        """The strikes' columns: of a GeoDataFrame each is had ten times as slowly."""
        return pd.DataFrame(self.strikes)

    def mark_rows(self, filters: Filters) -> str:
        """Return the rows that pass filters as the map takes them."""
        return self.payload.word_marks(self.sieve.mark(filters)[self.payload.order])

    @cached_property
    def sieve(self) -> Sieve:
        """What says which strikes pass filters."""
        return Sieve(self.strikes, self.claims)

    @cached_property
    def units(self) -> Units:
        """What the rows of the whole table are called."""
        return count_units(self.strikes)

    @cached_property
    def newest_claim(self) -> str | None:
        """The newest publication date among the claims, as sharp as its source gives it."""
        return newest_claim(self.claims)

    def remember(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` gave for a key: reruns of the page ask the same again and again."""
        return self._made.remember(key, make)

    def remember_of(self, rows: pd.DataFrame, what: str, make: Callable[[], Made]) -> Made:
        """Return what `make` gave for rows of the strikes, called `what`; nobody changes it.

        The same rows in another order are others.
        """
        return self._told.remember((what, spoken().code, self._digest(rows)), make)

    def remember_alike(
        self, what: str, of: Callable[[], pd.DataFrame], make: Callable[[], Made]
    ) -> Made:
        """Return what `make` gave for a table with the same cells as `of` gives, called `what`.

        Of these data, or of what they were before some of their rows changed.
        """
        if self.kept is None:
            return make()
        return self.kept.remember_table(f"{what} {spoken().code}", of(), make)

    def __getstate__(self) -> dict[str, Any]:
        """Return the tables without what was worked out of them: it is so again when asked for."""
        told = {name: vars(self)[name] for name in self.__dataclass_fields__
                if name not in _ANSWERS}  # fmt: skip
        return {**told, "kept": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state, **{name: Lately(most) for name, most in _ANSWERS.items()})

    def _digest(self, rows: pd.DataFrame) -> bytes:
        """Return what tells rows of the strikes from others; nothing for all of them."""
        index = rows.index  # kept beside its digest: another one may not have its id meanwhile
        _, digest = self._digests.remember(id(index), lambda: (index, self._digest_anew(index)))
        return digest

    def _digest_anew(self, index: pd.Index) -> bytes:
        if index.equals(self.strikes.index):
            return b""
        return hashlib.sha256(self.strikes.index.get_indexer(index).tobytes()).digest()


def newest_claim(claims: pd.DataFrame) -> str | None:
    """Return the newest publication date among the claims, as sharp as its source gives it."""
    published = claims["published"].dropna()
    return str(published.max()) if len(published) else None
