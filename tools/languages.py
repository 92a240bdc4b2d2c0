"""Keep the catalogues of the app's languages in step with the code.

    python -m tools.languages

Every text that is marked in the app, and in what it says of strikes and places, becomes an entry
of each catalogue; an entry whose text is gone is dropped, and one without a translation is named.
A language is added by an empty `strikemap/languages/<code>.po` and a line in LANGUAGES.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from strikemap.languages.catalogues import FOLDER, LANGUAGES, read_file

__all__ = ["CODES", "draw_catalogue", "extract_texts", "list_lacking"]

ROOT = Path(__file__).parents[1]
READ = (
    "streamlit_app.py",
    "strikemap/languages",
    "strikemap/web",
    "geo",
    "gazetteer/language.py",
    "gazetteer/match.py",
)
TEXTS_OF = {"_": 1, "N_": 1, "ngettext": 2, "nN_": 2}  # how many texts a mark begins with
CODES = tuple(code for code in LANGUAGES if code != "en")
WIDTH = 100  # characters of a line of a catalogue


def _list_files() -> Iterator[Path]:
    for name in READ:
        path = ROOT / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def extract_texts() -> Catalog:
    """Return every marked text of the code, each with the files that it stands in."""
    found = Catalog(charset="utf-8")
    for path in _list_files():
        where = path.relative_to(ROOT).as_posix()
        for text in _find_marked(ast.parse(path.read_text("utf-8"))):
            found.add(text, locations=[(where, 0)])
    return found


def _find_marked(tree: ast.AST) -> Iterator[str | tuple[str, ...]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            asked = node.args[: TEXTS_OF.get(node.func.id, 0)]
            values = [one.value for one in asked if isinstance(one, ast.Constant)]
            texts = [value for value in values if isinstance(value, str)]
            if asked and len(texts) == len(asked):
                yield tuple(texts) if len(texts) > 1 else texts[0]


def draw_catalogue(code: str, texts: Catalog) -> bytes:
    """Return the catalogue of a language with exactly these texts, what is translated kept."""
    drawn, known = Catalog(locale=code, charset="utf-8", fuzzy=False), read_file(code)
    for text in texts:
        if text.id:
            kept = known.get(text.id)
            drawn.add(text.id, kept.string if kept else "", locations=text.locations)
    file = io.BytesIO()
    write_po(file, drawn, width=WIDTH, sort_output=True, omit_header=False, include_lineno=False)
    lines = file.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not _tells_of_the_day(line)).encode()


def _tells_of_the_day(line: str) -> bool:
    """Return whether a line of the head changes without a change of a text."""
    return line.startswith(
        ('"POT-Creation', '"PO-Revision', '"Generated-By', '"Last-Translator', '"Language-Team',
         '"Project-Id', '"Report-Msgid', "# ")
    )  # fmt: skip


def list_lacking(code: str) -> list[Message]:
    """Return the entries of a language that have no translation, or not one for each form."""
    return [one for one in read_file(code) if one.id and not _is_whole(one)]


def _is_whole(message: Message) -> bool:
    said = message.string
    return all(said) if isinstance(said, tuple | list) else bool(said)


def main() -> None:
    """Write the catalogues in place and say what they lack."""
    texts = extract_texts()
    for code in CODES:
        (FOLDER / f"{code}.po").write_bytes(draw_catalogue(code, texts))
        lacking = list_lacking(code)
        print(f"{code}.po: {len(texts) - len(lacking):,} of {len(texts):,} texts")  # noqa: T201
        for message in lacking:
            print(f"  {message.id!r}")  # noqa: T201


if __name__ == "__main__":
    main()
