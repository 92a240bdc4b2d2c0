"""Spanish: how a sheet is read, its legend, its credits, and what a recipient will not see."""

from __future__ import annotations

__all__ = ["READING"]

READING: dict[str, str] = {
    "reading": "Cómo leer esta hoja",
    "reading ranges": "Muertos es el rango que dan las fuentes: 70–100 significa de 70 a 100; "
    "70+, al menos 70. No informado no es cero.",
    "reading civilians": "Civiles, donde una fuente no habla de otros muertos: el total de "
    "muertos no está informado.",
    "reading lead": "Un balance común a varias filas se cuenta una vez.",
    "reading circles": "Un anillo contiene el lugar real nueve de cada diez veces.",
    "reading rings missing": "Los anillos de incertidumbre se omiten donde taparían el mapa.",
    "reading places": "El área de un círculo crece con el número de {nouns} en su lugar.",
    "reading shades": "Los tonos y los números junto a los nombres cuentan los {nouns} por "
    "{the_adm}, incluidos los de los que solo se conoce la zona; los puntos son los localizados, "
    "algunos con kilómetros de incertidumbre.",
    "reading area": "Los {nouns} de los que solo se conoce la zona se cuentan en un cuadrado, sin "
    "punto.",
    "reading rows": "Círculos, cuadrados y barras cuentan filas de datos, no {units}.",
    "reading actors": "Los autores son los que alegan las fuentes.",
    "legend circle": "{counted} en un lugar",
    "legend shade": "{counted}",
    "legend dot": "lugar localizado",
    "legend number": "número de la lista",
    "legend ring": "radio de incertidumbre",
    "legend area": "solo se conoce la zona",
    "legend set back": "más allá de esta línea: no está en esta hoja",
    "legend contested": "territorio en litigio",
    "legend beyond": "fuera del mapa base",
    "north": "N",
    "km": "{count} km",
    "m": "{count} m",
    "timeline": "{Nouns} {bin}: en esta hoja (oscuro) y todos los {rows} de los datos (claro)",
    "timeline same": "{Nouns} {bin}",
    "timeline rows": "Filas {bin}: en esta hoja (oscuro) y todas las {rows} de los datos (claro)",
    "timeline rows same": "Filas {bin}",
    "timeline none": "Sin {nouns} con fecha: no hay línea de tiempo",
    "bin day": "por día",
    "bin week": "por semana",
    "bin month": "por mes",
    "bin quarter": "por trimestre",
    "bin year": "por año",
    "boundaries": "Los límites, los nombres y su uso en este mapa no implican aprobación ni "
    "aceptación.",
    "names": "Los nombres de zonas no implican aprobación ni aceptación.",
    "contested": "Rayado, territorio en litigio, dibujado según la fuente: {parts}",
    "ground credit": "Ríos, lagos, relieve: Natural Earth; ríos menores: World Data Bank II",
    "boundaries credit": "Límites: {credit}",
    "places credit": "Nombres de lugares y puntos: {credit}",
    "as of": "Datos al {day}",
    "as of unknown": "Fecha de los datos: desconocida",
    "data hash": "Datos {hash}",
    "projection": "Proyección {name}, escala exacta en el centro del mapa",
    "made with": "Hecho con strikemap",
    "sheet of": "Hoja {number} de {count}",
    "locator": "Dónde está este mapa",
    "alt": "Mapa: {title}; {period}. {located}. {area}{sentence}",
    "alt many": "Más {nouns}: {groups}.",
    "alt few": "Puntos: {groups}.",
    "alt legend": "Leyenda: {items}",
    "alt timeline": "{timeline}; máximo desde el {day}: {count}",
    "alt locator": "Mapa pequeño: dónde está el mapa grande",
    "notes filters": "Filtros: {filters}",
    "notes unseen": "Lo que el destinatario no verá",
    "unseen filtered": "Excluidos por los filtros: {count} de {all} {nouns} de los datos.",
    "unseen dateless": "De ellos sin fecha, en ningún periodo: {count}.",
    "unseen elsewhere": "Fuera de la extensión, o no se sabe si están en ella: {count}; se omiten.",
    "unseen area only": "Solo se conoce la zona: {count}; contados en su {its_adm}, sin punto.",
    "unseen unlocated": "Sin localizar: {count}; contados, no están en el mapa.",
    "unseen ambiguous": "De ellos, el nombre vale para varios lugares: {count}.",
    "unseen undated": "Sin fecha: {count}; en ningún periodo ni en la línea de tiempo.",
    "unseen abroad": "A los recuentos por {the_adm} les faltan los localizados fuera del país: "
    "{count}.",
    "unseen not strikes": "Filas que según su fuente no son ataques, contadas como las demás: "
    "{count}.",
    "unseen several": "Filas que representan varios {units}: {count}; cada una se cuenta como uno.",
    "unseen tolls": "Número de muertos no informado: {count}; no es cero.",
    "unseen civilians": "Solo se informa de civiles muertos: {count}; el total no está informado.",
    "unseen together": "Muertos y heridos en una sola cifra: {count}; muertos no informado.",
    "unseen counted": "Comparten su balance con otra fila y se cuentan allí: {count}.",
    "unseen contested": "En disputa o negados, contados como los demás: {count}.",
    "unseen adm notes": "Con una nota sobre su {its_adm} que no se muestra: {count}.",
    "unseen outside": "Localizados fuera del mapa: {count}.",
    "unseen rows": "La tabla tiene {count} de {rows}.",
    "unseen sources": "Fuentes que no figuran en la hoja: {count} de {all}.",
    "unseen layer": "Elementos de la capa {name} omitidos, pues no existían en el periodo de la "
    "hoja: {count} de {all}.",
    "unseen rings": "Los círculos de incertidumbre se omiten: son demasiados.",
    "exposed medical": "Con esto saldrían los puntos exactos de centros médicos: {count}. "
    "Considere una zona en lugar de un punto.",
    "exposed school": "Con esto saldrían los puntos exactos de escuelas: {count}. Considere una "
    "zona en lugar de un punto.",
    "exposed camp": "Con esto saldrían los puntos exactos de campamentos: {count}. Considere una "
    "zona en lugar de un punto.",
}  # fmt: skip
