"""The wording of relative places: "10 km north-east of X", "X's countryside", as patterns.

Groups: subject, a and b (anchors), road, side, low, high, bound, unit, dual (of a distance). They
are for texts whose letters `parse` has made alike.
"""

from __future__ import annotations

import re

__all__ = ["AROUND", "AROUND_APART", "HINT", "NUMBERS", "PATTERNS", "VAGUE_NUMBERS"]

_NORTH_SOUTH = r"(?:north|south)(?:ern)?"
_EAST_WEST = r"(?:east|west)(?:ern)?"
_SIDE = rf"(?:{_NORTH_SOUTH}(?:[- ]?{_EAST_WEST})?|{_EAST_WEST}|[ns]\.?[ew]\.?|[nsew]\.?)(?![a-z'])"
_ARABIC_SIDE = (
    r"(?:(?:ال)?(?:شمال|جنوب)(?:ي[هي]?)?(?:[ -]+(?:ال)?(?:شرق|غرب)(?:ي[هي]?)?)?"
    r"|(?:ال)?(?:شرق|غرب)(?:ي[هي]?)?)(?![\w])"
)

NUMBERS = {
    "half a": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "واحد": 1, "اثنين": 2, "ثلاثه": 3, "اربعه": 4,
    "خمسه": 5, "سته": 6, "سبعه": 7, "ثمانيه": 8, "تسعه": 9, "عشره": 10, "عشرين": 20, "ثلاثين": 30,
}  # fmt: skip
# "a few", "several": from two to about six.
VAGUE_NUMBERS = {"a few": 4, "few": 4, "several": 4, "a couple of": 2, "عده": 4, "بضعه": 4}
_NUMBER = (
    r"(?:\d{1,3}(?:[.,]\d{1,2})?|\d{4}|"
    + "|".join(sorted([*NUMBERS, *VAGUE_NUMBERS], key=len, reverse=True))
    + ")"
)
_UNIT = (
    r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m"
    r"|كم|كيلو ?مترات|كيلو ?مترا?|كيلومتر|كيلو|ميل|اميال|مترا?|امتار)(?!\w)"
)
_DISTANCE = (
    r"(?:(?P<bound>less than|under|within|up to|اقل من) )?"
    rf"(?:(?P<low>{_NUMBER})(?: ?(?:-|to|or|الي) ?(?P<high>{_NUMBER}))?[ -]?{_UNIT}"
    r"|(?P<dual>كيلو ?مترين|ميلين))"
)

_ABOUT = r"(?:about|some|around|roughly|approximately|nearly|almost|just|over|only|حوالي|نحو)"
_NOISE = (
    rf"(?:(?:{_ABOUT}|a|an|the|in|on|at|from|to|into|of|lying|located|situated|somewhere|outside"
    r"|front ?lines|village|villages|town|area|areas|zone|hill|hills|highlands|farmlands?"
    r"|position|positions|location|point|place|site|fields?|land|lands|region|open|desert|camp|checkpoint"
    r"|جبهات|محاور|في|علي|الي|من|عند|تقع|يقع|الواقعه|الواقع"
    r"|منطقه|قريه|بلده|نقطه|موقع|بعد|مسافه|مناطق) )*"
)
_NAME = r"(?P<a>[^,;]+?(?:, ?[^,;]+)?)"
_PAIR = r"(?P<a>[^,;]+?)"
_SECOND = r"(?P<b>[^,;]+?(?:, ?[^,;]+)?)"
_OF = r"(?:of|from|off)"
_RURAL = r"(?:countryside|hinterlands?|rural areas?|rural parts?|reef|rif)"
_NEAR = (
    r"(?:near to|near|nearby|close to|next to|adjacent to|not far from|outside(?: of)?|around"
    r"|surrounding"
    r"|(?:the )?(?:vicinity|surroundings|environs|area) (?:of|around)|in the vicinity of"
    r"|بالقرب من|قرب|قريبا من|في محيط|محيط|في جوار|جوار|بجوار)"
)
_EDGE = r"(?:outskirts|outskirt|suburbs|edges?|fringes?|periphery|approaches)"
_ARABIC_EDGE = r"(?:اطراف|ضواحي|مشارف|تخوم)"
# Words of the same meaning that stand after the name as well: Arabic, Ukrainian, Russian.
_AFTER_EDGE = (
    rf"(?:{_EDGE}|(?:ال)?{_ARABIC_EDGE}(?:ها?)?|околиця|окраїн[аи]|передмістя|приміська зона"
    r"|окраин[аы]|пригород|предместье)"
)
_AFTER_RURAL = rf"(?:{_RURAL}|(?:ال)?ريف(?:ها?)?|сільська місцевість|сельская местность)"
_AFTER_NEAR = (
    r"(?:vicinity|surroundings?|environs|(?:ال)?(?:محيط|جوار)(?:ها?)?|околиці"
    r"|окрестности|окрестность)"
)
_ROAD = r"(?:road|highway|motorway|route|axis|freeway|line|frontline|front line|corridor)"
_ARABIC_ROAD = r"(?:طريق|الطريق|اوتوستراد|الاوتوستراد|اتوستراد|محور|خط)"
_LINK = r"(?:linking|connecting|between|from|joining|running from|leading from)"
_ARABIC_LINK = r"(?:(?:الواصل|الرابط|الممتد|الدولي|الواصله) )*(?:ما )?بين"
# A front that moved: near the place that it is called by, or in the governorate.
_FRONT = r"(?:front ?lines?|fronts?|contact lines?|lines of contact) (?:of|in|at|around|on)"
_ARABIC_FRONT = r"(?:جبهه|جبهات|محاور|خطوط التماس (?:في|مع)|خط التماس في)"
_SEVERAL = r"(?:(?:the )?(?:towns|villages|cities) of |(?:مدينتي|بلدتي|قريتي) )?"

