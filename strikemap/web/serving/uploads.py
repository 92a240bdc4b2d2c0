"""What visitors dropped is held once, whatever copies of it Streamlit makes."""

from __future__ import annotations

from typing import Any

from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

__all__ = ["share_uploads"]


def share_uploads() -> None:
    """Have copies of a dropped file share its bytes, each with a position of its own.

    Streamlit 1.67 copies the value of each widget at each run, and with it the file on the
    uploader: 10 MB took 19 ms of every run. Who writes into a copy gets bytes of its own then.
    """
    setattr(UploadedFile, "__deepcopy__", _copy)  # noqa: B010 which mypy takes for a mistake


def _copy(file: UploadedFile, memo: dict[int, Any]) -> UploadedFile:  # noqa: ARG001 as copy asks
    record = UploadedFileRec(file.file_id, file.name, file.type, file.getvalue())
    return UploadedFile(record, file._file_urls)
