"""French phrases of trends, comparisons and atlases, and of the layers of an SVG."""

from __future__ import annotations

__all__ = ["SERIES"]

SERIES: dict[str, str] = {
    "unseen colour": "Les couleurs sont omises\xa0: les cercles de tant de lieux se "
    "cacheraient\u202f; choisissez une zone plus petite ou une période plus courte.",
    "unseen colour circles": "Les couleurs sont omises\xa0: seuls les cercles en ont, et il n’y "
    "en a pas ici.",
    "unseen disputed": "{count} de plus ont un auteur contesté, ou des bilans qui ne peuvent être "
    "tous vrais, et sont comptés comme les autres.",
    "legend group": "{name}, {count} sur {rows}",
    "frame maybe": "peut-être en ces jours",
    "sheet's second page": "Page suivante\xa0: tableaux, sources, comment lire cette fiche",
    "sheet's second page told": "Page suivante\xa0: tableaux et sources",
    "legend alone": "{name} seul",
    "legend other": "autre",
    "legend disputed": "creux\xa0: contesté ou rapporté autrement, {count} sur {rows}",
    "legend circles hold": "en cercles\xa0: {rows} sur {all}",
    "legend areas hold": "contesté ou rapporté autrement\xa0: {count} sur {rows}",
    "reading disputed": "Creux\xa0: contesté ou démenti, auteur contesté, ou des bilans qui ne "
    "peuvent être tous vrais\u202f; de plusieurs en un lieu, au moins un.",
    "atlas sheets": "Fiches de cet atlas",
    "atlas row": "{number} · {name}",
    "atlas note": "Peut-être de plusieurs mois\xa0: {count}\u202f; sur la fiche de chacun.",
    "more sheets": "et autres fiches\xa0: {count}",
    "on sheet": "fiche {number}",
    "column sheet": "Fiche",
    "reading sheets": "Les teintes comptent les {nouns} par {the_adm}, zone seule connue "
    "comprise\u202f; sous le nom se trouve sa fiche. Les points sont ceux dont le lieu est connu.",
    "second page told": "Page {number}\xa0: tableaux et sources",
    "unlocated alone": "Lieu inconnu\xa0: {count}",
    "unseen unlocated alone": "Lieu inconnu\xa0: {count}\u202f; comptés.",
    "unseen layers": "Couches propres absentes de cette fiche, qui a des graphiques et pas de "
    "carte\xa0: {count}.",
    "trend area": "{Nouns} {bin} et par zone",
    "trend actor": "{Nouns} {bin} et par auteur",
    "trend scale": "Une échelle pour tous\xa0: la barre la plus haute vaut {most}",
    "trend dated": "Avec date et dans ces barres\xa0: {dated} sur {rows}\u202f; sans date\xa0: "
    "{undated}",
    "trend dated all": "Tout ({rows}) a une date et est dans ces barres",
    "trend none": "Rien sur {rows} n’a de date\xa0: aucune tendance à montrer",
    "trend spread": "peut-être dans plusieurs barres\xa0: {count}\u202f; dans celle du premier "
    "jour possible",
    "trend areas": "autres zones\xa0: {count}",
    "trend actors": "autres auteurs\xa0: {count}",
    "trend shared": "avec plusieurs auteurs\xa0: {count}\u202f; dans les barres de chacun",
    "trend undated": "{count}, dont sans date {undated}",
    "actor not reported": "auteur non communiqué",
    "compare headline": "{first} ({own}) contre {second} ({other})",
    "compare count": "{counted}",
    "compare title": "{Nouns} par zone dans les deux",
    "compare set": "{counted}\u202f; lieu connu\xa0: {located} sur {count}",
    "compare none": "rien ({nouns})",
    "compare killed": "tués selon les sources\xa0: {toll}, chiffre pour {reported} sur {rows}",
    "compare killed lead": "tués selon les sources\xa0: {toll}, chiffre pour {reported} sur "
    "{rows}\u202f; comptées avec celles-ci\xa0: {others}",
    "compare killed none": "tués\xa0: aucun chiffre communiqué",
    "compare scale": "Une échelle pour les deux\xa0: la barre la plus longue vaut {most}",
    "compare both": "dans les deux ensembles\xa0: {count}",
    "compare days": "{first} et {second} jours\xa0: les décomptes ne sont pas par jour",
    "compare open": "les périodes n’ont pas la même durée\xa0: les décomptes ne sont pas par jour",
    "compare undated each": "sans date, hors de la période\xa0: {first} et {second}",
    "compare undated": "sans date, dans aucune des périodes\xa0: {count}",
    "compare more": "et autres zones\xa0: {count}",
    "column difference": "Différence",
    "embed": "Insérer dans la page d’un article",
    "embed how": "Placez ce fichier sur votre serveur, collez les lignes ci-dessous dans "
    "l’article et inscrivez-y son adresse. Les lecteurs de l’article ne voient pas cette partie.",
    "part paper": "Papier",
    "inset": "{letter}\xa0: lieu connu pour {count}",
    "inset around": "{letter} ({name} et alentours)",
    "reading insets": "Les encarts agrandissent les lieux les plus "
                      "denses\xa0: un nombre y compte les {nouns} d’un lieu.",
    "reading insets chosen": "Les encarts agrandissent les parties de la carte encadrées de la "
                             "même lettre.",
    "reading insets counts": "Un nombre dans un encart compte les {nouns} d’un lieu.",
    "unseen inset room": "Encart {name} non dessiné\xa0: la carte n’a pas de place assez grande "
                         "libre de {nouns}.",
    "unseen inset larger": "Encart {name} non dessiné\xa0: il n’agrandirait guère la carte. "
                           "Choisissez une partie plus petite.",
    "unseen inset off": "Encart {name} non dessiné\xa0: la carte ne montre pas cette partie.",
    "unseen inset charts": "Encart {name} non dessiné\xa0: une fiche de graphiques ou d’ensemble "
                           "n’en a pas.",
    "part insets": "Encarts",
    "part ground": "Fond",
    "part own layers": "Couches propres",
    "part beyond extent": "Hors de l’étendue",
    "part uncertainty": "Cercles d’incertitude",
    "part names": "Noms",
    "part strikes": "{Nouns}",
    "part page": "Page",
    "part notes": "Notes de l’auteur",
    "legend note": "note de l’auteur, pas une donnée",
    "alt notes": "Notes de l’auteur\xa0: {notes}.",
    "unseen notes": "Vos notes hors de la carte, non dessinées\xa0: {count}.",
    "unseen notes charts": "Notes absentes de cette fiche, qui a des graphiques et pas de "
    "carte\xa0: {count}.",
    "unseen notes under": "Notes dont les mots sont sous les frappes\u202f; déplacez-les\xa0: "
    "{count}.",
    "unseen notes release": "Notes qui restent sur la carte telles qu’écrites, aucun profil ne "
    "les changeant\xa0: {count}.",
}  # fmt: skip