_FORMS: tuple[tuple[str, str], ...] = (
    ("offset", rf"{_DISTANCE} (?:away )?(?:to the |الي (?:ال)?)?(?P<side>{_SIDE}) {_OF} {_NAME}"),
    ("offset", rf"{_DISTANCE} (?:الي ال|الي )?(?P<side>{_ARABIC_SIDE}) (?:من )?{_NAME}"),
    ("offset", rf"(?P<side>{_ARABIC_SIDE}) {_NAME} (?:ب ?-? ?|بنحو |بمسافه |علي بعد |بحوالي )"
               rf"{_DISTANCE}"),
    ("offset", rf"{_DISTANCE} (?:away )?(?:from|off|outside|عن|من) {_NAME}"),
    ("road", rf"(?:(?:main|international|strategic) )?{_ROAD} {_LINK} {_SEVERAL}{_PAIR} "
             rf"(?:and|to|with) {_SECOND}"),
    ("road", rf"{_ARABIC_ROAD} (?:الدولي )?{_ARABIC_LINK} {_SEVERAL}{_PAIR} و{_SECOND}"),
    ("between", rf"(?:(?:mid|half)way )?between {_SEVERAL}{_PAIR} and {_SECOND}"),
    ("between", rf"(?:ما )?بين {_SEVERAL}{_PAIR} و ?{_SECOND}"),
    ("road", rf"(?P<road>[^,;:]+?) (?:(?:main|international|strategic) )?{_ROAD}"),
    ("road", rf"{_ARABIC_ROAD} (?:الدولي )?(?P<road>[^,;:]+?)(?: الدولي)?"),
    ("road_to", rf"{_ROAD} (?:to|towards|from|leading to) {_NAME}"),
    ("countryside", rf"(?P<side>{_SIDE})?(?: ?part of)? ?(?:the )?{_RURAL} (?:of |in |around )?"
                    rf"{_NAME}"),
    ("countryside", rf"(?P<side>{_SIDE}) rural {_NAME}"),
    ("countryside", rf"(?:rural|rif|reef) {_NAME}"),
    ("countryside", rf"(?P<side>{_SIDE}) {_NAME}(?:'s)? {_RURAL}"),
    ("countryside", rf"{_NAME}(?:'s)? (?P<side>{_SIDE}) {_RURAL}"),
    ("countryside", rf"{_NAME}(?:'s)? {_RURAL}"),
    ("countryside", rf"(?:ال)?ريف {_NAME} (?P<side>{_ARABIC_SIDE})"),
    ("countryside", rf"(?:ال)?ريف (?P<side>{_ARABIC_SIDE}) (?:ل|لمحافظه |لمدينه |من ){_NAME}"),
    ("countryside", rf"(?P<side>{_ARABIC_SIDE}) ريف {_NAME}"),
    ("countryside", rf"ريف {_NAME}"),
    ("outskirts", rf"(?P<side>{_SIDE})? ?{_EDGE} of {_NAME}"),
    ("outskirts", rf"{_NAME}(?:'s)? (?P<side>{_SIDE}) {_EDGE}"),
    ("outskirts", rf"{_NAME}(?:'s)? {_EDGE}"),
    ("outskirts", rf"{_ARABIC_EDGE} {_NAME} (?P<side>{_ARABIC_SIDE})"),
    ("outskirts", rf"{_ARABIC_EDGE} {_NAME}"),
    ("direction", rf"(?P<side>{_SIDE}) (?:side )?{_OF} {_NAME}"),
    ("part", rf"(?P<side>{_SIDE}) (?:parts?|half|end|section) of {_NAME}"),
    ("near", rf"{_NEAR} {_NAME}"),
    ("front", rf"(?:{_FRONT}|{_ARABIC_FRONT}) {_NAME}"),
    ("near", rf"(?P<a>[^,;()]+?) \({_NEAR}\)"),
    ("direction", rf"(?P<side>{_ARABIC_SIDE}) (?:من )?{_NAME}"),
    ("part", rf"(?P<side>{_SIDE}) {_NAME}"),
)  # fmt: skip
_ARABIC_TOWN = r"(?:قريه|بلده|مدينه|مزرعه)"
_SUBJECT = r"(?:(?P<subject>[^,;]{2,60}), (?:which is |a (?:village|town) )?)?"
_COMPILED = tuple(
    (kind, re.compile(rf"{_SUBJECT}{_NOISE}{pattern}[ .]*")) for kind, pattern in _FORMS
)
_BARE_SUBJECT = tuple(  # "Babila in the southern countryside of Idlib": no comma
    (kind, re.compile(rf"(?P<subject>[^,;]{{2,60}}?) (?:in|on|at|في) {_NOISE}{pattern}[ .]*"))
    for kind, pattern in _FORMS
    if kind in ("countryside", "outskirts")
)
# "Saraqib, outskirts", "Saraqib (outskirts)", "Saraqib - outskirts", "محيط" after the name.
_MARKED = r"(?P<a>[^,;:()]+?(?:, ?[^,;:()]+?)?)(?: ?[,;:] ?| - | ?\()(?:the |its )?"
_AFTER = tuple(
    (kind, re.compile(rf"{_NOISE}{_MARKED}{words}\)?[ .]*"))
    for kind, around in (
        ("outskirts", _AFTER_EDGE), ("countryside", _AFTER_RURAL), ("near", _AFTER_NEAR),
    )
    for words in (
        (around,) if kind == "near"
        else (rf"(?:(?P<side>{_SIDE}) )?{around}", rf"{around} (?P<side>{_ARABIC_SIDE})")
    )
)  # fmt: skip
_NO_AND = r"(?<! and)(?<! its)(?<! the)(?<! with)(?<! et)"
_UNMARKED = tuple(
    (kind, re.compile(rf"{_NOISE}(?P<a>[^,;:()]+?){_NO_AND} {around}[ .]*"))
    for kind, around in (
        ("outskirts", _AFTER_EDGE), ("countryside", _AFTER_RURAL), ("near", _AFTER_NEAR),
    )
)  # fmt: skip
_NO_LIST = r"(?P<subject>[^,;]{2,60}?)(?<! and)(?<! or)(?<! its)"
# "IDP camp near Sarmada", "مخيم للنازحين قرب سرمدا".
_NEAR_SUBJECT = (("near", re.compile(rf"{_NO_LIST} {_NEAR} {_NAME}[ .]*")),)
# "Babila south of Saraqib", "بابيلا شرقي سراقب": an adjective with its article is of the name.
_SIDED_SUBJECT = (
    (
        "direction",
        re.compile(rf"(?P<subject>[^,;\d]{{2,60}}?) (?P<side>{_SIDE}) {_OF} {_NAME}[ .]*"),
    ),
    (
        "direction",
        re.compile(
            rf"(?:{_ARABIC_TOWN} )?(?P<subject>[^,;\d]{{2,60}}?) (?P<side>(?!ال){_ARABIC_SIDE}) "
            rf"(?:من )?{_NAME}[ .]*"
        ),
    ),
)
# A word that every relative expression holds, to leave quickly with plain names.
HINT = re.compile(
    rf"\b(?:{_SIDE}|{_NEAR}|{_AFTER_EDGE}|{_AFTER_RURAL}|{_AFTER_NEAR}|rural|{_ROAD}|between)\b"
    r"|\bfront(?:s| ?lines?)?\b"
    rf"|\d|بين|ريف|{_ARABIC_FRONT}|{_ARABIC_ROAD}|{_ARABIC_SIDE}|كيلو"
)
# What lies around the place named beside it: "its countryside", "ريفها", "eastern outskirts".
_AROUND = (
    rf"(?:(?:the|its|their) )*(?:{_SIDE} )?"
    rf"(?:{_AFTER_EDGE}|{_AFTER_RURAL}|{_AFTER_NEAR}"
    r"|surrounding (?:areas?|villages?|countryside)|nearby(?: (?:areas?|villages?|towns?))?"
    r"|(?:ال)?(?:قري|بلدات|مناطق) (?:ال)?(?:مجاوره|محيطه|قريبه)(?: (?:بها|منها|لها))?)"
    rf"(?: {_ARABIC_SIDE})?"
)
AROUND = re.compile(_AROUND)
# Groups: around, named. "Countryside, Saraqib" and "Idlib, Saraqib (countryside)".
AROUND_APART = (
    re.compile(rf"(?P<around>{_AROUND})(?: ?[,;:] ?| - )(?P<named>.+)"),
    re.compile(rf"(?P<named>[^()\[\]]+?) ?[(\[](?P<around>{_AROUND})[)\]]"),
)
PATTERNS = (
    *_AFTER,
    *_COMPILED,
    *_BARE_SUBJECT,
    *_NEAR_SUBJECT,
    *_SIDED_SUBJECT,
    *_UNMARKED,
)  # (kind, pattern), in order
