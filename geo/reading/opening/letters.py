"""Bytes -> letters: UTF-8, UTF-16, or the code page whose words the bytes spell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.errors import ReadError

__all__ = ["read_letters", "reread_letters"]

_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CODE_PAGES = {
    "cp1252": "Windows Western (cp1252)",
    "cp1256": "Windows Arabic (cp1256)",
    "cp1251": "Windows Cyrillic (cp1251)",
}
# Two or more bytes above ASCII side by side: within words of Arabic or Cyrillic letters, hardly
# ever of Western ones.
_RUN = re.compile(rb"[\x80-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")
# In cp1256 these bytes are the Latin letters of French, in cp1251 small Cyrillic letters.
_LATIN_IN_ARABIC = frozenset(b"\xe0\xe2\xe7\xe8\xe9\xea\xeb\xee\xef\xf4\xf9\xfb\xfc")
_MOST_LATIN = 0.1  # of the bytes in runs, in Arabic text
_MOST_STRAY = 0.1  # of the lines that are not ASCII may be in another code page


def read_letters(content: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file, and what is to be said of its encoding, '' for UTF-8.

    Raises ReadError where the bytes are no text.
    """
    encoding = _BOMS.get(content[:2]) or _BOMS.get(content[:3])
    if encoding == "utf-16":
        try:
            return content.decode("utf-16"), "read as UTF-16"
        except UnicodeDecodeError as error:
            raise ReadError(f"{name}: broken UTF-16; save it again as UTF-8") from error
    if b"\0" in content:
        raise ReadError(f"{name}: this is no text file; save the table as CSV (UTF-8)")
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return _read_lines(content.removeprefix(b"\xef\xbb\xbf"))


def reread_letters(texts: Sequence[str]) -> tuple[list[str], str]:
    """Return texts that were read as Western ones for want of a code page as what they spell.

    Says so in a note, '' where they are Western or ASCII.
    """
    raw = list(map(_as_read, texts))
    if any(one is None for one in raw):
        return list(texts), ""
    joined = b"\n".join(one or b"" for one in raw)
    if joined.isascii():
        return list(texts), ""
    page = "utf-8" if _is_utf8(joined) else _find_page(joined)
    if page == "cp1252":
        return list(texts), ""
    title = _CODE_PAGES.get(page, "UTF-8")
    return [(one or b"").decode(page, "replace") for one in raw], (
        f"names no code page, so its texts are read as {title}: check how names look"
    )


def _as_read(text: str) -> bytes | None:
    for page in ("latin-1", "cp1252"):
        try:
            return text.encode(page)
        except UnicodeEncodeError:
            continue
    return None


def _read_lines(content: bytes) -> tuple[str, str]:
    """Read what is not UTF-8: all in one code page, or UTF-8 with stray lines of another."""
    lines = content.splitlines(keepends=True)
    stray = {number for number, line in enumerate(lines) if not _is_utf8(line)}
    foreign = sum(not line.isascii() for line in lines)
    page = _find_page(b"".join(lines[number] for number in sorted(stray)))
    if (len(stray) > _MOST_STRAY * foreign and len(stray) > 1) or len(stray) == foreign:
        note = f"not UTF-8, so read as {_CODE_PAGES[page]}: check how names look"
        return content.decode(page, "replace"), note
    text = "".join(
        line.decode(page, "replace") if number in stray else line.decode("utf-8")
        for number, line in enumerate(lines)
    )
    first = min(stray) + 1
    lines_are = "1 line is" if len(stray) == 1 else f"{len(stray):,} lines are"
    how = f"read as {_CODE_PAGES[page]}"
    return text, f"{lines_are} not UTF-8 as the others are, first line {first}: {how}"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _find_page(content: bytes) -> str:
    """Return the code page that bytes above ASCII are most likely of."""
    high = len(_HIGH.findall(content))
    in_runs = b"".join(_RUN.findall(content))
    if 2 * len(in_runs) <= high:
        return "cp1252"
    latin = sum(byte in _LATIN_IN_ARABIC for byte in in_runs)
    return "cp1251" if latin > _MOST_LATIN * len(in_runs) else "cp1256"
