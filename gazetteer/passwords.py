"""Passwords in addresses, taken out of what is shown, logged or written."""

from __future__ import annotations

import re

__all__ = ["hide_passwords"]

# Who signs in stands before the last @ of an address's first part; a password that holds a
# slash itself is no valid address, but it is one that people paste.
_SIGNED = re.compile(
    r"(?P<scheme>\b[A-Za-z][A-Za-z0-9+.-]{0,30}:/{1,2})(?!USER@HOST)"  # as a remedy words one
    r"(?:[^\s/?#@]{0,500}@|[^\s/@:\[]{0,200}:(?!\d{1,5}(?:[/?#]|\s|$))[^\s]{0,500}@)"
    r"(?:[^\s/?#@]{0,500}@)*"
)
_NAMED = re.compile(
    r"(?i)(?P<name>(?<![A-Za-z])(?:password|passwd|pwd|sslpassword|passfile|token|access_token"
    r"|api_?key|secret|client_secret|signature|sig)=)[^&\s#;,'\"]+"
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
