"""Months, seasons and weekdays by name, as data: as `plain_text` returns them."""

from __future__ import annotations

from geo.reading.values.plain import plain_text

__all__ = ["MONTHS", "PARTS_OF", "QUARTERS", "SEASONS", "WEEKDAYS", "any_of"]

# English; Arabic: western, Levantine and Maghreb; French, Spanish, Russian, Ukrainian, Turkish,
# Persian: the Gregorian months.
_MONTH_NAMES = (
    "january jan يناير كانون_الثاني جانفي janvier janv enero ene январь января янв січень січня"
    " ocak oca ژانویه",
    "february feb فبراير شباط فيفري février févr fév febrero февраль февраля фев февр лютий лютого"
    " şubat şub فوریه",
    "march mar مارس آذار mars marzo март марта мар березень березня mart مارس",
    "april apr أبريل نيسان أفريل avril avr abril abr апрель апреля апр квітень квітня nisan nis"
    " آوریل",
    "may مايو أيار ماي mai mayo май мая травень травня mayıs مه می",
    "june jun يونيو حزيران جوان juin junio июнь июня июн червень червня haziran haz ژوئن",
    "july jul يوليو تموز جويلية juillet juil julio июль июля июл липень липня temmuz tem ژوئیه"
    " جولای",
    "august aug أغسطس آب أوت août aout agosto ago август августа авг серпень серпня ağustos ağu"
    " اوت آگوست",
    "september sept sep سبتمبر أيلول septembre septiembre setiembre сентябрь сентября сен сент"
    " вересень вересня eylül eyl سپتامبر",
    "october oct أكتوبر تشرين_الأول octobre octubre октябрь октября окт жовтень жовтня ekim eki"
    " اکتبر",
    "november nov نوفمبر تشرين_الثاني novembre noviembre ноябрь ноября ноя нояб листопад листопада"
    " kasım kas نوامبر",
    "december dec ديسمبر كانون_الأول décembre déc diciembre dic декабрь декабря дек грудень грудня"
    " aralık ara دسامبر",
)
MONTHS: dict[str, int] = {
    plain_text(name.replace("_", " ")): number
    for number, names in enumerate(_MONTH_NAMES, start=1)
    for name in names.split()
}
# First month of three, in the northern half of the earth; a winter lies in two years.
SEASONS: dict[str, int] = {
    plain_text(name): first
    for first, names in (
        (3, "spring ربيع printemps primavera весна весной весни ilkbahar بهار"),
        (6, "summer صيف été verano лето летом літо влітку yaz تابستان"),
        (9, "autumn fall خريف automne otoño осень осенью осінь восени sonbahar پاییز"),
        (12, "winter شتاء hiver invierno зима зимой взимку kış زمستان"),
    )
    for name in names.split()
}
QUARTERS: dict[str, tuple[int, int]] = {  # first month, months
    "q1": (1, 3), "q2": (4, 3), "q3": (7, 3), "q4": (10, 3), "h1": (1, 6), "h2": (7, 6),
    "first half": (1, 6), "second half": (7, 6), "first quarter": (1, 3),
    "second quarter": (4, 3), "third quarter": (7, 3), "fourth quarter": (10, 3),
}  # fmt: skip
# "early October 2015" is known to the month, no sharper.
_PARTS_OF = (
    "early|mid|late|the beginning of|beginning of|start of|middle of|the end of|end of|mid-|"
    "أوائل|بداية|منتصف|أواخر|نهاية|début|mi|mi-|fin|principios|mediados|finales|начало|"
    "в начале|середина|в середине|конец|в конце|початок|кінець|sonu|başı"
)
PARTS_OF: tuple[str, ...] = tuple(plain_text(words) for words in _PARTS_OF.split("|"))
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد lundi mardi mercredi"
    " jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo"
    " понедельник"
    " вторник среда четверг пятница суббота воскресенье понеділок вівторок середа п'ятниця субота"
    " неділя pazartesi salı çarşamba perşembe cuma cumartesi pazar"
)
WEEKDAYS: tuple[str, ...] = tuple(plain_text(name) for name in _WEEKDAYS.split())


def any_of(words: tuple[str, ...] | dict[str, int] | dict[str, tuple[int, int]]) -> str:
    """Return a pattern of any of some plain words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
