"""Downloads: one file into a folder, going on where a connection broke."""

from __future__ import annotations

import base64
import errno
import math
import re
import shutil
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage, HTTPResponse, InvalidURL
from pathlib import Path
from typing import IO

from gazetteer.errors import FetchError
from gazetteer.online.patience import is_local, open_within
from gazetteer.passwords import hide_passwords

__all__ = ["Downloader", "Report"]

TRIES = 5  # per file; each goes on where the last one broke
TIMEOUT_S = 30.0  # without a byte
HEAD_S = 60.0  # until an answer's head is there, redirects included
SLOWEST = 100  # bytes a second, of a try's mean; a server that drips is given up
GRACE_S = 60.0  # before it is held against that
PAUSE_S = 1.0  # before the second try, doubled each time
BLOCK = 1 << 16  # bytes
LARGEST = 2 * 2**30  # bytes; no publisher's country file is larger
AGENT = "strikemap (gazetteer fetch)"

Report = Callable[[str, int, int | None], None]  # file name, bytes so far, bytes in all if known


class Downloader:
    """Downloads into a workshop folder, going on where a broken download stopped.

    largest: bytes of a file, at most. seconds: of all tries of a file together, none: without
    end. by_hand: what a person types who brings the file by other means.
    """

    def __init__(
        self, workshop: Path, report: Report, *, largest: int = LARGEST,
        seconds: float = math.inf, by_hand: str = "strikemap gazetteer add FILE",
    ) -> None:  # fmt: skip
        self.workshop, self.report, self.by_hand = workshop, report, by_hand
        self.largest, self.seconds, self.until = largest, seconds, math.inf

    def get(self, url: str, name: str, *, resume: bool = True) -> tuple[Path, str | None]:
        """Return the downloaded file and the MD5 that the server sent for it, if it did."""
        _check_address(url, self.by_hand)
        part = self.workshop / f"{name}.part"
        if not resume:
            part.unlink(missing_ok=True)
        last: Exception | None = None
        self.until = time.monotonic() + self.seconds
        for attempt in range(TRIES):
            if attempt:
                time.sleep(PAUSE_S * 2 ** (attempt - 1))
            try:
                md5 = self._go_on(url, part, name)
            except _BrokenOffError as error:
                last = error
                continue
            whole = self.workshop / name
            part.replace(whole)
            return whole, md5
        raise FetchError(
            f"{url}: broke off {TRIES} times ({last}); what came is kept, the next fetch goes on "
            "from there"
        )

    def _go_on(self, url: str, part: Path, name: str) -> str | None:
        have = part.stat().st_size if part.exists() else 0
        tag = part.with_suffix(".tag")
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        if have and tag.exists():
            headers |= {"Range": f"bytes={have}-", "If-Range": tag.read_text(encoding="ascii")}
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - scheme is checked
        try:
            with _opened(request, self.by_hand) as answer:
                return self._receive(answer, part, tag, name)
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 416:
                    part.unlink(missing_ok=True)
                    raise _BrokenOffError("the file has changed") from error
                raise _explain_status(url, error) from error

    def _receive(self, answer: HTTPResponse, part: Path, tag: Path, name: str) -> str | None:
        have = part.stat().st_size if answer.status == 206 and part.exists() else 0
        if answer.status == 206 and not _begins_at(answer.headers.get("Content-Range"), have):
            part.unlink(missing_ok=True)
            raise _BrokenOffError("another part of the file came than was asked for")
        length = answer.headers.get("Content-Length", "")
        total = have + int(length) if re.fullmatch("[0-9]{1,15}", length) else None
        if (total or 0) > self.largest:
            raise FetchError(
                f"{name}: {total:,} bytes are announced, more than the {self.largest:,} that are "
                "taken; nothing was installed"
            )
        strong = answer.headers.get("ETag", "")
        mark = answer.headers.get("Last-Modified") if strong[:2] in ("", "W/") else strong
        if mark and mark.isascii():
            tag.write_text(mark, encoding="ascii")
        else:
            tag.unlink(missing_ok=True)
        have = self._copy(answer, part, have, total, name)
        if total is not None and have < total:
            raise _BrokenOffError(f"{have} of {total} bytes came")
        tag.unlink(missing_ok=True)
        return _sent_md5(answer.headers.get("Content-MD5"))

    def _copy(
        self, answer: HTTPResponse, part: Path, have: int, total: int | None, name: str
    ) -> int:
        had, begun = have, time.monotonic()
        try:
            with part.open("ab" if have else "wb") as file:
                while block := _read_block(answer):
                    file.write(block)
                    have += len(block)
                    self._check_limits(name, have)
                    _check_pace(have - had, time.monotonic() - begun)
                    self.report(name, have, total)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                part.unlink(missing_ok=True)
                part.with_suffix(".tag").unlink(missing_ok=True)
                free = shutil.disk_usage(part.parent).free
                raise FetchError(
                    f"{part.parent}: the disk is full ({free // 2**20} MB free, {total or have} "
                    "bytes wanted); make room or set STRIKEMAP_DATA to another folder"
                ) from error
            raise FetchError(f"{part}: cannot be written ({error.strerror})") from error
        return have

    def _check_limits(self, name: str, have: int) -> None:
        if have > self.largest:
            raise FetchError(f"{name}: does not end; nothing was installed")
        if time.monotonic() > self.until:
            raise FetchError(
                f"{name}: has not come in {self.seconds:.0f} s; nothing was installed, try again "
                "with a faster connection or another --url"
            )


