"""Things put away: on disk, compressed, in a file that has no name and ends with the server."""

from __future__ import annotations

import gzip
import pickle
import tempfile
import threading
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["Away", "NotYet"]

QUICK = 1  # gzip's level
LEAST = 10_000  # bytes of an array that is looked for among those that were written


class NotYet(Exception):  # noqa: N818 it is no error: the thing can be put away later
    """Raised by a thing that is still at work."""


class Away:
    """Things by name, of which memory holds nothing. What is one thing comes back as one.

    No other program can open the file, and none is left where the server is killed. Raises
    OSError where the disk takes no more, and what a thing raises that cannot be pickled.
    """

    def __init__(self, things: Mapping[str, object]) -> None:
        self._lock = threading.Lock()
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 open for as long as it is kept
        with gzip.GzipFile(fileobj=self._file, mode="wb", compresslevel=QUICK) as packed:
            _Pickler(packed, 5).dump(dict(things))
        self._file.flush()
        self.size = self._file.tell()  # bytes

    def load(self) -> dict[str, Any]:
        """Return the things, made anew."""
        with self._lock:
            self._file.seek(0)
            with gzip.GzipFile(fileobj=self._file, mode="rb") as packed:
                things: dict[str, Any] = pickle.load(packed)  # noqa: S301 a file of this process
        return things


class _Pickler(pickle.Pickler):
    """Writes memory that several columns share once, so that they share it again."""

    def __init__(self, stream: gzip.GzipFile, protocol: int) -> None:
        super().__init__(stream, protocol)
        self._written: dict[tuple[int, int], tuple[bytes, object]] = {}

    def reducer_override(self, thing: Any) -> Any:  # noqa: ANN401 as pickle has it
        """Return what makes a piece of Arrow's memory, or an array that nobody writes into."""
        kind = type(thing)
        if (kind.__module__, kind.__name__) == ("pyarrow.lib", "Buffer"):
            return _make_buffer, (self._take((thing.address, thing.size), thing, thing.to_pybytes),)
        if kind.__name__ == "ArrowStringArray":  # whose own way copies its memory first
            texts = thing.__arrow_array__()
            return _make_texts, (kind, texts.chunks, texts.type, thing.dtype)
        if kind.__module__ == "numpy" and kind.__name__ == "ndarray" and _is_read_only(thing):
            where = (thing.__array_interface__["data"][0], thing.nbytes)
            return _make_array, (self._take(where, thing, thing.tobytes), thing.dtype.str)
        if (kind.__module__, kind.__name__) == ("geopandas.array", "GeometryArray"):
            return _make_shapes, (*_list_shapes(thing), thing.crs)
        return NotImplemented

    def _take(self, where: tuple[int, int], thing: object, make: Callable[[], bytes]) -> bytes:
        """Return the bytes of a piece of memory, which stays where it is until all is written."""
        if where not in self._written:
            self._written[where] = make(), thing
        return self._written[where][0]


def _is_read_only(array: Any) -> bool:  # noqa: ANN401 numpy may not be loaded yet
    plain = array.ndim == 1 and array.flags.c_contiguous and array.dtype.kind in "biuf"
    return plain and array.nbytes >= LEAST and not array.flags.writeable


def _make_buffer(raw: bytes) -> Any:  # noqa: ANN401 pyarrow may not be loaded yet
    import pyarrow

    return pyarrow.py_buffer(raw)


def _make_texts(kind: Any, chunks: Any, of: Any, dtype: Any) -> Any:  # noqa: ANN401 as above
    import pyarrow

    return kind(pyarrow.chunked_array(chunks, of), dtype=dtype)


def _make_array(raw: bytes, kind: str) -> Any:  # noqa: ANN401 numpy may not be loaded yet
    import numpy as np

    return np.frombuffer(raw, kind)


def _list_shapes(shapes: Any) -> tuple[Any, Any]:  # noqa: ANN401 as above
    """Return the distinct shapes as WKB, and which of them each row has."""
    import numpy as np
    import shapely

    every = np.asarray(shapes, dtype=object)
    _, first, which = np.unique(
        np.fromiter(map(id, every), np.int64, len(every)), return_index=True, return_inverse=True
    )
    return shapely.to_wkb(every[first]), which.astype(np.int32)


def _make_shapes(distinct: Any, which: Any, crs: Any) -> Any:  # noqa: ANN401 as above
    import shapely
    from geopandas.array import GeometryArray

    return GeometryArray(shapely.from_wkb(distinct)[which], crs=crs)
