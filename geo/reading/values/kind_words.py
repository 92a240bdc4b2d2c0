"""Words for what struck, in the languages of the field, as data: patterns on plain texts.

Patterns meet texts as `plain_text` returns them, so that they are written without accents, hamza
and capitals. Of one list the first pattern decides; of one text the list that comes first.
"""

from __future__ import annotations

__all__ = ["GENERIC", "NO_STRIKE", "STRIKES", "UNARMED", "WHOLE"]

# Whole texts that their parts would misread: classes of ACLED's and GTD's code books.
WHOLE: dict[str, str] = {
    "air/drone strike": "airstrike",
    "explosions/remote violence": "other",
    "remote violence": "other",
    "bombing/explosion": "other",
    "violence against civilians": "other",
    "attack": "other",
    "assault": "other",
    "grenade": "other",
    "chemical weapon": "other",
    "chemical attack": "other",
    "facility/infrastructure attack": "other",
    "unarmed assault": "other",
    "assassination": "other",
    "air/missile strike": "airstrike",
}

# What is no strike whatever else the text says; the text itself is then the reason.
NO_STRIKE = (
    r"\bprotest|\briots?\b|\brioters?\b|demonstration|demonstrate\b|\bmarch(es)? \bin\b|\bsit-in\b|"
    r"\bstrike action\b|"
    r"\blabou?r strike|general strike|hunger strike|mob violence|\bagreements?\b|"
    r"cease-?fire\b(?! viol)|"
    r"\btruce\b|\barrest|\bdetentions?\b(?! (cent|facil))|\bdetained\b|\blooting|\brobber|"
    r"\btheft\b|\bburglar|"
    r"abduct|kidnap|hostage|hijack|forced disappearance|sexual violence|headquarters or base|"
    r"(headquarters|base) established|strategic development|disrupted weapons|"
    r"change to (armed )?group|peaceful|excessive force against protest|"
    r"non-violent|prisoner exchange|"
    r"air ?raid (siren|alert|alarm|warning|shelter|drill)|\bsirens?\b|all clear|"
    r"^no (air ?strikes?|strikes?|air ?raids?|attacks?|shelling|bombing)\b|"
    r"\bair-?drop(s|ped|ping)? (of )?(humanitarian|food|aid|leaflet|supplies)|leaflet ?drop|"
    r"صفارات|انذار|القاء مساعدات|القاء جوي|"
    r"воздушн(ая|ой|ую) тревог|повітрян(а|ої|у) тривог|hava saldirisi alarm|alerte aerienne|"
    r"alarma aerea|"
    r"مظاهر|تظاهر|احتجاج|اعتصام|اعتقال|خطف|اختطاف|اتفاق|هدن[هة]|نهب|سطو|تبادل (ال)?اسرى|"
    r"manifestation|emeute|arrestation|enlevement|pillage|accord de|"
    r"\bprotesta|manifestacion|disturbio|detencion|secuestro|saqueo|\bacuerdo|"
    r"протест|митинг|беспорядк|арест|похищен|грабеж|соглашени|перемири|"
    r"мітинг|заворушен|затриман|викраден|пограбуван|угод[аи]|перемир|"
    r"gosteri|tutuklama|gozalti|yagma|kacirma|ateskes|"
    r"تظاهرات|اعتراض|بازداشت|ربودن|غارت|اتش ?بس"
)

# Aircraft that dropped nothing.
UNARMED = (
    r"\bunarmed (drone|uav|uas|aircraft)|"
    r"(drone|uav|aircraft|helicopter|plane|jet) (crash|accident)|"
    r"crash(ed)? (of )?(a )?(drone|uav|aircraft|helicopter|plane)|surveillance|reconnaissance|"
    r"(drone|uav|aircraft|helicopter|warplane|jet|plane) (was )?(shot down|downed|shootdown)|"
    r"(shot down|downing|downed|shoot-?down) (of )?(a )?"
    r"(drone|uav|aircraft|helicopter|warplane|jet)|"
    r"استطلاع|اسقاط طائر|تحطم"
)