def _check_pace(came: int, seconds: float) -> None:
    if seconds > GRACE_S and came < SLOWEST * seconds:
        raise _BrokenOffError(f"{came} bytes in {seconds:.0f} s, too slow to end")


def _begins_at(said: str | None, have: int) -> bool:
    """Say whether a Content-Range header, where one is sent, goes on where a part ends."""
    return said is None or bool(re.match(rf"bytes {have}-", said))


def _check_address(url: str, by_hand: str) -> None:
    """Refuse what is no web address, and one that signs in: it would be kept and shown."""
    try:
        parts = urllib.parse.urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound:
        raise FetchError(
            f"{hide_passwords(url)}: is no web address; it must begin with https:// and a host"
        )
    if parts.username is not None:
        raise FetchError(
            f"{hide_passwords(url)}: addresses that sign in are not asked; bring the file here by "
            f"other means and use: {by_hand}"
        )


class _SameScheme(urllib.request.HTTPRedirectHandler):
    """Redirects that stay on the web, and on https where they began there."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        """Return the request to follow; raises FetchError where it leads off the web."""
        old, new = (urllib.parse.urlsplit(url).scheme for url in (req.full_url, newurl))
        inwards = is_local(newurl) and not is_local(req.full_url)
        if new not in ("http", "https") or (old, new) == ("https", "http") or inwards:
            where = "this machine or its own network" if inwards else new
            raise FetchError(
                f"{req.full_url}: leads on from {old} to {where}, which is not followed; "
                "give the file's own address with --url"
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _BrokenOffError(Exception):
    """A download that stopped before its end."""


def _opened(request: urllib.request.Request, by_hand: str) -> HTTPResponse:
    try:
        return open_within(request, _SameScheme(), seconds=HEAD_S, timeout=TIMEOUT_S)
    except urllib.error.HTTPError:
        raise
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError | ConnectionResetError):
            raise _BrokenOffError(str(error.reason)) from error
        host = urllib.parse.urlsplit(request.full_url).hostname
        raise FetchError(
            f"{host} cannot be reached ({error.reason}); nothing was changed. Without a network, "
            f"copy the file here by other means and use: {by_hand}"
        ) from error
    except (InvalidURL, ValueError) as error:
        shown = hide_passwords(request.full_url)
        raise FetchError(f"{shown}: is no web address ({error})") from error
    except (TimeoutError, ConnectionError, HTTPException) as error:
        raise _BrokenOffError(repr(error)) from error


def _read_block(answer: HTTPResponse) -> bytes:
    try:
        block: bytes = answer.read1(BLOCK)
    except (TimeoutError, ConnectionError, HTTPException) as error:
        raise _BrokenOffError(repr(error)) from error
    return block


def _explain_status(url: str, error: urllib.error.HTTPError) -> Exception:
    if error.code in (500, 502, 503, 504, 429, 408):
        return _BrokenOffError(f"the server answered {error.code}")
    if error.code in (404, 410):
        return FetchError(f"{url}: is not there ({error.code}); it may have moved, give --url")
    return FetchError(f"{url}: the server refused ({error.code} {error.reason}); try later")


def _sent_md5(header: str | None) -> str | None:
    """Return the MD5 of a Content-MD5 header in hex."""
    try:
        return base64.b64decode(header, validate=True).hex() if header else None
    except ValueError:
        return None
