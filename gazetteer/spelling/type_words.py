"""Words around a name that say what it is or how near: type words, relations, compass points.

Keys are folded (see `names.fold`). The languages are those that reports are written in; nothing
here belongs to one country.
"""

from __future__ import annotations

__all__ = [
    "BARE_NOUNS",
    "COMPASS",
    "CONJUNCTIONS",
    "FILLERS",
    "GLUED_AND",
    "JOINED",
    "LEADING",
    "LEVELS_OR_QUARTERS",
    "OF_ANY_AREA",
    "PLACING",
    "PLURALS",
    "PRODUCTS",
    "QUALIFIERS",
    "QUARTER_WORDS",
    "SAME_LEVEL",
    "SUBURBS",
    "THOROUGHFARES",
    "TRAILING",
    "UNSAID",
    "VILLAGE_WORDS",
    "WHOLE_PHRASES",
]

# Words before a name, longest first where one begins another.
LEADING: dict[str, str] = {
    **dict.fromkeys(("centre of", "center of", "heart of", "downtown",
                     "town of", "city of", "village of", "hamlet of", "settlement of",
                     "municipality of", "villages of", "مدينه", "المدينه", "بلده", "البلده",
                     "قريه", "القريه", "مزرعه", "ville de", "village de", "towns of", "cities of",
                     "مدينتي", "بلدتي", "قريتي", "مدينتا", "بلدتا", "قريتا", "مدن", "بلدات",
                     "قري", "misto", "gorod", "selo", "sela", "selishche", "selyshche", "derevnya",
                     "poselok", "posyolok", "smt", "pgt", "khutir", "khutor", "stanitsa",
                     "stanytsia", "ciudad de", "pueblo de", "municipio de", "commune de",
                     "n p", "naselenyi punkt", "naselennyy punkt", "stantsiya", "localite de",
                     "hameau de", "magaalada", "tuulada", "مركز ناحيه", "مركز منطقه",
                     "مركز قضا", "مركز مدينه",
                     "شهر", "روستاي", "كوند", "كوندي", "شاري", "شاروشكي",
                     "هكفر", "هعير", "هعييره", "ييشوب", "هييشوب", "ماحز", "هماحز", "هتنحلوت",
                     "ههتنحلوت", "مستوطنه",
                     "village de", "pueblo", "aldea de", "ketema"), "settlement"),
    **dict.fromkeys(("neighborhood of", "neighbourhood of", "quarter of", "suburb of", "hay",
                     "neighborhoods of", "neighbourhoods of", "quarters of",
                     "mikrorayon", "sub city of", "شكونت",
                     "hayy", "حي", "حيي", "حيا", "احياء", "حاره", "ضاحيه", "quartier de",
                     "quartier"),
                    "neighbourhood"),
    **dict.fromkeys(("refugee camp of", "camp of", "idp camp of", "camp de refugies de",
                     "camp de deplaces de", "site de deplaces de", "mukhayyam", "مخيم", "مخيمات",
                     "محنه هفليطيم", "محنه فليطيم", "محنه"),
                    "camp"),
    **dict.fromkeys(("airport of", "air base of", "airbase of", "aeroport", "aerodrom",
                     "aerodrome de", "aeroport de", "base aerienne de", "فرودكاه",
                     "matar", "مطار", "مطار عسكري"),
                    "airport"),
    **dict.fromkeys(("nahiyat", "nahiyah of", "nahiya of", "subdistrict of", "sub district of",
                     "gromada", "hromada", "payam", "بخش", "دهستان",
                     "ناحيه", "عزله", "kebele"), "subdistrict"),
    **dict.fromkeys(("district of", "mintaqat", "mantiqat", "منطقه", "raion", "rayon",
                     "raion of", "woreda", "wereda", "cercle de", "cercle", "departement de",
                     "departement du", "distrito de", "township of", "county of", "degmada",
                     "shahrestan", "shahrestan e", "ولسوالي", "شهرستان", "محليه", "قضا",
                     "mahalliyat", "locality of", "مديريه"), "district"),
    **dict.fromkeys(("governorate of", "province of", "muhafazat", "mohafazat",
                     "muhafazah",
                     "محافظه", "gouvernorat de", "oblast", "oblast of", "state of", "wilayat",
                     "wilaya de", "ولايه", "استان", "باريزكاي", "provintsiya",
                     "provintsii", "provinciya", "mukhafaza", "mukhafazy", "mukhafaze",
                     "provincia de", "departamento de", "region de", "region du",
                     "region de la", "region des", "province du", "province de", "province de la",
                     "ostan", "ostan e", "krai", "kray", "respublika", "republic of",
                     "gobolka", "kilil", "محوز",
                     "countryside of", "rural areas of", "rif", "reef",
                     "rural", "ريف", "بريف", "ارياف"), "governorate"),
    **dict.fromkeys(("dam of", "سد"), "dam"),
    **dict.fromkeys(("crossing of", "معبر هغبول", "معبر"), "crossing"),
    **dict.fromkeys(("hospital of", "market of", "mosque of", "school of", "مشفي", "مستشفي",
                     "سوق", "مدرسه", "مسجد", "جامع", "فرن", "ساحه", "دوار", "حاجز", "مصنع",
                     "معمل", "محطه", "شارع", "طريق", "جسر", "كبري", "كوبري", "مصفاه",
                     "مفرق", "تقاطع", "ملعب", "جامعه",
                     "كليه", "معهد", "مركز البحوث العلميه", "البحوث العلميه", "مركز بحوث",
                     "حديقه", "مقبره", "صوامع", "مطحنه", "مستوصف", "كنيسه",
                     "likarnya", "bolnitsa", "hopital de", "marche de", "ecole de", "pont de",
                     "بيمارستان", "بيت حوليم", "بيت هحوليم", "محسوم", "صومت", "مسغد", "مفترق",
                     "كراج", "مخبز", "مستودعات", "مستودع", "محكمه", "فندق", "مبني", "بنايه",
                     "university of", "bridge of", "square of", "stadium of", "silos of"),
                    "facility"),
}  # fmt: skip

