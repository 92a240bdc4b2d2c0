"""Passwords in addresses, taken out of what is shown, logged or written."""

from __future__ import annotations

import re

__all__ = ["hide_passwords"]

# Who signs in stands before the last @ of an address's first part; a password that holds a
# slash, an @ or a space itself is no valid address, but it is one that people paste.
_SIGNED = re.compile(
    r"(?i)(?P<scheme>(?P<web>\bhttps?:/{1,2})|\b(?!https?:)[a-z][a-z0-9+.-]{0,30}:/{1,2})"
    r"(?!(?-i:USER@HOST))(?:"  # as a remedy words one
    r"[^\s/@:\[]{0,200}:(?!\d{1,5}(?:[/?#]|\s|$))(?:\S{0,500}@|[^\s@][^\n@]{0,200}@)"
    r"|[^\s/?#@]{0,500}@"
    # A database has no @ in its name, other than a page.
    r"|(?(web)(?!)|[^\s/@:\[]{0,200}:\d{1,5}/[^\s?#]{0,500}@)"
    r")+"
)
_NAMED = re.compile(
    r"(?i)(?P<name>(?<![a-z])(?:password|passwd|pwd|sslpassword|passfile|token|access_token"
    r"|api_?key|secret|client_secret|signature|sig)=)"
    r"(?:'(?:[^'\\\n]|\\.){0,500}'?|\"(?:[^\"\\\n]|\\.){0,500}\"?|[^&\s#;,'\"]+)+"
)


def hide_passwords(text: str) -> str:
    """Return a text whose addresses name neither who signs in nor by what.

    >>> hide_passwords("postgresql://me:secret@db:5432/strikes: no such database")
    'postgresql://db:5432/strikes: no such database'
    >>> hide_passwords("https://example.org/?token=abc&page=2")
    'https://example.org/?token=***&page=2'
    """
    if "@" in text and ":/" in text:
        text = _SIGNED.sub(r"\g<scheme>", text)
    return _NAMED.sub(r"\g<name>***", text) if "=" in text else text