_DRONE = (
    r"\bdrones?\b|\buavs?\b|\buas\b|\brpas?\b|\bucav|unmanned|loitering munition|kamikaze|"
    r"\bshahed|\bfpv\b|"
    r"quadcopter|\bmq-?\d|\breaper\b|\bpredator\b|"
    r"مسير|درون|بدون طيار|"
    r"\bdron\b|\bdrons\b|\bdrones\b|\bdronowy|беспилот|\bбпла\b|дрон|шахед|безпілот|"
    r"\biha\b|\bsiha\b|insansiz hava|پهپاد"
)
_AIRSTRIKE = (
    r"air[ /-]*(strike|raid|attack|bomb|assault)|\bair ?campaign|\baerial|barrel ?bomb|"
    r"war ?planes?\b|glid(e|ing) bomb|\bkabs?\b|\bfab-?\d|\bodab-?\d|\bjdam|\bmk-?8[234]\b|"
    r"\bfighter jet|\bjets?\b|helicopter|\bgunship|\bac-?130|bunker ?buster|"
    r"air-to-(ground|surface)|"
    r"air-(launched|dropped|delivered)|\bclose air support|\bhelibor|"
    r"غار[هة]|غارات|قصف جوي|ضرب[هة] جوي[هة]|ضربات جوي|بالطيران|طيران|طائر[هة]|طائرات|مروحي|"
    r"برميل|براميل|"
    r"frappes? aerienne|raids? aerien|bombardements? aerien|attaques? aerienne|\bavion|helicoptere|"
    r"baril|ataques? aereo|bombardeos?(?! (de )?(artill|morter))|incursion(es)? aerea|"
    r"barril|helicoptero|"
    r"авиаудар|авиационн|авианал|бомбардиров|бомбежк|бомбов|вертол|удар с воздуха|"
    r"авіаудар|авіаційн|авіанал|бомбардув|вертоліт|гелікоптер|удар з повітря|\bкаб\b|\bкабами\b|"
    r"hava (saldiri|saldırı|harekat|harekât|bombardiman)|havadan|helikopter|savas ucag|varil|"
    r"حمله هوايي|حمله هوایی|حملات هوایی|بمباران|هوايي|هوایی|بالگرد|جنگنده"
)
_SHELLING = (
    r"shelling|\bshell(s|ed)?\b|artiller|mortar|\brockets?\b|howitzer|\bmlrs\b|\bgrads?\b|"
    r"\btank (fire|shell)|"
    r"naval (bombard|gunfire)|himars|"
    r"مدفع|هاون|راجم|قذائف|قذيف[هة]|قصف صاروخي وبري|"
    r"artillerie|\bobus\b|mortier|roquette|artilleria|mortero|\bproyectil|cohete|"
    r"обстрел|артил|миномет|\bрсзо\b|\bград\b|обстріл|міномет|\bрсзв\b|"
    r"top atisi|topcu|havan|roket|توپخانه|خمپاره|گلوله باران|راکت"
)
_MISSILE = (
    r"missile|\bballistic|\bscuds?\b|tomahawk|iskander|صاروخ|صواريخ|باليستي|misil|ракет|fuze|موشک"
)
_IED = (
    r"\b[sv]*b?ieds?\b|explosive device|car ?bomb|truck ?bomb|land ?mine|\bmines?\b|"
    r"remote explosive|suicide|"
    r"booby|roadside bomb|"
    r"عبو[هة]|عبوات|مفخخ|\bلغم|الغام|انتحاري|"
    r"engin explosif|voiture piegee|attentat-suicide|artefacto explosivo|coche bomba|"
    r"\bmina\b|\bминa|"
    r"\bсву\b|смертник|фугас|заминирован|подрыв|вибухов(ий|ого) пристр|замінован|самогуб|"
    r"\bмін[аи]\b|"
    r"\beyp\b|mayin|bombali arac|intihar|بمب کنار جاده|انتحاري|خودروي بمب|\bمین\b"
)
_GROUND = (
    r"battle|clash|(?<!air )\bground\b|armed (assault|attack|clash)|\braid|"
    r"(?<!un)(?<!unarmed )\bassault|"
    r"firefight|gun ?fight|gunfire|small arms|sniper|shooting|ambush|infiltrat|incursion|"
    r"territory|skirmish|storming|"
    r"اشتباك|اقتحام|معارك|معرك[هة]|قنص|هجوم بري|توغل|كمين|اطلاق نار|"
    r"affrontement|combats?\b|embuscade|fusillade|enfrentamiento|emboscada|tiroteo|"
    r"столкновени|\bбои\b|\bбой\b|штурм|перестрел|зіткнен|\bбої\b|\bбій\b|"
    r"catisma|kara harekat|pusu|درگيري|درگیری|تيراندازي|تیراندازی"
)
# The kind that names the weapon's carrier first; then where two are named, what comes first.
STRIKES: tuple[tuple[str, str], ...] = (
    (_DRONE, "drone"),
    (_AIRSTRIKE, "airstrike"),
    (_SHELLING, "shelling"),
    (_MISSILE, "missile"),
    (_IED, "ied"),
    (_GROUND, "ground"),
)
# Understood, but of no kind: the words do not say from where.
GENERIC = (
    r"^(explosions?|blast|bombings?|bombardment|attacks?|other|others|various|violence|"
    r"stabbing|execution|grenades?( attack)?|chemical( weapons?| attack)?|"
    r"unexploded ordnance|uxo|erw|"
    r"اخرى|قصف|انفجار|هجوم|autres?|bombardements?|explosion|attaques?|otros?|ataques?|explosiones|"
    r"другое|взрывы?|удары?|инше|вибухи?|diger|patlama|saldiri|saldırı|bombardiman|حمله|"
    r"انفجار|ساير)$"
)
