"""Spanish: what a release profile held back of a sheet's data."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE: dict[str, str] = {
    "release": "Publicado según el perfil {name}: {held}",
    "release nothing": "nada reservado ({nouns})",
    "release days": "reservados por su día: {count} de {all}",
    "release coarse": "con lugar aproximado: {count}, {told}",
    "release grid": "un cuadrado de {km} km",
    "release district": "su distrito",
    "release governorate": "su {its_adm}",
    "release country": "su país",
    "release small": "contados en una zona mayor, pues hay pocos en la suya: {count}",
    "release tolls": "balances de menos de {least} personas dados como 1 a {most}",
    "release tolls one": "balances de menos de {least} personas dados como 1",
    "toll": "no informado",
    "toll held": "reservado",
    "killed none held": "Muertos: reservado en esta publicación",
    "killed all none held": "Total de muertos: reservado en esta publicación",
    "compare killed none held": "muertos: reservado en esta publicación",
    "unseen tolls held": "Los números de muertos están reservados en esta publicación; eso no es "
    "«no informado» ni cero.",
    "release columns": "reservado, no «no informado»: {names}",
    "undated held": "reservado",
    "undated count held": "días reservados: sin línea de tiempo",
    "no dated strikes held": "días reservados",
    "timeline none held": "Días reservados en esta publicación: sin línea de tiempo",
    "timeline area": "Sin línea de tiempo: contaría los días de una sola zona, lo que esta "
    "publicación no hace",
    "unseen undated held": "Los días están reservados en esta publicación: en ningún periodo ni "
    "en la línea de tiempo.",
    "as of unknown held": "Fecha de los datos: reservada",
    "date not known held": "fecha reservada",
    "actor not reported held": "autor reservado",
    "no place held": "lugar reservado",
    "outlet not known held": "medio reservado",
    "no sources held": "Las fuentes están reservadas en esta publicación.",
    "release sources": "reservado de las fuentes: {names}",
    "release sources all": "todas las fuentes reservadas",
}  # fmt: skip
