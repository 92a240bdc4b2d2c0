"""Words around a name that say what it is or how near: type words, relations, compass points.

Keys are folded (see `names.fold`). The languages are those that reports are written in; nothing
here belongs to one country.
"""

from __future__ import annotations

__all__ = ["COMPASS", "FILLERS", "LEADING", "TRAILING", "WHOLE_PHRASES"]

# Words before a name, longest first where one begins another.
LEADING: dict[str, str] = {
    **dict.fromkeys(("town of", "city of", "village of", "hamlet of", "settlement of",
                     "municipality of", "villages of", "مدينه", "المدينه", "بلده", "البلده",
                     "قريه", "القريه", "مزرعه", "ville de", "village de"), "settlement"),
    **dict.fromkeys(("neighborhood of", "neighbourhood of", "quarter of", "suburb of", "hay",
                     "hayy", "حي", "احياء", "حاره", "ضاحيه", "quartier de", "quartier"),
                    "neighbourhood"),
    **dict.fromkeys(("refugee camp of", "camp of", "idp camp of", "mukhayyam", "مخيم", "مخيمات"),
                    "camp"),
    **dict.fromkeys(("airport of", "air base of", "airbase of", "matar", "مطار", "مطار عسكري"),
                    "airport"),
    **dict.fromkeys(("nahiyat", "nahiyah of", "nahiya of", "subdistrict of", "sub district of",
                     "ناحيه"), "subdistrict"),
    **dict.fromkeys(("district of", "mintaqat", "mantiqat", "منطقه"), "district"),
    **dict.fromkeys(("governorate of", "province of", "muhafazat", "mohafazat", "muhafazah",
                     "محافظه", "gouvernorat de", "countryside of", "rural areas of", "rif", "reef",
                     "rural", "ريف", "بريف", "ارياف"), "governorate"),
    **dict.fromkeys(("dam of", "سد"), "dam"),
    **dict.fromkeys(("crossing of", "معبر"), "crossing"),
    **dict.fromkeys(("hospital of", "market of", "mosque of", "school of", "مشفي", "مستشفي",
                     "سوق", "مدرسه", "مسجد", "جامع", "فرن", "ساحه", "دوار", "حاجز", "مصنع",
                     "معمل", "محطه", "شارع"), "facility"),
}  # fmt: skip

TRAILING: dict[str, str] = {
    **dict.fromkeys(("town", "city", "village", "hamlet", "settlement", "municipality", "townlet",
                     "city center", "city centre", "town center", "town centre", "villages",
                     "المدينه", "البلده"), "settlement"),
    **dict.fromkeys(("neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods",
                     "quarter", "suburb", "suburbs", "quarters"), "neighbourhood"),
    **dict.fromkeys(("camp", "refugee camp", "idp camp", "camps", "idp camps", "refugees camp"),
                    "camp"),
    **dict.fromkeys(("airport", "air base", "airbase", "military airport", "airfield",
                     "military airbase", "military air base", "international airport",
                     "air field"), "airport"),
    **dict.fromkeys(("nahiyah", "nahiya", "nahia", "nahiyeh", "nahieh", "subdistrict",
                     "sub district", "subdistricts"), "subdistrict"),
    **dict.fromkeys(("district", "mintaqah", "qada"), "district"),
    **dict.fromkeys(("governorate", "province", "muhafazah", "muhafaza", "mohafazah", "mohafaza",
                     "gouvernorat", "governate", "gov", "governorates", "countryside", "rural area",
                     "rural areas", "rif"), "governorate"),
    **dict.fromkeys(("dam",), "dam"),
    **dict.fromkeys(("crossing", "border crossing", "border gate"), "crossing"),
    **dict.fromkeys(("mountain", "mountains", "hills", "mount"), "mountain"),
    **dict.fromkeys(("area", "region", "zone", "pocket", "enclave"), "area"),
    **dict.fromkeys(("hospital", "market", "mosque", "school", "bakery", "square", "roundabout",
                     "checkpoint", "factory", "station", "street", "road", "bridge", "refinery",
                     "base", "farms", "farm", "junction", "highway", "field", "prison",
                     "army base", "front", "frontline", "axis"), "facility"),
}  # fmt: skip

COMPASS: dict[str, str] = {
    **dict.fromkeys(("north", "northern", "northerly", "شمال", "الشمالي", "شمالي", "شمالا"),
                    "north"),
    **dict.fromkeys(("south", "southern", "جنوب", "الجنوبي", "جنوبي"), "south"),
    **dict.fromkeys(("east", "eastern", "شرق", "الشرقي", "شرقي"), "east"),
    **dict.fromkeys(("west", "western", "غرب", "الغربي", "غربي"), "west"),
    **dict.fromkeys(("northeast", "northeastern", "north east", "north eastern",
                     "الشمالي الشرقي", "شمال شرق"), "north-east"),
    **dict.fromkeys(("northwest", "northwestern", "north west", "north western",
                     "الشمالي الغربي", "شمال غرب"), "north-west"),
    **dict.fromkeys(("southeast", "southeastern", "south east", "south eastern",
                     "الجنوبي الشرقي", "جنوب شرق"), "south-east"),
    **dict.fromkeys(("southwest", "southwestern", "south west", "south western",
                     "الجنوبي الغربي", "جنوب غرب"), "south-west"),
    **dict.fromkeys(("central", "الاوسط"), "central"),
}  # fmt: skip

# Between a part and its whole: "X in Y", "X في Y".
WHOLE_PHRASES = (
    "in the countryside of", "in rural", "in the", "in", "بريف", "في ريف", "في مدينه", "بمدينه",
    "في محافظه", "في",
)  # fmt: skip

FILLERS = ("the", "s")