TRAILING: dict[str, str] = {
    **dict.fromkeys(("koyu", "sehri", "kenti", "beldesi", "kasabasi",
                     "town", "city", "village", "hamlet", "settlement", "municipality",
                     "townlet",
                     "city center", "city centre", "town center", "town centre", "villages",
                     "towns", "cities", "المدينه", "البلده"), "settlement"),
    **dict.fromkeys(("mahallesi", "microdistrict", "neighborhood", "neighbourhood", "neighborhoods",
                     "neighbourhoods",
                     "quarter", "suburb", "suburbs", "quarters"), "neighbourhood"),
    **dict.fromkeys(("camp", "refugee camp", "idp camp", "camps", "idp camps", "refugees camp"),
                    "camp"),
    **dict.fromkeys(("airport", "air base", "airbase", "military airport", "airfield",
                     "military airbase", "military air base", "international airport",
                     "air field"), "airport"),
    **dict.fromkeys(("nahiyah", "nahiya", "nahia", "kebele", "hromada", "nahiyesi", "nahiyeh",
                     "nahieh", "subdistrict",
                     "sub district", "subdistricts"), "subdistrict"),
    **dict.fromkeys(("district", "mintaqah", "qada", "raion", "rayon", "woreda", "wereda",
                     "ilcesi", "county", "cercle", "township", "shahrestan", "r n",
                     "locality"), "district"),
    **dict.fromkeys(("governorate", "province", "oblast", "wilayat", "wilaya", "vilayeti", "ili",
                     "state",
                     "muhafazah", "muhafaza", "mohafazah", "mohafaza",
                     "krai", "kray", "obl", "regional state", "kilil",
                     "gouvernorat", "governate", "gov", "governorates", "countryside", "rural area",
                     "rural areas", "rif"), "governorate"),
    **dict.fromkeys(("dam",), "dam"),
    **dict.fromkeys(("crossing", "border crossing", "border gate"), "crossing"),
    **dict.fromkeys(("mountain", "mountains", "hills", "mount"), "mountain"),
    **dict.fromkeys(("area", "region", "zone", "pocket", "enclave"), "area"),
    **dict.fromkeys(("hospital", "market", "mosque", "school", "bakery", "square", "roundabout",
                     "checkpoint", "factory", "station", "street", "road", "bridge", "refinery",
                     "base", "farms", "farm", "junction", "highway", "field", "prison",
                     "army base", "front", "frontline", "axis", "gate", "crossroads", "crossroad",
                     "intersection", "avenue", "boulevard", "traffic circle", "stadium",
                     "university", "college", "institute", "cemetery", "park", "garden",
                     "gardens", "playground", "silos", "silo", "grain silos", "grain silo",
                     "mill", "flour mill", "warehouse", "warehouses", "depot", "clinic",
                     "medical point", "church", "monastery",
                     "oil facility", "oil terminal", "research centre", "research center",
                     "scientific research centre",
                     "scientific research center", "hotel", "court", "courthouse",
                     "souk", "souq", "bazaar", "markets", "schools", "mosques", "shops", "shop",
                     "bakeries", "factories", "plant", "power plant", "power station",
                     "water station", "pumping station", "water plant", "gas station",
                     "fuel station", "petrol station", "bus station", "train station",
                     "railway station", "police station", "garage", "kindergarten",
                     "orphanage", "building", "buildings", "residential building",
                     "headquarters", "barracks", "library", "hospitals", "farmland",
                     "farmlands", "orchards"), "facility"),
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

# Of the words above those of ways and crossings, and of hotels: in a town they are named after the
# town that they lead to, or after a person, seldom after the one that they lie in.
THOROUGHFARES = frozenset((
    "street", "road", "square", "roundabout", "junction", "highway", "gate", "crossroads",
    "crossroad", "intersection", "avenue", "boulevard", "traffic circle", "square of", "ساحه",
    "دوار", "شارع", "طريق", "مفرق", "تقاطع", "hotel", "فندق",
))  # fmt: skip

# Of the words above those that say a quarter of a town as well as an area of administration.
LEVELS_OR_QUARTERS = frozenset(("district",))

# Of the words above those of quarters that are towns as well.
SUBURBS = frozenset(("suburb", "suburbs", "suburb of", "ضاحيه"))

# Between a type word and the name, or instead of a name: "X national hospital", "old market".
QUALIFIERS = frozenset((
    "national", "central", "general", "municipal", "public", "main", "field", "specialist",
    "specialized", "surgical", "local", "military", "grand", "great", "big", "small", "old", "new",
    "ancient", "industrial", "primary", "secondary", "elementary", "vegetable", "civil", "popular",
    "agricultural", "grain", "green", "الوطني", "المركزي", "المركزيه", "العام", "العامه", "البلدي",
    "البلديه", "الرئيسي", "الميداني", "التخصصي", "الجراحي", "العسكري", "الكبير", "الصغير",
    "القديم", "القديمه", "الجديد", "الجديده", "الصناعي", "الصناعيه", "الابتدائيه", "الثانويه",
    "الشعبي",
))  # fmt: skip

# After a word for a works, a station or a market, articles off, and no name: "sugar factory", "gas
# station", "سوق الهال" (the wholesale market of every Syrian town), "sheep market".
PRODUCTS = frozenset((
    "sugar", "cement", "gas", "fuel", "petrol", "oil", "water", "pumping", "power", "electricity",
    "bus", "train", "railway", "police", "flour", "weapons", "سكر", "اسمنت", "غاز", "وقود", "نفط",
    "بترول", "مياه", "كهربا", "قطار", "قطارات", "سكه", "حبوب", "طحين", "حديد", "سماد", "زيت",
    "غزل", "باصات", "محروقات", "ضخ", "شرطه", "حراريه", "كهربائيه", "thermal", "hal", "wholesale",
    "vegetables", "fruit", "sheep", "cattle", "livestock", "fish", "meat", "fuels", "ghanam",
    "khudar", "khudra", "mawashi", "هال", "جمله", "خضار", "خضره", "غنم", "اغنام", "مواشي", "ماشيه",
    "سمك", "مازوت",
))  # fmt: skip

# Words for what a place is, articles off, that name none by themselves and stand in names.
BARE_NOUNS = frozenset((
    "معسكر", "مخيم", "صوامع", "صومعه", "مطار", "سد", "معبر", "مشفي", "ثكنه", "كتيبه", "لوا", "قلعه",
    "افران", "بلديه", "مزارع", "حقل", "سكه", "مرفا", "مساكن", "مدجنه", "مدخل", "مجمع", "مخفر",
    "مول", "jisr", "mahatta", "mahattah", "madrasa", "madrasah", "masjid", "sawami", "muaskar",
    "baladiya", "matar", "mukhayyam",
))  # fmt: skip

# Before "area" and the like, instead of a name: "border area of X" is no place called "border".
OF_ANY_AREA = frozenset((
    "border", "coastal", "mountainous", "mountain", "rural", "urban", "desert", "residential",
    "populated", "inhabited", "remote", "open", "frontline", "front", "liberated", "besieged",
    "surrounding", "other", "some", "various", "several", "different", "an", "a", "the", "safe",
    "tribal", "riverine", "lakeside", "forest", "strategic",
))  # fmt: skip

# Said of several places at once: each of them is one.
PLURALS = frozenset((
    "towns of", "cities of", "villages of", "towns", "cities", "مدينتي", "بلدتي", "قريتي", "مدينتا",
    "بلدتا", "قريتا", "حيا", "مدن", "بلدات", "قري",
    "neighborhoods of", "neighbourhoods of", "quarters of", "حيي", "احياء", "مخيمات", "villages",
    "neighborhoods", "neighbourhoods", "suburbs", "quarters", "camps", "idp camps",
    "refugees camp", "governorates", "subdistricts",
))  # fmt: skip

# What reporting in English calls an area by whose own word is another, where such is listed.
SAME_LEVEL = {"region": "oblast", "province": "oblast", "district": "raion"}

# Between several places of one cell, each a word of its own; and the one that Arabic glues on.
CONJUNCTIONS = (
    "and",
    "or",
    "et",
    "ou",
    "ve",
    "veya",
    "as well as",
    "و",
    "او",
    "أو",
    "та",
    "і",
    "й",
    "и",
    "або",
    "или",
    "&",
    "+",
)
GLUED_AND = "و"

# First words of a name that villages bear and quarters of a town seldom do: of a hill, a ruin, a
# village, a well, a spring, a valley.
VILLAGE_WORDS = frozenset((
    "tell", "tall", "tal", "tel", "khirbat", "khirbet", "kherbet", "khirba", "rasm", "kafr",
    "kafer", "kfar", "kafar", "jubb", "job", "jeb", "bir", "beer", "umm", "um", "oum", "ayn", "ain",
    "ein", "wadi", "deir", "dayr", "der", "تل", "خربه", "خربت", "رسم", "كفر", "جب", "بير", "بئر",
    "ام", "عين", "وادي", "دير", "مزرعه", "village of", "قريه",
))  # fmt: skip

# The same of quarters, articles off: what town quarters are made of, and what Arab towns call
# their new ones after (the revolution, the martyrs, victories).
QUARTER_WORDS = frozenset((
    "bab", "karm", "bustan", "masakin", "masaken", "souq", "suq", "souk", "maydan", "midan",
    "jamiyat", "jamiyah", "sahat", "villat", "tishrin", "tishreen", "tishrine", "thawra", "thawrah",
    "shuhada", "wahda", "wahdah", "wihdeh", "baath", "hurriya", "hurriyah", "nuzha", "istiqlal",
    "andalus", "jalaa", "nahda", "zuhur", "zouhour", "firdaws", "fardos", "qusur", "qosour",
    "hittin", "hettin", "yarmouk", "yarmuk", "qadisiyah", "qadessiyeh", "military", "national",
    "باب", "كرم", "بستان", "مساكن", "سوق", "ميدان", "جمعيه", "ساحه", "فيلات", "تشرين", "ثوره",
    "شهدا", "وحده", "بعث", "حريه", "نزهه", "استقلال", "اندلس", "جلا", "نهضه", "زهور", "فردوس",
    "قصور", "حطين", "يرموك", "قادسيه", "جامعه", "ضاحيه", "شعب",
))  # fmt: skip

# In place of a part that is not known.
UNSAID = frozenset((
    "unknown", "unspecified", "not specified", "not known", "undetermined", "other", "others",
    "n a", "na", "inconnu", "غير معروف", "غير محدد", "مجهول", "اخري",
))  # fmt: skip

# Between a part and its whole, "X in Y", with what is said of the whole: the country around a town
# is no town.
WHOLE_PHRASES = {
    "in the countryside of": "countryside of", "in rural": "rural", "in the": "", "in": "",
    "بريف": "ريف", "في ريف": "ريف", "في مدينه": "مدينه", "بمدينه": "مدينه",
    "بمحافظه": "محافظه", "في محافظه": "محافظه", "في": "",
}  # fmt: skip

# Prepositions before a name, as words of their own and joined on: in, at; and-in, to-the.
PLACING = ("in the", "in", "inside", "within", "في", "داخل")
JOINED = ("ولل", "لل", "وب", "ول", "فب", "ب", "ل", "ك", "و")

FILLERS = ("the", "s")
