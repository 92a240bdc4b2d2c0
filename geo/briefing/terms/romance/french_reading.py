"""French: how a sheet is read, its legend, its credits, and what a recipient will not see."""

from __future__ import annotations

__all__ = ["READING"]

READING: dict[str, str] = {
    "reading": "Comment lire cette fiche",
    "reading ranges": "Tués est la fourchette donnée par les sources\xa0: 70–100 signifie de 70 à "
    "100, 70+ au moins 70. Non communiqué n’est pas zéro.",
    "reading civilians": "Civils, là où une source ne parle pas d’autres tués\xa0: l’ensemble des "
    "tués n’est pas communiqué.",
    "reading lead": "Un bilan commun à plusieurs lignes est compté une fois.",
    "reading circles": "Un anneau contient le vrai lieu neuf fois sur dix.",
    "reading rings missing": "Les anneaux d’incertitude sont omis là où ils cacheraient la carte.",
    "reading places": "L’aire d’un cercle croît avec le nombre de {nouns} en son lieu.",
    "reading shades": "Les teintes et les nombres près des noms comptent les {nouns} par "
    "{the_adm}, zone seule connue comprise\u202f; les points sont ceux dont le lieu est connu, "
    "parfois à des kilomètres près.",
    "reading area": "Zone seule connue\xa0: compté dans un carré, sans point ({nouns}).",
    "reading rows": "Cercles, carrés et barres comptent des lignes de données, non des {units}.",
    "reading actors": "Les auteurs sont ceux que les sources allèguent.",
    "legend circle": "{counted} en un lieu",
    "legend shade": "{counted}",
    "legend dot": "lieu connu",
    "legend number": "numéro de la liste",
    "legend ring": "rayon d’incertitude",
    "legend area": "zone seule connue",
    "legend set back": "au-delà de cette ligne\xa0: pas sur cette fiche",
    "legend contested": "territoire disputé",
    "legend beyond": "hors du fond de carte",
    "north": "N",
    "km": "{count} km",
    "m": "{count} m",
    "timeline": "{Nouns} {bin}\xa0: sur cette fiche (foncé) et toutes les données, {rows} (clair)",
    "timeline same": "{Nouns} {bin}",
    "timeline rows": "Lignes {bin}\xa0: sur cette fiche (foncé) et toutes les données, {rows} "
    "(clair)",
    "timeline rows same": "Lignes {bin}",
    "timeline none": "Aucune date\xa0: pas de chronologie ({nouns})",
    "bin day": "par jour",
    "bin week": "par semaine",
    "bin month": "par mois",
    "bin quarter": "par trimestre",
    "bin year": "par année",
    "boundaries": "Les frontières, les noms et leur usage sur cette carte n’impliquent ni "
    "approbation ni acceptation.",
    "names": "Les noms de zones n’impliquent ni approbation ni acceptation.",
    "contested": "Hachuré, territoire disputé, tracé selon la source\xa0: {parts}",
    "ground credit": "Rivières, lacs, relief\xa0: Natural Earth\u202f; petites rivières\xa0: "
    "World Data Bank II",
    "boundaries credit": "Frontières\xa0: {credit}",
    "places credit": "Noms de lieux et points\xa0: {credit}",
    "as of": "Données au {day}",
    "as of unknown": "Date des données\xa0: inconnue",
    "data hash": "Données {hash}",
    "projection": "Projection {name}, échelle exacte au centre de la carte",
    "made with": "Fait avec strikemap",
    "sheet of": "Fiche {number} sur {count}",
    "locator": "Où se trouve cette carte",
    "alt": "Carte\xa0: {title}\u202f; {period}. {located}. {area}{sentence}",
    "alt many": "Surtout ({nouns})\xa0: {groups}.",
    "alt few": "Points\xa0: {groups}.",
    "alt legend": "Légende\xa0: {items}",
    "alt timeline": "{timeline}\u202f; maximum à partir du {day}\xa0: {count}",
    "alt locator": "Petite carte\xa0: où se trouve la grande",
    "notes filters": "Filtres\xa0: {filters}",
    "notes unseen": "Ce que le destinataire ne verra pas",
    "unseen filtered": "Écartés par les filtres\xa0: {count} sur {all} {nouns} des données.",
    "unseen dateless": "Dont sans date, dans aucune période\xa0: {count}.",
    "unseen elsewhere": "Hors de l’étendue, ou sans qu’on sache s’ils y sont\xa0: {count}\u202f; "
    "omis.",
    "unseen area only": "Zone seule connue\xa0: {count}\u202f; comptés par {its_adm}, sans point.",
    "unseen unlocated": "Lieu inconnu\xa0: {count}\u202f; comptés, hors carte.",
    "unseen ambiguous": "Dont le nom convient à plusieurs lieux\xa0: {count}.",
    "unseen undated": "Sans date\xa0: {count}\u202f; dans aucune période, hors de la chronologie.",
    "unseen abroad": "Aux décomptes par {the_adm} manquent les points hors du pays\xa0: {count}.",
    "unseen not strikes": "Lignes qui selon leur source ne sont pas des frappes, comptées comme "
    "les autres\xa0: {count}.",
    "unseen several": "Lignes qui représentent plusieurs {units}\xa0: {count}\u202f; chacune "
    "compte pour un.",
    "unseen tolls": "Nombre de tués non communiqué\xa0: {count}\u202f; ce n’est pas zéro.",
    "unseen civilians": "Seuls les civils tués sont communiqués\xa0: {count}\u202f; l’ensemble ne "
    "l’est pas.",
    "unseen together": "Tués et blessés en un seul chiffre\xa0: {count}\u202f; tués non "
    "communiqué.",
    "unseen counted": "Bilan commun avec une autre ligne, compté là\xa0: {count}.",
    "unseen contested": "Contestés ou démentis, comptés comme les autres\xa0: {count}.",
    "unseen adm notes": "Avec une note sur la zone ({its_adm}) qui n’est pas montrée\xa0: {count}.",
    "unseen outside": "Lieu connu hors de la carte\xa0: {count}.",
    "unseen rows": "Le tableau contient {count} sur {rows}.",
    "unseen sources": "Sources absentes de la fiche\xa0: {count} sur {all}.",
    "unseen layer": "Éléments de la couche {name} omis, car absents de la période de la "
    "fiche\xa0: {count} sur {all}.",
    "unseen rings": "Les cercles d’incertitude sont omis\xa0: ils sont trop nombreux.",
    "exposed medical": "Les points exacts de sites médicaux partiraient avec ceci\xa0: {count}. "
    "Envisagez une zone plutôt qu’un point.",
    "exposed school": "Les points exacts d’écoles partiraient avec ceci\xa0: {count}. Envisagez "
    "une zone plutôt qu’un point.",
    "exposed camp": "Les points exacts de camps partiraient avec ceci\xa0: {count}. Envisagez une "
    "zone plutôt qu’un point.",
}  # fmt: skip
