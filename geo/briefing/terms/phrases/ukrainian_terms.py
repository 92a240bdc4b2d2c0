"""Ukrainian: what strikes are called, and the words of closed vocabularies.

"nouns" is the genitive plural, "units" and "Nouns" the nominative; "counted" and "told" have the
forms that follow a number, the latter behind "про".
"""

from __future__ import annotations

__all__ = ["TERMS"]


def _claimed_in_part(name: str, own: str) -> dict[str, str]:
    """Return the name and the note of a region that Russia claims and holds in part."""
    key = f"{name}: claimed by Russia since 2022, held in part"
    return {
        f"name {key}": f"{own}: Росія претендує від 2022 року, утримує частину",
        f"note {key}": "Українська земля за Генеральною Асамблеєю ООН (резолюція ES-11/4); Росія "
        "претендує на всю і утримує частину, що змінюється. Лінію контролю не накреслено.",
    }


TERMS: dict[str, str] = {
    "unit strike": "удар", "units strike": "удари",
    "unit event": "подія", "units event": "події",
    "noun strike": "удар", "nouns strike": "ударів", "Nouns strike": "Удари",
    "noun event": "подія", "nouns event": "подій", "Nouns event": "Події",
    "noun row": "рядок", "nouns row": "рядків", "Nouns row": "Рядки",
    "counted strike one": "{count} удар", "counted strike few": "{count} удари",
    "counted strike many": "{count} ударів",
    "counted event one": "{count} подія", "counted event few": "{count} події",
    "counted event many": "{count} подій",
    "counted row one": "{count} рядок", "counted row few": "{count} рядки",
    "counted row many": "{count} рядків",
    "told strike one": "{count} удар", "told strike few": "{count} удари",
    "told strike many": "{count} ударів",
    "told event one": "{count} подію", "told event few": "{count} події",
    "told event many": "{count} подій",
    "told row one": "{count} рядок", "told row few": "{count} рядки",
    "told row many": "{count} рядків",
    "adm": "регіон",
    "adm oblast": "область",
    "term precision site": "Відомо до об’єкта",
    "term precision neighbourhood": "Відомо до району міста",
    "term precision settlement": "Відомо до населеного пункту",
    "term precision near": "Відомо, що поблизу місця",
    "term precision area": "Відомо до невеликої території",
    "term method given": "Точка самого джерела",
    "term method exact": "Знайдено за назвою в переліку",
    "term method spelling": "Знайдено за іншим написанням назви з переліку",
    "term method nearby": "Знайдено від місця поблизу",
    "term method online": "Знайдено пошуком у мережі",
    "term method reviewed": "Місце визначила людина",
    "term method ambiguous": "Назва підходить кільком місцям",
    "term method vague": "Назва надто загальна",
    "term method none": "Назви немає в жодному переліку",
    "term transverse-mercator": "поперечна Меркатора",
    "term lambert-conformal": "конічна рівнокутна Ламберта",
    "term mercator": "Меркатора",
    "term monday": "понеділок",
    "term tuesday": "вівторок",
    "term wednesday": "середа",
    "term thursday": "четвер",
    "term friday": "п’ятниця",
    "term saturday": "субота",
    "term sunday": "неділя",
    "term airstrike": "авіаудар",
    "term drone": "удар безпілотника",
    "term missile": "ракета",
    "term shelling": "обстріл",
    "term ied": "саморобний вибуховий пристрій",
    "term ground": "наземний бій",
    "term other": "інше",
    "term armed_group": "збройна група",
    "term military": "військова ціль",
    "term residential": "житловий район",
    "term medical": "медичний заклад",
    "term school": "школа",
    "term religious": "релігійна споруда",
    "term market": "ринок",
    "term camp": "табір",
    "term infrastructure": "інфраструктура",
    "term vehicle": "транспорт",
    "term alleged": "за твердженням",
    "term claimed": "взяв на себе",
    "term confirmed": "підтверджено",
    "term contested": "оскаржено",
    "term denied": "заперечено",
    "term reported": "повідомлено",
    "term located": "місце визначено",
    "term area_only": "відома лише територія",
    "term unlocated": "місце не визначено",
    "term Russia": "Росія",
    "term Ukraine": "Україна",
    "term Russian Air Force": "повітряні сили Росії",
    "term Syrian government": "уряд Сирії",
    "term Syrian Air Force": "повітряні сили Сирії",
    "term Turkey": "Туреччина",
    "term Israel": "Ізраїль",
    "term United States": "Сполучені Штати",
    "term Iran": "Іран",
    "name strikemap's own table": "власна таблиця strikemap",
    "name Crimea, held by Russia since 2014": "Крим, під контролем Росії від 2014 року",
    "note Crimea, held by Russia since 2014": "Українська земля за Генеральною Асамблеєю ООН "
    "(резолюція 68/262); анексована Росією і під її контролем від 2014 року.",
    **_claimed_in_part("Donetsk", "Донецька область"),
    **_claimed_in_part("Kherson", "Херсонська область"),
    **_claimed_in_part("Luhansk", "Луганська область"),
    **_claimed_in_part("Zaporizhzhia", "Запорізька область"),
    "name Transnistria: outside Moldova's control since 1992": "Придністров’я: поза контролем "
    "Молдови від 1992 року",
    "name Golan, occupied by Israel": "Голани, окуповані Ізраїлем",
    "name West Bank, occupied by Israel since 1967": "Західний берег, окупований Ізраїлем від "
    "1967 року",
    "name Gaza Strip, occupied Palestinian territory": "Смуга Гази, окупована палестинська "
    "територія",
    "name Abkhazia, held with Russia's support since 1993": "Абхазія, утримувана за підтримки "
    "Росії від 1993 року",
    "name Northern Cyprus, held by Turkey since 1974": "Північний Кіпр, під контролем Туреччини "
    "від 1974 року",
    "name Russia": "Росія", "name Belarus": "Білорусь", "name Poland": "Польща",
    "name Slovakia": "Словаччина", "name Hungary": "Угорщина", "name Romania": "Румунія",
    "name Moldova": "Молдова", "name Bulgaria": "Болгарія", "name Turkey": "Туреччина",
    "name Georgia": "Грузія", "name Ukraine": "Україна", "name Lithuania": "Литва",
    "name Latvia": "Латвія", "name Serbia": "Сербія", "name Austria": "Австрія",
    "name Czechia": "Чехія", "name Germany": "Німеччина", "name Slovenia": "Словенія",
    "name Croatia": "Хорватія", "name Greece": "Греція", "name Kazakhstan": "Казахстан",
    "name Syria": "Сирія", "name Lebanon": "Ліван", "name Israel": "Ізраїль",
    "name Jordan": "Йорданія", "name Iraq": "Ірак", "name Iran": "Іран", "name Cyprus": "Кіпр",
    "name Egypt": "Єгипет", "name Saudi Arabia": "Саудівська Аравія", "name Yemen": "Ємен",
    "name Oman": "Оман", "name Sudan": "Судан", "name South Sudan": "Південний Судан",
    "name Ethiopia": "Ефіопія", "name Eritrea": "Еритрея", "name Chad": "Чад",
    "name Libya": "Лівія", "name Palestine": "Палестина", "name Armenia": "Вірменія",
    "name Azerbaijan": "Азербайджан",
}  # fmt: skip
