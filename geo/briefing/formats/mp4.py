"""MP4: a playback through time as a film, for slides, stories and broadcast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from importlib.util import find_spec
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from gazetteer.language import N_
from gazetteer.leftovers import make_scratch
from geo.briefing.playback import play
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat
from geo.errors import SheetError

if TYPE_CHECKING:
    from av.container import OutputContainer

__all__ = ["FORMAT"]

PER_SECOND = 10  # pictures: all times of a playback are tenths of seconds
# H.264 in 4:2:0 is what players, PowerPoint and stations take; a quality of 18 keeps small letters.
# libx264 weighs blocks by their later use in vector code of each processor, and now and then reads
# other memory in it: other bytes for the same pictures, unless it is told to be the same anywhere.
CODING = {
    "crf": "18", "preset": "veryfast", "tune": "stillimage", "threads": "1",
    "x264-params": "cpu-independent=1",
}  # fmt: skip
# A page plays it while it loads; and no time of writing stands in it.
FLAGS = {"movflags": "+faststart", "fflags": "+bitexact"}
BT709 = 1  # of ITU-T H.273: the colours of high-definition video


def _is_there() -> bool:
    return find_spec("av") is not None


def _render(sheets: Sequence[Sheet]) -> bytes:
    """Return the playback of a sheet as H.264; raises SheetError where PyAV is not installed."""
    if not _is_there():
        raise SheetError(
            "playback: needs the package av; install it with `pip install strikemap[film]`"
        )
    import av  # 100 MB with its codecs, an extra; loaded when a film is asked for

    (sheet,) = sheets
    with make_scratch() as folder:  # the index is put first when all else is written
        path = Path(folder, "film.mp4")
        with av.open(str(path), "w", format="mp4", options=FLAGS) as film:
            _write(film, sheet)
        return path.read_bytes()


def _write(film: OutputContainer, sheet: Sheet) -> None:
    from av import VideoFrame

    film.metadata["comment"] = sheet.description
    stream = film.add_stream("libx264", rate=PER_SECOND, options=CODING)
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.color_primaries = context.color_trc = context.colorspace = BT709
    position = count()
    for picture, pictures in _pictures(sheet):
        if not context.is_open:
            stream.height, stream.width = picture.shape[:2]
        frame = VideoFrame.from_ndarray(picture, format="rgb24")
        frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709")
        frame.time_base = Fraction(1, PER_SECOND)
        for at in islice(position, pictures):
            frame.pts = at
            film.mux(stream.encode(frame))
    film.mux(stream.encode(None))


def _pictures(sheet: Sheet) -> Iterator[tuple[np.ndarray, int]]:
    """Yield (height, width, 3) of bytes and for how many pictures; sides are even for 4:2:0."""
    for frame, time in play(sheet):
        width, height = (side + side % 2 for side in frame.size)
        even = Image.new("RGB", (width, height), "white")
        even.paste(frame)
        yield np.asarray(even), time * PER_SECOND // 1000


def _read_description(path: Path) -> str:
    if not _is_there():
        raise ValueError(f"{path}: needs the package av to be read")
    import av

    try:
        with av.open(str(path), format="mp4") as film:
            return str(film.metadata["comment"])
    except av.FFmpegError as fault:
        raise ValueError(f"{path}: {fault}") from fault


FORMAT = SheetFormat(
    suffix=".mp4",
    sentence="A playback through time as a film (H.264)",
    label=N_("Playback (MP4)"),
    mime="video/mp4",
    render=_render,
    read_description=_read_description,
    maps_only=True,
    is_there=_is_there,
    order=6,
)
