"""Names written otherwise: romanisations, hands, slips of a letter, for `bench messy`."""

from __future__ import annotations

import random
import re

__all__ = ["misspell", "write_arabic", "write_latin"]

SLIP = 0.04  # of names that hold a slip of one letter
SUN = {"s": "s", "sh": "sh", "r": "r", "n": "n", "t": "t", "d": "d", "z": "z"}

# First words of names, each in the ways that reporting writes them.
WORDS = (
    ("Kafr", "Kafar", "Kafer", "Kfar", "Kufr", "Kfer"), ("Tal", "Tall", "Tel", "Tell"),
    ("Um", "Umm", "Oum", "Om"), ("Abu", "Abo", "Abou"), ("Deir", "Dayr", "Der", "Dair"),
    ("Khirbet", "Khirbat", "Kherbet", "Kherbat"), ("Ein", "Ain", "Ayn", "Ayin"),
    ("Sheikh", "Shaykh", "Shekh", "Cheikh"), ("Bir", "Beer", "Bi'r"), ("Jeb", "Jub", "Jubb", "Job"),
    ("Maaret", "Maarrat", "Ma'arat", "Maarat", "Marat"), ("Beit", "Bayt", "Bait"),
    ("Jebel", "Jabal"),
)  # fmt: skip
# First words that the local language says last.
BEHIND = {
    "Eastern": ("Sharqi", "Sharqiyah"), "Western": ("Gharbi", "Gharbiyah"), "Upper": ("Fawqani",),
    "Lower": ("Tahtani",), "Big": ("Kabir", "Kabirah"), "Little": ("Saghir", "Saghirah"),
}  # fmt: skip

# (pattern, replacements, how often): vowels, consonants, endings.
HABITS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    (r"iyy?eh$|iy?ah?$|iyy?a$", ("iya", "iyah", "iyeh", "iyyah", "iyya", "ieh"), 0.6),
    (r"(?<=[b-df-hj-np-tv-xz])(?:eh|ah|a)$", ("a", "ah", "eh", "e"), 0.6),
    (r"ee", ("i",), 0.6), (r"(?<=[b-df-hj-np-tv-z])i(?=[b-df-hj-np-tv-z])", ("ee", "e"), 0.15),
    (r"ou|oo", ("u", "o"), 0.5), (r"(?<=[b-df-hj-np-tv-z])u(?=[b-df-hj-np-tv-z])",
                                  ("ou", "oo", "o"), 0.2),
    (r"(?<=[b-df-hj-np-tv-z])o(?=[b-df-hj-np-tv-z])", ("u", "ou"), 0.2),
    (r"ei|ey", ("ay", "ai"), 0.4), (r"ay|ai", ("ei", "ey", "ai"), 0.25),
    (r"(?<=[b-df-hj-np-tv-z])a(?=[b-df-hj-np-tv-z])", ("e",), 0.12),
    (r"(?<=[b-df-hj-np-tv-z])e(?=[b-df-hj-np-tv-z])", ("a", "i"), 0.15),
    (r"q", ("k",), 0.12), (r"kh", ("h", "k"), 0.05), (r"gh", ("g",), 0.08),
    (r"dh", ("d", "z"), 0.3),
    (r"th", ("t", "s"), 0.15), (r"j", ("g",), 0.03), (r"w", ("ou",), 0.03),
    (r"([b-df-hj-np-tv-z])\1", (r"\1",), 0.3),
    (r"(?<=[aeiou])([bdfklmnrsty])(?=[aeiou])", (r"\1\1",), 0.06),
    (r"^(Eid|Ib|Ass)", (r"\1",), 0.0), (r"'", ("",), 0.7),
)  # fmt: skip

_ARTICLE = re.compile(r"\b(?:Al|El|As|Ash|Ar|An|At|Ad|Az)[- ](?=\w)", re.I)
_GLUED = re.compile(r"\bEl(?=[a-z]{4})")  # OCHA's "Rasm Elkhabar"
_ARABIC_HANDS = (
    ("ة", "ه", 0.25), ("ى", "ي", 0.4), ("ي$", "ى", 0.1), ("[أإآ]", "ا", 0.35),
    ("^ا(?=[بمرغ])", "أ", 0.1),
    ("ئ", "ي", 0.2), ("ؤ", "و", 0.2), ("ء", "", 0.3), ("^(كفر|تل|دير) (?=[^ا])", r"\1", 0.25),
    ("^(كفر|دير)(?=[^ ا]{3})", r"\1 ", 0.2), ("^ال", "", 0.06),
)  # fmt: skip


def write_latin(name: str, chance: random.Random) -> str:
    """Return a romanised name as another hand would romanise it."""
    name = _GLUED.sub("El-", _put_behind(name, chance))
    words = _ARTICLE.sub(lambda _: "@", name).split()
    written = " ".join(_write_word(word, chance) for word in words)
    article = chance.choice(("Al-", "Al ", "al-", "El-", "al ", "Al-", "sun", ""))
    written = re.sub(r"@(\w)", lambda found: _write_article(article, found[1]), written)
    if chance.random() < 0.08:
        written = written.replace(" ", chance.choice(("-", "")), 1)
    if chance.random() < 0.05:
        written = chance.choice((written.upper(), written.lower()))
    return misspell(written, chance) if chance.random() < SLIP else written


def _put_behind(name: str, chance: random.Random) -> str:
    first, _, rest = name.partition(" ")
    if not rest or first not in BEHIND or chance.random() < 0.5:
        return name
    return f"{rest} {chance.choice(BEHIND[first])}"


def _write_article(article: str, first: str) -> str:
    letter = first.lower()
    if article == "sun":
        return f"A{SUN.get(letter, 'l')}-{first.upper()}"
    return f"{article}{first}"


def _write_word(word: str, chance: random.Random) -> str:
    mark, word = ("@", word[1:]) if word.startswith("@") else ("", word)
    for ways in WORDS:
        if word in ways:
            return mark + (word if chance.random() < 0.3 else chance.choice(ways))
    first, rest = word[:1], word[1:]
    for pattern, others, often in HABITS:
        if chance.random() < often:
            rest = re.sub(pattern, chance.choice(others), rest, count=1)
    return mark + first + rest


def misspell(name: str, chance: random.Random) -> str:
    """Return a name with one letter lost, doubled, changed or swapped with the next."""
    at = chance.randrange(1, max(2, len(name) - 1))
    if name[at : at + 1] in ("", " ", "-"):
        return name
    slip = chance.choice(("lose", "double", "swap", "change"))
    if slip == "lose":
        return name[:at] + name[at + 1 :]
    if slip == "double":
        return name[: at + 1] + name[at:]
    if slip == "swap":
        return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    letters = "ابتدرسعفقلمنهوي" if ord(name[at]) > 0x600 else "aeiourstnlmkd"
    return name[:at] + chance.choice(letters) + name[at + 1 :]


def write_arabic(name: str, chance: random.Random) -> str:
    """Return an Arabic name as another hand would write it."""
    for pattern, other, often in _ARABIC_HANDS:
        if chance.random() < often:
            name = re.sub(pattern, other, name)
    return misspell(name, chance) if chance.random() < 0.75 * SLIP else name
