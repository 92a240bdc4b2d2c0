"""Mails (.eml): subject and text, and the day that they were sent. Attachments are not read."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from gazetteer.limits import HEAD, PARTS
from reports.errors import ReportError
from reports.formats.page import blank_markup
from reports.formats.plain import unwrap
from reports.formats.quoted import part_mail

__all__ = ["Mail", "text_of_mail"]


_BOUNDARY = re.compile(rb"^--\S", re.MULTILINE)
_BODY = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail's subject and text, and its day as 2023-05-10 by its own clock.

    parts: where in the text one begins, whether it is quoted, and the day of what is.
    """

    text: str
    day: str | None
    parts: tuple[tuple[int, bool, str | None], ...]


def text_of_mail(data: bytes, path: Path, begins_anew: Callable[[str], bool]) -> Mail:
    """Return a mail as its own lines and those that it quotes or forwards.

    begins_anew: as of `unwrap`.

    Raises ReportError for a file that is no mail or has no text.
    """
    if len(_BOUNDARY.findall(data)) > PARTS.most:
        raise ReportError(f"{path}: has more than {PARTS}; save the one that is meant as .eml")
    if not _BODY.search(data, 0, HEAD.most) and len(data) > HEAD.most:
        raise ReportError(f"{path}: its head has more than {HEAD}; save its text as .txt")
    try:
        return _read(data, path, begins_anew)
    except RecursionError as error:
        raise ReportError(
            f"{path}: holds mails in mails without end; save the one that is meant as .eml"
        ) from error


def _read(data: bytes, path: Path, begins_anew: Callable[[str], bool]) -> Mail:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise ReportError(f"{path}: is no mail; save it from the mail program as .eml")
    body = message.get_body(("plain", "html"))
    if body is None:
        raise ReportError(f"{path}: has no text; save what is attached and read that")
    text, is_page = _content(body, path), body.get_content_type() == "text/html"
    lines = (blank_markup(text) if is_page else _flowed(body, text)).splitlines()
    joined = str(message["subject"] or "").strip()
    starts = []
    for part in part_mail(lines):
        words = "\n".join(part.lines) if is_page else unwrap(part.lines, begins_anew=begins_anew)
        joined += "\n\n" if joined else ""
        starts.append((len(joined), part.quoted, part.day))
        joined += words.strip()
    return Mail(joined, _day_of(message), tuple(starts))


def _content(body: MIMEPart, path: Path) -> str:
    """Return a body's text: by the encoding that it names, or UTF-8 where it names none."""
    try:
        if body.get_content_charset("us-ascii") != "us-ascii":
            return str(body.get_content(errors="strict"))
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8") if isinstance(payload, bytes) else str(body.get_content())
    except (LookupError, ValueError) as error:
        raise ReportError(f"{path}: its text cannot be read ({error}); save it as .txt") from error


def _flowed(body: MIMEPart, text: str) -> str:
    """Return a text of format=flowed with its soft line ends, a space before them, joined."""
    flowed = str(body.get_param("format", "")).lower() == "flowed"
    return re.sub(r"(?<=[^\s>-]) \r?\n(?![>\s])", " ", text) if flowed else text


def _day_of(message: EmailMessage) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
