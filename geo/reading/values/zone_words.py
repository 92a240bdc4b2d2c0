"""Time zones as texts write them, as data: as `plain_text` returns them."""

from __future__ import annotations

from geo.reading.values.plain import plain_text

__all__ = ["HALVES", "LOCAL_WORDS", "OFFSETS", "TIME_WORDS"]

# Minutes east of Greenwich of abbreviations that mean one zone alone where strikes are reported
# (IANA time zone database; RFC 5322 for those of the United States). IST, AST, BST, GST and CST
# mean several: they are understood where the place's own clock is called so.
OFFSETS: dict[str, int] = {
    **dict.fromkeys(("z", "zulu", "utc", "gmt", "ut", "wet", "غرينتش", "гринвич", "гринвичу"), 0),
    **dict.fromkeys(("cet", "west", "wat", "met"), 60),
    **dict.fromkeys(("eet", "cest", "cat", "sast", "mest"), 120),
    **dict.fromkeys(("eest", "msk", "trt", "eat", "idt", "мск"), 180),
    **dict.fromkeys(("irst", "irt"), 210),
    **dict.fromkeys(("azt", "samt", "amt", "get", "msd"), 240),
    **dict.fromkeys(("irdt", "aft"), 270),
    **dict.fromkeys(("pkt", "uzt", "tmt", "tjt"), 300),
    "npt": 345,
    "mmt": 390,
    **dict.fromkeys(("ict", "wib"), 420),
    "edt": -240,
    "est": -300,
    "mst": -420,
    "pdt": -420,
    "pst": -480,
}

# The time at the place, said in words.
LOCAL_WORDS = frozenset(
    map(
        plain_text,
        ("local", "local time", "localtime", "lt", "l", "loc", "بالتوقيت المحلي",
         "التوقيت المحلي", "توقيت محلي", "местное", "местного", "по местному времени",
         "местного времени", "за місцевим часом", "місцевого часу", "heure locale", "hora local",
         "yerel saat", "ortszeit", "به وقت محلی"),
    )
)  # fmt: skip

# Around the name of a town or country whose clock is meant: "Kyiv time", "بتوقيت دمشق".
TIME_WORDS = tuple(
    map(
        plain_text,
        ("standard time", "summer time", "daylight time", "time", "بتوقيت", "توقيت", "по", "за",
         "времени", "часом", "heure de", "hora de", "saati", "saatiyle", "به وقت"),
    )
)  # fmt: skip

# The half of the day that a time of twelve hours lies in: 0 before noon, 12 after it.
HALVES: dict[str, int] = {
    **dict.fromkeys(("am", "a.m", "a.m.", "ص", "صباحا"), 0),
    **dict.fromkeys(("pm", "p.m", "p.m.", "م", "مساء"), 12),
}
