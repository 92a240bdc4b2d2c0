"""Running texts, pages and mails that are long to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.case import Case


def list_texts(case: Callable[..., Case]) -> Iterator[Case]:
    long = "Hama " * 400_000
    yield case("2 MB of Hama", "mentions", "t.txt", long)
    yield case("2 MB of Hama", "report", "t.txt", long)
    yield case("2 MB of one word", "report", "t.txt", "x" * 2_000_000)
    yield case("2 MB of Arabic", "report", "t.txt", "قصف " * 300_000)
    yield case("2 MB of Arabic", "mentions", "t.txt", "حماة " * 250_000)
    yield case(
        "2 MB of strikes on Hama", "report", "t.txt", "An air strike killed 5 in Hama. " * 60_000
    )
    yield case("2 MB of line ends", "report", "t.txt", "strike\n\n" * 250_000)
    yield case("2 MB of tags", "report", "t.html", "<p><table><tr><td>" * 110_000)
    yield case("2 MB of open comments", "report", "t.html", "<!-- <script " * 150_000)
    yield case("2 MB of figures", "report", "t.txt", "killed 5 and 6 and 7 " * 100_000)
    yield case("2 MB of days", "report", "t.txt", "on Monday 5 May 2015 to " * 80_000)
    yield case("2 MB of quotes", "report", "t.eml", "Subject: x\n\n" + ">" * 2_000_000)
    yield case(
        "10,000 parts of a mail",
        "report",
        "t.eml",
        'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\nx\n" * 100_000,
    )
    yield case("mails in mails", "report", "t.eml", "Content-Type: message/rfc822\n\n" * 50_000)
