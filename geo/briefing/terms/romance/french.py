"""French: the months and the phrases of a sheet.

Counts stand behind a colon, where no word has to agree with them, or as {counted}, which `Words`
gives with the noun.
"""

from __future__ import annotations

from geo.briefing.terms.romance.french_reading import READING
from geo.briefing.terms.romance.french_release import RELEASE
from geo.briefing.terms.romance.french_series import SERIES
from geo.briefing.terms.romance.french_terms import TERMS

__all__ = ["MONTHS", "PHRASES", "SHORT_MONTHS", "choose_form"]

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
)  # fmt: skip


def choose_form(count: int) -> str:
    """Return which form of a noun follows a number: "one" for nought and one.

    >>> [choose_form(count) for count in (0, 1, 2)]
    ['one', 'one', '']
    """
    return "one" if count <= 1 else ""


PHRASES: dict[str, str] = {
    "title": "Relevé des {units}",
    "part of": "partie de {place}",
    "within box": "section de carte {box}",
    "near": "à moins de {km} km de {name}",
    "in layer": "dans {name}",
    "only strikes": "sans les lignes qui ne sont pas des frappes",
    "degrees east": "{value}° E",
    "degrees west": "{value}° O",
    "degrees north": "{value}° N",
    "degrees south": "{value}° S",
    "title in": "Relevé des {units}\xa0: {place}",
    "headline area": "{area}\xa0: {count} sur {known} {nouns} dont la zone est connue",
    "headline one area": "{area}\xa0: {counted}",
    "headline all": "Selon les sources\xa0: {counted}",
    "headline most": ", surtout en {month}",
    "headline more": "\u202f; mois le plus touché\xa0: {month} ({some})",
    "headline more there": "\u202f; mois le plus touché là\xa0: {month} ({some})",
    "semicolon": "\u202f; ",
    "comma": ", ",
    "place in": "{place}, {area}",
    "span": "{first} – {last}",
    "period": "du {first} au {last}",
    "from day": "à partir du {day}",
    "since": "nouveau ou révisé depuis le {day}",
    "until day": "jusqu’au {day}",
    "all dates": "toutes les dates",
    "undated": "sans date",
    "governorate not known": "{the_adm}\xa0: inconnu",
    "week of": "Semaine du {day}",
    "frame step": "image {bin}",
    "frame empty": "aucune donnée ({nouns})",
    "quarter from": "Trimestre à partir de {month}",
    "no dated strikes": "aucune donnée datée ({nouns})",
    "range": "{low}–{high}",
    "at least": "{low}+",
    "up to": "jusqu’à {high}",
    "not reported": "non communiqué",
    "counted with": "compté avec {lead}",
    "counted with number": "avec le no {number}",
    "killed or injured": "tués ou blessés\xa0: {toll}",
    "civilians": "civils\xa0: {toll}",
    "date not known": "date inconnue",
    "text": "texte «\u202f{text}\u202f»",
    "actors": "auteur\xa0: {values}",
    "reported by": "selon\xa0: {values}",
    "targets": "cible\xa0: {values}",
    "weekdays": "jours\xa0: {values}",
    "hours": "heure locale\xa0: {values}",
    "all strikes": "toutes les données ({nouns})",
    "filters": "Filtres\xa0: {filters}",
    "strikes": "frappes",
    "one strike": "frappe",
    "rows": "Selon les sources\xa0: {counted}",
    "refused": "Lignes du fichier qui n’ont pu être lues\xa0: {count}\u202f; dans aucun chiffre "
    "ici",
    "located of": "Lieu connu\xa0: {located} sur {rows}",
    "no strikes": "Aucune donnée ne passe ces filtres ({nouns})",
    "area only": "Zone seule connue\xa0: {count}",
    "unlocated": "Lieu inconnu, hors carte\xa0: {count}",
    "undated count": "Sans date, hors de la chronologie\xa0: {count}",
    "outside": "Lieu connu hors de cette carte\xa0: {count}",
    "wider": "Lieu connu, à un cercle d’incertitude plus grand que cette carte\xa0: {count}",
    "left out": "Sans date, hors de cette période\xa0: {count}",
    "elsewhere": "{count} de plus sont ailleurs ou sans lieu connu\xa0: pas sur cette fiche",
    "abroad": "Points hors de {country}\xa0: {count} sur {located}",
    "at sea": "Dont en mer\xa0: {count}",
    "said abroad": "Parmi les lieux inconnus, dits hors de {country}\xa0: {count}",
    "abroad place": "{place} (hors de {country})",
    "sea place": "{place} (en mer)",
    "the country": "le pays",
    "stand for": "Lignes\xa0: {rows}\u202f; elles représentent des {units}\xa0: {strikes}",
    "not strikes": "Lignes qui selon leur source ne sont pas des frappes\xa0: {count} sur {rows}",
    "not from the air": "D’aucune ligne il n’est dit que c’est une frappe aérienne\xa0: ce sont "
    "des événements",
    "killed": "Tués, selon les sources\xa0: {toll}",
    "killed none": "Tués\xa0: aucun chiffre communiqué",
    "killed all none": "Ensemble des tués\xa0: aucun chiffre communiqué",
    "instead civilians_killed": "Civils tués\xa0: {toll}, là où seuls les civils sont mentionnés, "
    "{reported} sur {rows}",
    "instead casualties": "Tués ou blessés\xa0: {toll}, là où les deux sont donnés ensemble, "
    "{reported} sur {rows}",
    "killed rows": "chiffre communiqué pour {reported} sur {rows}",
    "killed rows lead": "chiffre communiqué pour {reported} sur {rows}\u202f; comptées avec "
    "celles-ci\xa0: {others}",
    "table all": "Liste\xa0: {nouns}",
    "table top": "Bilans les plus lourds communiqués, par le minimum",
    "more tied": "{count} de plus ont le même chiffre que la dernière ligne",
    "table latest": "Les plus récents\xa0: {nouns}",
    "more rows": "et {count} de plus",
    "areas": "Par zone",
    "area not known": "zone inconnue",
    "more areas": "et autres zones\xa0: {count}",
    "of": "{number} sur {count}",
    "before": "{number} ({change})",
    "before note": "Avant\xa0: {period}, autant de jours. Seulement avec date ({nouns}).",
    "second page": "Page {number}\xa0: tableaux, sources, comment lire cette fiche",
    "page of": "Page {number} sur {count}",
    "column area": "Zone",
    "column strikes": "{Nouns}",
    "column figure": "Avec chiffre",
    "column before": "Avant",
    "column number": "No",
    "column date": "Date",
    "column place": "Lieu",
    "column what": "Quoi",
    "column killed": "Tués",
    "column sources": "Source",
    "area place": "{area} (zone seule)",
    "near place": "{place} (à proximité)",
    "unlocated place": "{place} (lieu inconnu)",
    "outside place": "{place} (hors de cette carte)",
    "no place": "lieu non communiqué",
    "on": "{kind}, cible\xa0: {target}",
    "by": "{what}\u202f; {actor} ({attribution})",
    "by bare": "{what}\u202f; {actor}",
    "standing": "{what} ({standing})",
    "several": "{what}, {units}\xa0: {strikes}",
    "no strike": "{what} (pas une frappe)",
    "sources": "Sources",
    "more sources": "et autres sources\xa0: {count}",
    "no sources": "Aucune source n’est indiquée.",
    "source": "{who}, {published}",
    "source undated": "{who}",
    "source titled undated": "{who}\xa0: «\u202f{title}\u202f»",
    "strike headline": "{what}. {place}, {date}",
    "strike title": "Rapporté\xa0: {noun}",
    "sure within": "{precision}\u202f; le vrai lieu est à moins de {km} km, neuf fois sur dix",
    "sure point": "{precision}\u202f; l’écart n’est pas connu",
    "sure as reported": "Lieu tel que rapporté\xa0: «\u202f{place}\u202f»",
    "sure found": "{method}",
    "claim": "{source}. Elle dit\xa0: {said}",
    "claim place": "lieu «\u202f{text}\u202f»",
    "claim date": "date «\u202f{text}\u202f»",
    "claim killed": "tués\xa0: {toll}",
    "claim civilians_killed": "civils tués\xa0: {toll}",
    "claim injured": "blessés\xa0: {toll}",
    "claim casualties": "tués ou blessés\xa0: {toll}",
    "claim nothing": "ni lieu, ni date, ni bilan",
    "source titled": "{who}\xa0: «\u202f{title}\u202f», {published}",
    "title only": "«\u202f{title}\u202f», {published}",
    "citing": "{source} (citant {claimants})",
    "source page": "{source} ({page})",
    "dataset": "{dataset}\xa0: les données de cette fiche",
    "by address": "{site} (d’après son adresse)",
    "outlet not known": "média inconnu",
    **READING,
    **RELEASE,
    **SERIES,
    **TERMS,
}  # fmt: skip
