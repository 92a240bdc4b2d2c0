"""Running texts, pages and mails that are long to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.case import Case


def list_texts(case: Callable[..., Case]) -> Iterator[Case]:
    long = "Hama " * 400_000
    yield case("2 MB of Hama", "mentions", "t.txt", long)
    yield case("2 MB of Hama", "report", "t.txt", long)
    for names in ("Hama ", "Hama and ", "“Hama” "):  # as long as a text may be
        most = names * (999_999 // len(names))
        yield case(f"1 MB of {names}", "mentions", "t.txt", most)
        yield case(f"1 MB of {names}", "report", "t.txt", most)
    # One list of names that several places have: each is looked for in the region behind its list.
    yield case("190 kB of open names", "mentions", "t.txt", "Hamidiyah, " * 19_000)
    # One list of governorates: each may be an area or a city by the word behind the list.
    yield case("70 kB of governorates", "mentions", "t.txt", "Hama, Homs, " * 6_000)
    yield case("shortened words without end", "report", "t.txt", "A. B. " * 160_000)
    yield case("2 MB of one word", "report", "t.txt", "x" * 2_000_000)
    yield case("2 MB of Arabic", "report", "t.txt", "قصف " * 300_000)
    yield case("2 MB of Arabic", "mentions", "t.txt", "حماة " * 250_000)
    yield case(
        "2 MB of strikes on Hama", "report", "t.txt", "An air strike killed 5 in Hama. " * 60_000
    )
    yield case("2 MB of line ends", "report", "t.txt", "strike\n\n" * 250_000)
    # What is told is held against what was told before: against its own place's alone.
    far = "".join(f"Strike on {_spell(number)}. " for number in range(4_000))
    yield case("68 kB of strikes on as many places", "report", "t.txt", far)
    nowhere = "An airstrike killed 5 people. " * 12_000
    yield case("360 kB of strikes on no place", "report", "t.txt", nowhere)
    yield case("400 kB of one broken line", "report", "t.txt", "the airstrike on the\n" * 20_000)
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
    for head in ("Subject: x\n" + " y\n" * 200_000, "Subject: " + "=?utf-8?B?4pyT?= " * 40_000):
        yield case(f"a long head: {head[9:13]!r}", "report", "t.eml", f"{head}\n\nSarmin was hit.")


def _spell(number: int) -> str:
    """Return a number as a name that is on no list: 1203 is Abcad."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:05}").capitalize()
