"""Near a layer: strikes surely or possibly within so many km of a person's own layer.

The layer itself is handed over by `geo.layers`: here it is anything that measures strikes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

import geopandas as gpd
import numpy as np

from gazetteer.language import _
from geo.errors import FilterError
from geo.strikes.nearness import FARTHEST_KM, NEARNESS, NearCounts, plain_number

__all__ = ["Measurable", "NearLayer"]

_KM = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_HINT = "write it as the layer's name and kilometres, such as near_layer=Hospitals,5"


class Measurable(Protocol):
    """What strikes can be measured from."""

    def measure(self, strikes: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
        """Return the least and the most km of each strike, nan for those without a point."""
        ...


@dataclass(frozen=True, slots=True)
class NearLayer:
    """Within some km of a layer, by its name; 0 km is in its areas.

    layer: None until it is handed over. Raises FilterError for a distance that is none.
    """

    name: str
    km: float
    layer: Measurable | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.name.split()))
        object.__setattr__(self, "km", round(float(self.km), 3))
        if not self.name or not 0 <= self.km <= FARTHEST_KM:
            raise FilterError(f"filter: near_layer={self.text} is not read; {_HINT}")

    @classmethod
    def from_text(cls, text: str) -> NearLayer:
        """Read `NAME,km`; FilterError names the remedy."""
        name, __, km = text.rpartition(",")
        plain = km.strip().removesuffix("km").strip()
        if not name.strip() or not _KM.fullmatch(plain):
            raise FilterError(f"filter: near_layer={text} is not read; {_HINT}")
        return cls(name, float(plain))

    @property
    def text(self) -> str:
        """The part of a query."""
        return f"{self.name},{plain_number(self.km)}"

    def in_words(self) -> str:
        """Say it, such as "within 5 km of Hospitals", or "in Areas" for 0 km."""
        if not self.km:
            return _("in {name}", name=self.name)
        return _("within {km} km of {name}", km=plain_number(self.km), name=self.name)

    def require(self) -> Measurable:
        """Return the layer; FilterError, with the remedy, where it is not at hand."""
        if self.layer is None:
            raise FilterError(
                f"filter: near_layer={self.text}: no layer of this name is at hand; add its file "
                "(export --layer FILE), or leave the part out"
            )
        return self.layer

    def judge(self, strikes: gpd.GeoDataFrame) -> np.ndarray:
        """Return "sure", "possible" or "no" for each strike, "" where it has no point.

        Sure: wherever in its radius, and on whichever of its days, the strike was. Possible:
        somewhere in it, on one of them. Raises FilterError where the layer is not at hand.
        """
        least, most = self.require().measure(strikes)
        located = (strikes["location_status"] == "located").to_numpy() & ~np.isnan(least)
        radius = strikes["uncertainty_km"].to_numpy()
        judged = np.full(len(strikes), "", dtype=object)
        judged[located] = "no"
        judged[located & (least - radius <= self.km)] = "possible"
        judged[located & (most + radius <= self.km)] = "sure"
        return judged

    def count(self, strikes: gpd.GeoDataFrame, those: np.ndarray | None = None) -> NearCounts:
        """Count the strikes of a table by whether they lie within; those: one bool a strike."""
        judged = self.judge(strikes)
        judged = judged if those is None else judged[those]
        sure, possible, no, none = (int((judged == word).sum()) for word in (*NEARNESS, ""))
        return NearCounts(sure, possible, no, none)
