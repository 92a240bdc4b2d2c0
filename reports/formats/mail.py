"""Mails (.eml): subject and text, and the day that they were sent. Attachments are not read."""

from __future__ import annotations

import email
import email.policy
import email.utils
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from reports.errors import ReportError
from reports.formats.page import blank_markup
from reports.formats.plain import unwrap

__all__ = ["text_of_mail"]


def text_of_mail(data: bytes, path: Path) -> tuple[str, str | None]:
    """Return a mail's subject and text, and its day as 2023-05-10 by its own clock.

    Raises ReportError for a file that is no mail or has no text.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise ReportError(f"{path}: is no mail; save it from the mail program as .eml")
    body = message.get_body(("plain", "html"))
    if body is None:
        raise ReportError(f"{path}: has no text; save what is attached and read that")
    text = _content(body, path)
    if body.get_content_type() == "text/html":
        text = blank_markup(text)
    else:
        text = unwrap(text.splitlines())
    subject = str(message["subject"] or "").strip()
    return f"{subject}\n\n{text}" if subject else text, _day_of(message)


def _content(body: MIMEPart, path: Path) -> str:
    try:
        return str(body.get_content())
    except (LookupError, ValueError) as error:
        raise ReportError(f"{path}: its text cannot be read ({error}); save it as .txt") from error


def _day_of(message: EmailMessage) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
