"""What a report says of itself: outlet, title, day of publication and address, where it gives them.

Nothing is guessed: what a file does not give stays None for a person to fill in.
"""

from __future__ import annotations

import datetime
import email
import email.policy
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from reports.document import Report
from reports.errors import ReportError
from reports.formats.archive import read_bytes
from reports.formats.plain import decode

__all__ = ["About", "about_file", "about_text", "word_days", "word_published"]

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_META = "#META"
_META_OUTLET = re.compile(
    r"\boutlet:\s*(?!date:)([^;|]+?)\s*(?:[;|]|https?://|\b(?:date|title|url):|$)", re.IGNORECASE
)
_WORDS = 20  # of a first line that is a headline
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
_ADDRESSES = ("og:url",)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a report as a publication. published: 2020, 2020-07 or 2020-07-14."""

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None


def about_file(path: Path, report: Report) -> About:
    """Return what a file says of itself; report: the same file as read.

    Raises ReportError where it can no longer be read.
    """
    ending = path.suffix.lower()
    if ending in (".html", ".htm"):
        page = _read_page(decode(read_bytes(path), path))
    elif ending == ".eml":
        page = _read_mail(read_bytes(path))
    else:
        return about_text(report)
    own = about_text(report)
    return About(
        page.outlet or own.outlet, page.title or own.title, own.published, page.url or own.url
    )


def about_text(report: Report) -> About:
    """Return what a text says of itself: its first line as its title, and its own day.

    A first line "#META outlet: X; date: 2023-05-10 https://example.org/a" gives outlet and address.
    """
    lines = [line.strip() for line in report.text.splitlines() if line.strip()]
    meta = lines.pop(0) if lines and lines[0].lstrip("\ufeff").startswith(_META) else ""
    found, named = _ADDRESS.search(meta), _META_OUTLET.search(meta)
    return About(
        outlet=" ".join(named[1].split()).rstrip(".,") or None if named else None,
        title=_headline(lines[0]) if lines else None,
        published=word_published(report),
        url=found[0].rstrip(".,;)") if found else None,
    )


def _headline(line: str) -> str | None:
    """Return a first line that is a headline; None for one that is a sentence of the text."""
    words = line.split()
    ends = line.endswith((".", ":", ";", ",", "؟", "!"))
    return None if len(words) > _WORDS or ends else " ".join(words)[:200]


def word_published(report: Report) -> str | None:
    """Return the day of publication as sharp as it is known.

    None where it is not known, also where only a post that the text links to has a day.
    """
    if report.published is None or "links to" in report.basis:
        return None
    return word_days(*report.published)


def word_days(first: datetime.date, last: datetime.date) -> str | None:
    """Return 2020-07-14, 2020-07 or 2020; None for days that are none of these."""
    if first == last:
        return first.isoformat()
    month_end = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    if first.day == 1 and last == month_end - datetime.timedelta(days=1):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if (first.month, last.month) == (1, 12) else None


class _Page(HTMLParser):
    """The title, outlet and address of a page, as its head gives them."""

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, str] = {}
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what meta and link elements say."""
        given = {name: (value or "").strip() for name, value in attrs}
        if tag == "meta":
            named = given.get("property") or given.get("name") or given.get("itemprop") or ""
            if given.get("content"):
                self.named.setdefault(named.lower(), given["content"])
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.named.setdefault("canonical", given.get("href", ""))
        self._in_title = tag == "title"

    def handle_endtag(self, _tag: str) -> None:
        """End a title."""
        self._in_title = False

    def handle_data(self, data: str) -> None:
        """Take the title's words."""
        if self._in_title and data.strip():
            self.named.setdefault("title", data.strip())

    def first(self, *names: str) -> str | None:
        """Return the first that is given, in one line."""
        found = next((self.named[name] for name in names if self.named.get(name)), None)
        return " ".join(found.split())[:300] if found else None


def _read_page(source: str) -> About:
    page = _Page()
    page.feed(source)
    address = page.first("canonical", *_ADDRESSES)
    whole = address if address and _ADDRESS.fullmatch(address) else None
    return About(page.first(*_OUTLETS), page.first(*_TITLES), None, whole)


def _read_mail(data: bytes) -> About:
    """Return a mail's subject and organisation; who sent it is a person, and not named."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        subject, sender = message["subject"], message["organization"]
        archived = _ADDRESS.search(str(message["archived-at"] or ""))
    except (ValueError, IndexError) as error:  # a head that is damaged
        raise ReportError(f"the head of a mail cannot be read: {error}") from error
    return About(
        outlet=" ".join(str(sender).split()) if sender else None,
        title=" ".join(str(subject).split()) if subject else None,
        url=archived[0] if archived else None,
    )
