"""French: what a release profile held back of a sheet's data."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE: dict[str, str] = {
    "release": "Publié selon le profil {name}\xa0: {held}",
    "release nothing": "rien de non divulgué ({nouns})",
    "release days": "non divulgués par leur jour\xa0: {count} sur {all}",
    "release coarse": "à lieu approché\xa0: {count}, {told}",
    "release grid": "un carré de {km} km",
    "release district": "leur district",
    "release governorate": "leur {its_adm}",
    "release country": "leur pays",
    "release small": "comptés sur une zone plus large, trop peu dans la leur\xa0: {count}",
    "release tolls": "bilans de moins de {least} personnes donnés de 1 à {most}",
    "release tolls one": "bilans de moins de {least} personnes donnés comme 1",
    "toll": "non communiqué",
    "toll held": "non divulgué",
    "killed none held": "Tués\xa0: non divulgué dans cette publication",
    "killed all none held": "Ensemble des tués\xa0: non divulgué dans cette publication",
    "compare killed none held": "tués\xa0: non divulgué dans cette publication",
    "unseen tolls held": "Les nombres de tués ne sont pas divulgués dans cette publication\u202f; "
    "ce n’est ni «\u202fnon communiqué\u202f» ni zéro.",
    "release columns": "non divulgué, et non «\u202fnon communiqué\u202f»\xa0: {names}",
    "undated held": "non divulgué",
    "undated count held": "jours non divulgués\xa0: pas de chronologie",
    "no dated strikes held": "jours non divulgués",
    "timeline none held": "Jours non divulgués dans cette publication\xa0: pas de chronologie",
    "timeline area": "Pas de chronologie\xa0: elle compterait les jours d’une seule zone, ce que "
    "cette publication ne fait pas",
    "unseen undated held": "Les jours ne sont pas divulgués dans cette publication\xa0: dans "
    "aucune période, hors de la chronologie.",
    "as of unknown held": "Date des données\xa0: non divulguée",
    "date not known held": "date non divulguée",
    "actor not reported held": "auteur non divulgué",
    "no place held": "lieu non divulgué",
    "outlet not known held": "média non divulgué",
    "no sources held": "Les sources ne sont pas divulguées dans cette publication.",
    "release sources": "non divulgué des sources\xa0: {names}",
    "release sources all": "toutes les sources non divulguées",
}  # fmt: skip
