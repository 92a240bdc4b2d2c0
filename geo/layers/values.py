"""Layers coloured by a column, such as the holder of an area: a layer of each of its values."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from geo.layers.layer import OTHER_COLOUR, VALUE_COLOURS, Layer

__all__ = ["split_layer", "word_values"]

NOT_REPORTED = "not reported"
LONGEST_OF = 40  # signs of the layer's own name before a value


def split_layer(layer: Layer) -> list[Layer]:
    """Return a layer of each value of the property `by`; the layer itself where it has none.

    Values with the most features come first, each in a colour of its own, called
    "Control: North". Those beyond the colours are one layer "other", and features without a value
    one "not reported", both grey.
    """
    if not layer.by:
        return [layer]
    of = layer.name if len(layer.name) <= LONGEST_OF else f"{layer.name[:LONGEST_OF]}…"
    return [
        replace(layer, name=f"{of}: {word}", features=layer.features[own], colour=colour, by="")
        for word, colour, own in _list_parts(layer)
    ]


def _list_parts(layer: Layer) -> list[tuple[str, str, np.ndarray]]:
    """Return a word and a colour of each part, and which features are its."""
    texts = (" ".join(str(said.get(layer.by, "")).split()) for said in layer.features["properties"])
    values = np.array([*texts], dtype=object)
    counted = Counter(values[values != ""].tolist())
    ordered = sorted(counted, key=lambda value: (-counted[value], value))
    parts = [(value, colour, values == value)
             for value, colour in zip(ordered, VALUE_COLOURS, strict=False)]  # fmt: skip
    rest = ordered[len(parts) :]
    parts.append((f"other ({len(rest)} values)", OTHER_COLOUR, np.isin(values, rest)))
    parts.append((NOT_REPORTED, OTHER_COLOUR, values == ""))
    return [part for part in parts if part[2].any()]


def word_values(layer: Layer) -> str:
    """Say how a layer is coloured, such as "coloured by 'holder': North 3, South 2"; else ""."""
    if not layer.by:
        return ""
    counts = ", ".join(f"{word} {int(own.sum()):,}" for word, _, own in _list_parts(layer))
    return f"coloured by {layer.by!r}: {counts}"
