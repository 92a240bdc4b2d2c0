"""What is put away comes back as it was, and shares memory as it did."""

from __future__ import annotations

import io
from functools import partial

import numpy as np
import pandas as pd
from pandas.testing import assert_frame_equal
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from strikemap.web.asked.tables import Asked
from strikemap.web.opening.job import Job
from strikemap.web.opening.state import Opening
from strikemap.web.opening.steps import Choice, Prepared, open_file, prepare
from strikemap.web.visitors.away import Away

ROWS = 2_000
HEAD = "date,place,governorate,killed,injured,source,url\n"
LINE = "2015-03-{day:02},Idlib,Idlib,{killed},,Monitor,https://example.org/{n}\n"


def make_file() -> UploadedFile:
    lines = (LINE.format(day=n % 28 + 1, killed=n % 7, n=n) for n in range(ROWS))
    record = UploadedFileRec("id", "mine.csv", "text/csv", (HEAD + "".join(lines)).encode())
    return UploadedFile(record, FileURLs(file_id="id"))


def open_own() -> tuple[Opening, Prepared]:
    """Return a file as the page holds it once it is read."""
    file = make_file()
    opening = Opening("mine.csv", "id", file, Job(partial(open_file, file)))
    assert opening.opening.wait(60)
    opened = opening.opening.result()
    opening.reading = Job(partial(prepare, opened, Choice()))
    assert opening.reading.wait(60)
    return opening, opening.reading.result()


def shared(one: pd.Series, other: pd.Series) -> bool:
    """Say whether two columns lie in the same memory."""
    one_at, other_at = (
        column.array._pa_array.chunk(0).buffers()[2].address
        if isinstance(column.dtype, pd.StringDtype)
        else column.array._data.__array_interface__["data"][0]
        for column in (one, other)
    )
    return bool(one_at == other_at)


def see_sharing(data: Asked) -> None:
    for name in ("place_text", "killed_min"):
        assert shared(data.strikes[name], data.claims[name]), name
    assert len({id(point) for point in data.strikes.geometry}) == 1
    held = data.claims["killed_max"].copy()
    with np.testing.assert_raises(ValueError):
        data.strikes["killed_max"].array[0] = 9
    changed = data.strikes.copy(deep=False)
    changed.loc[changed.index[0], "killed_max"] = 9
    assert data.claims["killed_max"].equals(held), "no other column follows"


def test_a_file_that_was_opened_comes_back_whole_and_as_small():
    opening, prepared = open_own()
    dataset = prepared.dataset
    assert dataset is not None
    see_sharing(dataset)
    assert dataset.remember("a", lambda: 1) == 1
    away = Away({"upload": dataset, "opening": opening})
    assert away.size < ROWS * 100
    assert "payload" in vars(dataset), "what still looks at it keeps its answers"
    back = away.load()
    found: Asked = back["upload"]
    again = back["opening"].reading.result()
    assert again.dataset is found
    assert again.reading.strikes is found.strikes
    assert back["opening"].file.getvalue() == opening.file.getvalue()
    assert isinstance(back["opening"].file, io.BytesIO)
    assert_frame_equal(pd.DataFrame(found.strikes), pd.DataFrame(dataset.strikes))
    assert_frame_equal(found.claims, dataset.claims)
    assert found.strikes.crs == dataset.strikes.crs
    see_sharing(found)
    assert "payload" not in vars(found)
    assert found.remember("a", lambda: 2) == 2
    assert found.payload.token == dataset.payload.token
