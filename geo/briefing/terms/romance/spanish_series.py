"""Spanish phrases of trends, comparisons and atlases, and of the layers of an SVG."""

from __future__ import annotations

__all__ = ["SERIES"]

SERIES: dict[str, str] = {
    "unseen colour": "Los colores se omiten: los círculos de tantos lugares se taparían; elija "
    "una zona menor o un periodo más corto.",
    "unseen colour circles": "Los colores se omiten: solo los círculos los tienen, y aquí no hay "
    "ninguno.",
    "unseen disputed": "Otros {count} tienen un autor en disputa, o balances que no pueden ser "
    "todos ciertos, y se cuentan como los demás.",
    "legend group": "{name}, {count} de {rows}",
    "frame maybe": "quizá en estos días",
    "sheet's second page": "En la página siguiente: tablas, fuentes, cómo leer esta hoja",
    "sheet's second page told": "En la página siguiente: tablas y fuentes",
    "legend alone": "solo {name}",
    "legend other": "otro",
    "legend disputed": "hueco: en disputa o informado de otro modo, {count} de {rows}",
    "legend circles hold": "en círculos: {rows} de {all}",
    "legend areas hold": "en disputa o informado de otro modo: {count} de {rows}",
    "reading disputed": "Hueco: en disputa o negado, autor en disputa, o las fuentes dan balances "
    "que no pueden ser todos ciertos; de varios en un lugar, al menos uno de ellos.",
    "atlas sheets": "Hojas de este atlas",
    "atlas row": "{number} · {name}",
    "atlas note": "Quizá de varios meses: {count}; en la hoja de cada uno.",
    "more sheets": "y otras hojas: {count}",
    "on sheet": "hoja {number}",
    "column sheet": "Hoja",
    "reading sheets": "Los tonos cuentan los {nouns} por {the_adm}, incluidos los de los que solo "
    "se conoce la zona; bajo su nombre está su hoja. Los puntos son los localizados.",
    "second page told": "En la página {number}: tablas y fuentes",
    "unlocated alone": "Sin localizar: {count}",
    "unseen unlocated alone": "Sin localizar: {count}; contados.",
    "unseen layers": "Capas propias que no están en esta hoja, que tiene gráficos y ningún mapa: "
    "{count}.",
    "trend area": "{Nouns} {bin} y por zona",
    "trend actor": "{Nouns} {bin} y por autor",
    "trend scale": "Una escala para todos: la barra más alta es {most}",
    "trend dated": "Con fecha y en estas barras: {dated} de {rows}; sin fecha: {undated}",
    "trend dated all": "Los {rows} tienen fecha y están en estas barras",
    "trend none": "Ninguno de {rows} tiene fecha: no hay tendencia que mostrar",
    "trend spread": "quizá de varias de estas barras: {count}; en la de su primer día posible",
    "trend areas": "otras zonas: {count}",
    "trend actors": "otros autores: {count}",
    "trend shared": "con varios autores: {count}; en las barras de cada uno",
    "trend undated": "{count}, de ellos sin fecha {undated}",
    "actor not reported": "autor no informado",
    "compare headline": "{first} ({own}) frente a {second} ({other})",
    "compare count": "{counted}",
    "compare title": "{Nouns} por zona en ambos",
    "compare set": "{counted}; localizados: {located} de {count}",
    "compare none": "ninguno ({nouns})",
    "compare killed": "muertos según lo informado: {toll}, cifra en {reported} de {rows}",
    "compare killed lead": "muertos según lo informado: {toll}, cifra en {reported} de {rows}; "
    "contados con estos: {others}",
    "compare killed none": "muertos: ninguna cifra informada",
    "compare scale": "Una escala para ambos: la barra más larga es {most}",
    "compare both": "en ambos conjuntos: {count}",
    "compare days": "{first} y {second} días: los recuentos no son por día",
    "compare open": "los periodos no tienen la misma duración: los recuentos no son por día",
    "compare undated each": "sin fecha, fuera del periodo: {first} y {second}",
    "compare undated": "sin fecha, en ninguno de los periodos: {count}",
    "compare more": "y otras zonas: {count}",
    "column difference": "Diferencia",
    "embed": "Insertar en la página de un artículo",
    "embed how": "Ponga este archivo en su servidor, pegue las líneas de abajo en el artículo y "
    "escriba en ellas su dirección. Los lectores del artículo no ven esta parte.",
    "part paper": "Papel",
    "inset": "{letter}: {count} con lugar conocido",
    "inset around": "{letter} ({name} y alrededores)",
    "reading insets": "Los recuadros amplían los lugares más densos: un "
                      "número cuenta los {nouns} de un lugar.",
    "reading insets chosen": "Los recuadros amplían las partes del mapa enmarcadas con la misma "
                             "letra.",
    "reading insets counts": "Un número en un recuadro cuenta los {nouns} de un lugar.",
    "unseen inset room": "El recuadro de {name} no se dibuja: el mapa no tiene sitio bastante "
                         "libre de {nouns}.",
    "unseen inset larger": "El recuadro de {name} no se dibuja: apenas ampliaría el mapa. Elija "
                           "una parte menor.",
    "unseen inset off": "El recuadro de {name} no se dibuja: el mapa no muestra esa parte.",
    "unseen inset charts": "El recuadro de {name} no se dibuja: una hoja de gráficos o de "
                           "conjunto no tiene recuadros.",
    "part insets": "Recuadros",
    "part ground": "Base",
    "part own layers": "Capas propias",
    "part beyond extent": "Fuera de la extensión",
    "part uncertainty": "Círculos de incertidumbre",
    "part names": "Nombres",
    "part strikes": "{Nouns}",
    "part page": "Página",
    "part notes": "Notas del autor",
    "legend note": "nota del autor, no es un dato",
    "alt notes": "Notas del autor: {notes}.",
    "unseen notes": "Notas suyas fuera del mapa, que no se dibujan: {count}.",
    "unseen notes charts": "Notas que no están en esta hoja, que tiene gráficos y ningún mapa: "
    "{count}.",
    "unseen notes under": "Notas cuyas palabras quedan bajo los ataques; muévalas: {count}.",
    "unseen notes release": "Notas que están en el mapa tal como se escribieron, pues ningún "
    "perfil las cambia: {count}.",
}  # fmt: skip
