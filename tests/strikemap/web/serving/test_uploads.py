"""Copies of a dropped file share its bytes, and nothing else."""

from __future__ import annotations

import tracemalloc
from copy import deepcopy

from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from strikemap.web.serving.uploads import share_uploads


def test_copies_share_the_bytes_until_one_is_written(monkeypatch):
    monkeypatch.delattr(UploadedFile, "__deepcopy__", raising=False)
    share_uploads()
    content = b"date,place\n" * 100_000
    record = UploadedFileRec("id", "mine.csv", "text/csv", content)
    dropped = [UploadedFile(record, FileURLs(file_id="id"))]
    dropped[0].read(5)
    tracemalloc.start()
    copies = [deepcopy(dropped)[0] for _ in range(5)]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < len(content)
    assert [(file.name, file.file_id, file.tell()) for file in copies] == [
        ("mine.csv", "id", 0)
    ] * 5
    copies[0].write(b"DATE")
    assert copies[0].getvalue()[:10] == b"DATE,place"
    assert dropped[0].getvalue() == copies[1].getvalue() == content
