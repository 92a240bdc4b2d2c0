"""What a page of ours may do in a browser: run and look as it was written, and nothing else.

A Content-Security-Policy in the page's own head, so that it holds from a folder, a stick or a mail
as it does from a server. What is inline is allowed by its hash, never by `unsafe-inline`.

Source of the rules: W3C, Content Security Policy Level 3, section 2.3.1 (hashes) and 3.3 (the
meta element, which has no frame-ancestors: who may frame the page is for its server to say).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence

__all__ = ["allow_only", "policy_of"]

HEAD = re.compile(r"<head[^>]*>\s*(?:<meta[^>]*charset[^>]*>)?", re.IGNORECASE)
OPENING = re.compile(r"<(script|style)\b([^>]*)>", re.IGNORECASE)
TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
RUNS = {"", "module", "text/javascript", "application/javascript"}


def allow_only(page: str, *, pictures: Sequence[str] = (), styled: bool = False) -> str:
    """Return an HTML page with the policy of `policy_of` in its head, before all that is inline.

    Raises ValueError for a page without a head.
    """
    head = HEAD.search(page)
    if head is None:
        raise ValueError("allow_only: the page has no <head>")
    meta = (
        '<meta http-equiv="Content-Security-Policy" '
        f'content="{policy_of(page, pictures=pictures, styled=styled)}">'
    )
    return page[: head.end()] + meta + page[head.end() :]


def policy_of(page: str, *, pictures: Sequence[str] = (), styled: bool = False) -> str:
    """Return a policy under which a page runs its own inline scripts and styles alone.

    pictures: origins that pictures may also come from; those in the page itself always may.
    styled: whether elements may have style attributes, which run nothing.
    """
    rules = {
        "default-src": ["'none'"],
        "script-src": _hashes(page, "script"),
        "style-src": _hashes(page, "style"),
        "img-src": ["data:", *pictures],
        "connect-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    if styled:
        rules["style-src-attr"] = ["'unsafe-inline'"]
    return "; ".join(" ".join([name, *values]) for name, values in rules.items())


def _hashes(page: str, tag: str) -> list[str]:
    """Return the sources of what is inline in a page, in its order, or that there is none."""
    found = dict.fromkeys(_hash(text) for name, text in _inline(page) if name == tag)
    return list(found) or ["'none'"]


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _inline(page: str) -> Iterator[tuple[str, str]]:
    """Yield the tag and text of every script and style that a browser would run, as it reads it.

    Line ends are read as one sign (HTML, 13.2.3.5); a script of another type is data.
    """
    at = 0
    while opening := OPENING.search(page, at):
        name = opening[1].lower()
        closing = re.compile(f"</{name}", re.IGNORECASE).search(page, opening.end())
        at = closing.start() if closing else len(page)
        kind = TYPE.search(opening[2])
        if name == "style" or (kind[1].lower() if kind else "") in RUNS:
            yield name, page[opening.end() : at].replace("\r\n", "\n").replace("\r", "\n")
